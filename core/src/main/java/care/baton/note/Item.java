package care.baton.note;

import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import java.util.Objects;

/**
 * One piece of the information that a note shares. Who is shown it hangs on its kind.
 *
 * @param name which piece: the same name in a later version says the same thing anew
 * @param kind what kind of information it is
 * @param words what it says
 */
public record Item(Code name, Kind kind, Sensitive words) {

    /** What kind of information it is. */
    public enum Kind {
        /** What everybody who is told may read. */
        GENERAL,
        /** What shows that something is so: a record, a result, a count. */
        EVIDENCE,
        /** What somebody saw or heard, without what they made of it. */
        OBSERVATION
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if nothing is said
     */
    public Item {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(words, "words");
        if (words.isNone()) {
            throw new IllegalArgumentException("words: something must be said");
        }
    }
}
