package care.baton.handoff;

/** Where a handoff as a whole stands. */
public enum Course {
    /** The sender holds it and is looking for somebody to take it. */
    OFFERING,
    /** The receiver has accepted and holds it. */
    HELD,
    /** The receiver has begun. */
    STARTED,
    /** The receiver wants to give it back, and holds it until the sender has taken it. */
    GIVING_BACK,
    /** The receiver says that it is done; the sender has not yet confirmed. */
    DONE,
    /** The sender has read that it is done: what is left is to confirm it, and the sender holds that. */
    VALIDATING,
    /** Done and confirmed. */
    CLOSED,
    /** It was never right: wrong person or wrong entry. */
    RECORDED_IN_ERROR;

    /**
     * Whether the receiver holds it.
     *
     * @return true from the acceptance until the sender has taken back what is left, or confirmed it
     */
    public boolean isWithReceiver() {
        return this == HELD || this == STARTED || this == GIVING_BACK || this == DONE;
    }

    /**
     * Whether nothing more is owed.
     *
     * @return true once closed or recorded in error
     */
    public boolean isEnded() {
        return this == CLOSED || this == RECORDED_IN_ERROR;
    }
}
