package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.time.DueRule;
import care.baton.time.Horizon;
import java.time.Duration;
import java.util.Objects;

/**
 * One level of a ladder: when something is this late, this role hears of it and has this long to act.
 *
 * @param after how long after it was due; zero for at once; never negative
 * @param role who hears
 * @param within how long that role has to act
 */
public record Rung(Duration after, Code role, DueRule within) {

    /**
     * Checks the offset.
     *
     * @throws IllegalArgumentException if the offset is negative or longer than 3,653 days
     */
    public Rung {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(within, "within");
        Horizon.checkOffset(after, "after");
    }
}
