package care.baton.risk;

import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import java.util.Objects;
import java.util.Optional;

/**
 * What is usual for the person: a figure, or words, or both.
 *
 * @param subject what it is about
 * @param measured the figure, where there is one
 * @param words how it usually is
 * @param source where it is held
 */
public record Baseline(Code subject, Optional<Measured> measured, Sensitive words, Code source) {

    /** Checks that nothing is absent. */
    public Baseline {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(measured, "measured");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(source, "source");
    }
}
