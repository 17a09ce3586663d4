package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Offers;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Kinds;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.Fulfil;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Whoever was asked may find that nobody should do it, and ask that the request itself be cancelled: who placed it alone
 * decides that. Source: Clinical Order Workflow, authorization cancellation.
 */
class RequestCancellationTest extends TwoSites {

    private static final Predicate<Obligation> ASKED =
            look -> look.key().subject().equals("offer-1-cancellation-asked");

    private void offered() {
        with(PartnerProfiles.clinicalOrderWorkflow());
        offer();
    }

    private void bySender() {
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
    }

    private void says(String status) {
        foreign(t -> t.put("status", status));
        bySender();
    }

    private void theyAskToCancel(String focus) {
        ObjectNode abort = JsonNodeFactory.instance.objectNode().put("resourceType", "Task");
        abort.put("status", "requested").put("intent", "proposal");
        abort.putObject("code")
                .putArray("coding")
                .addObject()
                .put("system", FhirSystems.TASK_CODE)
                .put("code", "abort");
        abort.putObject("focus").put("reference", focus);
        abort.putObject("for").put("reference", "Patient/p1");
        abort.putObject("requester").put("reference", "Organization/receiver");
        abort.putObject("owner").put("reference", "Organization/sender");
        server.put("Task", "cancel-1", FhirJson.of(abort));
        bySender();
        bySender();
    }

    private String answer() {
        return server.tasks().stream()
                .filter(found -> found.id().equals("cancel-1"))
                .map(found -> found.json().element("status").asText())
                .findFirst()
                .orElseThrow();
    }

    private List<Obligation> looks() {
        return sender.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO);
    }

    private void looked() {
        looks().stream()
                .filter(ASKED)
                .forEach(look ->
                        assertThat(sender.does(new Fulfil(look.key()), now)).isEmpty());
        bySender();
    }

    @Test
    void afterADeclineItWaitsForAPersonAndTheRequestGoesOn() {
        offered();
        says("rejected");
        theyAskToCancel("ServiceRequest/s1");

        assertThat(answer()).isEqualTo("requested");
        assertThat(looks()).anyMatch(ASKED);
        looked();
        assertThat(answer()).isEqualTo("rejected");
        assertThat(server.all("ServiceRequest").get(0).json().element("status").asText())
                .isEqualTo("active");
    }

    @Test
    void afterTheyHaveFailedItWaitsForAPersonToo() {
        offered();
        says("accepted");
        says("in-progress");
        says("failed");
        theyAskToCancel("ServiceRequest/s1");

        assertThat(answer()).isEqualTo("requested");
        assertThat(looks()).anyMatch(ASKED);
    }

    @Test
    void theRequestOfOurOwnThatEndedWithTheOfferIsCancelled() {
        with(PartnerProfiles.clinicalOrderWorkflow());
        OfferHandoff named = asked("x");
        Ask ask = named.ask();
        Ask unnamed = new Ask(
                ask.code(),
                ask.person(),
                ask.priority(),
                Sensitive.none(),
                ask.description(),
                ask.input(),
                ask.finishBy());
        assertThat(sender.says(Offers.firm(named.to(), unnamed), now)).isEmpty();
        sender.settles(server, now);
        says("rejected");
        theyAskToCancel("ServiceRequest/" + server.all("ServiceRequest").get(0).id());

        assertThat(answer()).isEqualTo("requested");
        looked();
        assertThat(answer()).isEqualTo("accepted");
        assertThat(server.all("ServiceRequest").get(0).json().element("status").asText())
                .isEqualTo("revoked");
    }

    @Test
    void theTaskThatWeHaveWithdrawnMeanwhileIsStopped() {
        offered();
        theyAskToCancel("Task/" + task().path("id").asText());
        assertThat(sender.says(new WithdrawOffer(1, Code.of("no-longer-needed")), now))
                .isEmpty();
        bySender();
        bySender();
        assertThat(answer()).isEqualTo("requested");
        looked();

        assertThat(answer()).isEqualTo("accepted");
    }
}
