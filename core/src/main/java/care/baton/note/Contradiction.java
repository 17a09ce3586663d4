package care.baton.note;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Two recipients hold what does not fit together about one change.
 *
 * @param number 1 for the first of the note, one more for each
 * @param item about which piece of information
 * @param one who was told the one thing
 * @param other who was told the other
 * @param at when it was found, by the host's clock
 * @param settled how it was settled; empty while it stands
 */
public record Contradiction(int number, Code item, Holder one, Holder other, Instant at, Optional<Code> settled) {

    /** Checks that nothing is absent. */
    public Contradiction {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(one, "one");
        Objects.requireNonNull(other, "other");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(settled, "settled");
    }

    /**
     * Whether it still stands.
     *
     * @return true until it is settled
     */
    public boolean stands() {
        return settled.isEmpty();
    }

    /**
     * Whether it is between these two.
     *
     * @param first one recipient
     * @param second another
     * @return true, whichever of them was named first
     */
    public boolean isBetween(Holder first, Holder second) {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        return (one.equals(first) && other.equals(second)) || (one.equals(second) && other.equals(first));
    }
}
