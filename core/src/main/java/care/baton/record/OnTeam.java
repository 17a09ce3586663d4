package care.baton.record;

import care.baton.obligation.Obligation;
import care.baton.obligation.Opening;
import care.baton.obligation.Passing;
import care.baton.obligation.Route;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.ownership.Member;
import care.baton.ownership.TeamEvent.AbsenceEnded;
import care.baton.ownership.TeamEvent.AbsencePlanned;
import care.baton.ownership.TeamEvent.AgreementRecorded;
import care.baton.ownership.TeamEvent.MemberAcknowledged;
import care.baton.ownership.TeamEvent.MemberJoined;
import care.baton.ownership.TeamEvent.MemberLeft;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.RecordId;
import care.baton.pathway.Pathway;
import care.baton.record.RecordCommand.EndAbsence;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.PlanAbsence;
import care.baton.record.RecordCommand.RecordAgreement;
import care.baton.record.RecordEvent.RecordOpened;
import java.util.List;
import java.util.Optional;

/** Who takes part: from opening the record to a member's leaving, with what they held passed on at once. */
final class OnTeam {

    private static final Code MEMBER_LEFT = Code.of("member-left");
    private static final Code MEMBER_JOINED = Code.of("member-joined");

    private OnTeam() {}

    static void open(Desk desk, OpenRecord command, RecordId record) {
        if (desk.chart().custodian().isPresent()) {
            desk.refuse(Reason.RECORD_ALREADY_OPEN, "record");
            return;
        }
        if (command.team().stream().map(JoinTeam::seat).distinct().count() < 2) {
            desk.refuse(Reason.TEAM_TOO_SMALL, "team");
        }
        if (command.team().stream().noneMatch(m -> m.seat().person().equals(Optional.of(command.person())))) {
            desk.refuse(Reason.PERSON_NOT_IN_TEAM, "team");
        }
        if (command.team().stream().noneMatch(m -> m.seat().organization().equals(command.custodian()))) {
            desk.refuse(Reason.NOT_A_MEMBER, "custodian");
        }
        if (!desk.draft().isRefused()) {
            desk.happens(new RecordOpened(record, command.custodian(), command.person(), command.earlier()));
            command.team().forEach(m -> takeIn(desk, m));
        }
    }

    static void join(Desk desk, JoinTeam command) {
        if (mayChange(desk, command.seat(), "seat") && mayTakeOn(desk, command.seat())) {
            OnCredential.mayTake(desk, command.seat(), "seat");
            if (!desk.draft().isRefused()) {
                takeIn(desk, command);
                OnCredential.warn(desk);
            }
        }
    }

    /**
     * A role that a definition or a rule knows opens doors: whoever keeps the record gives it, and who has it already
     * lets more of its own people into it. Nor does a house say of one of its own that they are the person.
     */
    private static boolean mayTakeOn(Desk desk, Holder seat) {
        boolean keeps = isCustodian(desk) || desk.chart().team().holds(seat);
        if (!keeps && desk.rules().opensDoors(seat.role())) {
            desk.refuse(Reason.NOT_YOUR_TURN, "seat/role");
            return false;
        }
        if (!isCustodian(desk) && isThePerson(desk, seat) && !isPersonsOwn(desk, seat)) {
            desk.refuse(Reason.NOT_YOUR_TURN, "seat/person");
            return false;
        }
        return true;
    }

    /** In their own house, and said by themself: no relative says of a seat of theirs that it is the person's. */
    private static boolean isPersonsOwn(Desk desk, Holder seat) {
        return desk.isPersonsHouse(seat.organization())
                && desk.act().by().person().equals(desk.chart().person());
    }

    private static boolean isThePerson(Desk desk, Holder seat) {
        return seat.person().isPresent() && seat.person().equals(desk.chart().person());
    }

    private static void takeIn(Desk desk, JoinTeam command) {
        if (desk.chart().team().member(command.seat()).filter(m -> !m.left()).isEmpty()) {
            desk.happens(new MemberJoined(command.seat(), command.kind(), command.duties()));
            Code role = command.seat().role();
            desk.owed().open().stream()
                    .filter(o -> o.holder().role().equals(role) && passesOn(desk, o))
                    .forEach(o -> pass(desk, o, desk.seat(role), MEMBER_JOINED));
        }
    }

    private static boolean passesOn(Desk desk, Obligation owed) {
        return Vacancy.passesOn(desk.chart().team(), owed.key(), owed.holder());
    }

    private static void pass(Desk desk, Obligation owed, Holder to, Code why) {
        desk.draft()
                .addAll(Passing.to(
                        desk.owed(),
                        owed.key(),
                        to,
                        why,
                        desk.now(),
                        desk.rules().calendar()));
    }

    static void acknowledge(Desk desk) {
        Holder seat = desk.act().by();
        if (isMember(desk, seat, "duties")
                && desk.chart().team().member(seat).filter(Member::acknowledged).isEmpty()) {
            desk.happens(new MemberAcknowledged(seat));
        }
    }

