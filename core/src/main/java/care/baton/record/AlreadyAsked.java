package care.baton.record;

import care.baton.handoff.Ask;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import java.util.List;
import java.util.Objects;

/**
 * The same was asked for this person before, and is still open: what a host warns of before it is asked once more. It
 * stands in nobody's way.
 *
 * @param handoff in which handoff
 * @param offer which offer of it, from 1
 * @param run which run it serves
 * @param to who was asked
 * @param accepted whether they have accepted, and not only been asked
 */
public record AlreadyAsked(HandoffId handoff, int offer, Code run, Holder to, boolean accepted) {

    /** Checks that nothing is absent. */
    public AlreadyAsked {
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(to, "to");
    }

    /**
     * Where the same is asked on a record, and neither declined, withdrawn nor over.
     *
     * @param chart what stands on the record
     * @param ask what somebody is about to ask
     * @param within the handoff in which it would be asked: several offers of one handoff are no duplicates
     * @return every open offer of the same code in another handoff, by handoff and number
     */
    public static List<AlreadyAsked> of(Chart chart, Ask ask, HandoffId within) {
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(ask, "ask");
        Objects.requireNonNull(within, "within");
        return chart.handoffs().values().stream()
                .filter(talks -> !talks.id().equals(within) && !talks.course().isEnded())
                .flatMap(talks -> talks.offers().values().stream()
                        .filter(o -> o.ask().code().equals(ask.code()) && isOpen(o))
                        .map(o -> of(chart, talks, o)))
                .toList();
    }

    private static boolean isOpen(Offer offer) {
        return !(offer.state() instanceof OfferState.Declined) && !(offer.state() instanceof OfferState.Withdrawn);
    }

    private static AlreadyAsked of(Chart chart, Negotiation talks, Offer offer) {
        return new AlreadyAsked(
                talks.id(),
                offer.number(),
                chart.places().get(talks.id()).orElseThrow(),
                offer.to(),
                offer.state() instanceof OfferState.Accepted);
    }
}
