package care.baton.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Counts one by one what the package counts by arithmetic. */
final class Stepping {

    private Stepping() {}

    static Slots passed(DueRule rule, Instant first, Instant until, ServiceCalendar calendar) {
        long count = 1;
        Instant last = first;
        Instant next = rule.due(first, calendar);
        while (next.isAfter(last) && !next.isAfter(until)) {
            count++;
            last = next;
            next = rule.due(last, calendar);
        }
        return new Slots(count, last, next);
    }

    static LocalDate plusBusinessDays(ServiceCalendar calendar, LocalDate from, int days) {
        Set<LocalDate> closed = new HashSet<>(calendar.holidays());
        LocalDate day = from;
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            if (calendar.workingDays().contains(day.getDayOfWeek()) && !closed.contains(day)) {
                left--;
            }
        }
        return day;
    }

    static long businessDaysBetween(ServiceCalendar calendar, LocalDate fromExclusive, LocalDate toInclusive) {
        Set<LocalDate> closed = new HashSet<>(calendar.holidays());
        return fromExclusive
                .plusDays(1)
                .datesUntil(toInclusive.plusDays(1))
                .filter(day -> calendar.workingDays().contains(day.getDayOfWeek()) && !closed.contains(day))
                .count();
    }
}
