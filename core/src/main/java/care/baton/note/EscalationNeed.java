package care.baton.note;

import care.baton.outcome.Code;
import java.util.Objects;

/**
 * Whether a change has to be taken further up, and why or why not.
 *
 * @param needed yes or no
 * @param reason why
 */
public record EscalationNeed(boolean needed, Code reason) {

    /** Checks that nothing is absent. */
    public EscalationNeed {
        Objects.requireNonNull(reason, "reason");
    }
}
