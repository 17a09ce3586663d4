package care.baton.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

/**
 * At the same time each day, or each business day: the next such time after it began, in the service's time zone. A
 * time that the clock shows twice on one day counts once, the first time it is shown.
 *
 * @param at the time on the wall clock
 * @param businessDaysOnly true when weekends, as the service has them, and holidays are left out
 */
public record Daily(LocalTime at, boolean businessDaysOnly) implements DueRule {

    /** Checks that the time is there. */
    public Daily {
        Objects.requireNonNull(at, "at");
    }

    @Override
    public Instant due(Instant from, ServiceCalendar calendar, List<Instant> visits) {
        LocalDate day = calendar.dateOf(from).minusDays(1);
        Instant slot;
        do {
            day = businessDaysOnly ? calendar.plusBusinessDays(day, 1) : day.plusDays(1);
            slot = calendar.instantOf(day, at);
        } while (!slot.isAfter(from) && slot.isBefore(Horizon.LATEST));
        return slot;
    }

    @Override
    public Slots passed(Instant first, Instant until, ServiceCalendar calendar) {
        return new DaySlots(this, calendar, at, 1, businessDaysOnly).passed(first, until);
    }
}
