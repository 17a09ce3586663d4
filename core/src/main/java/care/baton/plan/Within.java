package care.baton.plan;

import care.baton.outcome.Code;
import care.baton.time.Horizon;
import java.time.LocalDate;
import java.util.Objects;

/**
 * By when a goal is to be reached: so many days from a start.
 *
 * @param days how many days; 1 to 3653
 * @param start what it is counted from, such as the discharge
 * @param from the date of that start, in the service's zone
 */
public record Within(int days, Code start, LocalDate from) {

    private static final int MOST = 3653;

    /**
     * Checks the whole.
     *
     * @throws IllegalArgumentException if the days are not between 1 and 3653, or the date lies outside the
     *     {@link Horizon}
     */
    public Within {
        Objects.requireNonNull(start, "start");
        Horizon.check(from, "from");
        if (days < 1 || days > MOST) {
            throw new IllegalArgumentException("days: 1 to 3653");
        }
    }

    /**
     * The last day on which it is reached in time.
     *
     * @return the date, in the service's zone
     */
    public LocalDate due() {
        return from.plusDays(days);
    }
}
