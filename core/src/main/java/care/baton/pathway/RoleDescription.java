package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;

/**
 * A role on a pathway, on whose side it stands, and what it does.
 *
 * @param code the role
 * @param side on whose side it stands
 * @param duties what it does, each a kind of action it may hold
 */
public record RoleDescription(Code code, Side side, List<Code> duties) {

    /** Copies the duties. */
    public RoleDescription {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(side, "side");
        duties = Copy.of(duties, "duties");
    }
}
