package care.baton.bench;

import care.baton.history.History;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What one more event costs, and whether it grows with what came before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HistoryBenchmark {
    /** How much has happened before. */
    @Param({"10", "10000"})
    public int size;

    private History<Integer> history = History.empty();
    private History<Integer> longer = History.empty();

    /** A history of that size. */
    @Setup
    public void fill() {
        for (int i = 0; i < size; i++) {
            history = history.plus(i);
        }
    }

    /** One more. */
    @Benchmark
    public History<Integer> plus() {
        longer = history.plus(size);
        return longer;
    }

    /** What was timed did what it says. */
    @TearDown(Level.Iteration)
    public void check() {
        if (longer.size() != size + 1 || history.size() != size || longer.last() != size) {
            throw new IllegalStateException("not one longer");
        }
    }
}
