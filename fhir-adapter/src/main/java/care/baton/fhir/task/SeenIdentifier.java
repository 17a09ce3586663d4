package care.baton.fhir.task;

import java.util.Objects;

/**
 * A business identifier as it stands on a Task.
 *
 * @param system who gave it out; empty when not named
 * @param value the identifier
 */
public record SeenIdentifier(String system, String value) {

    /** Refuses nothing but absence. */
    public SeenIdentifier {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "SeenIdentifier";
    }
}
