package care.baton.record;

import care.baton.outcome.Code;
import care.baton.risk.RiskCommand;
import java.util.Objects;

/**
 * Ask something about risks. Refuses with RUN_NOT_OPEN, DEFINITION_UNKNOWN, and as what is asked does.
 *
 * @param run the run whose people look at what follows from it
 * @param command what is asked
 */
public record OnRisk(Code run, RiskCommand command) implements InPart {
    /** Checks that nothing is absent. */
    public OnRisk {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(command, "command");
    }
}
