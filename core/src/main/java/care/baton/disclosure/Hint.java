package care.baton.disclosure;

/** What an audience is told about what it is not shown, least first. */
public enum Hint {
    /** Nothing: what is hidden leaves no trace. */
    NONE,
    /** That there is more, whatever it is and however much. */
    MORE,
    /** How much there is of each part. */
    COUNTED
}
