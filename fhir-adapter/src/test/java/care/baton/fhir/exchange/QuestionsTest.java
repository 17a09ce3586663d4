package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A question on the partner's list stays there as long as it is open, in the words in which it was asked. */
class QuestionsTest extends TwoSites {

    private static final Code DOSE = Code.of("dose");

    @BeforeEach
    void onePartner() {
        with(PartnerProfiles.plainR4());
        offer();
        answer(new Answer.RequestClarification(List.of(
                new Question(DOSE, Sensitive.of("Which of the two doses?"), Sensitive.none()),
                new Question(Code.of("evening-dose"), Sensitive.of("And at night?"), Sensitive.none()))));
    }

    private Optional<JsonNode> question(String item) {
        return receiver.links
                .get(new LinkKey("CommunicationRequest", "handoff-1", "offer-1-round-1-" + item))
                .flatMap(l -> l.seen().text())
                .flatMap(text -> FhirJson.read(text).value())
                .map(FhirJson::tree);
    }

    private String statusOf(String item) {
        return question(item).orElseThrow().path("status").asText();
    }

    @Test
    void anAnsweredQuestionIsCompletedAndTheOtherStaysOpen() {
        receiver.settles(server, now);
        assertThat(statusOf("dose")).isEqualTo("active");

        receiver.hears(Two.SENDER, new AnswerClarification(1, DOSE, Sensitive.of("The lower"), Optional.empty()), now);
        receiver.settles(server, now);

        assertThat(statusOf("dose")).isEqualTo("completed");
        assertThat(statusOf("evening-dose")).isEqualTo("active");
    }

    @Test
    void aQuestionThatIsNotAskedAnyMoreIsRevoked() {
        receiver.settles(server, now);
        answer(new Answer.Accept());
        receiver.settles(server, now);

        assertThat(statusOf("dose")).isEqualTo("revoked");
        assertThat(receiver.plans(now)).isEmpty();
    }

    @Test
    void aQuestionThatIsSentAgainSaysTheSame() {
        for (int i = 0; i < 20; i++) {
            now = now.plusSeconds(60);
            for (Request r : receiver.plans(now)) {
                if (r instanceof Request.Create create) {
                    receiver.absorbs(new Response.Unknown(Optional.of(create.key()), create.number()), now);
                } else {
                    receiver.absorbs(server.perform(r), now);
                }
            }
        }
        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(question("dose")).isEmpty();
        for (int looked = 0; looked < 2; looked++) {
            now = now.plusSeconds(86_400);
            receiver.settles(server, now);
        }

        assertThat(question("dose").orElseThrow().path("payload").toString()).contains("Which of the two doses?");
    }
}
