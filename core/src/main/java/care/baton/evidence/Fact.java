package care.baton.evidence;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

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
 * @param absent why there is no answer; empty where there is one, or it is expressly known that there is none
 */
public record Fact(
        Code field,
        int version,
        Sensitive value,
        Code source,
        Grade grade,
        Holder author,
        Instant at,
        Standing standing,
        Optional<AbsentReason> absent) {

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
     * A fact that has an answer, or of which it is expressly known that there is none.
     *
     * @param field which field
     * @param version from 1
     * @param value what it says
     * @param source where the evidence is held
     * @param grade how firmly it is known
     * @param author who answers for it
     * @param at when it was recorded, by the host's clock
     * @param standing whether it still counts
     * @throws IllegalArgumentException if the version is below 1
     */
    public Fact(
            Code field,
            int version,
            Sensitive value,
            Code source,
            Grade grade,
            Holder author,
            Instant at,
            Standing standing) {
        this(field, version, value, source, grade, author, at, standing, Optional.empty());
    }

    /**
     * Checks the version, and that nothing is said where there is no answer.
     *
     * @throws IllegalArgumentException if the version is below 1, or there is both an answer and a reason for none
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
        if (Objects.requireNonNull(absent, "absent").isPresent() && value.text().isPresent()) {
            throw new IllegalArgumentException("absent: only where nothing is said");
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
        return new Fact(field, version, value, source, grade, author, at, other, absent);
    }
}
