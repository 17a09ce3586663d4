package care.baton.record;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Records that anything may happen to. */
final class RecordArbitraries {

    private RecordArbitraries() {}

    static Arbitrary<RecordWalk> walks() {
        return rolls().list()
                .ofMinSize(5)
                .ofMaxSize(70)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(RecordWalk::of);
    }

    static Arbitrary<Roll> rolls() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 9999);
        return Combinators.combine(any, any, any, pauses()).as(Roll::new);
    }

    /** Mostly minutes; now and then days; now and then a clock that was put back. */
    static Arbitrary<Duration> pauses() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.integers().between(0, 90).map(Duration::ofMinutes)),
                Tuple.of(3, Arbitraries.integers().between(1, 60).map(Duration::ofHours)),
                Tuple.of(1, Arbitraries.integers().between(-600, -1).map(Duration::ofMinutes)));
    }

    static Arbitrary<List<Integer>> places() {
        return Arbitraries.integers().between(0, 9999).list().ofMinSize(1).ofMaxSize(4);
    }
}
