package care.baton.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The first and the last instant that a record may speak of, and the longest time that a deadline may leave: a date
 * outside is a slip of the pen, not a deadline.
 */
public final class Horizon {

    /** The first instant: 1900-01-01, midnight UTC. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** The last instant: 9999-01-01, midnight UTC. Whatever would fall due later falls due then. */
    public static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** The longest time that a rule may leave: ten years, counted as 3,653 days of 24 hours. */
    public static final Duration LONGEST = Duration.ofDays(3653);

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 1, 1);

    private Horizon() {}

    /**
     * The same instant, when it lies within the horizon (both ends included).
     *
     * @param instant the instant, of any clock
     * @param field the name that the refusal gives
     * @return the instant
     * @throws IllegalArgumentException if it lies outside
     */
    public static Instant check(Instant instant, String field) {
        Objects.requireNonNull(instant, field);
        if (!holds(instant)) {
            throw new IllegalArgumentException(field + ": between 1900-01-01 and 9999-01-01 UTC");
        }
        return instant;
    }

    /**
     * Whether an instant lies within the horizon (both ends included).
     *
     * @param instant the instant, of any clock
     * @return true when it does
     */
    public static boolean holds(Instant instant) {
        Objects.requireNonNull(instant, "instant");
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }

    /**
     * The same date, when it lies within the horizon (both ends included).
     *
     * @param date the date, in any zone
     * @param field the name that the refusal gives
     * @return the date
     * @throws IllegalArgumentException if it lies outside
     */
    public static LocalDate check(LocalDate date, String field) {
        Objects.requireNonNull(date, field);
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            throw new IllegalArgumentException(field + ": between 1900-01-01 and 9999-01-01");
        }
        return date;
    }

    /**
     * The same length of time, when it is more than nothing and not longer than {@link #LONGEST}.
     *
     * @param length the length
     * @param field the name that the refusal gives
     * @return the length
     * @throws IllegalArgumentException if it is zero, negative or longer
     */
    public static Duration check(Duration length, String field) {
        Objects.requireNonNull(length, field);
        if (length.isZero() || length.isNegative() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(field + ": more than zero, at most 3653 days");
        }
        return length;
    }

    /**
     * The same length of time, when it is nothing or more and not longer than {@link #LONGEST}.
     *
     * @param length the length
     * @param field the name that the refusal gives
     * @return the length
     * @throws IllegalArgumentException if it is negative or longer
     */
    public static Duration checkOffset(Duration length, String field) {
        Objects.requireNonNull(length, field);
        if (length.isNegative() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(field + ": not negative, at most 3653 days");
        }
        return length;
    }

    /**
     * The instant that much later, or the end of the horizon when that comes first.
     *
     * @param from the instant to count from
     * @param length how much later, not negative
     * @return the later instant, never after {@link #LATEST}
     * @throws IllegalArgumentException if the instant lies outside the horizon or the length is negative
     */
    public static Instant plus(Instant from, Duration length) {
        check(from, "from");
        if (length.isNegative()) {
            throw new IllegalArgumentException("length: not negative");
        }
        Duration left =
                Duration.ofSeconds(LATEST.getEpochSecond() - from.getEpochSecond(), LATEST.getNano() - from.getNano());
        return length.compareTo(left) >= 0 ? LATEST : from.plus(length);
    }

    /** The instant, or the end of the horizon that lies nearer. */
    static Instant within(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return instant.isAfter(LATEST) ? LATEST : instant;
    }
}
