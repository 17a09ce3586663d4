package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Offers;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Ask;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a bid by Clinical Order Workflow: it is chosen, replaced by an order of its own, or ended. */
class BidTest extends TwoSites {

    private void bid() {
        bid(asked("ServiceRequest/s1").ask());
    }

    private void bid(Ask ask) {
        with(PartnerProfiles.clinicalOrderWorkflow());
        server.put("ServiceRequest", "s1", FhirJson.of(order()));
        OfferHandoff firm = asked("ServiceRequest/s1");
        assertThat(sender.says(Offers.inviting(firm.to(), ask), now)).isEmpty();
        sender.settles(server, now);
        receiver.takes(server.page(), now);
        receiver.settles(server, now);
        answer(new Answer.Accept());
        bothRead();
    }

    private void isChosen() {
        foreign(task -> {
            task.putObject("businessStatus").put("text", "selected");
            ((ObjectNode) task.path("code").path("coding").path(0))
                    .put("system", FhirSystems.TASK_CODE)
                    .put("code", "fulfill");
        });
    }

    private Absorbed takesTheOrder() {
        Response.Found found = server.tasks().get(0);
        return taken(found);
    }

    private List<String> toLookInto() {
        return toLookInto(receiver);
    }

    private static List<String> toLookInto(Site site) {
        return site.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    private OfferState state(Site site, int offer) {
        return site.talks().orElseThrow().offers().get(offer).orElseThrow().state();
    }

    @Test
    void aBidThatIsChosenOnItsOwnTaskIsTakenAsTheOrderAndHeldOnceAccepted() {
        bid();
        isChosen();
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
        assertThat(toLookInto()).contains("offer-1-bid-chosen");

        Absorbed order = takesTheOrder();
        assertThat(order.refusals()).isEmpty();
        receiver.record = order.record();
        receiver.links = order.links();
        receiver.issues.clear();
        assertThat(receiver.says(new AnswerOffer(2, receiver.offer().asked(), new Answer.Accept()), now))
                .isEmpty();
        receiver.settles(server, now);

        assertThat(receiver.talks().orElseThrow().course()).isEqualTo(Course.HELD);
        assertThat(holds(receiver)).isTrue();
        assertThat(status()).isEqualTo("accepted");
        assertThat(receiver.issues).doesNotContain("accepted-in-our-name");
        assertThat(server.tasks()).hasSize(1);

        done();
        assertThat(status()).isEqualTo("completed");
    }

    @Test
    void aBidThatIsNotChosenIsNotTakenAgain() {
        bid();

        Absorbed again = takesTheOrder();

        assertThat(again.record()).isEqualTo(receiver.record);
        assertThat(again.links()).isEqualTo(receiver.links);
    }

    @Test
    void whatABidderIsToBidOnStaysAskedWhileItsBidStands() {
        bid(Ask.of(Code.of("home-care"), Two.PERSON));

        assertThat(server.all("ServiceRequest"))
                .extracting(found -> found.json().tree().path("status").asText())
                .containsOnly("active");
        assertThat(status()).isEqualTo("accepted");
    }

    @Test
    void onceTheOrderIsAcceptedTheBidIsOver() {
        bid();
        assertThat(sender.says(asked("ServiceRequest/s1"), now)).isEmpty();
        sender.settles(server, now);
        receiver.takes(server.page(), now);
        assertThat(receiver.says(new AnswerOffer(2, receiver.offer().asked(), new Answer.Accept()), now))
                .isEmpty();
        bothRead();
        bothRead();

        assertThat(server.tasks())
                .extracting(found -> found.json().tree().path("status").asText())
                .containsExactly("cancelled", "accepted");
        assertThat(holds(receiver)).isTrue();
        assertThat(holds(sender)).isFalse();
        assertThat(state(receiver, 1)).isInstanceOf(OfferState.Withdrawn.class);
        assertThat(toLookInto()).isEmpty();
        assertThat(toLookInto(sender)).isEmpty();
    }

    @Test
    void aBidWhoseTaskWasMadeInErrorIsOver() {
        bid();
        foreign(task -> task.put("status", "entered-in-error"));
        bothRead();

        assertThat(state(receiver, 1)).isInstanceOf(OfferState.Withdrawn.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejected", "failed", "completed"})
    void aBidThatSomebodyElseHasEndedIsLookedInto(String status) {
        bid();
        foreign(task -> task.put("status", status));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(toLookInto()).contains("offer-1-ended-in-our-name");
    }

    @Test
    void thatWhatABidIsForWasRevokedIsTold() {
        bid();
        server.foreign("ServiceRequest", "s1", request -> request.put("status", "revoked"));
        now = now.plusSeconds(86_400);
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(toLookInto()).contains("offer-1-focus-revoked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejected", "failed", "completed"})
    void aBidThatIsNotWantedAnyMoreAndEndsOtherwiseIsOver(String status) {
        bid();
        assertThat(sender.says(new WithdrawOffer(1, Code.of("another-selected")), now))
                .isEmpty();
        foreign(task -> task.put("status", status));
        sender.settles(server, now);

        assertThat(state(sender, 1)).isInstanceOf(OfferState.Withdrawn.class);
        assertThat(sender.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.CONFIRMATION))
                .isEmpty();
    }

    @Test
    void whatABidIsAskedOtherwiseOrForSomebodyElseIsLookedInto() {
        bid();
        foreign(task -> task.put("description", "Each day"));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
        assertThat(toLookInto()).containsExactly("offer-1-content-changed");

        foreign(task -> ((ObjectNode) task.path("for")).put("reference", "Patient/p2"));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
        assertThat(toLookInto()).contains("offer-1-for-another-person");
    }

    @Test
    void whereAnotherIsChosenOnTheTaskOfOurBidItIsNoOrderToUs() {
        bid();
        isChosen();
        foreign(task -> ((ObjectNode) task.path("owner")).put("reference", "Organization/third"));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(toLookInto()).contains("offer-1-owner-replaced").doesNotContain("offer-1-bid-chosen");
        assertThat(takesTheOrder().entries()).isEmpty();
    }

    @Test
    void aBidThatIsNotWantedAnyMoreAndEndsInDoubtIsOver() {
        bid();
        assertThat(sender.says(new WithdrawOffer(1, Code.of("another-selected")), now))
                .isEmpty();
        foreign(task -> task.put("status", "cancelled").putObject("requester").put("reference", "Organization/third"));
        sender.settles(server, now);

        assertThat(state(sender, 1)).isInstanceOf(OfferState.Withdrawn.class);
    }

    @Test
    void whoeverTakesItsBidBackIsHeardByWhoeverAsked() {
        bid();
        foreign(task -> task.put("status", "cancelled"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);

        assertThat(toLookInto(sender)).contains("offer-1-bid-taken-back");
    }

    @ParameterizedTest
    @CsvSource({"requested, no-longer-says-we-hold", "on-hold, on-hold-in-our-name", "in-progress, accepted-in-our-name"
    })
    void whatSomebodyElseMakesOfOurBidIsLookedInto(String status, String look) {
        bid();
        foreign(task -> task.put("status", status));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(toLookInto()).containsExactly("offer-1-" + look);
    }
}
