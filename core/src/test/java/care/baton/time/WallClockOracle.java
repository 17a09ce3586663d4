package care.baton.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.function.Predicate;

/**
 * Watches the wall clock go by, half an hour at a time, and asks only what it shows at an instant: it knows nothing of
 * times that are left out or shown twice. Exact to the nanosecond while no two changes fall within one half hour.
 */
final class WallClockOracle {

    private static final Duration STEP = Duration.ofMinutes(30);
    private static final Duration FURTHEST_EAST = Duration.ofHours(19);

    private final ZoneRules rules;

    WallClockOracle(ZoneId zone) {
        rules = zone.getRules();
    }

    /** What the clock shows. */
    LocalDateTime at(Instant instant) {
        return LocalDateTime.ofInstant(instant, rules.getOffset(instant));
    }

    /** The first instant at which the clock shows this time or a later one. */
    Instant first(LocalDateTime local) {
        return firstAfter(local.toInstant(ZoneOffset.UTC).minus(FURTHEST_EAST), local);
    }

    /** The first such instant after another one. */
    Instant firstAfter(Instant from, LocalDateTime local) {
        Predicate<Instant> reached = instant -> !at(instant).isBefore(local);
        Instant start = from.plusNanos(1);
        while (true) {
            ZoneOffset offset = rules.getOffset(start);
            Instant end = start.plus(STEP);
            if (!rules.getOffset(end).equals(offset)) {
                end = earliest(start, end, instant -> !rules.getOffset(instant).equals(offset));
            }
            if (reached.test(start)) {
                return start;
            }
            if (reached.test(end.minusNanos(1))) {
                return earliest(start, end.minusNanos(1), reached);
            }
            start = end;
        }
    }

    /** Where it begins to hold: not at the start, yes at the end. */
    private static Instant earliest(Instant start, Instant end, Predicate<Instant> holds) {
        Instant no = start;
        Instant yes = end;
        while (Duration.between(no, yes).toNanos() > 1) {
            Instant middle = no.plus(Duration.between(no, yes).dividedBy(2));
            if (holds.test(middle)) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        return yes;
    }
}
