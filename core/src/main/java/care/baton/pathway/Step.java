package care.baton.pathway;

/** A step that something may be needed for, in the order in which they come. */
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
    CLOSE;

    /**
     * Whether this step comes later than another.
     *
     * @param other another step
     * @return true when it comes later
     */
    public boolean isAfter(Step other) {
        return compareTo(other) > 0;
    }
}
