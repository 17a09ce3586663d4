package care.baton.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Before the day is over: the end of the calendar day on which it began, in the service's time zone, weekends and
 * holidays included. The instant given is the start of the next day.
 */
public record SameDay() implements DueRule {

    @Override
    public Instant due(Instant from, ServiceCalendar calendar, List<Instant> visits) {
        LocalDate tomorrow = calendar.dateOf(from).plusDays(1);
        return calendar.instantAfter(from, tomorrow, LocalTime.MIDNIGHT);
    }

    @Override
    public Slots passed(Instant first, Instant until, ServiceCalendar calendar) {
        return new DaySlots(this, calendar, LocalTime.MIDNIGHT, 1, false).passed(first, until);
    }
}
