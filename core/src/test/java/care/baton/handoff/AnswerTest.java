package care.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void eachAnswerSaysOneOfFourThings() {
        Condition condition = new Condition(
                Sensitive.of("a second carer"), Condition.Kind.PRECONDITION, Parties.COORDINATOR, Parties.MONDAY);

        assertThat(Stream.of(
                        new Answer.Accept(),
                        new Answer.AcceptWithConditions(List.of(condition)),
                        new Answer.RequestClarification(List.of(Question.about(Parties.MEDICATION))),
                        new Answer.Decline(Parties.NO_CAPACITY, Sensitive.none())))
                .extracting(Answer::category)
                .containsExactly(
                        Code.of("accept"),
                        Code.of("accept-with-conditions"),
                        Code.of("request-clarification"),
                        Code.of("decline"));
    }
}
