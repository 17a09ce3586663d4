package care.baton.outcome;

/**
 * Why something was refused: one closed list for the whole library. Each has a plain English
 * sentence in {@code refusals.properties}, which a host may replace.
 */
public enum Reason {
    /** A field is needed before this step and is absent. */
    FIELD_MISSING,
    /** The role that acts is not one that may do this. */
    ROLE_NOT_PERMITTED,
    /** The same command id came again with other content. */
    COMMAND_ID_REUSED,
    /** There is no entry with this number in the record. */
    ENTRY_UNKNOWN,
    /** The entry holds no words that could be erased. */
    NOTHING_TO_ERASE,
}
