package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.party.Sensitive;
import org.junit.jupiter.api.Test;

/** What somebody says to the record. */
class SaidTest extends TwoSites {

    @Test
    void itTellsItsKindAndNothingOfWhatIsInIt() {
        assertThat(Said.confirm(1, Two.SENDER)).hasToString("Said ConfirmDecision");
    }

    @Test
    void itsWordsAreThoseBesideAnAnswer() {
        offer();
        Answer no = new Answer.Decline(Two.REASON, Sensitive.of("Ask next door"));

        assertThat(new Said(Two.RECEIVER, new AnswerOffer(1, receiver.offer().asked(), no)).words())
                .contains("Ask next door");
        assertThat(Said.confirm(1, Two.SENDER).words()).isEmpty();
    }
}
