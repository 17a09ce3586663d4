package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each question is closed by an answer of its own, and what the partner does with the question itself is seen. */
class QuestionEndedTest extends TwoSites {

    private static final Code DOSE = Code.of("dose");
    private static final Code EVENING = Code.of("evening-dose");

    @BeforeEach
    void twoQuestionsAreAsked() {
        with(PartnerProfiles.plainR4());
        offer();
        answer(new Answer.RequestClarification(List.of(
                new Question(DOSE, Sensitive.of("Which of the two doses?"), Sensitive.none()),
                new Question(EVENING, Sensitive.of("And at night?"), Sensitive.none()))));
        receiver.settles(server, now);
    }

    private String address(Code item) {
        LinkKey key = new LinkKey("CommunicationRequest", "handoff-1", "offer-1-round-1-" + item);
        return "CommunicationRequest/"
                + receiver.links.get(key).flatMap(Link::id).orElseThrow();
    }

    private Absorbed answered(String... questions) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("resourceType", "Communication");
        answer.put("status", "completed");
        for (String question : questions) {
            answer.withArray("/basedOn").addObject().put("reference", question);
        }
        answer.withArray("/payload").addObject().put("contentString", "The lower");
        Response.Found found = server.put("Communication", "a1", FhirJson.of(answer));
        return receiver.absorbs(new Response.Page(List.of(found), Optional.empty()), now);
    }

    private List<Code> open() {
        return receiver.offer().state() instanceof OfferState.Clarifying asked ? asked.open() : List.of();
    }

    private List<String> looks() {
        return receiver.record.chart().obligations().openOf("handoff-1", Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    /** R4: what a Communication is based on, it fulfils in whole or in part; which part, no machine can tell. */
    @Test
    void oneAnswerToTwoQuestionsClosesNeitherAndIsForAPerson() {
        Absorbed absorbed = answered(address(DOSE), address(EVENING));

        assertThat(open()).containsExactlyInAnyOrder(DOSE, EVENING);
        assertThat(absorbed.issues()).extracting(i -> i.code().value()).contains("answer-to-several");
        assertThat(absorbed.messages()).hasSize(2);
    }

    @Test
    void anAnswerThatNamesItsQuestionTwiceClosesIt() {
        Absorbed absorbed = answered(address(DOSE), address(DOSE));

        assertThat(open()).containsExactly(EVENING);
        assertThat(absorbed.issues()).isEmpty();
    }

    @Test
    void aQuestionThatThePartnerHasEndedIsReadAgainAndLookedInto() {
        server.foreign("CommunicationRequest", address(DOSE).split("/")[1], q -> q.put("status", "revoked"));
        now = now.plus(Duration.ofHours(23));
        receiver.settles(server, now);

        assertThat(receiver.issues).contains("question-ended-by-partner");
        assertThat(looks()).containsExactly("offer-1-question-ended-by-partner");
        assertThat(open()).containsExactlyInAnyOrder(DOSE, EVENING);
        now = now.plus(Duration.ofHours(23));
        receiver.settles(server, now);
        assertThat(looks()).hasSize(1);
    }

    @Test
    void aQuestionThatWeHaveEndedOurselvesIsNothingToLookInto() {
        answered(address(DOSE));
        receiver.settles(server, now);
        now = now.plus(Duration.ofHours(23));
        receiver.settles(server, now);

        assertThat(looks()).isEmpty();
        assertThat(receiver.issues).doesNotContain("question-ended-by-partner");
    }
}
