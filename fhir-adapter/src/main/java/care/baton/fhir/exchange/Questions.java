package care.baton.fhir.exchange;

import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import java.util.List;
import java.util.stream.IntStream;

/** What we have asked the sender and need not ask any more. */
final class Questions {

    /**
     * One question that is over.
     *
     * @param link the link of its CommunicationRequest
     * @param status what that should say
     */
    record Settled(Link link, String status) {}

    private Questions() {}

    /** Those that the server knows, or may know, and that are not open. */
    static List<Settled> settled(Stance stance, Links links, List<Asked> open) {
        Offer offer = stance.offer();
        return links.all().stream()
                .filter(link -> link.key().type().equals("CommunicationRequest")
                        && link.key().handoff().equals(stance.talks().id().value())
                        && link.key().isOf(offer.number())
                        && !link.key().part().endsWith("-focus")
                        && (link.id().isPresent() || link.tried() > 0)
                        && open.stream()
                                .noneMatch(one -> one.part().equals(link.key().part())))
                .map(link -> new Settled(link, isAnswered(offer, link) ? "completed" : "revoked"))
                .toList();
    }

    /** A question by its item; a condition by the acceptance that followed it, which nobody gives before it is met. */
    private static boolean isAnswered(Offer offer, Link link) {
        String part = link.key().part();
        boolean agreed = part.startsWith("offer-" + offer.number() + "-condition-")
                && offer.state() instanceof OfferState.Accepted;
        return agreed
                || offer.clarified().stream()
                        .anyMatch(item -> IntStream.rangeClosed(1, offer.rounds())
                                .anyMatch(round -> Asked.question(offer.number(), round, item)
                                        .equals(part)));
    }
}
