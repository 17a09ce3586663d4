package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.time.DueRule;
import java.util.List;
import java.util.Objects;

/**
 * A piece of work that a stage opens: who does it, by when, with what proof, and who hears when it is
 * late.
 *
 * @param kind what kind of work, such as {@code confirm-staff-availability}
 * @param role who does it
 * @param due by when, from the stage's beginning
 * @param ladder who hears when it is late: a ladder of the pathway
 * @param proof what must be there before it counts as done; may be empty
 */
public record Duty(Code kind, Code role, DueRule due, Code ladder, List<Need> proof) {

    /** Saying which services are paid for: work of the funder's side, and of nobody else. */
    public static final Code AUTHORIZE_SERVICES = Code.of("authorize-services");

    /** Copies the proof. */
    public Duty {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(ladder, "ladder");
        proof = Copy.of(proof, "proof");
    }
}
