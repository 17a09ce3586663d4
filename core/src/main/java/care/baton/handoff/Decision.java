package care.baton.handoff;

/** What was decided here and is on its way to the arbiter. */
public enum Decision {
    /** The receiver's answer. */
    ANSWER,
    /** The sender's withdrawal. */
    WITHDRAWAL
}
