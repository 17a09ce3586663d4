package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our words go with the step that they are about: whatever anybody writes in their place afterwards stays. */
class PartnersBusinessStatusTest extends TwoSites {

    private static final String LIST = "http://ehr.example/codes";

    static List<PartnerProfile> profiles() {
        return List.of(SDOH, PartnerProfiles.clinicalOrderWorkflow(), PartnerProfiles.plainR4());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void whatTheyWriteOnWhatWeHaveBegunAndFinishedStays(PartnerProfile profile) {
        with(profile);
        accepted();
        starts();
        theyWrite("insurance-checked");
        byReceiver();
        assertThat(business()).isEqualTo("insurance-checked insurance-checked");

        done();
        assertThat(business()).isEqualTo(Faces.DONE);
        theyWrite("reviewed-by-doctor");
        byReceiver();
        assertThat(business()).isEqualTo("reviewed-by-doctor reviewed-by-doctor");
        assertThat(receiver.plans(now)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void whatTheyWriteOnWhatWeGiveBackStays(PartnerProfile profile) {
        with(profile);
        accepted();
        assertThat(receiver.says(new GiveBack(Code.of("no-staff")), now)).isEmpty();
        byReceiver();
        assertThat(business()).isEqualTo(Faces.GIVEN_BACK);
        theyWrite("seen-by-the-clerk");
        byReceiver();

        assertThat(business()).isEqualTo("seen-by-the-clerk seen-by-the-clerk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.1.1", "5.1.4"})
    void theNextStateOfTheWorkThatAnotherSystemOfOursWritesStays(String code) {
        with(PartnerProfiles.bser());
        accepted();
        starts();
        theyWrite(FhirSystems.BSER_BUSINESS_STATUS, code, task -> {});
        byReceiver();

        assertThat(business()).isEqualTo(code + " " + code);
    }

    @Test
    void aStartOfWhatAnotherSystemOfOursHasBegunLeavesItsWords() {
        with(PartnerProfiles.bser());
        accepted();
        theyWrite(FhirSystems.BSER_BUSINESS_STATUS, "5.1.1", task -> task.put("status", "in-progress"));
        byReceiver();
        starts();

        assertThat(business()).isEqualTo("5.1.1 5.1.1");
    }

    @Test
    void whatTheyWriteWhileWeAskStaysWhereverTheyMoveIt() {
        with(PartnerProfiles.clinicalOrderWorkflow());
        offer();
        asks();
        assertThat(status()).isEqualTo("received");
        assertThat(business()).isEqualTo(Faces.AWAITING_INFORMATION);
        theyWrite(LIST, "information-sent", task -> task.put("status", "requested"));
        byReceiver();

        assertThat(status()).isEqualTo("requested");
        assertThat(business()).isEqualTo("information-sent information-sent");
        assertThat(receiver.plans(now)).isEmpty();
        theyAnswer();
        assertThat(business()).isEqualTo("information-sent information-sent");
    }

    @Test
    void thatTheirAnswerIsUnderReviewTakesThePlaceOfOurOwnWords() {
        with(PartnerProfiles.clinicalOrderWorkflow());
        offer();
        asks();
        theyAnswer();

        assertThat(business()).isEqualTo(Faces.INFORMATION_RECEIVED);
    }

    @Test
    void theirCodeStaysBesideOurWordsWhileTheStatusStands() {
        offer();
        theyWrite("insurance-checked");
        byReceiver();
        asks();

        assertThat(status()).isEqualTo("requested");
        assertThat(business()).isEqualTo("insurance-checked " + Faces.AWAITING_INFORMATION);
    }

    @Test
    void whatTheySaidOfItAsItWasGoesWhenItMoves() {
        offer();
        theyWrite("insurance-checked");
        byReceiver();
        answer(new Answer.Accept());
        byReceiver();

        assertThat(business()).isEqualTo(Faces.ACCEPTED);
    }

    private void starts() {
        assertThat(receiver.says(new StartAction(), now)).isEmpty();
        receiver.settles(server, now);
    }

    private void asks() {
        answer(new Answer.RequestClarification(
                List.of(new Question(Code.of("medication-needs"), Sensitive.of("Which?"), Sensitive.none()))));
        byReceiver();
    }

    private void theyAnswer() {
        receiver.hears(
                Two.SENDER,
                new AnswerClarification(1, Code.of("medication-needs"), Sensitive.of("None"), Optional.empty()),
                now);
        byReceiver();
    }

    private void byReceiver() {
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
    }

    private void theyWrite(String code) {
        theyWrite(LIST, code, task -> {});
    }

    private void theyWrite(String list, String code, Consumer<ObjectNode> beside) {
        foreign(task -> {
            ObjectNode business = task.putObject("businessStatus");
            business.putArray("coding").addObject().put("system", list).put("code", code);
            business.put("text", code);
            beside.accept(task);
        });
    }

    /** Its codes, then its words. */
    private String business() {
        List<String> codes = task().path("businessStatus").findValuesAsText("code");
        String words = task().path("businessStatus").path("text").asText();
        return (String.join(" ", codes) + " " + words).strip();
    }
}
