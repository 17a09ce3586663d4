package care.baton.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Counts the slots of a rule that falls due at one time of day, every so many days. It steps as the rule itself does,
 * and leaps wherever each slot lies on the date that names it: between two instants at which the clock is put forward
 * past the slot into another date.
 */
record DaySlots(DueRule rule, ServiceCalendar calendar, LocalTime at, int days, boolean businessDaysOnly) {

    static void checkSpan(Instant first, Instant until) {
        Horizon.check(first, "first");
        Horizon.check(until, "until");
        if (until.isBefore(first)) {
            throw new IllegalArgumentException("until: not before first");
        }
    }

    Slots passed(Instant first, Instant until) {
        checkSpan(first, until);
        long count = 1;
        Instant last = first;
        Instant next = rule.due(first, calendar);
        while (!next.isAfter(until) && next.isAfter(last)) {
            long leap = leap(next, until);
            count += 1 + leap;
            last = leap == 0 ? next : calendar.instantOf(plus(calendar.dateOf(next), leap), at);
            next = rule.due(last, calendar);
        }
        return new Slots(count, last, next);
    }

    /** How many slots further than this one lie before the end of the leap, each on the date that names it. */
    private long leap(Instant slot, Instant until) {
        LocalDate day = calendar.dateOf(slot);
        if (!calendar.instantOf(day, at).equals(slot)) {
            return 0;
        }
        Instant skip = WallClock.nextSkip(calendar.zone(), at, slot);
        Instant bound = skip.isAfter(until) ? until : skip.minusNanos(1);
        LocalDate lastDay = calendar.dateOf(bound).minusDays(1);
        long between =
                businessDaysOnly ? calendar.businessDaysBetween(day, lastDay) : lastDay.toEpochDay() - day.toEpochDay();
        return Math.max(0, between / days);
    }

    private LocalDate plus(LocalDate day, long slots) {
        int steps = Math.toIntExact(slots * days);
        return businessDaysOnly ? calendar.plusBusinessDays(day, steps) : day.plusDays(steps);
    }
}
