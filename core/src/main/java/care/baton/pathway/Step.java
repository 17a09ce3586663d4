package care.baton.pathway;

/** A step that something may be needed for. */
public enum Step {
    /** The stage begins. */
    OPEN,
    /** An offer goes out. */
    OFFER,
    /** We accept an offer. */
    ACCEPT,
    /** The stage's decision is taken, or its service starts. */
    DECIDE,
    /** The stage ends. */
    CLOSE
}
