package care.baton.record;

import care.baton.disclosure.DisclosureCommand.BreakGlass;
import care.baton.disclosure.DisclosureCommand.ReviewEmergency;
import care.baton.handoff.Negotiation;
import care.baton.note.ContactCommand.RecordContact;
import care.baton.note.NoteCommand.RecordFollowUp;
import care.baton.note.NoteCommand.ReviewNote;
import care.baton.outcome.Reason;
import care.baton.ownership.Team;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.Relayed;
import care.baton.plan.PlanCommand.RecordEngagement;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.ClearFlag;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.RecordCommand.ReportVisit;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.risk.RiskCommand.DecidePattern;
import care.baton.risk.RiskCommand.EstablishBaseline;
import care.baton.risk.RiskCommand.RecordObservation;
import care.baton.risk.RiskCommand.RecordScore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may say anything at all: somebody whose organization takes part, in a role that it holds there. The custodian's
 * own people may act in a role that nobody on the team has, and whoever an offer is between may speak of that offer.
 */
final class Speaking {

    /** What one role decides, and no other writes down for it. */
    private static final List<Class<?>> BY_ITS_ROLE = List.of(
            GrantWaiver.class,
            ClearFlag.class,
            Approve.class,
            ValidateOutcome.class,
            CloseRun.class,
            ReviewNote.class,
            BreakGlass.class,
            ReviewEmergency.class,
            DecidePattern.class);

    /** What anyone on the team may have heard from another organization. */
    private static final List<Class<?>> HEARD = List.of(
            RecordFact.class,
            RecordNoAnswer.class,
            RaiseFlag.class,
            ReportVisit.class,
            RecordContact.class,
            RecordFollowUp.class,
            EstablishBaseline.class,
            RecordObservation.class,
            RecordScore.class,
            RecordEngagement.class);

    private Speaking() {}

    static boolean may(Desk desk, RecordCommand command) {
        Holder by = desk.act().by();
        if (command instanceof AdvanceTime) {
            return isKnown(desk, desk.chart().team().includes(by.organization()), "act/by");
        }
        boolean writes = !Gone.isGone(desk.chart(), by) && (hasSeat(desk, by) || isBetween(desk, command, by));
        Optional<Holder> other = desk.act().relayed().map(Relayed::speaker);
        return isKnown(desk, writes, "act/by")
                && isKnown(
                        desk,
                        other.filter(o -> !hasSeat(desk, o) && !isBetween(desk, command, o) && !isLeft(desk, by, o))
                                .isEmpty(),
                        "act/relayed")
                && other.map(o -> mayWriteDown(desk, command, by, o)).orElse(true);
    }

    /**
     * Anyone writes down a fact that was told. What only one role decides is written down by that role, and all else by
     * the speaker's own people, or either by whoever keeps the record: a telephone opens no gate for a partner who says
     * that it rang.
     */
    private static boolean mayWriteDown(Desk desk, RecordCommand command, Holder by, Holder speaker) {
        if (desk.keepsRecord(by.organization()) || HEARD.contains(kind(command))) {
            return true;
        }
        boolean same = by.sameRole(speaker) && by.person().equals(speaker.person());
        if (BY_ITS_ROLE.contains(kind(command)) && !same) {
            desk.refuse(Reason.ROLE_NOT_PERMITTED, "act/by", speaker.role());
            return false;
        }
        if (!by.organization().equals(speaker.organization())) {
            desk.refuse(Reason.NOT_YOUR_TURN, "act/by", speaker.role());
            return false;
        }
        return true;
    }

    private static Class<?> kind(RecordCommand command) {
        return command instanceof InPart c ? c.command().getClass() : command.getClass();
    }

    private static boolean isKnown(Desk desk, boolean known, String path) {
        if (!known) {
            desk.refuse(Reason.NOT_A_MEMBER, path);
        }
        return known;
    }

    private static boolean hasSeat(Desk desk, Holder who) {
        Team team = desk.chart().team();
        return team.holds(who)
                || (desk.keepsRecord(who.organization())
                        && (team.seatOf(who.role()).isEmpty() || Vacancy.holdsAny(desk.chart(), who)));
    }

    /** What a role holds that nobody has there any more comes to an end by the pen of whoever keeps the record. */
    private static boolean isLeft(Desk desk, Holder by, Holder speaker) {
        return desk.keepsRecord(by.organization()) && Vacancy.holdsAny(desk.chart(), speaker);
    }

    private static boolean isBetween(Desk desk, RecordCommand command, Holder who) {
        return command instanceof InHandoff c
                && desk.chart().handoffs().get(c.handoff()).stream()
                        .flatMap(Speaking::sides)
                        .anyMatch(who.organization()::equals);
    }

    private static Stream<OrganizationId> sides(Negotiation talks) {
        return talks.offers().values().stream()
                .flatMap(o -> Stream.of(o.sender().organization(), o.to().organization()));
    }
}
