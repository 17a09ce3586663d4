package care.baton.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IndexTest {

    private static final int PRIME = 17;

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
        Index<String, Integer> itself = ab;
        assertThat(ab.equals(itself)).isTrue();
        assertThat(ab.equals("ab")).isFalse();
    }

    @Test
    void everyRowTellsThemApart() {
        Index<String, String> answers =
                Index.<String, String>empty().with("clinic", "yes").with("school", "no");

        assertThat(answers)
                .doesNotHaveSameHashCodeAs(answers.with("clinic", "no"))
                .doesNotHaveSameHashCodeAs(answers.with("school", "yes"))
                .doesNotHaveSameHashCodeAs(answers.without("school"));
    }

    @Test
    void theFirstIsTheSmallestKeyThatIsStillThere() {
        Index<String, Integer> abc =
                Index.<String, Integer>empty().with("b", 2).with("a", 1).with("c", 3);

        assertThat(abc.isEmpty()).isFalse();
        assertThat(abc.first()).contains(new Index.Row<>("a", 1));
        assertThat(abc.without("a").first()).contains(new Index.Row<>("b", 2));
        assertThat(abc.without("a").without("c").without("b")).isEqualTo(Index.empty());
    }

    @Test
    void theValuesStandInTheOrderOfTheirKeysAndNobodyChangesThem() {
        Index<String, Integer> index =
                Index.<String, Integer>empty().with("b", 2).with("c", 1).with("a", 3);

        assertThat(index.values()).containsExactly(3, 2, 1);
        assertThatThrownBy(() -> index.values().add(4)).isInstanceOf(UnsupportedOperationException.class);
    }

    /**
     * Seventeen keys come in each of sixteen orders and go in each of sixteen, one at a time. How deep a key
     * lies is how many keys it is compared with until it is found; the depths of all give the tree back.
     */
    @Test
    void howeverTheyComeAndGoNoneIsLostAndNoSideIsMoreThanOneDeeperThanTheOther() {
        for (int in = 1; in < PRIME; in++) {
            for (int out = 1; out < PRIME; out++) {
                Index<Compared, Integer> index = Index.empty();
                TreeMap<Integer, Integer> all = new TreeMap<>();
                for (int step = 0; step < 2 * PRIME; step++) {
                    int number = step * (step < PRIME ? in : out) % PRIME;
                    if (step < PRIME) {
                        index = index.with(new Compared(number), step);
                        all.put(number, step);
                    } else {
                        index = index.without(new Compared(number));
                        all.remove(number);
                    }
                    assertThat(index.values()).isEqualTo(List.copyOf(all.values()));
                    assertThat(lean(depths(index)).most()).isLessThanOrEqualTo(1);
                }
            }
        }
    }

    @Test
    void puttingAgainMovesNothing() {
        Index<Compared, Integer> index = Index.empty();
        for (int number = 0; number < 12; number++) {
            index = index.with(new Compared(number), number);
            for (int again = 0; again <= number; again++) {
                assertThat(depths(index.with(new Compared(again), -1))).isEqualTo(depths(index));
            }
        }
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

    /** A key that counts how often it is compared. */
    private static final class Compared implements Comparable<Compared> {
        private final int number;
        private int times;

        private Compared(int number) {
            this.number = number;
        }

        @Override
        public int compareTo(Compared other) {
            times++;
            return Integer.compare(number, other.number);
        }
    }

    private static List<Integer> depths(Index<Compared, Integer> index) {
        List<Integer> depths = new ArrayList<>();
        for (Index.Row<Compared, Integer> row : index) {
            Compared wanted = new Compared(row.key().number);
            index.get(wanted);
            depths.add(wanted.times);
        }
        return depths;
    }

    /** How high a tree is, and by how much two sides in it differ at most. */
    private record Lean(int height, int most) {}

    /** The tree with these depths: the least deep is on top, with those before and those after it beside it. */
    private static Lean lean(List<Integer> depths) {
        if (depths.isEmpty()) {
            return new Lean(0, 0);
        }
        int top = depths.indexOf(Collections.min(depths));
        Lean before = lean(depths.subList(0, top));
        Lean after = lean(depths.subList(top + 1, depths.size()));
        int here = Math.abs(before.height() - after.height());
        return new Lean(
                1 + Math.max(before.height(), after.height()), Math.max(here, Math.max(before.most(), after.most())));
    }

    private static List<Integer> keys(Iterable<Index.Row<Integer, String>> rows) {
        List<Integer> keys = new ArrayList<>();
        rows.forEach(row -> keys.add(row.key()));
        return keys;
    }
}
