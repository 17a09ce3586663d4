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
    /** The text is not JSON. */
    JSON_MALFORMED,
    /** The text is longer than is read. */
    TOO_LARGE,
    /** Objects and lists stand deeper within each other than is read. */
    TOO_DEEP,
    /** An object has two fields of one name. */
    FIELD_REPEATED,
    /** A definition has a field that this release does not know and so cannot honor. */
    FIELD_UNKNOWN,
    /** A field holds a kind of value that this release does not know. */
    FIELD_UNKNOWN_KIND,
    /** A field holds something that it cannot hold. */
    VALUE_MALFORMED,
    /** The record holds a kind of event that this release does not know. */
    EVENT_KIND_UNKNOWN,
    /** There is no entry with this number in the record. */
    ENTRY_UNKNOWN,
    /** The entry holds no words that could be erased. */
    NOTHING_TO_ERASE,
}
