package care.baton.fhir.partner;

import java.util.Objects;

/**
 * What a code on a Task means with this partner.
 *
 * @param system the code list
 * @param code the code; empty for every code of that list not named apart
 * @param work what it stands for
 */
public record TaskCode(String system, String code, Work work) {

    /** Refuses nothing but absence. */
    public TaskCode {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(work, "work");
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "TaskCode";
    }
}
