package care.baton.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class HistoryTest {

    @Test
    void nothingHasHappenedAtFirst() {
        assertThat(History.empty().isEmpty()).isTrue();
        assertThat(History.empty()).isEmpty();
        assertThatThrownBy(() -> History.empty().last()).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whatHappenedComesInOrderAndTheNewestIsAtHand() {
        History<String> history = History.<String>empty().plus("offered").plus("accepted");

        assertThat(history.toList()).containsExactly("offered", "accepted");
        assertThat(history).containsExactly("offered", "accepted");
        assertThat(history.last()).isEqualTo("accepted");
        assertThat(history.size()).isEqualTo(2);
        assertThat(history.isEmpty()).isFalse();
    }

    @Test
    void addingLeavesTheShorterHistoryAsItWas() {
        History<String> offered = History.of(List.of("offered"));

        History<String> accepted = offered.plus("accepted");
        History<String> declined = offered.plus("declined");

        assertThat(offered.toList()).containsExactly("offered");
        assertThat(accepted).isNotEqualTo(declined);
        assertThat(declined.toList()).containsExactly("offered", "declined");
    }

    @Test
    void historiesOfTheSameAreTheSameWhetherTheyShareOrNot() {
        History<Integer> shared = History.of(List.of(1, 2));

        assertThat(shared.plus(3)).isEqualTo(shared.plus(3)).isEqualTo(History.of(List.of(1, 2, 3)));
        assertThat(shared.plus(3)).hasSameHashCodeAs(History.of(List.of(1, 2, 3)));
        assertThat(shared.plus(3)).isNotEqualTo(History.of(List.of(0, 2, 3))).isNotEqualTo(shared);
        assertThat(shared.equals(List.of(1, 2))).isFalse();
        History<Integer> itself = shared;
        assertThat(shared.equals(itself)).isTrue();
    }

    @Test
    void whatCameFirstAndWhatCameLastBothTellHistoriesApart() {
        History<String> accepted = History.of(List.of("offered", "accepted"));

        assertThat(accepted)
                .doesNotHaveSameHashCodeAs(History.of(List.of("offered", "declined")))
                .doesNotHaveSameHashCodeAs(History.of(List.of("invited", "accepted")))
                .doesNotHaveSameHashCodeAs(History.of(List.of("accepted", "offered")))
                .isNotEqualTo(History.of(List.of("offered", "declined")))
                .isNotEqualTo(History.of(List.of("invited", "accepted")))
                .isNotEqualTo(History.of(List.of("accepted", "offered")));
    }

    @Test
    void aLongHistoryIsReadAndComparedWithoutRunningOutOfStack() {
        List<Integer> many = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            many.add(i);
        }

        assertThat(History.of(many).toList()).isEqualTo(many);
        assertThat(History.of(many)).isEqualTo(History.of(many)).hasSameHashCodeAs(History.of(many));
    }

    @Test
    void nobodyCanChangeWhatTheyAreGivenToRead() {
        History<String> history = History.of(List.of("offered"));

        assertThatThrownBy(() -> history.toList().add("accepted")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> history.plus(null)).isInstanceOf(NullPointerException.class);
        assertThat(history).hasToString("History[1]");
    }
}
