package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.Kinds;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.record.RecordCommand.Fulfil;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever asks us once more to stop the same is answered once more. */
class AskedToStopTwiceTest extends TwoSites {

    private void held() {
        with(PartnerProfiles.clinicalOrderWorkflow());
        accepted();
    }

    private void theyAsk(String id) {
        ObjectNode abort = JsonNodeFactory.instance.objectNode().put("resourceType", "Task");
        abort.put("status", "requested").put("intent", "order");
        abort.putObject("code")
                .putArray("coding")
                .addObject()
                .put("system", FhirSystems.TASK_CODE)
                .put("code", "abort");
        abort.putObject("focus").put("reference", "Task/" + task().path("id").asText());
        server.put("Task", id, FhirJson.of(abort));
        byReceiver();
        byReceiver();
    }

    private void byReceiver() {
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
    }

    private String answer(int asking) {
        return server.tasks().get(asking).json().element("status").asText();
    }

    private List<Obligation> looks() {
        return receiver.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO);
    }

    private List<String> subjects() {
        return looks().stream().map(look -> look.key().subject()).toList();
    }

    private void looked() {
        looks().forEach(look ->
                assertThat(receiver.does(new Fulfil(look.key()), now)).isEmpty());
        byReceiver();
    }

    @Test
    void afterANoAPersonLooksASecondTime() {
        held();
        theyAsk("abort-1");
        looked();
        assertThat(answer(1)).isEqualTo("rejected");

        theyAsk("abort-2");
        assertThat(subjects()).containsExactly("offer-1-cancellation-asked");
        assertThat(answer(2)).isEqualTo("requested");
        looked();
        assertThat(answer(2)).isEqualTo("rejected");
    }

    @Test
    void afterAYesItIsYesAgainAndNobodyNeedsToLookAgain() {
        held();
        theyAsk("abort-1");
        assertThat(receiver.says(new GiveBack(Code.of("no-longer-needed")), now))
                .isEmpty();
        looked();
        assertThat(answer(1)).isEqualTo("accepted");

        theyAsk("abort-2");
        assertThat(answer(2)).isEqualTo("accepted");
        assertThat(subjects()).isEmpty();
    }

    @Test
    void whatAsksAgainIsAnsweredAlsoWhereTheFirstHasBeenDeleted() {
        held();
        theyAsk("abort-1");
        server.remove("Task", "abort-1");
        receiver.links = receiver.links.with(
                receiver.links.to("Task", "abort-1").map(Link::hinted).orElseThrow());
        receiver.settles(server, now);
        theyAsk("abort-2");
        looked();

        assertThat(answer(1)).isEqualTo("rejected");
    }
}
