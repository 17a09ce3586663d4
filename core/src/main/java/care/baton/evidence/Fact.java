package care.baton.evidence;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.time.Instant;
import java.util.Objects;

/**
 * One thing that is known: what a field says, who said so, how firmly, and where the evidence is
 * held. A correction is a new version; what was known before stays readable.
 *
 * @param field which field
 * @param version 1 for the first, one more for each correction
 * @param value what it says; none when it is expressly known that there is none
 * @param source where the evidence is held, such as {@code discharge-summary}
 * @param grade how firmly it is known
 * @param author who answers for it
 * @param at when it was recorded, by the host's clock
 * @param standing whether it still counts
 */
public record Fact(
        Code field,
        int version,
        Sensitive value,
        Code source,
        Grade grade,
        Holder author,
        Instant at,
        Standing standing) {

    /** Whether a fact still counts. */
    public enum Standing {
        /** It counts. */
        CURRENT,
        /** Its author took it back; it no longer counts. */
        REVOKED,
        /** It was never true here: wrong person or wrong entry. It never counted. */
        RECORDED_IN_ERROR
    }

    /**
     * Checks the version.
     *
     * @throws IllegalArgumentException if the version is below 1
     */
    public Fact {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(standing, "standing");
        if (version < 1) {
            throw new IllegalArgumentException("version: from 1");
        }
    }

    /**
     * Whether it counts.
     *
     * @return true while current
     */
    public boolean counts() {
        return standing == Standing.CURRENT;
    }

    Fact standing(Standing other) {
        return new Fact(field, version, value, source, grade, author, at, other);
    }
}
