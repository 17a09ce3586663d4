package care.baton.handoff;

/**
 * How soon it is needed.
 *
 * <p>Source: FHIR R4 request-priority.
 */
public enum Priority {
    /** In the ordinary course. */
    ROUTINE,
    /** Sooner than routine. */
    URGENT,
    /** As soon as possible. */
    ASAP,
    /** At once. */
    STAT;

    /**
     * Whether it is more pressing than routine.
     *
     * @return true for all but routine
     */
    public boolean isUrgent() {
        return this != ROUTINE;
    }
}
