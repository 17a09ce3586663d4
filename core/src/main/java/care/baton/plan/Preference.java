package care.baton.plan;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Sensitive;
import java.util.List;
import java.util.Objects;

/**
 * What matters to the person, or what cannot be otherwise: how they eat, live, pray, get about.
 *
 * @param code its name in the plan
 * @param kind what kind of thing it is
 * @param words in words
 * @param excludes what an activity must not involve
 */
public record Preference(Code code, Kind kind, Sensitive words, List<Code> excludes) {

    /** What kind of thing it is. */
    public enum Kind {
        /** What comes first for them. */
        PRIORITY,
        /** What they would rather. */
        PREFERENCE,
        /** What cannot be otherwise. */
        CONSTRAINT
    }

    /** Copies the list. */
    public Preference {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(words, "words");
        excludes = Copy.of(excludes, "excludes");
    }
}
