package care.baton.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Before the next visits: by the start of the next planned visit, or of the second, third and so on, and in any case
 * within a fixed time. When too few visits are known, that fixed time alone holds.
 *
 * @param visits which of the visits that start after it began, 1 to 1000; starts at the same instant count once
 * @param latest the longest it may take, whatever is planned; more than zero, at most {@link Horizon#LONGEST}
 */
public record BeforeVisits(int visits, Duration latest) implements DueRule {

    private static final int MOST = 1000;

    /**
     * Checks the number and the length.
     *
     * @throws IllegalArgumentException if the number is not 1 to 1000, or the length zero, negative or longer than
     *     {@link Horizon#LONGEST}
     */
    public BeforeVisits {
        if (visits < 1 || visits > MOST) {
            throw new IllegalArgumentException("visits: 1 to 1000");
        }
        Horizon.check(latest, "latest");
    }

    @Override
    public Instant due(Instant from, ServiceCalendar calendar, List<Instant> visits) {
        Instant last = Horizon.plus(from, latest);
        return visits.stream()
                .filter(start -> Horizon.check(start, "visits").isAfter(from))
                .distinct()
                .sorted()
                .skip(this.visits - 1L)
                .findFirst()
                .filter(last::isAfter)
                .orElse(last);
    }

    /** Repeats at the fixed time: visits that are not planned yet cannot be counted. */
    @Override
    public Slots passed(Instant first, Instant until, ServiceCalendar calendar) {
        return Elapsed.every(latest, first, until);
    }
}
