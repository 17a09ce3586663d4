package care.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.outcome.Code;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /** Each is work of its own to whoever is asked: nobody is buried under one answer. */
    @Test
    void oneAnswerHasNoMoreConditionsOrQuestionsThanAHundred() {
        List<Question> questions = IntStream.rangeClosed(1, Answer.MOST)
                .mapToObj(n -> Question.about(Code.of("item-" + n)))
                .toList();
        List<Condition> conditions = IntStream.rangeClosed(1, Answer.MOST)
                .mapToObj(n -> new Condition(
                        Sensitive.of("a second carer"),
                        Condition.Kind.PRECONDITION,
                        Parties.COORDINATOR,
                        Parties.MONDAY))
                .toList();
        assertThat(new Answer.RequestClarification(questions).questions()).hasSize(100);
        assertThat(new Answer.AcceptWithConditions(conditions).conditions()).hasSize(100);

        List<Question> more = Stream.concat(questions.stream(), Stream.of(Question.about(Parties.MEDICATION)))
                .toList();
        assertThatThrownBy(() -> new Answer.RequestClarification(more)).hasMessage("questions: at most 100");
        List<Condition> others =
                Stream.concat(conditions.stream(), conditions.stream()).toList();
        assertThatThrownBy(() -> new Answer.AcceptWithConditions(others)).hasMessage("conditions: at most 100");
    }

    @Test
    void oneAskHasNoMoreInputsThanAThousand() {
        Input input = new Input(Code.of("plan"), Sensitive.of("CarePlan/1"));
        assertThatThrownBy(() -> asking(Collections.nCopies(1_001, input))).hasMessage("input: at most 1000");
        assertThat(asking(Collections.nCopies(1_000, input)).input()).hasSize(1_000);
    }

    private static Ask asking(List<Input> input) {
        return new Ask(
                Code.of("home-care"),
                PersonId.of("person-1"),
                Priority.ROUTINE,
                Sensitive.none(),
                Sensitive.none(),
                input,
                Optional.empty());
    }
}
