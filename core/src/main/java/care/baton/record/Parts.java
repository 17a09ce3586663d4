package care.baton.record;

import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.outcome.Reason;
import care.baton.party.HandoffId;
import care.baton.party.OrganizationId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is passed on to others of a handoff that we were offered. Whoever stands between two houses says yes to the one
 * when the other has said yes; or says with conditions what it still waits for.
 */
final class Parts {

    private static final String PATH = "offer/partOf";

    private Parts() {}

    /** Of which handoff an offer passes something on. */
    static Optional<HandoffId> of(HandoffCommand command) {
        return command instanceof OfferHandoff offer ? offer.partOf() : Optional.empty();
    }

    /** A handoff is part of one that lies with whoever offers it, from its first offer on. */
    static void offered(Desk desk, HandoffId id, HandoffCommand command) {
        Optional<HandoffId> whole = of(command);
        if (whole.isEmpty() || whole.equals(desk.chart().wholes().get(id))) {
            return;
        }
        if (desk.chart().places().has(id)) {
            desk.refuse(Reason.STEP_NOT_OPEN, PATH);
        } else if (!liesWith(desk, whole.get(), desk.act().speaker().organization())) {
            desk.refuse(Reason.OFFER_UNKNOWN, PATH);
        }
    }

    private static boolean liesWith(Desk desk, HandoffId whole, OrganizationId who) {
        return desk.chart().handoffs().get(whole).stream()
                .flatMap(talks -> Stream.concat(
                        talks.binding().stream(),
                        talks.offers().values().stream().filter(Offer::isLive)))
                .anyMatch(offer -> offer.to().organization().equals(who));
    }

    /** A part for which somebody is still sought holds back the yes to the whole. */
    static void accepted(Desk desk, HandoffId whole) {
        sought(desk.chart(), whole)
                .flatMap(Parts::latest)
                .forEach(offer -> desk.refuse(
                        Reason.PART_NOT_ACCEPTED, "answer/parts", offer.to().role()));
    }

    /** The parts of a handoff that nobody has taken yet, or that have come back. */
    static Stream<Negotiation> sought(Chart chart, HandoffId whole) {
        return chart.handoffs().values().stream()
                .filter(part -> chart.wholes().get(part.id()).equals(Optional.of(whole)))
                .filter(part -> part.course() == Course.OFFERING);
    }

    private static Stream<Offer> latest(Negotiation part) {
        return part.offers().values().stream().reduce((first, last) -> last).stream();
    }
}
