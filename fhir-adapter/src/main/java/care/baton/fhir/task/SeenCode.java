package care.baton.fhir.task;

import java.util.Objects;

/**
 * A code as it stands on a Task. It prints nothing, because a code may name a condition.
 *
 * @param system the code list; empty when none is named
 * @param code the code; empty when none is given
 */
public record SeenCode(String system, String code) {

    /** Refuses nothing but absence. */
    public SeenCode {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(code, "code");
    }

    @Override
    public String toString() {
        return "SeenCode";
    }
}
