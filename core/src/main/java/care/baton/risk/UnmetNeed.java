package care.baton.risk;

import care.baton.note.Stated;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that the person needs and does not have: open until it is met. Who owns it now, the obligation says.
 *
 * @param number 1 for the first on the record, one more for each
 * @param run the run whose people see to it
 * @param need what is needed, such as {@code housing}
 * @param owner who saw to it at first
 * @param words what is missing
 * @param at since when it is known, by the host's clock
 * @param met how it was met; empty while it is open
 */
public record UnmetNeed(
        int number, Code run, Code need, Holder owner, Sensitive words, Instant at, Optional<Stated> met) {

    /** Checks that nothing is absent. */
    public UnmetNeed {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(need, "need");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(met, "met");
    }

    /**
     * Whether it is open.
     *
     * @return true until it is met
     */
    public boolean isOpen() {
        return met.isEmpty();
    }
}
