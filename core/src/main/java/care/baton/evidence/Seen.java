package care.baton.evidence;

/** Whether a command was asked before, by the identifier that the host gave it. */
public enum Seen {
    /** Not yet: it may be decided. */
    NEW,
    /** The same command was applied before, or its content has since been erased: nothing is to be done. */
    APPLIED,
    /** Another command was applied under this identifier. */
    REUSED
}
