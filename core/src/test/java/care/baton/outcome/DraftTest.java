package care.baton.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A decision while it is being made, and the answer that it ends in; the state here is all that happened, joined. */
class DraftTest {

    private static final Refusal PLAN = Refusal.of(Reason.FIELD_MISSING, "plan");
    private static final Refusal GOALS = Refusal.of(Reason.FIELD_MISSING, "goals");

    private final Draft<String, String> draft = new Draft<>("opened", (state, event) -> state + ", " + event);

    @Test
    void whereNothingStandsInTheWayItIsDoneWithAllThatHappenedInOrder() {
        draft.add("offered");
        draft.addAll(List.of("accepted", "confirmed"));

        assertThat(draft.isRefused()).isFalse();
        assertThat(draft.state()).isEqualTo("opened, offered, accepted, confirmed");
        assertThat(draft.events()).containsExactly("offered", "accepted", "confirmed");
        assertThat(draft.outcome())
                .isEqualTo(Outcome.applied(
                        "opened, offered, accepted, confirmed", List.of("offered", "accepted", "confirmed")));
    }

    @Test
    void whereSomethingStandsInTheWayEverythingThatDoesIsToldAndNothingHappened() {
        draft.add("offered");
        draft.refuse(PLAN);
        draft.refuseAll(List.of(GOALS));

        assertThat(draft.isRefused()).isTrue();
        assertThat(draft.outcome()).isEqualTo(Outcome.refused(List.of(PLAN, GOALS)));
    }

    @Test
    void oneReasonIsEnoughHoweverItCame() {
        draft.refuseAll(List.of());
        assertThat(draft.isRefused()).isFalse();
        draft.refuseAll(List.of(PLAN));
        assertThat(draft.outcome().refusals()).containsExactly(PLAN);
    }

    @Test
    void whatWasReadOnTheWayStaysAsItWas() {
        draft.add("offered");
        List<String> before = draft.events();
        draft.add("accepted");

        assertThat(before).containsExactly("offered");
    }

    @Test
    void whatWasDoneHasNoRefusalsAndIsGivenBack() {
        Outcome<String, String> done = Outcome.applied("opened", List.of("offered"));

        assertThat(done.isApplied()).isTrue();
        assertThat(done.refusals()).isEmpty();
        assertThat(done.orThrow()).isEqualTo(new Applied<>("opened", List.of("offered")));
        assertThat(done.<String>fold(applied -> applied.state(), no -> "refused"))
                .isEqualTo("opened");
    }

    @Test
    void whatWasRefusedSaysEveryReasonAndNoneMoreWhenItIsTakenAsDone() {
        Outcome<String, String> no = Outcome.refused(List.of(PLAN, GOALS));

        assertThat(no.isApplied()).isFalse();
        assertThat(no.refusals()).containsExactly(PLAN, GOALS);
        assertThat(no.<Integer>fold(applied -> 0, List::size)).isEqualTo(2);
        assertThatThrownBy(no::orThrow)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("refused: ")
                .hasMessageContaining("FIELD_MISSING")
                .hasMessageContaining("goals");
    }

    @Test
    void aRefusalHasAReasonAndNobodyChangesTheAnswer() {
        List<Refusal> reasons = new ArrayList<>(List.of(PLAN));
        List<String> events = new ArrayList<>(List.of("offered"));
        Outcome<String, String> no = Outcome.refused(reasons);
        Outcome<String, String> done = Outcome.applied("opened", events);
        reasons.clear();
        events.clear();

        assertThat(no.refusals()).containsExactly(PLAN);
        assertThat(done.orThrow().events()).containsExactly("offered");
        assertThatThrownBy(() -> Outcome.refused(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("refusals: at least one");
    }
}
