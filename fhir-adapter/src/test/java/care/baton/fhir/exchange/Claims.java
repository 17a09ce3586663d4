package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Limits;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.Holding;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.TaskContext;
import care.baton.fhir.task.TaskReader;
import care.baton.handoff.Answer;
import care.baton.handoff.Course;
import care.baton.handoff.Offer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** How much a Task claims to a reader who knows nothing of ours, and how much is true. One table of "stronger". */
final class Claims {

    /** From the weakest: each claims more than the one before of what its owner has taken on. */
    enum Claim {
        /** That its owner does not hold it. */
        NOT_HELD,
        /** That it is asked. */
        ASKED,
        /** That its owner holds it. */
        HELD,
        /** That its owner has begun. */
        BEGUN,
        /** That its owner reports it done. */
        DONE
    }

    /** The states of offers, courses and sides that were looked at. */
    final Set<String> cells = new ConcurrentSkipListSet<>();

    /** What a plain reader of R4 takes from it. */
    static Claim plain(FhirJson task, Endpoint endpoint) {
        FhirJson bare = stripped(task);
        SeenTask seen = SeenTask.of(bare, Optional.empty());
        byte[] bytes = bare.text().getBytes(StandardCharsets.UTF_8);
        Holding holding = TaskReader.read(bytes, Limits.standard(), TaskContext.firstSeen(endpoint.profile()))
                .holding();
        TaskStatus status = seen.status().orElseThrow();
        return switch (status) {
            case DRAFT, REQUESTED, RECEIVED, READY -> Claim.ASKED;
            case REJECTED, CANCELLED, FAILED, ENTERED_IN_ERROR -> Claim.NOT_HELD;
            case ACCEPTED -> isBid(seen, endpoint) ? Claim.ASKED : Claim.HELD;
            case IN_PROGRESS, ON_HOLD -> holding == Holding.SAYS_HELD ? Claim.BEGUN : Claim.ASKED;
            case COMPLETED -> Claim.DONE;
        };
    }

    /** Where the guide itself says that an accepted proposal, or a Task of a code of its own, is a bid. */
    private static boolean isBid(SeenTask seen, Endpoint endpoint) {
        return switch (endpoint.profile().channels().selection()) {
            case NONE -> false;
            case INTENT_PROPOSAL -> seen.intent().equals(Optional.of("proposal"));
            case REQUEST_FULFILLMENT ->
                seen.code().stream().anyMatch(code -> code.code().equals("request-fulfillment"));
        };
    }

    /** The most that may be claimed by a side that writes from where its record stands. */
    static Claim most(Stance stance) {
        Offer offer = stance.offer();
        if (stance.sends()) {
            return stance.accepted() && !stance.invites() ? Claim.DONE : Claim.ASKED;
        }
        boolean accepts = offer.intended()
                .filter(i -> i.answer() instanceof Answer.Accept)
                .isPresent();
        if (!stance.accepted() || stance.invites()) {
            return accepts && !stance.invites() ? Claim.HELD : Claim.ASKED;
        }
        Course course = stance.talks().course();
        boolean anothers = !stance.binding() && !stance.validating() && course != Course.CLOSED;
        return switch (anothers ? Course.OFFERING : course) {
            case HELD -> Claim.HELD;
            case STARTED -> Claim.BEGUN;
            case DONE, VALIDATING, CLOSED -> Claim.DONE;
            case GIVING_BACK, OFFERING, RECORDED_IN_ERROR -> Claim.NOT_HELD;
        };
    }

    void look(Site site, Request.Update update) {
        if (!update.key().type().equals("Task")
                || !site.offer().isLive()
                        && !site.talks().orElseThrow().course().isWithReceiver()) {
            return;
        }
        if (!update.key().isOf(site.offer().number())) {
            return;
        }
        String state = site.endpoint.own().role() + " "
                + site.offer().state().getClass().getSimpleName()
                + site.offer()
                        .intended()
                        .map(i -> "+" + i.answer().getClass().getSimpleName())
                        .orElse("")
                + (site.offer().withdrawing().isPresent() ? "+withdrawing" : "")
                + " " + site.talks().orElseThrow().course();
        cells.add(state);
        Claim plain = plain(update.body(), site.endpoint);
        boolean mark = site.endpoint.own().equals(Two.SENDER);
        if (!mark) {
            assertThat(plain)
                    .as("what a plain reader takes from " + state)
                    .isLessThanOrEqualTo(most(Stance.of(site.talks().orElseThrow(), site.offer(), site.endpoint)
                            .orElseThrow()));
        }
    }

    static FhirJson stripped(FhirJson task) {
        ObjectNode tree = task.tree();
        if (tree.get("extension") instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (list.get(i).path("url").asText("").startsWith(FhirSystems.OURS)) {
                    list.remove(i);
                }
            }
        }
        return FhirJson.of(tree);
    }
}
