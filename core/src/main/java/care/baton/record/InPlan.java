package care.baton.record;

import care.baton.outcome.Code;
import care.baton.plan.PlanCommand;
import java.util.Objects;

/**
 * Ask something of a plan. Refuses with PLAN_UNKNOWN, and as what is asked does.
 *
 * @param plan its name on the record
 * @param command what is asked
 */
public record InPlan(Code plan, PlanCommand command) implements InPart {
    /** Checks that nothing is absent. */
    public InPlan {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(command, "command");
    }
}
