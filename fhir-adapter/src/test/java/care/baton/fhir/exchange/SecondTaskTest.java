package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import care.baton.record.RecordCommand.Fulfil;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The server has stored one offer twice: an answer on either answers it, and the other is cancelled. */
class SecondTaskTest extends TwoSites {

    private static final String SECOND = "offer-1-second-of-one-identifier";
    private static final String OTHER = "t9";

    /** The first request has no answer, nothing is found, and it is sent again: by then the first may be on its way. */
    @Override
    void offer() {
        server.put("ServiceRequest", "s1", FhirJson.of(order()));
        assertThat(sender.says(asked("ServiceRequest/s1"), now)).isEmpty();
        Request.Create lost = (Request.Create) sender.plans(now).get(0);
        sender.absorbs(new Response.Unknown(Optional.of(lost.key()), lost.number()), now);
        sender.settles(server, now);
        now = now.plusSeconds(60);
    }

    @Test
    void itIsNamedAndCancelledWhileNobodyHasAnsweredEither() {
        stored();

        assertThat(sender.issues).contains("second-of-one-identifier");
        assertThat(status(OTHER)).isEqualTo("cancelled");
        assertThat(status(first())).isEqualTo("requested");
        assertThat(looks()).isEmpty();

        answered(first(), "accepted");
        assertThat(holds(sender)).isFalse();
        assertThat(looks()).isEmpty();
    }

    @Test
    void aYesOnItIsAYesToTheOfferAndTheFirstIsCancelled() {
        offer();
        storesItTwice();
        answered(OTHER, "accepted");

        assertThat(holds(sender)).isFalse();
        assertThat(sender.offer().state()).isInstanceOf(OfferState.Accepted.class);
        assertThat(status(first())).isEqualTo("cancelled");
        assertThat(status(OTHER)).isEqualTo("accepted");
        assertThat(looks()).isEmpty();
    }

    @Test
    void whatComesAfterTheYesIsReadWhereTheYesWasSaid() {
        offer();
        storesItTwice();
        answered(OTHER, "accepted");
        answered(OTHER, "in-progress");
        assertThat(sender.talks().orElseThrow().course()).isEqualTo(Course.STARTED);

        answered(OTHER, "failed");
        assertThat(holds(sender)).isTrue();
    }

    @Test
    void aNoOnItIsANoToTheOffer() {
        offer();
        storesItTwice();
        answered(OTHER, "rejected");

        assertThat(sender.offer().state()).isInstanceOf(OfferState.Declined.class);
        assertThat(holds(sender)).isTrue();
        assertThat(status(first())).isEqualTo("cancelled");
    }

