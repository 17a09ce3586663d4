package care.baton.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Within so many business days: at the close of business on that business day after the day on which it began. The day
 * itself never counts, whether the service was open on it or not.
 *
 * @param days how many business days, 1 to 1000
 */
public record BusinessDays(int days) implements DueRule {

    private static final int MOST = 1000;

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is not 1 to 1000
     */
    public BusinessDays {
        if (days < 1 || days > MOST) {
            throw new IllegalArgumentException("days: 1 to 1000");
        }
    }

    @Override
    public Instant due(Instant from, ServiceCalendar calendar, List<Instant> visits) {
        LocalDate day = calendar.plusBusinessDays(calendar.dateOf(from), days);
        return calendar.instantAfter(from, day, calendar.closes());
    }

    @Override
    public Slots passed(Instant first, Instant until, ServiceCalendar calendar) {
        return new DaySlots(this, calendar, calendar.closes(), days, true).passed(first, until);
    }
}
