package care.baton.record;

import care.baton.handoff.Negotiation;
import care.baton.outcome.Reason;
import care.baton.ownership.Team;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.Relayed;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.InHandoff;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may say anything at all: somebody whose organization takes part, in a role that it holds there. The custodian's
 * own people may act in a role that nobody on the team has, and whoever an offer is between may speak of that offer.
 */
final class Speaking {

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
                        other.filter(o -> !hasSeat(desk, o) && !isBetween(desk, command, o))
                                .isEmpty(),
                        "act/relayed");
    }

    private static boolean isKnown(Desk desk, boolean known, String path) {
        if (!known) {
            desk.refuse(Reason.NOT_A_MEMBER, path);
        }
        return known;
    }

    private static boolean hasSeat(Desk desk, Holder who) {
        Team team = desk.chart().team();
        boolean ours = desk.chart().custodian().equals(Optional.of(who.organization()));
        return team.holds(who) || (ours && team.seatOf(who.role()).isEmpty());
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
