package care.baton.handoff;

import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import java.util.Objects;

/**
 * One named thing that goes with what is asked, or comes back with what was done.
 *
 * @param name what it is
 * @param value what it says, or where it is
 */
public record Input(Code name, Sensitive value) {

    /** Checks that nothing is absent. */
    public Input {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
