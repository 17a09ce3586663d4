package care.baton.handoff;

/** Where it is settled whose decision came first. */
public enum Arbiter {
    /** The record itself: both parties act in it. */
    RECORD,
    /**
     * A server that both parties write to: what we decide is only intended until the server has stored
     * it.
     */
    SERVER
}
