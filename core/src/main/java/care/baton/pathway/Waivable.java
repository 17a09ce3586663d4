package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.time.Horizon;
import java.time.Duration;
import java.util.Objects;

/**
 * An item of a gate that may be let pass for a while, by whom and for how long at most. A pathway that
 * lists none has no override.
 *
 * @param item the item
 * @param role the one role that may let it pass
 * @param longest for how long at most
 */
public record Waivable(Code item, Code role, Duration longest) {

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if the length is not positive or longer than 3,653 days
     */
    public Waivable {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(role, "role");
        Horizon.check(longest, "longest");
    }
}