    @Test
    void whereBothAreAnsweredTheFirstThatWasReadCountsAndSomebodyLooksOnceForEachStatus() {
        offer();
        storesItTwice();
        answered(first(), "accepted");
        assertThat(holds(sender)).isFalse();
        assertThat(status(OTHER)).isEqualTo("cancelled");

        answered(OTHER, "accepted");
        assertThat(looks()).containsExactly(SECOND);
        sender.record
                .chart()
                .obligations()
                .openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO)
                .forEach(look ->
                        assertThat(sender.does(new Fulfil(look.key()), now)).isEmpty());
        reads();
        assertThat(looks()).isEmpty();
        answered(OTHER, "in-progress");
        assertThat(looks()).containsExactly(SECOND);
        assertThat(status(first())).isEqualTo("accepted");
    }

    @Test
    void whenTheOfferIsWithdrawnBothAre() {
        offer();
        storesItTwice();
        assertThat(sender.says(new WithdrawOffer(1, Code.of("not-needed")), now))
                .isEmpty();
        reads();

        assertThat(status(first())).isEqualTo("cancelled");
        assertThat(status(OTHER)).isEqualTo("cancelled");
        assertThat(sender.plans(now)).isEmpty();
    }

    @Test
    void anAnswerThatIsReadBeforeItWasCancelledCounts() {
        offer();
        storesItTwice();
        sender.absorbs(server.page(), now);
        foreign(OTHER, task -> task.put("status", "accepted"));
        sender.settles(server, now);

        assertThat(holds(sender)).isFalse();
        assertThat(status(first())).isEqualTo("cancelled");
    }

    @Test
    void oneThatWeCannotHaveSentIsNotTouchedAndAnswersNothing() {
        super.offer();
        storesItTwice();
        reads();
        assertThat(status(OTHER)).isEqualTo("requested");
        assertThat(looks()).isEmpty();

        answered(OTHER, "accepted");
        assertThat(holds(sender)).isTrue();
        assertThat(looks()).containsExactly(SECOND);
        assertThat(status(first())).isEqualTo("requested");
    }

    @Test
    void aThirdIsLookedAtOnceSomebodyAnswersIt() {
        offer();
        storesItTwice();
        server.put("Task", "t8", FhirJson.of(task()));
        foreign("t8", task -> task.put("status", "accepted"));
        foreign(OTHER, task -> task.put("status", "accepted"));
        reads();

        assertThat(looks()).containsExactly(SECOND);
        assertThat(holds(sender)).isFalse();
    }

    @Test
    void whereSomebodyElseHasAnsweredTheFirstBothStandAndSomebodyLooks() {
        offer();
        storesItTwice();
        foreign(
                first(),
                task -> task.put("status", "accepted").putObject("owner").put("reference", "Organization/other"));
        reads();
        assertThat(status(OTHER)).isEqualTo("requested");

        answered(OTHER, "accepted");
        assertThat(holds(sender)).isTrue();
        assertThat(looks()).contains(SECOND);
        assertThat(status(first())).isEqualTo("accepted");
    }

    @Test
    void anotherIsCancelledOnceTheOneBeforeItIs() {
        stored();
        server.put("Task", "t8", FhirJson.of(task()));
        reads();

        assertThat(status("t8")).isEqualTo("cancelled");
        assertThat(status(first())).isEqualTo("requested");
    }

    @Test
    void oneThatIsCancelledAlreadyAsksNothingOfAnybody() {
        offer();
        storesItTwice();
        answered(OTHER, "cancelled");

        assertThat(looks()).isEmpty();
        assertThat(sender.links.every("Task", OTHER)).isEmpty();
    }

    @Test
    void itIsLookedAfterEachDayUntilTheActionCloses() {
        stored();
        now = now.plus(Duration.ofDays(1));

        assertThat(sender.plans(now))
                .filteredOn(Request.Read.class::isInstance)
                .extracting(request -> ((Request.Read) request).id())
                .contains(OTHER);
    }

    @Test
    void conditionsOnItAreThePartnersWordOnTheOfferAndTheFirstIsCancelled() {
        offer();
        storesItTwice();
        foreign(OTHER, task -> task.putObject("businessStatus").put("text", "Proposed on conditions, not accepted"));
        reads();

        assertThat(status(OTHER)).isEqualTo("requested");
        assertThat(looks()).containsExactly("offer-1-partner-asks");
        assertThat(status(first())).isEqualTo("cancelled");
    }

    @Test
    void aRemarkOnItIsHeardOnce() {
        offer();
        storesItTwice();
        foreign(OTHER, task -> task.withArray("/note").addObject().put("text", "Which entrance?"));
        sender.absorbs(server.page(), now);
        List<Message> heard = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            sender.plans(now)
                    .forEach(request -> heard.addAll(
                            sender.absorbs(server.perform(request), now).messages()));
        }

        assertThat(heard).extracting(message -> message.text().text()).containsExactly(Optional.of("Which entrance?"));
    }

    @Test
    void whatAsksForAChangeOfItAsksForAChangeOfTheOffer() {
        stored();
        ObjectNode change = JsonNodeFactory.instance.objectNode().put("resourceType", "Task");
        change.put("status", "requested").put("intent", "order");
        change.putObject("code")
                .putArray("coding")
                .addObject()
                .put("system", FhirSystems.TASK_CODE)
                .put("code", "change");
        change.putObject("focus").put("reference", "Task/" + OTHER);
        change.putObject("requester").put("reference", "Organization/receiver");
        change.putObject("owner").put("reference", "Organization/sender");
        server.put("Task", "t10", FhirJson.of(change));
        reads();

        assertThat(looks()).containsExactly("offer-1-alternative-proposed");
    }

    @Test
    void oneThatIsDeletedAsksNothingOfAnybodyAndTheNextIsCancelled() {
        stored();
        server.remove("Task", OTHER);
        sender.links = sender.links.with(
                sender.links.to("Task", OTHER).map(Link::hinted).orElseThrow());
        sender.settles(server, now);
        assertThat(looks()).isEmpty();

        server.put("Task", "t8", FhirJson.of(task()));
        reads();
        assertThat(status("t8")).isEqualTo("cancelled");
    }

    @Test
    void oneThatIsDeletedBeforeItWasEverReadKeepsTheNextFromNobody() {
        offer();
        storesItTwice();
        sender.absorbs(server.page(), now);
        server.remove("Task", OTHER);
        sender.settles(server, now);
        assertThat(looks()).isEmpty();

        server.put("Task", "t8", FhirJson.of(task()));
        reads();
        assertThat(status("t8")).isEqualTo("cancelled");
    }

    private void stored() {
        offer();
        storesItTwice();
        reads();
    }

    private void storesItTwice() {
        server.put("Task", OTHER, server.tasks().get(0).json());
    }

    private String first() {
        return server.tasks().get(0).id();
    }

    private void answered(String id, String status) {
        foreign(id, task -> task.put("status", status));
        reads();
    }

    private void foreign(String id, Consumer<ObjectNode> change) {
        server.foreign("Task", id, change);
    }

    private String status(String id) {
        return server.tasks().stream()
                .filter(found -> found.id().equals(id))
                .map(found -> found.json().element("status").asText())
                .findFirst()
                .orElseThrow();
    }

    private void reads() {
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
    }

    private List<String> looks() {
        return sender.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(look -> look.key().subject())
                .toList();
    }
}
