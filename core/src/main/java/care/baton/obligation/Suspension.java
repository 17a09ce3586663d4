package care.baton.obligation;

import care.baton.outcome.Copy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a clock waits for from an instant on.
 *
 * @param from from when, by the host's clock; it lasts until the next change
 * @param by what must end first, in order; nothing when the clock goes on
 */
public record Suspension(Instant from, List<Key> by) {

    /** Copies the keys. */
    public Suspension {
        Objects.requireNonNull(from, "from");
        by = Copy.of(by, "by");
    }
}
