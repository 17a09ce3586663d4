package care.baton.fhir.partner;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a Task stands, in FHIR's twelve words. Source: FHIR R4 Task.status.
 */
public enum TaskStatus {
    /** Being written; nothing is asked yet. */
    DRAFT("draft"),
    /** Asked; nobody has answered. */
    REQUESTED("requested"),
    /** Seen and being considered; not an answer. */
    RECEIVED("received"),
    /** Agreed to; not begun. */
    ACCEPTED("accepted"),
    /** Declined. */
    REJECTED("rejected"),
    /** To be done, with acceptance taken as given. */
    READY("ready"),
    /** Ended without being done. */
    CANCELLED("cancelled"),
    /** Begun. */
    IN_PROGRESS("in-progress"),
    /** Begun, and paused. */
    ON_HOLD("on-hold"),
    /** Tried, and could not be done. */
    FAILED("failed"),
    /** Reported as done. */
    COMPLETED("completed"),
    /** Should never have existed. */
    ENTERED_IN_ERROR("entered-in-error");

    private static final List<TaskStatus> ENDED = List.of(REJECTED, CANCELLED, FAILED, COMPLETED, ENTERED_IN_ERROR);
    private static final List<TaskStatus> HELD = List.of(ACCEPTED, IN_PROGRESS, ON_HOLD, COMPLETED);

    private final String code;

    TaskStatus(String code) {
        this.code = code;
    }

    /**
     * FHIR's word for it.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * Whether nothing more is expected of it.
     *
     * @return true once it has ended
     */
    public boolean ended() {
        return ENDED.contains(this);
    }

    /**
     * Whether a Task in this status says that its owner has taken it: accepted, in progress, on hold
     * or completed, and no other.
     *
     * @return true when it says so
     */
    public boolean saysHeld() {
        return HELD.contains(this);
    }

    /**
     * The status for a code.
     *
     * @param code the code
     * @return the status; empty when FHIR has no such code
     */
    public static Optional<TaskStatus> of(String code) {
        Objects.requireNonNull(code, "code");
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }
}
