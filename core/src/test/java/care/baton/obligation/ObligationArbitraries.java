package care.baton.obligation;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Histories of what is owed, the awkward ones often enough: late, repeated, leaping, put back. */
final class ObligationArbitraries {

    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;

    private ObligationArbitraries() {}

    static Arbitrary<Story> stories() {
        return moves().list().ofMaxSize(40).map(Story::of);
    }

    /** A century on, or at the end of all time. */
    static Arbitrary<Instant> leaps(Instant century, Instant end) {
        return Arbitraries.of(century, end, end.minusNanos(1), Instant.MAX);
    }

    static Arbitrary<Move> moves() {
        return Combinators.combine(
                        whats(),
                        pauses(),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 11),
                        lengths())
                .as(Move::new);
    }

    static Arbitrary<Duration> pauses() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(Duration.ZERO)),
                Tuple.of(8, seconds(0, 8 * HOUR)),
                Tuple.of(6, seconds(0, 6 * DAY)),
                Tuple.of(2, seconds(-2 * DAY, 0)),
                Tuple.of(1, seconds(0, 100 * 365 * DAY)));
    }

    /** From late already to a month. */
    static Arbitrary<Duration> lengths() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, seconds(HOUR, 5 * DAY)),
                Tuple.of(2, seconds(0, 30 * DAY)),
                Tuple.of(1, seconds(-2 * DAY, HOUR)));
    }

    private static Arbitrary<Move.What> whats() {
        return Arbitraries.frequency(
                Tuple.of(6, Move.What.OPEN),
                Tuple.of(2, Move.What.OPEN_RECURRING),
                Tuple.of(6, Move.What.SUSPEND),
                Tuple.of(4, Move.What.END_WAIT),
                Tuple.of(3, Move.What.PASS),
                Tuple.of(1, Move.What.PROPOSE),
                Tuple.of(3, Move.What.DISCHARGE),
                Tuple.of(1, Move.What.RELEASE),
                Tuple.of(2, Move.What.REPLACE),
                Tuple.of(2, Move.What.WAIT));
    }

    private static Arbitrary<Duration> seconds(long least, long most) {
        return Arbitraries.longs().between(least, most).map(Duration::ofSeconds);
    }
}
