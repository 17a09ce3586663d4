package care.baton.fhir.partner;

import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;

/**
 * A business status that the partner's guide lists, and the statuses it may stand beside.
 *
 * @param system the code list
 * @param code the code
 * @param beside the statuses it goes with; beside another it contradicts the Task
 * @param asksToCancel whether it means that the sender asks to cancel, and nothing else
 */
public record BusinessStatus(String system, String code, List<TaskStatus> beside, boolean asksToCancel) {

    /** Copies the statuses. */
    public BusinessStatus {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(code, "code");
        beside = Copy.of(beside, "beside");
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "BusinessStatus";
    }
}
