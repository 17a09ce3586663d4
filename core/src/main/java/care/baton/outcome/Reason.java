package care.baton.outcome;

/**
 * Why something was refused: one closed list for the whole library. Each has a plain English
 * sentence in {@code refusals.properties}, which a host may replace.
 */
public enum Reason {
    /** A field is needed before this step and is absent. */
    FIELD_MISSING,
    /** A field is known, but not as firmly as this step needs. */
    FIELD_TOO_WEAK,
    /** A warning stands, and nobody entitled to it has approved. */
    APPROVAL_MISSING,
    /** There is an approval, but something it covers has changed or a warning came after it. */
    APPROVAL_OUTDATED,
    /** Another piece of work must be done first. */
    DUTY_NOT_DONE,
    /** Another pathway of the same record must have moved on first. */
    STAGE_NOT_LEFT,
    /** It is not owed, or no longer. */
    NOT_OPEN,
    /** The role that acts is not one that may do this. */
    ROLE_NOT_PERMITTED,
    /** The same command id came again with other content. */
    COMMAND_ID_REUSED,
    /** There is no entry with this number in the record. */
    ENTRY_UNKNOWN,
    /** The entry holds no words that could be erased. */
    NOTHING_TO_ERASE,
}
