package care.baton.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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

    /** The walk of a source of numbers: the same source gives the same. */
    static RecordWalk walk(SplittableRandom random) {
        List<Roll> rolls = new ArrayList<>();
        for (int i = 5 + random.nextInt(66); i > 0; i--) {
            rolls.add(new Roll(random.nextInt(10_000), random.nextInt(10_000), random.nextInt(10_000), pause(random)));
        }
        return RecordWalk.of(rolls);
    }

    private static Duration pause(SplittableRandom random) {
        int dice = random.nextInt(16);
        if (dice < 12) {
            return Duration.ofMinutes(random.nextInt(91));
        }
        return dice < 15 ? Duration.ofHours(1 + random.nextInt(60)) : Duration.ofMinutes(-1 - random.nextInt(600));
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
