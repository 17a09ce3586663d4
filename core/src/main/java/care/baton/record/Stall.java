package care.baton.record;

import care.baton.party.Holder;
import java.time.Instant;
import java.util.Objects;

/**
 * What happens if progress stops now: who hears of it, and when.
 *
 * @param level the level that is raised then; one that has been raised before is a reminder
 * @param to who hears
 * @param at when, by the host's clock
 */
public record Stall(int level, Holder to, Instant at) {

    /** Checks that nothing is absent. */
    public Stall {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(at, "at");
    }
}
