package care.baton.risk;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A score as it stands on the record.
 *
 * @param number 1 for the first on the record, one more for each
 * @param score the score
 * @param by who reported it
 * @param at when it became known, as told; else when it was recorded, by the host's clock
 * @param inError why it does not count, where it never was
 */
public record Scored(int number, Score score, Holder by, Instant at, Optional<Code> inError) {

    /** Checks that nothing is absent. */
    public Scored {
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(by, "by");
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

    Scored inError(Code reason) {
        return new Scored(number, score, by, at, Optional.of(reason));
    }
}
