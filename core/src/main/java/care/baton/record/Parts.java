package care.baton.record;

import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.Kinds;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.pathway.Pathway;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is passed on to others of a handoff that we were offered. Whoever stands between two houses says yes to the one
 * when the other has said yes; or says with conditions what it still waits for.
 */
final class Parts {

    private static final String PATH = "offer/partOf";
    private static final Code WHOLE_ENDED = Code.of("whole-ended");

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
        } else if (liesWith(desk.chart(), whole.get(), desk.act().speaker().organization())
                .findAny()
                .isEmpty()) {
            desk.refuse(Reason.OFFER_UNKNOWN, PATH);
        }
    }

    /** Whoever was asked for the whole, or holds it, passes it on, whose stage it is or not. */
    static boolean passesOn(Desk desk, HandoffId id, OfferHandoff offer) {
        Holder speaker = desk.act().speaker();
        return desk.chart().wholes().get(id).or(offer::partOf).stream()
                .flatMap(whole -> liesWith(desk.chart(), whole, speaker.organization()))
                .anyMatch(asked -> asked.to().sameRole(speaker));
    }

    /** The offers to an organization that it may still answer, or by which it holds the whole. */
    private static Stream<Offer> liesWith(Chart chart, HandoffId whole, OrganizationId who) {
        return chart.handoffs().get(whole).stream()
                .filter(talks -> !talks.course().isEnded())
                .flatMap(talks -> Stream.concat(
                        talks.binding().stream(),
                        talks.offers().values().stream().filter(Offer::isLive)))
                .filter(offer -> offer.to().organization().equals(who));
    }

    /** A part for which somebody is still sought holds back the yes to the whole. */
    static void accepted(Desk desk, HandoffId whole) {
        sought(desk.chart(), whole)
                .forEach(part -> desk.refuse(
                        Reason.PART_NOT_ACCEPTED,
                        "answer/parts",
                        lieWith(part).map(Holder::role).distinct().toArray(Code[]::new)));
    }

    /** Whoever may still answer; where nobody may, whoever has to find somebody. */
    private static Stream<Holder> lieWith(Negotiation part) {
        List<Holder> asked = part.offers().values().stream()
                .filter(Offer::isLive)
                .map(Offer::to)
                .toList();
        return asked.isEmpty() ? part.sender().stream() : asked.stream();
    }

    /** The parts of a handoff that nobody has taken yet, or that have come back or are about to. */
    static Stream<Negotiation> sought(Chart chart, HandoffId whole) {
        return of(chart, whole).filter(part -> part.course() == Course.OFFERING || part.course() == Course.GIVING_BACK);
    }

    private static Stream<Negotiation> of(Chart chart, HandoffId whole) {
        return chart.handoffs().values().stream()
                .filter(part -> chart.wholes().get(part.id()).equals(Optional.of(whole)));
    }

    /** The parts that go on, of what lies with whoever has passed them on. */
    static List<Negotiation> underWay(Chart chart, HandoffId whole) {
        return of(chart, whole)
                .filter(part -> part.course() == Course.OFFERING
                        || part.course() == Course.HELD
                        || part.course() == Course.STARTED
                        || part.course() == Course.GIVING_BACK)
                .filter(part -> isAskedOf(chart, whole, part))
                .toList();
    }

    /** The whole is over, and a part goes on: whoever has passed it on looks whether it still should. */
    static void left(Desk desk, Code run, Pathway pathway, HandoffId whole, List<Negotiation> parts) {
        for (Negotiation part : parts) {
            if (!isAskedOf(desk.chart(), whole, part)) {
                Offer last = latest(part);
                Holder looks = Gone.here(desk, last.sender());
                Key look = new Key(
                        part.id().value(),
                        Kinds.LOOK_INTO,
                        "offer-" + last.number() + "-" + WHOLE_ENDED,
                        part.occurrence());
                desk.oweOnRun(
                        runOf(desk, part, run),
                        look,
                        looks,
                        looks,
                        desk.due(pathway.handoff().confirmWithin()));
            }
        }
    }

    private static Code runOf(Desk desk, Negotiation part, Code otherwise) {
        return desk.chart()
                .places()
                .get(part.id())
                .filter(run ->
                        desk.chart().runs().get(run).flatMap(desk.rules()::of).isPresent())
                .orElse(otherwise);
    }

    /** Whether the whole lies with whoever has passed the part on, or may come to them by a bid of theirs. */
    private static boolean isAskedOf(Chart chart, HandoffId whole, Negotiation part) {
        OrganizationId who = latest(part).sender().organization();
        return liesWith(chart, whole, who).findAny().isPresent()
                || chart.handoffs().get(whole).stream()
                        .filter(talks -> talks.taken().isEmpty())
                        .flatMap(talks -> talks.offers().values().stream())
                        .anyMatch(offer -> offer.state() instanceof OfferState.Accepted
                                && offer.to().organization().equals(who));
    }

    private static Offer latest(Negotiation part) {
        return part.offers().values().stream().reduce((first, last) -> last).orElseThrow();
    }
}
