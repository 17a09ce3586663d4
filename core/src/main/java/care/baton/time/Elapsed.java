package care.baton.time;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * So many minutes, hours or days of 24 hours later, day and night, weekends included; a change to or from summer time
 * does not move it.
 *
 * @param length how much later; more than zero, at most {@link Horizon#LONGEST}
 */
public record Elapsed(Duration length) implements DueRule {

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if it is zero, negative or longer than {@link Horizon#LONGEST}
     */
    public Elapsed {
        Horizon.check(length, "length");
    }

    @Override
    public Instant due(Instant from, ServiceCalendar calendar, List<Instant> visits) {
        return Horizon.plus(from, length);
    }

    @Override
    public Slots passed(Instant first, Instant until, ServiceCalendar calendar) {
        return every(length, first, until);
    }

    /** The slots of a repetition at a fixed interval; a count beyond {@link Long#MAX_VALUE} stays there. */
    static Slots every(Duration interval, Instant first, Instant until) {
        DaySlots.checkSpan(first, until);
        BigInteger[] steps = nanos(Duration.between(first, until)).divideAndRemainder(nanos(interval));
        BigInteger count = steps[0].add(BigInteger.ONE);
        Instant last = until.minusNanos(steps[1].longValueExact());
        Instant next = Horizon.plus(last, interval);
        if (!next.isAfter(until) && next.isAfter(last)) {
            count = count.add(BigInteger.ONE);
            last = next;
        }
        return new Slots(count.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact(), last, next);
    }

    private static BigInteger nanos(Duration length) {
        return BigInteger.valueOf(length.toSeconds())
                .multiply(BigInteger.valueOf(1_000_000_000))
                .add(BigInteger.valueOf(length.toNanosPart()));
    }
}
