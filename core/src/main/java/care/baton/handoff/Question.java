package care.baton.handoff;

import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import java.util.Objects;

/**
 * One thing the receiver must know before answering: a field of the profile, or a question with the
 * field or topic it concerns.
 *
 * @param item the field or topic
 * @param text the question; may be none when the field is simply missing
 * @param falling why an earlier answer to the same falls short; none the first time
 */
public record Question(Code item, Sensitive text, Sensitive falling) {

    /** Checks that nothing is absent. */
    public Question {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(falling, "falling");
    }

    /**
     * A field that is missing.
     *
     * @param item the field
     * @return the question
     */
    public static Question about(Code item) {
        return new Question(item, Sensitive.none(), Sensitive.none());
    }
}
