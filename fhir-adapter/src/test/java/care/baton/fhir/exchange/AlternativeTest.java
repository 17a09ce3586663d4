package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Salt;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a partner would rather do is no answer that a machine reads: somebody of the sender's looks at it. */
class AlternativeTest extends TwoSites {

    private static final String LOOK = "offer-1-alternative-proposed";

    private void offered() {
        with(PartnerProfiles.clinicalOrderWorkflow());
        offer();
    }

    private void rejected(Consumer<ObjectNode> how) {
        offered();
        foreign(task -> {
            task.put("status", "rejected");
            how.accept(task);
        });
        bySender();
    }

    private void bySender() {
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
    }

    private void sends(Consumer<ObjectNode> how) {
        ObjectNode task = JsonNodeFactory.instance.objectNode().put("resourceType", "Task");
        task.put("status", "requested").put("intent", "proposal");
        task.putObject("requester").put("reference", "Organization/receiver");
        task.putObject("owner").put("reference", "Organization/sender");
        how.accept(task);
        server.put("Task", "theirs", FhirJson.of(task));
        bySender();
    }

    private List<String> looks() {
        return sender.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    private static void code(ObjectNode task, String code) {
        task.putObject("code")
                .putArray("coding")
                .addObject()
                .put("system", FhirSystems.TASK_CODE)
                .put("code", code);
    }

    @Test
    void aTaskRejectedForAnAlternativeIsDeclinedAndLookedAt() {
        rejected(task -> task.putObject("statusReason").put("text", "Alternative Proposal"));

        assertThat(sender.offer().state()).isInstanceOf(OfferState.Declined.class);
        assertThat(looks()).contains(LOOK);
        assertThat(sender.issues).contains("alternative-proposed");
        assertThat(holds(sender)).isTrue();
    }

    @Test
    void aRequestThatComesOutOfARejectedTaskIsLookedAt() {
        rejected(task -> {
            ObjectNode output = task.putArray("output").addObject();
            output.putObject("type").put("text", "Alternative");
            output.putObject("valueReference").put("reference", "ServiceRequest/proposed");
        });

        assertThat(looks()).contains(LOOK);
    }

    @Test
    void aTaskThatIsOnlyRejectedProposesNothing() {
        rejected(task -> task.putObject("statusReason").put("text", "No room"));

        assertThat(looks()).doesNotContain(LOOK);
    }

    @Test
    void aTaskOfThePartnersInPlaceOfOursIsLookedAtOnce() {
        offered();
        sends(task -> {
            code(task, "fulfill");
            task.withArray("extension")
                    .addObject()
                    .put("url", FhirSystems.TASK_REPLACES)
                    .putObject("valueReference")
                    .put("reference", "Task/" + task().path("id").asText());
        });
        bySender();

        assertThat(looks()).containsExactly(LOOK);
        assertThat(sender.offer().state()).isInstanceOf(OfferState.Awaiting.class);
        assertThat(status()).isEqualTo("requested");
    }

    @Test
    void aProposalAboutTheSameRequestIsLookedAt() {
        offered();
        sends(task -> {
            code(task, "fulfill");
            task.putObject("focus").put("reference", "ServiceRequest/s1");
        });

        assertThat(looks()).containsExactly(LOOK);
    }

    @Test
    void aTaskThatAsksToReplaceTheRequestIsLookedAtAndOneThatAsksToPauseItIsNamedSo() {
        offered();
        sends(task -> {
            code(task, "replace");
            task.putObject("focus").put("reference", "ServiceRequest/s1");
        });
        assertThat(looks()).containsExactly(LOOK);

        AlternativeTest other = new AlternativeTest();
        other.offered();
        other.sends(task -> {
            code(task, "suspend");
            task.putObject("focus").put("reference", "ServiceRequest/s1");
        });
        assertThat(other.looks()).containsExactly("offer-1-change-asked");
    }

    @Test
    void aProposalAboutSomethingElseIsNoBusinessOfThisOne() {
        offered();
        sends(task -> {
            code(task, "fulfill");
            task.putObject("focus").put("reference", "ServiceRequest/other");
        });

        assertThat(looks()).isEmpty();
    }

    private static void inPlaceOf(ObjectNode task, String id) {
        task.withArray("/extension")
                .addObject()
                .put("url", FhirSystems.TASK_REPLACES)
                .putObject("valueReference")
                .put("reference", "Task/" + id);
    }

    private void bySenders(Consumer<ObjectNode> how) {
        ObjectNode task = JsonNodeFactory.instance.objectNode().put("resourceType", "Task");
        task.put("status", "requested").put("intent", "order");
        task.putObject("requester").put("reference", "Organization/sender");
        task.putObject("owner").put("reference", "Organization/receiver");
        task.putObject("for").put("reference", "Patient/p1");
        how.accept(task);
        server.put("Task", "theirs", FhirJson.of(task));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
    }

    private List<String> looksOfTheReceiver() {
        return receiver.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    private void replaced(ObjectNode task) {
        code(task, "fulfill");
        task.putObject("focus").put("reference", "ServiceRequest/s3");
        inPlaceOf(task, task().path("id").asText());
    }

    @Test
    void aTaskInPlaceOfTheOneThatWeHoldIsLookedAtBeforeItIsDoneTwice() {
        accepted();
        bySenders(this::replaced);

        assertThat(looksOfTheReceiver()).containsExactly("offer-1-change-asked");
        assertThat(holds(receiver)).isTrue();
    }

    @Test
    void inPlaceOfOneThatIsOverItIsAnOfferLikeAnyOther() {
        offer();
        foreign(task -> task.put("status", "cancelled"));
        bySenders(this::replaced);

        assertThat(looksOfTheReceiver()).isEmpty();
    }

    @Test
    void whoeverAskedForItAsksForAChangeAndProposesNothing() {
        for (String code : List.of("change", "replace", "suspend")) {
            AlternativeTest each = new AlternativeTest();
            each.with(PartnerProfiles.clinicalOrderWorkflow());
            each.accepted();
            each.bySenders(task -> {
                code(task, code);
                task.putObject("focus")
                        .put("reference", "Task/" + each.task().path("id").asText());
            });

            assertThat(each.looksOfTheReceiver()).as(code).containsExactly("offer-1-change-asked");
        }
    }

    /** Such as where the table of a partner was changed in between. */
    @Test
    void whatProposesSomethingAboutATaskThatIsNotExchangedThereAnyMoreIsNoBusinessOfOurs() {
        offered();
        ObjectNode task = JsonNodeFactory.instance.objectNode().put("resourceType", "Task");
        task.put("status", "requested").put("intent", "proposal");
        task.putObject("focus").put("reference", "Task/" + server.tasks().get(0).id());
        server.put("Task", "theirs", FhirJson.of(task));
        Holder another = Holder.of(OrganizationId.of("Organization/another"), Two.RECEIVER.role());
        Endpoint elsewhere = new Endpoint(
                sender.endpoint.base(), sender.endpoint.profile(), another, Two.SENDER, "Organization/sender");

        Absorbed page = new Exchange(elsewhere, Two.rules())
                .absorb(sender.record, sender.links, server.page(), Salt.of(new byte[32]), now);

        assertThat(page.entries()).isEmpty();
    }
}
