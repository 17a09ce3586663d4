package care.baton.disclosure;

import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Somebody looked past what is closed to them: who, why, from when until when, and what the review found.
 *
 * @param number 1 for the first on the record, one more for each
 * @param run the run in whose course it happened
 * @param by who
 * @param reason why
 * @param from from when, by the host's clock
 * @param until until when, exclusive, by the host's clock
 * @param finding what the review found; empty until then
 */
@Built
@Value.Builder
public record Emergency(
        int number, Code run, Holder by, Code reason, Instant from, Instant until, Optional<Code> finding) {

    /** Checks that nothing is absent. */
    public Emergency {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(finding, "finding");
    }

    /**
     * An emergency, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static EmergencyBuilderStages.BuildStart builder() {
        return EmergencyBuilderStages.start();
    }

    /** Whether it opens anything at an instant for somebody: for whoever said so, and nobody else. */
    boolean opensFor(Holder seat, Instant at) {
        return by.equals(seat) && !at.isBefore(from) && at.isBefore(until);
    }

    Emergency found(Code what) {
        return new Emergency(number, run, by, reason, from, until, Optional.of(what));
    }

    /** The number only. */
    @Override
    public String toString() {
        return "Emergency[" + number + "]";
    }
}
