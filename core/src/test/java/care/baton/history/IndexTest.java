package care.baton.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class IndexTest {

    @Test
    void nothingIsInAnEmptyOne() {
        Index<String, Integer> none = Index.empty();

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.size()).isZero();
        assertThat(none.first()).isEmpty();
        assertThat(none.get("a")).isEmpty();
        assertThat(none.without("a")).isSameAs(none);
        assertThatThrownBy(() -> none.iterator().next()).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void puttingAgainTakesThePlaceOfTheOld() {
        Index<String, Integer> one = Index.<String, Integer>empty().with("a", 1);

        Index<String, Integer> two = one.with("a", 2);

        assertThat(two.get("a")).contains(2);
        assertThat(two.size()).isEqualTo(1);
        assertThat(one.get("a")).contains(1);
    }

    @Test
    void theyAreTheSameWhenTheyHoldTheSameHoweverTheyCameToIt() {
        Index<String, Integer> ab = Index.<String, Integer>empty().with("a", 1).with("b", 2);
        Index<String, Integer> ba = Index.<String, Integer>empty()
                .with("c", 3)
                .with("b", 2)
                .with("a", 1)
                .without("c");

        assertThat(ab).isEqualTo(ba).hasSameHashCodeAs(ba);
        assertThat(ab).isNotEqualTo(ab.with("b", 3)).isNotEqualTo(ab.without("b"));
        assertThat(ab).hasToString("Index[2]");
    }

    @Test
    void itIsReadFromAKeyOnWhetherOrNotThatKeyIsThere() {
        Index<Integer, String> index = Index.empty();
        for (int i = 0; i < 20; i += 2) {
            index = index.with(i, "v" + i);
        }

        assertThat(keys(index.from(13))).containsExactly(14, 16, 18);
        assertThat(keys(index.from(14))).containsExactly(14, 16, 18);
        assertThat(keys(index.from(19))).isEmpty();
        assertThat(keys(index.from(-1))).hasSize(10);
    }

    @Test
    void itTakesNoNothing() {
        assertThatThrownBy(() -> Index.<String, String>empty().with("a", null))
                .isInstanceOf(NullPointerException.class);
    }

    private static List<Integer> keys(Iterable<Index.Row<Integer, String>> rows) {
        List<Integer> keys = new ArrayList<>();
        rows.forEach(row -> keys.add(row.key()));
        return keys;
    }
}
