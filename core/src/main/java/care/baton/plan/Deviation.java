package care.baton.plan;

import care.baton.outcome.Code;
import java.util.Objects;

/**
 * That a plan leaves out what its protocol asks for, and why.
 *
 * @param activity the kind of activity that is left out
 * @param reason why
 */
public record Deviation(Code activity, Code reason) {
    /** Checks that nothing is absent. */
    public Deviation {
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(reason, "reason");
    }
}
