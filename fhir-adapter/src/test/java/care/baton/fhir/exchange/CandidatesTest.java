package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.catalog.Roles;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Offers;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferKind;
import care.baton.handoff.OfferState;
import care.baton.outcome.Refusal;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.record.RecordCommand.RecordAgreement;
import care.baton.time.SameDay;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Several are asked at once by Clinical Order Workflow: who would take it bids, one is chosen, the others are told. */
class CandidatesTest extends TwoSites {

    private static final PartnerProfile COW = PartnerProfiles.clinicalOrderWorkflow();
    private static final Holder SECOND =
            new Holder(OrganizationId.of("Organization/second"), Roles.INTAKE_MANAGER, Optional.empty());

    /** The sender's exchange with the second candidate; the record is the one that both exchanges have. */
    private final Site second =
            new Site(new Endpoint(Two.senders(COW).base(), COW, SECOND, Two.SENDER, "Organization/sender"), Two.START);

    private void ask(OfferKind kind, Holder to) {
        OfferHandoff firm = asked("ServiceRequest/s1");
        HandoffCommand offer = Offers.of(kind, to, firm.ask());
        assertThat(sender.says(offer, now)).isEmpty();
    }

    private void invite() {
        with(COW);
        server.put("ServiceRequest", "s1", FhirJson.of(order()));
        Agreement agreed = Agreement.builder()
                .partner(SECOND.organization())
                .channel(Channel.ELECTRONIC)
                .respondWithin(new SameDay())
                .from(Two.START)
                .build();
        List<Refusal> none = sender.does(new RecordAgreement(agreed), now);
        assertThat(none).isEmpty();
        ask(OfferKind.INVITATION, Two.RECEIVER);
        ask(OfferKind.INVITATION, SECOND);
        all();
    }

    /** Both exchanges look and send what is owed. */
    private void all() {
        for (int i = 0; i < 2; i++) {
            sender.absorbs(server.page(), now);
            sender.settles(server, now);
            second.record = sender.record;
            second.absorbs(server.page(), now);
            second.settles(server, now);
            sender.record = second.record;
        }
        now = now.plusSeconds(60);
    }

    private ObjectNode task(int offer) {
        return server.tasks().stream()
                .map(found -> found.json().tree())
                .filter(task -> task.path("identifier").toString().contains("/offer-" + offer + "\""))
                .findFirst()
                .orElseThrow();
    }

    /** A candidate who knows nothing of Baton writes on its Task. */
    private void writes(int offer, Consumer<ObjectNode> change) {
        server.foreign("Task", task(offer).path("id").asText(), change);
    }

