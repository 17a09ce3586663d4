package care.baton.note;

import care.baton.outcome.Code;
import java.util.Objects;
import java.util.Optional;

/**
 * What was looked at before the person or the family was told: whether an interpreter is needed, how they prefer to be
 * told, and whether they can follow it.
 *
 * @param interpreter whether an interpreter is needed, and was there
 * @param otherWay why it did not go the way they prefer; empty when it did
 * @param plainly how it was made sure that they can follow it, such as {@code read-aloud} or {@code teach-back}; empty
 *     where nothing was done
 */
public record Checked(Interpreter interpreter, Optional<Code> otherWay, Optional<Code> plainly) {

    /**
     * Nothing was done so that they can follow it.
     *
     * @param interpreter whether an interpreter is needed, and was there
     * @param otherWay why it did not go the way they prefer; empty when it did
     */
    public Checked(Interpreter interpreter, Optional<Code> otherWay) {
        this(interpreter, otherWay, Optional.empty());
    }

    /** Whether an interpreter is needed, and was there. */
    public enum Interpreter {
        /** None is needed. */
        NOT_NEEDED,
        /** One was there. */
        PRESENT,
        /** One was offered and not wanted. */
        DECLINED
    }

    /** Checks that nothing is absent. */
    public Checked {
        Objects.requireNonNull(interpreter, "interpreter");
        Objects.requireNonNull(otherWay, "otherWay");
        Objects.requireNonNull(plainly, "plainly");
    }
}
