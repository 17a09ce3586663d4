package care.baton.risk;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An observation as it stands on the record.
 *
 * @param number 1 for the first on the record, one more for each
 * @param observation what was seen
 * @param by who saw or reported it
 * @param author who wrote it down
 * @param at when it was seen, as told; else when it was recorded, by the host's clock
 * @param inError why it does not count, where it never was
 */
public record Observed(
        int number, Observation observation, Holder by, Holder author, Instant at, Optional<Code> inError) {

    /** Checks that nothing is absent. */
    public Observed {
        Objects.requireNonNull(observation, "observation");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(inError, "inError");
    }

    /**
     * Whether it counts.
     *
     * @return false once it was marked in error
     */
    public boolean counts() {
        return inError.isEmpty();
    }

    Observed inError(Code reason) {
        return new Observed(number, observation, by, author, at, Optional.of(reason));
    }
}
