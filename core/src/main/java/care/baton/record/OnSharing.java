package care.baton.record;

import care.baton.consent.ConsentCommand;
import java.util.Objects;

/**
 * Ask something about what may be shared. Refuses as what is asked does.
 *
 * @param command what is asked
 */
public record OnSharing(ConsentCommand command) implements InPart {
    /** Checks that nothing is absent. */
    public OnSharing {
        Objects.requireNonNull(command, "command");
    }
}
