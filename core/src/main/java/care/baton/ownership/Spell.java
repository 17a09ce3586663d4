package care.baton.ownership;

import care.baton.party.Holder;
import java.time.Instant;
import java.util.Objects;

/**
 * One holder's time with something.
 *
 * @param holder who held it
 * @param from from when, by the host's clock; it lasts until the next spell begins
 */
public record Spell(Holder holder, Instant from) {

    /** Checks that nothing is absent. */
    public Spell {
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(from, "from");
    }
}
