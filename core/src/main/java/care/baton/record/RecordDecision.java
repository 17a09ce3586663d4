package care.baton.record;

import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.Passing;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.RecordId;
import care.baton.record.RecordCommand.AcceptAssignment;
import care.baton.record.RecordCommand.AcknowledgeDuties;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.Assign;
import care.baton.record.RecordCommand.ClearFlag;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.EndAbsence;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.MoveRun;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.PlanAbsence;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.RecordAgreement;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.RecordCommand.ReportVisit;
import care.baton.record.RecordCommand.RevokeApproval;
import care.baton.record.RecordCommand.SetFactAside;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.record.RecordCommand.ValidateOutcome;
import java.util.Optional;

/** The one place where it is decided what a command does to a record. */
final class RecordDecision {

    private static final Code ACKNOWLEDGED = Code.of("acknowledged");

    private RecordDecision() {}

    static void decide(Desk desk, RecordId record, RecordCommand command) {
        if (command instanceof OpenRecord c) {
            OnTeam.open(desk, c, record);
        } else if (desk.chart().custodian().isEmpty()) {
            desk.refuse(Reason.RECORD_NOT_OPEN, "record");
        } else if (Speaking.may(desk, command)) {
            team(desk, command);
        }
        if (!desk.draft().isRefused()) {
            OnStage.attended(desk);
            Watching.after(desk, command);
            PlanConsents.after(desk, command);
        }
    }

    private static void team(Desk desk, RecordCommand command) {
        if (command instanceof JoinTeam c) {
            OnTeam.join(desk, c);
        } else if (command instanceof AcknowledgeDuties) {
            OnTeam.acknowledge(desk);
        } else if (command instanceof PlanAbsence c) {
            OnTeam.absence(desk, c);
        } else if (command instanceof EndAbsence c) {
            OnTeam.back(desk, c);
        } else if (command instanceof LeaveTeam c) {
            OnTeam.leave(desk, c);
        } else if (command instanceof RecordAgreement c) {
            OnTeam.agree(desk, c);
        } else if (command instanceof RecordCredential c) {
            OnCredential.record(desk, c.credential());
        } else if (command instanceof Assign c) {
            assign(desk, c);
        } else if (command instanceof AcceptAssignment c) {
            acknowledge(desk, c);
        } else {
            evidence(desk, command);
        }
    }

    private static void evidence(Desk desk, RecordCommand command) {
        if (command instanceof RecordFact c) {
            OnEvidence.fact(desk, c, Optional.empty());
        } else if (command instanceof RecordNoAnswer c) {
            OnEvidence.noAnswer(desk, c);
        } else if (command instanceof SetFactAside c) {
            OnEvidence.aside(desk, c);
        } else if (command instanceof RaiseFlag c) {
            OnEvidence.raise(desk, c);
        } else if (command instanceof ClearFlag c) {
            OnEvidence.clear(desk, c);
        } else if (command instanceof Approve c) {
            OnEvidence.approve(desk, c);
        } else if (command instanceof RevokeApproval c) {
            OnEvidence.revoke(desk, c);
        } else if (command instanceof GrantWaiver c) {
            OnEvidence.waive(desk, c);
        } else if (command instanceof OnSharing c) {
            OnConsent.decide(desk, c.command());
        } else if (command instanceof OnDisclosure c) {
            OnDisclosures.decide(desk, c.command());
        } else if (command instanceof InNote c) {
            OnNotes.decide(desk, c);
        } else if (command instanceof InPlan c) {
            OnPlans.decide(desk, c);
        } else if (command instanceof OnContact c) {
            OnContacts.decide(desk, c.command());
        } else if (command instanceof OnRisk c) {
            OnRisks.decide(desk, c);
        } else {
            run(desk, command);
        }
    }

    private static void run(Desk desk, RecordCommand command) {
        if (command instanceof OpenRun c) {
            OnRun.open(desk, c);
        } else if (command instanceof MoveRun c) {
            OnMove.decide(desk, c);
        } else if (command instanceof TakeDecision c) {
            OnRun.decide(desk, c);
        } else if (command instanceof LeaveStage c) {
            OnStage.leave(desk, c);
        } else if (command instanceof ValidateOutcome c) {
            OnRun.validate(desk, c);
        } else if (command instanceof CloseRun c) {
            OnRun.close(desk, c);
        } else if (command instanceof Fulfil c) {
            OnRun.fulfil(desk, c);
        } else if (command instanceof ReportVisit c) {
            OnVisits.report(desk, c);
        } else if (!(command instanceof AdvanceTime)) {
            OnHandoff.decide(desk, (InHandoff) command);
        }
    }

    private static void assign(Desk desk, Assign command) {
        Optional<Obligation> held = held(desk, command.key());
        held.ifPresent(o -> OnCredential.mayHold(desk, o, Optional.of(command.person())));
        held.filter(o -> !desk.draft().isRefused())
                .ifPresent(o -> desk.draft().addAll(Passing.proposed(desk.owed(), o.key(), command.person())));
    }

    private static void acknowledge(Desk desk, AcceptAssignment command) {
        Optional<Obligation> held = held(desk, command.key());
        if (held.isPresent()
                && (held.get().proposed().isEmpty()
                        || !held.get().proposed().equals(desk.act().by().person()))) {
            desk.refuse(Reason.NOT_PROPOSED, "obligations/" + command.key().kind());
            return;
        }
        held.ifPresent(o -> OnCredential.mayHold(desk, o, o.proposed()));
        if (!desk.draft().isRefused()) {
            held.ifPresent(o -> desk.draft()
                    .addAll(Passing.to(
                            desk.owed(),
                            o.key(),
                            o.holder().heldBy(o.proposed()),
                            ACKNOWLEDGED,
                            desk.now(),
                            desk.rules().calendar())));
        }
    }

    private static Optional<Obligation> held(Desk desk, Key key) {
        String path = "obligations/" + key.kind();
        Optional<Obligation> found = desk.owed().get(key).filter(Obligation::isOpen);
        if (found.isEmpty()) {
            desk.refuse(Reason.NOT_OPEN, Keys.path(key));
            return found;
        }
        return desk.isHeldBySpeaker(found.get(), path) ? found : Optional.empty();
    }
}
