package care.baton.bench;

import care.baton.history.Index;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The first fifty overdue of a hundred thousand open obligations on as many records: rows of the worklists, kept by a
 * host in the library's own sorted map, soonest due first.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OverdueBenchmark {

    private static final int OPEN = 100_000;
    private static final int WANTED = 50;

    /** One row of a worklist under its due, as {@code WorkItem} gives both. */
    record Row(Instant due, String record, Key key) implements Comparable<Row> {

        private static final Comparator<Row> ORDER =
                Comparator.comparing(Row::due).thenComparing(Row::record).thenComparing(Row::key);

        @Override
        public int compareTo(Row other) {
            return ORDER.compare(this, other);
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private Index<Row, Boolean> sorted = Index.empty();
    private List<Row> found = List.of();
    private Index<Row, Boolean> moved = sorted;

    /** Dues of two hundred days, half of them past. */
    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < OPEN; i++) {
            Row row = new Row(
                    Talk.START.plusSeconds(random.nextLong(-8_640_000, 8_640_000)),
                    "record-" + i,
                    Key.of("handoff-1", Code.of("response"), "offer-1"));
            rows.add(row);
            sorted = sorted.with(row, true);
        }
        moved = sorted;
    }

    /** The first fifty that are overdue, longest overdue first. */
    @Benchmark
    public List<Row> first() {
        List<Row> first = new ArrayList<>(WANTED);
        for (Index.Row<Row, Boolean> row : sorted) {
            if (first.size() == WANTED || row.key().due().isAfter(Talk.START)) {
                break;
            }
            first.add(row.key());
        }
        found = first;
        return first;
    }

    /** One of them is done and another falls due later: what the order costs to keep. */
    @Benchmark
    public Index<Row, Boolean> kept() {
        Row done = rows.get(OPEN / 2);
        moved = sorted.without(done).with(new Row(done.due().plusSeconds(3_600), done.record(), done.key()), true);
        return moved;
    }

    /** What was timed did what it says. */
    @TearDown(Level.Iteration)
    public void check() {
        List<Row> slowly = rows.stream().sorted().limit(WANTED).toList();
        if (!(found.isEmpty() || found.equals(slowly)) || sorted.size() != OPEN || moved.size() != OPEN) {
            throw new IllegalStateException("another fifty");
        }
    }
}
