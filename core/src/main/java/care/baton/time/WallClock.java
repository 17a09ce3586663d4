package care.baton.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/** What the clock on the wall shows in a zone, and when. */
final class WallClock {

    /** A leap year in which only a zone's standing rules apply. */
    private static final int ANY_YEAR = 2400;

    private WallClock() {}

    /** The first instant at which the clock shows this time or a later one. */
    static Instant first(ZoneId zone, LocalDateTime local) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        return offsets.isEmpty() ? rules.getTransition(local).getInstant() : local.toInstant(offsets.get(0));
    }

    /** The last instant at which the clock shows this time; or, when it never does, the first at which it is past it. */
    static Instant last(ZoneId zone, LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty() ? first(zone, local) : local.toInstant(offsets.get(offsets.size() - 1));
    }

    /** The next instant at which the clock leaves out this time of a date and goes on with a later date, or the end. */
    static Instant nextSkip(ZoneId zone, LocalTime time, Instant after) {
        ZoneRules rules = zone.getRules();
        if (rules.getTransitionRules().stream().noneMatch(rule -> skips(rule.createTransition(ANY_YEAR), time))) {
            return rules.getTransitions().stream()
                    .filter(change -> change.getInstant().isAfter(after) && skips(change, time))
                    .findFirst()
                    .map(ZoneOffsetTransition::getInstant)
                    .orElse(Horizon.LATEST);
        }
        ZoneOffsetTransition change = rules.nextTransition(after);
        while (change != null && !skips(change, time)) {
            change = rules.nextTransition(change.getInstant());
        }
        return change == null ? Horizon.LATEST : Horizon.within(change.getInstant());
    }

    private static boolean skips(ZoneOffsetTransition change, LocalTime time) {
        LocalDateTime left = change.getDateTimeBefore();
        LocalDate nextDate = left.toLocalDate().plusDays(1);
        LocalDate goesOn = change.getDateTimeAfter().toLocalDate();
        return goesOn.isAfter(nextDate) || (goesOn.isEqual(nextDate) && !time.isBefore(left.toLocalTime()));
    }
}
