package care.baton.record;

import care.baton.note.ContactCommand;
import java.util.Objects;

/**
 * Ask something about the contacts. Refuses as what is asked does.
 *
 * @param command what is asked
 */
public record OnContact(ContactCommand command) implements InPart {
    /** Checks that nothing is absent. */
    public OnContact {
        Objects.requireNonNull(command, "command");
    }
}