    private static List<String> looks(Site site) {
        return site.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    private OfferState state(int offer) {
        return sender.talks().orElseThrow().offers().get(offer).orElseThrow().state();
    }

    @Test
    void eachCandidateGetsAnOrderOfTheCodeForSeveral() {
        invite();

        assertThat(server.tasks()).hasSize(2);
        for (int offer : List.of(1, 2)) {
            assertThat(task(offer).path("intent").asText()).isEqualTo("order");
            assertThat(task(offer).path("code").path("coding").toString())
                    .contains(FhirSystems.COW_CODES, "request-fulfillment")
                    .doesNotContain("\"fulfill\"");
        }
        assertThat(sender.issues).doesNotContain("invitation-not-sent");
    }

    @Test
    void whoWouldTakeItBidsAndNothingMovesByIt() {
        invite();
        writes(1, task -> task.put("status", "accepted"));
        writes(2, task -> task.put("status", "accepted"));
        all();

        assertThat(state(1)).isInstanceOf(OfferState.Accepted.class);
        assertThat(state(2)).isInstanceOf(OfferState.Accepted.class);
        assertThat(holds(sender)).isTrue();
        assertThat(sender.refused).isEmpty();
        assertThat(second.refused).isEmpty();
    }

    @Test
    void theOneThatIsChosenGetsAFirmOfferAndTheOtherIsToldThatItIsNot() {
        invite();
        writes(1, task -> task.put("status", "accepted"));
        writes(2, task -> task.put("status", "accepted"));
        all();
        ask(OfferKind.FIRM, SECOND);
        all();

        assertThat(task(1).path("status").asText()).isEqualTo("cancelled");
        assertThat(task(1).path("statusReason").toString()).contains("another-selected");
        assertThat(state(1)).isInstanceOf(OfferState.Withdrawn.class);
        assertThat(task(2).path("status").asText()).isEqualTo("accepted");
        assertThat(task(3).path("code").toString()).contains("\"fulfill\"");
        assertThat(task(3).path("owner").path("reference").asText()).isEqualTo("Organization/second");
        assertThat(task(3).path("extension").toString())
                .contains(
                        FhirSystems.TASK_REPLACES, "Task/" + task(2).path("id").asText());
        assertThat(holds(sender)).isTrue();

        writes(3, task -> task.put("status", "accepted"));
        all();

        assertThat(sender.owner(now)).map(Holder::organization).hasValue(SECOND.organization());
    }

    @Test
    void aCandidateThatHasBegunOnItsBidIsAskedToStop() {
        invite();
        writes(1, task -> task.put("status", "in-progress"));
        all();
        ask(OfferKind.FIRM, SECOND);
        all();

        assertThat(task(1).path("status").asText()).isEqualTo("in-progress");
        ObjectNode abort = server.tasks().stream()
                .map(found -> found.json().tree())
                .filter(task -> task.path("code").toString().contains("\"abort\""))
                .findFirst()
                .orElseThrow();
        assertThat(abort.path("focus").path("reference").asText())
                .isEqualTo("Task/" + task(1).path("id").asText());
        assertThat(abort.path("reasonCode").toString()).contains("another-selected");

        writes(1, task -> task.put("status", "cancelled"));
        all();
        assertThat(state(1)).isInstanceOf(OfferState.Withdrawn.class);
    }

    @Test
    void aCandidateThatDeclinesForAReasonOfItsOwnIsNotWaitedFor() {
        invite();
        writes(1, task -> {
            task.put("status", "rejected");
            task.putObject("statusReason").put("text", "We are full");
        });
        all();

        assertThat(state(1)).isInstanceOf(OfferState.Withdrawn.class);
        assertThat(state(2)).isInstanceOf(OfferState.Awaiting.class);
        assertThat(sender.issues).contains("declined-for-a-reason-not-listed");
        assertThat(sender.refused).isEmpty();
    }

    @Test
    void weBidOnAPartnersTaskOfThatCodeAndThatItChoseUsIsForAPerson() {
        invite();
        receiver.takes(server.page(), now);
        assertThat(receiver.offer().kind()).isEqualTo(OfferKind.INVITATION);
        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(task(1).path("status").asText()).isEqualTo("accepted");
        assertThat(task(1).path("businessStatus").path("text").asText()).isEqualTo(Faces.BID);
        assertThat(holds(receiver)).isFalse();
        assertThat(looks(receiver)).isEmpty();

        writes(1, task -> task.putObject("businessStatus").put("text", "Selected"));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(looks(receiver)).containsExactly("offer-1-bid-chosen");
        assertThat(holds(receiver)).isFalse();
    }

    @Test
    void eachIsToldUntilWhenItIsAskedToAnswer() {
        invite();
        Map<Integer, Instant> until = Map.of(3, now.plusSeconds(7_200), 4, now.plusSeconds(3_600));
        for (int offer : List.of(3, 4)) {
            OfferHandoff plain = asked("ServiceRequest/s1");
            assertThat(sender.says(
                            new OfferHandoff(
                                    OfferKind.INVITATION,
                                    Two.RECEIVER,
                                    plain.ask(),
                                    plain.content(),
                                    plain.arbiter(),
                                    Optional.of(until.get(offer)),
                                    Optional.empty()),
                            now))
                    .isEmpty();
        }
        all();

        until.forEach((offer, time) -> assertThat(
                        task(offer).path("businessStatus").path("text").asText())
                .contains(time.toString()));
    }
}
