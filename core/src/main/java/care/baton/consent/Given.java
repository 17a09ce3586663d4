package care.baton.consent;

import care.baton.party.Holder;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A consent as it stands on the record: who wrote it down and when, and whether it still counts.
 *
 * @param number 1 for the first on the record, one more for each
 * @param consent what was decided
 * @param by who wrote it down
 * @param at when, by the host's clock
 * @param standing whether it still counts
 * @param ended since when it no longer does, by the host's clock; empty while it counts, and where it never did
 */
public record Given(int number, Consent consent, Holder by, Instant at, Standing standing, Optional<Instant> ended) {

    /** Whether a consent still counts. */
    public enum Standing {
        /** It counts, from its start until its end. */
        COUNTS,
        /** It was taken back. */
        REVOKED,
        /** A later decision stands in its place. */
        REPLACED,
        /** It was never true here: wrong person or wrong entry. It never counted. */
        RECORDED_IN_ERROR
    }

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public Given {
        Objects.requireNonNull(consent, "consent");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(ended, "ended");
        if (number < 1) {
            throw new IllegalArgumentException("number: from 1");
        }
    }

    /**
     * Whether it still counts.
     *
     * @return true until it is taken back, replaced or set aside
     */
    public boolean counts() {
        return standing == Standing.COUNTS;
    }

    /** Whether it stood on the record at an instant: recorded by then, and neither ended nor in error. */
    boolean stoodAt(Instant instant) {
        return standing != Standing.RECORDED_IN_ERROR
                && !instant.isBefore(at)
                && ended.map(instant::isBefore).orElse(true);
    }

    Given ends(Standing how, Optional<Instant> when) {
        return new Given(number, consent, by, at, how, when);
    }

    /** The number only. */
    @Override
    public String toString() {
        return "Given[" + number + "]";
    }
}
