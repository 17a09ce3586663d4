package care.baton.note;

import care.baton.outcome.Code;
import java.util.Objects;
import java.util.Optional;

/**
 * What was looked at before the person or the family was told: whether an interpreter is needed, and how they prefer to
 * be told.
 *
 * @param interpreter whether an interpreter is needed, and was there
 * @param otherWay why it did not go the way they prefer; empty when it did
 */
public record Checked(Interpreter interpreter, Optional<Code> otherWay) {

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
    }
}
