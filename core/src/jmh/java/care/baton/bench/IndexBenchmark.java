package care.baton.bench;

import care.baton.history.Index;
import java.util.Optional;
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

/** What it costs to put one thing under its key and to find it again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class IndexBenchmark {
    /** How many keys there are. */
    @Param({"10", "10000"})
    public int size;

    private Index<Integer, Integer> index = Index.empty();
    private Index<Integer, Integer> larger = Index.empty();

    /** An index of that size, its keys two apart. */
    @Setup
    public void fill() {
        for (int i = 0; i < size; i++) {
            index = index.with(2 * i, i);
        }
    }

    /** One key more, in the middle. */
    @Benchmark
    public Index<Integer, Integer> with() {
        larger = index.with(size + 1 - size % 2, -1);
        return larger;
    }

    /** The value under a key in the middle. */
    @Benchmark
    public Optional<Integer> get() {
        return index.get(size - size % 2);
    }

    /** What was timed did what it says. */
    @TearDown(Level.Iteration)
    public void check() {
        boolean put = larger.isEmpty() || (larger.size() == size + 1 && larger.has(size + 1 - size % 2));
        if (!put || index.size() != size || !get().equals(Optional.of(size / 2))) {
            throw new IllegalStateException("not one more");
        }
    }
}
