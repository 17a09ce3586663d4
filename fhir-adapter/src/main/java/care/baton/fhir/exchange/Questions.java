package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.partner.Channels;
import care.baton.fhir.partner.QuestionChannel;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffEvent.AnswerIntended;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What we ask the sender, each by itself, and what we need not ask any more. */
final class Questions {

    /**
     * One question that is over.
     *
     * @param link the link of its CommunicationRequest
     * @param status what that should say
     */
    record Settled(Link link, String status) {}

    /** What stands on a question that its partner has ended. */
    static final Code ENDED_BY_PARTNER = Code.of("question-ended-by-partner");

    private static final Set<String> ENDED = Set.of("revoked", "completed", "entered-in-error");

    private Questions() {}

    /** What goes out as a resource of its own, by the ways that this partner hears questions and proposals. */
    static List<Asked> open(Stance stance) {
        Offer offer = stance.offer();
        Channels ways = stance.endpoint().profile().channels();
        Optional<AnswerIntended> intended = offer.intended();
        List<Asked> asked = new ArrayList<>();
        boolean questions = !isOnTheTask(ways.clarification());
        if (questions && intended.isPresent() && intended.get().answer() instanceof Answer.RequestClarification c) {
            asked.addAll(Asked.questions(offer.number(), offer.rounds() + 1, c.questions()));
        } else if (questions && offer.state() instanceof OfferState.Clarifying c) {
            asked.addAll(Asked.items(offer.number(), c.round(), c.open()));
        }
        List<Condition> proposed = offer.state() instanceof OfferState.Proposed p ? p.conditions() : List.of();
        boolean apart = !isOnTheTask(ways.proposal());
        for (int n = 1; apart && n <= proposed.size(); n++) {
            asked.add(Asked.condition(offer.number(), n, proposed.get(n - 1)));
        }
        return asked;
    }

    private static boolean isOnTheTask(QuestionChannel way) {
        return way == QuestionChannel.NOTE || way == QuestionChannel.NONE;
    }

    /** The partner has ended a question that we still ask: nobody there answers it any more. */
    static boolean isEndedByPartner(Link link, Optional<Stance> stance, FhirJson found) {
        return ENDED.contains(found.element("status").asText(""))
                && stance.filter(s -> !s.sends())
                        .filter(s -> open(s).stream()
                                .anyMatch(one -> one.part().equals(link.key().part())))
                        .isPresent();
    }

    /** Those that the server knows, or may know, and that are not open. */
    static List<Settled> settled(Stance stance, Links links, List<Asked> open) {
        Offer offer = stance.offer();
        return links.all().stream()
                .filter(link -> link.key().type().equals("CommunicationRequest")
                        && link.key().handoff().equals(stance.talks().id().value())
                        && link.key().isOf(offer.number())
                        && !link.key().isFocus()
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
