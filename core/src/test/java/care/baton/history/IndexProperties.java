package care.baton.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class IndexProperties {

    /** A key that counts how often it is compared with another. */
    record Counted(int value, AtomicInteger comparisons) implements Comparable<Counted> {
        @Override
        public int compareTo(Counted other) {
            comparisons.incrementAndGet();
            return Integer.compare(value, other.value);
        }
    }

    @Property
    void itSaysWhatATreeMapSays(@ForAll @Size(max = 200) List<@IntRange(min = -40, max = 40) Integer> moves) {
        TreeMap<Integer, Integer> oracle = new TreeMap<>();
        Index<Integer, Integer> index = Index.empty();
        for (int i = 0; i < moves.size(); i++) {
            int key = Math.abs(moves.get(i));
            if (moves.get(i) < 0) {
                oracle.remove(key);
                index = index.without(key);
            } else {
                oracle.put(key, i);
                index = index.with(key, i);
            }
            assertThat(index.size()).isEqualTo(oracle.size());
            assertThat(index.first().map(Index.Row::key))
                    .isEqualTo(oracle.keySet().stream().findFirst());
        }
        assertThat(rows(index)).isEqualTo(rows(oracle));
        assertThat(index.values()).isEqualTo(List.copyOf(oracle.values()));
        for (int key = -1; key <= 41; key++) {
            assertThat(index.has(key)).isEqualTo(oracle.containsKey(key));
            assertThat(rows(index.from(key))).isEqualTo(rows(oracle.tailMap(key)));
        }
    }

    @Property
    void changingItLeavesTheOldOneAsItWas(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 40) Integer> keys,
            @ForAll @IntRange(min = 0, max = 40) int changed) {
        Index<Integer, Integer> before = Index.empty();
        for (int key : keys) {
            before = before.with(key, key);
        }
        List<String> rows = rows(before);

        assertThat(before.with(changed, -1).get(changed)).contains(-1);
        assertThat(before.without(changed).has(changed)).isFalse();

        assertThat(rows(before)).isEqualTo(rows);
    }

    @Property(tries = 60)
    void findingTakesTheLogarithmOfTheSizeInWhateverOrderTheyCameAndWent(
            @ForAll @IntRange(min = 1, max = 3000) int size,
            @ForAll @IntRange(min = 1, max = 2999) int stride,
            @ForAll @IntRange(min = 0, max = 7) int kept) {
        AtomicInteger comparisons = new AtomicInteger();
        List<Counted> keys = IntStream.range(0, size)
                .map(i -> (int) ((long) i * stride % size))
                .distinct()
                .mapToObj(value -> new Counted(value, comparisons))
                .toList();
        Index<Counted, Integer> index = Index.empty();
        for (Counted key : keys) {
            index = index.with(key, key.value());
        }
        assertShallow(index, keys, comparisons);
        List<Counted> rest = new ArrayList<>();
        for (Counted key : keys) {
            if (key.value() % 8 <= kept) {
                rest.add(key);
            } else {
                index = index.without(key);
            }
        }
        assertShallow(index, rest, comparisons);
    }

    /** A balanced tree of n keys is never higher than 1.4405 log2(n + 2). */
    private static void assertShallow(Index<Counted, Integer> index, List<Counted> keys, AtomicInteger comparisons) {
        double most = 1.4405 * Math.log(keys.size() + 2) / Math.log(2);
        for (Counted key : keys) {
            comparisons.set(0);
            assertThat(index.get(key)).contains(key.value());
            assertThat((double) comparisons.get()).isLessThanOrEqualTo(most);
        }
    }

    private static List<String> rows(Iterable<Index.Row<Integer, Integer>> index) {
        List<String> rows = new ArrayList<>();
        index.forEach(row -> rows.add(row.key() + "=" + row.value()));
        return rows;
    }

    private static List<String> rows(Map<Integer, Integer> map) {
        return map.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
    }
}
