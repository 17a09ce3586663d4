package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.time.DueRule;
import java.util.Objects;

/**
 * When a running pathway is looked at as a whole, and by whom.
 *
 * @param role who looks
 * @param each how often
 */
public record ReviewPoint(Code role, DueRule each) {

    /** Checks that nothing is absent. */
    public ReviewPoint {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(each, "each");
    }
}
