package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;

/**
 * "Cannot proceed without": everything that must be there, at that instant, before a step of a stage.
 *
 * @param code the gate's name
 * @param before the step it guards
 * @param needs everything it asks for; at least one
 */
public record Gate(Code code, Step before, List<Need> needs) {

    /**
     * Copies the needs.
     *
     * @throws IllegalArgumentException if it asks for nothing
     */
    public Gate {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(before, "before");
        needs = Copy.of(needs, "needs");
        if (needs.isEmpty()) {
            throw new IllegalArgumentException("needs: at least one");
        }
    }
}
