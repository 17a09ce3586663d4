package care.baton.examples.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The provider's own clock. The day sets it forward; it never goes by itself. */
public final class DayClock {

    /** Where the day takes place. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final LocalDate first;
    private Instant now;

    /**
     * A clock that stands at the morning of a day.
     *
     * @param first the first day
     */
    public DayClock(LocalDate first) {
        this.first = first;
        this.now = on(0, 8, 0);
    }

    /**
     * Sets the clock forward; it never goes back.
     *
     * @param day days after the first
     * @param hour the hour
     * @param minute the minute
     */
    public void at(int day, int hour, int minute) {
        Instant then = on(day, hour, minute);
        now = then.isAfter(now) ? then : now;
    }

    /**
     * Sets the clock forward to an instant, when it lies ahead.
     *
     * @param instant what was recorded last before a restart
     */
    public void notBefore(Instant instant) {
        now = instant.isAfter(now) ? instant : now;
    }

    /**
     * What the clock shows.
     *
     * @return the instant
     */
    public Instant now() {
        return now;
    }

    Instant on(int day, int hour, int minute) {
        return ZonedDateTime.of(first.plusDays(day), LocalTime.of(hour, minute), ZONE)
                .toInstant();
    }
}
