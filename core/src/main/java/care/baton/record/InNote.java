package care.baton.record;

import care.baton.note.NoteCommand;
import care.baton.outcome.Code;
import java.util.Objects;

/**
 * Ask something of the note about a change. Refuses with NOTE_UNKNOWN, NOTE_CLOSED, and as what is asked does.
 *
 * @param change which change
 * @param command what is asked
 */
public record InNote(Code change, NoteCommand command) implements InPart {
    /** Checks that nothing is absent. */
    public InNote {
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(command, "command");
    }
}
