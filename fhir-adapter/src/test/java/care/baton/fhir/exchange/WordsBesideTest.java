package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.fhir.FhirSystems;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.OfferState;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said beside an answer never decides whether the answer stands. */
class WordsBesideTest extends TwoSites {

    private static final Sensitive WORDS = Sensitive.of("Two visits a week, the ramp first");

    private static List<Answer> given(Site site) {
        return site.record.ledger().entries().toList().stream()
                .map(Entry::event)
                .filter(AnswerGiven.class::isInstance)
                .map(event -> ((AnswerGiven) event).answer())
                .toList();
    }

    @Test
    void whatWasUnderstoodReachesTheSender() {
        offer();
        answer(new Answer.Accept(WORDS));
        bothRead();

        assertThat(given(sender)).containsExactly(new Answer.Accept(WORDS));
        assertThat(task().path("note").path(0).path("text").asText())
                .isEqualTo(WORDS.text().orElseThrow());
    }

    @Test
    void anAnswerStandsWhereTheServerKeepsNoRemarks() {
        server.clock = stored -> stored.remove("note");
        offer();
        answer(new Answer.Accept(WORDS));
        bothRead();

        assertThat(holds(receiver)).isTrue();
        assertThat(holds(sender)).isFalse();
        assertThat(receiver.issues).doesNotContain("kept-changing");
    }

    @Test
    void aDeclineStandsWhereTheServerKeepsNeitherRemarksNorTheWords() {
        server.clock = stored -> {
            stored.remove("note");
            withoutWords(stored);
        };
        offer();
        answer(new Answer.Decline(Two.REASON, WORDS));
        bothRead();

        assertThat(sender.offer().state()).isInstanceOf(OfferState.Declined.class);
        assertThat(receiver.offer().state()).isInstanceOf(OfferState.Declined.class);
        assertThat(given(sender)).containsExactly(new Answer.Decline(Two.REASON, Sensitive.none()));
    }

    private static void withoutWords(ObjectNode task) {
        if (task.get("extension") instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (list.get(i).path("url").asText().equals(FhirSystems.ANSWER_WORDS)) {
                    list.remove(i);
                }
            }
        }
    }
}
