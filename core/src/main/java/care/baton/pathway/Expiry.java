package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;

/**
 * The work that falls due at the instant that a field holds, such as looking again at an authorization that is given
 * for a while. It is owed from when the field is known; a later date takes the place of an
 * earlier one where it is said as firmly as the field asks for, an earlier date always, and an express "none" ends it where
 * the field may have none. What proves it is said no earlier than the date by which it is owed.
 *
 * @param kind what kind of work, such as {@code reassess-authorization}
 * @param role who does it
 * @param ladder who hears when it is late: a ladder of the pathway
 * @param proof what must be there before it counts as done; may be empty
 */
public record Expiry(Code kind, Code role, Code ladder, List<Need> proof) {

    /** Copies the proof. */
    public Expiry {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(ladder, "ladder");
        proof = Copy.of(proof, "proof");
    }
}
