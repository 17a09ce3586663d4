package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.partner.TaskStatus;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.handoff.Question;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.Fulfil;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A question or a proposal that the partner writes on our Task is heard: somebody of the sender's has to look. */
class PartnerAsksTest extends TwoSites {

    private static final String ASKS = "offer-1-partner-asks";

    static List<PartnerProfile> partners() {
        return List.of(PartnerProfiles.plainR4(), SDOH);
    }

    @ParameterizedTest
    @MethodSource("partners")
    void aQuestionIsHeardOnceByTheSender(PartnerProfile partner) {
        with(partner);
        offer();
        reads();
        assertThat(looks()).isEmpty();
        answer(new Answer.RequestClarification(
                List.of(new Question(Code.of("dose"), Sensitive.of("Which?"), Sensitive.none()))));
        receiver.settles(server, now);
        reads();

        assertThat(looks()).containsExactly(ASKS);
        looked();
        foreign(t -> t.withArray("/note").addObject().put("text", "Ringing"));
        reads();
        assertThat(looks()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("partners")
    void conditionsAreHeardOnceByTheSender(PartnerProfile partner) {
        with(partner);
        offer();
        answer(new Answer.AcceptWithConditions(List.of(new Condition(
                Sensitive.of("A mattress"), Condition.Kind.LIMITATION, Two.SENDER, now.plusSeconds(86_400)))));
        receiver.settles(server, now);
        reads();

        assertThat(looks()).containsExactly(ASKS);
        looked();
        reads();
        assertThat(looks()).isEmpty();
    }

    @Test
    void aSecondQuestionAfterSomebodyHasLookedIsHeardAgain() {
        with(PartnerProfiles.plainR4());
        offer();
        business(Faces.AWAITING_INFORMATION);
        looked();
        business(Faces.INFORMATION_RECEIVED);
        assertThat(looks()).isEmpty();
        business(Faces.AWAITING_INFORMATION);

        assertThat(looks()).containsExactly(ASKS);
    }

    @Test
    void receivedWithABusinessStatusOfThePartnersOwnIsLookedInto() {
        with(PartnerProfiles.plainR4());
        offer();
        foreign(t -> t.put("status", "received"));
        reads();
        assertThat(looks()).isEmpty();
        business("Waiting for the face sheet");

        assertThat(looks()).containsExactly(ASKS);
    }

    @Test
    void thePartnersOwnWordForReceivedAsksNothing() {
        with(PartnerProfiles.bser());
        offer();
        foreign(t -> t.remove("businessStatus"));
        reads();
        foreign(t -> {
            t.put("status", "received");
            Steps.beside(PartnerProfiles.bser(), TaskStatus.RECEIVED)
                    .ifPresent(entry -> t.putObject("businessStatus")
                            .putArray("coding")
                            .addObject()
                            .put("system", FhirSystems.BSER_BUSINESS_STATUS)
                            .put("code", entry.code()));
        });
        reads();

        assertThat(looks()).isEmpty();
    }

    @Test
    void whatIsAnsweredAtOnceAsksNothing() {
        for (Answer answer : List.of(new Answer.Accept(), new Answer.Decline(Two.REASON, Sensitive.none()))) {
            PartnerAsksTest each = new PartnerAsksTest();
            each.offer();
            each.answer(answer);
            each.bothRead();

            assertThat(each.looks()).isEmpty();
            assertThat(each.sender.offer().state()).isNotInstanceOf(OfferState.Awaiting.class);
        }
    }

    private void begun() {
        with(PartnerProfiles.clinicalOrderWorkflow());
        offer();
        foreign(t -> t.put("status", "accepted"));
        reads();
        foreign(t -> t.put("status", "in-progress"));
        reads();
        assertThat(holds(sender)).isFalse();
        assertThat(looks()).isEmpty();
    }

    private void awaits(String question) {
        foreign(t -> {
            t.putObject("businessStatus")
                    .putArray("coding")
                    .addObject()
                    .put("system", FhirSystems.COW_CODES)
                    .put("code", "awaiting-information");
            t.putObject("statusReason").put("text", question);
        });
        reads();
    }

    @Test
    void whoeverHasBegunAndAsksIsHeardAndSoIsTheNextQuestion() {
        begun();
        awaits("Which wound?");
        assertThat(looks()).containsExactly(ASKS);
        looked();
        reads();
        assertThat(looks()).isEmpty();
        awaits("And which dressing?");

        assertThat(looks()).containsExactly(ASKS);
        assertThat(holds(sender)).isFalse();
    }

    @Test
    void anotherQuestionInTheReasonAloneIsHeardAgain() {
        with(PartnerProfiles.clinicalOrderWorkflow());
        offer();
        foreign(t -> t.put("status", "received"));
        awaits("Which wound?");
        assertThat(looks()).containsExactly(ASKS);
        looked();
        awaits("Which wound?");
        assertThat(looks()).isEmpty();
        foreign(t -> t.putObject("statusReason").put("text", "And which dressing?"));
        reads();

        assertThat(looks()).containsExactly(ASKS);
    }

    @Test
    void whyItWaitsIsHeard() {
        begun();
        foreign(t -> t.put("status", "on-hold"));
        reads();
        assertThat(looks()).isEmpty();
        foreign(t -> t.putObject("statusReason").put("text", "Nobody answers the door"));
        reads();

        assertThat(looks()).containsExactly(ASKS);
    }

    @Test
    void howFarItHasComeAsksNothing() {
        begun();
        foreign(t -> {
            t.putObject("businessStatus").put("text", "First visit done");
            t.putObject("statusReason").put("text", "As planned");
        });
        reads();

        assertThat(looks()).isEmpty();
    }

    private void business(String words) {
        foreign(t -> t.putObject("businessStatus").put("text", words));
        reads();
    }

    private void reads() {
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
    }

    private void looked() {
        assertThat(sender.does(new Fulfil(open().get(0).key()), now)).isEmpty();
        assertThat(looks()).isEmpty();
    }

    private List<Obligation> open() {
        return sender.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO);
    }

    private List<String> looks() {
        return open().stream().map(o -> o.key().subject()).toList();
    }
}
