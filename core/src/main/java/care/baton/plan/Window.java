package care.baton.plan;

import care.baton.outcome.Code;
import care.baton.time.Horizon;
import java.time.Instant;
import java.util.Objects;

/**
 * The window into which arrangements have to fall together.
 *
 * @param code its name in the plan
 * @param from its first instant, by the host's clock
 * @param until its last instant
 */
public record Window(Code code, Instant from, Instant until) {

    /**
     * Checks the whole.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Window {
        Objects.requireNonNull(code, "code");
        Horizon.check(from, "from");
        Horizon.check(until, "until");
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("until: not before from");
        }
    }

    /**
     * Whether an instant lies in it.
     *
     * @param at the instant
     * @return true when it does, both ends included
     */
    public boolean holds(Instant at) {
        Objects.requireNonNull(at, "at");
        return !at.isBefore(from) && !at.isAfter(until);
    }
}
