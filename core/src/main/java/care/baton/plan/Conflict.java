package care.baton.plan;

import care.baton.outcome.Code;
import java.util.Objects;

/**
 * An activity that does not fit what the person prefers or cannot do otherwise.
 *
 * @param activity which activity
 * @param preference what it does not fit
 * @param involves what it involves that is excluded
 */
public record Conflict(Code activity, Code preference, Code involves) {
    /** Checks that nothing is absent. */
    public Conflict {
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(preference, "preference");
        Objects.requireNonNull(involves, "involves");
    }
}
