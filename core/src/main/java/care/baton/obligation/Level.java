package care.baton.obligation;

import care.baton.party.Holder;
import care.baton.time.DueRule;
import care.baton.time.Horizon;
import java.time.Duration;
import java.util.Objects;

/**
 * One level of a route: when something is this late, this holder hears of it and has this long to act.
 *
 * @param after how long after it was due
 * @param to who hears
 * @param within how long they have to act
 */
public record Level(Duration after, Holder to, DueRule within) {

    /** A definition's own offset, and one polling interval more. */
    private static final Duration LATEST = Horizon.LONGEST.multipliedBy(2);

    /**
     * Checks the offset.
     *
     * @throws IllegalArgumentException if the offset is negative or longer than 7,306 days
     */
    public Level {
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(within, "within");
        if (after.isNegative() || after.compareTo(LATEST) > 0) {
            throw new IllegalArgumentException("after: not negative, at most 7306 days");
        }
    }
}
