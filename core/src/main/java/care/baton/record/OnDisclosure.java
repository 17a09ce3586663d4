package care.baton.record;

import care.baton.disclosure.DisclosureCommand;
import java.util.Objects;

/**
 * Ask something about showing the record to others. Refuses as what is asked does.
 *
 * @param command what is asked
 */
public record OnDisclosure(DisclosureCommand command) implements InPart {
    /** Checks that nothing is absent. */
    public OnDisclosure {
        Objects.requireNonNull(command, "command");
    }
}
