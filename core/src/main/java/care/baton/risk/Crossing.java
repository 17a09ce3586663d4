package care.baton.risk;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One time that a pattern was there, from its beginning to its end. It follows from what was seen and not from the order
 * in which that was written down.
 *
 * @param subject what it is about, where each subject is counted by itself
 * @param from when it began
 * @param until when it ended or, as things stand, will end; empty where nothing says so
 * @param measured how much it was when it began
 * @param evidence what it was made of when it began
 */
public record Crossing(
        Optional<Code> subject, Instant from, Optional<Instant> until, Measured measured, List<Sign.Ref> evidence) {

    /** Copies the evidence. */
    public Crossing {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(measured, "measured");
        evidence = Copy.of(evidence, "evidence");
    }
}