    static void absence(Desk desk, PlanAbsence command) {
        if (mayChange(desk, command.seat(), "absence/seat") && isMember(desk, command.seat(), "absence/seat")) {
            if (command.seat().person().equals(Optional.of(command.absence().cover()))) {
                desk.refuse(Reason.VALUE_MALFORMED, "absence/cover");
                return;
            }
            desk.happens(new AbsencePlanned(command.seat(), command.absence()));
        }
    }

    /** Being back twice is being back once. */
    static void back(Desk desk, EndAbsence command) {
        Holder seat = command.seat();
        if (mayChange(desk, seat, "seat")
                && isMember(desk, seat, "seat")
                && desk.chart()
                        .team()
                        .member(seat)
                        .flatMap(m -> m.absentAt(desk.now()))
                        .isPresent()) {
            desk.happens(new AbsenceEnded(seat));
        }
    }

    /**
     * Nobody says for themself by when they answer and what may be shown to them; and what is shown is the keeper's to
     * agree on.
     */
    static void agree(Desk desk, RecordAgreement command) {
        OrganizationId partner = command.agreement().partner();
        boolean keepers = isCustodian(desk) || desk.keepsRecord(partner);
        if (!keepers || desk.act().by().organization().equals(partner)) {
            desk.refuse(Reason.NOT_YOUR_TURN, "agreement/partner");
        } else {
            desk.happens(new AgreementRecorded(command.agreement()));
        }
    }

    /** Leaving twice is leaving once. */
    static void leave(Desk desk, LeaveTeam command) {
        Holder seat = command.seat();
        if (!mayChange(desk, seat, "seat")) {
            return;
        }
        Optional<Member> member = desk.chart().team().member(seat);
        if (member.isEmpty()) {
            desk.refuse(Reason.NOT_A_MEMBER, "seat", seat.role());
            return;
        }
        if (member.get().left()) {
            return;
        }
        if (seat.person().isPresent() && seat.person().equals(desk.chart().person())) {
            desk.refuse(Reason.PERSON_NOT_IN_TEAM, "seat");
            return;
        }
        boolean covered = covers(desk, seat);
        desk.happens(new MemberLeft(seat));
        List<Obligation> held =
                desk.owed().open().stream().filter(o -> o.holder().equals(seat)).toList();
        boolean deserted = !desk.chart().team().holds(seat) && Vacancy.holdsAny(desk.chart(), seat);
        desk.owed().open().stream()
                .filter(o -> o.holder().sameRole(seat))
                .forEach(o -> pass(desk, o, after(desk, o, seat), MEMBER_LEFT));
        if (deserted || covered || !held.isEmpty()) {
            desk.chart().runs().values().stream()
                    .filter(PathwayRun::isOpen)
                    .forEach(run -> tellSupervisor(desk, run, seat));
        }
    }

    /** Whether that member stands in now for somebody who holds something. */
    private static boolean covers(Desk desk, Holder seat) {
        return desk.owed().open().stream()
                .map(Obligation::holder)
                .anyMatch(h -> h.sameRole(seat)
                        && !h.equals(seat)
                        && desk.chart().team().acting(h, desk.now()).equals(seat));
    }

    /** Who has it once that member has left: the role where it is held, else whoever is on duty in the leaver's house. */
    private static Holder after(Desk desk, Obligation owed, Holder seat) {
        boolean elsewhere =
                passesOn(desk, owed) && desk.chart().team().seatOf(seat.role()).isPresent();
        if (elsewhere) {
            return desk.seat(seat.role());
        }
        return owed.holder().equals(seat) ? desk.chart().team().onDuty(seat, desk.now()) : owed.holder();
    }

    private static void tellSupervisor(Desk desk, PathwayRun run, Holder seat) {
        Optional<Pathway> pathway = desk.rules().of(run);
        if (pathway.isPresent()) {
            Code role = pathway.get().responsibilities().escalates();
            Opening told = Opening.of(
                    Keys.of(run.run(), Keys.STAFFING, seat.role()),
                    Optional.of(Keys.outcome(run.run())),
                    desk.seat(role),
                    desk.seat(pathway.get().owner()),
                    pathway.get()
                            .handoff()
                            .confirmWithin()
                            .due(desk.now(), desk.rules().calendar()),
                    Route.reminder(pathway.get()
                            .ladder(pathway.get().handoff().ladder())
                            .repeat()));
            desk.oweAgain(told);
        }
    }

    /** Each organization says who of its own takes part; whoever keeps the record says it for all. */
    private static boolean mayChange(Desk desk, Holder seat, String path) {
        boolean own = desk.act().speaker().organization().equals(seat.organization());
        if (!own && !isCustodian(desk)) {
            desk.refuse(Reason.NOT_YOUR_TURN, path);
        }
        return own || isCustodian(desk);
    }

    private static boolean isCustodian(Desk desk) {
        return desk.keepsRecord(desk.act().by().organization());
    }

    private static boolean isMember(Desk desk, Holder seat, String path) {
        if (desk.chart().team().member(seat).filter(m -> !m.left()).isPresent()) {
            return true;
        }
        desk.refuse(Reason.NOT_A_MEMBER, path, seat.role());
        return false;
    }
}
