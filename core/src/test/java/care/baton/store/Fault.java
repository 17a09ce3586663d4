package care.baton.store;

/** What is wrong with a {@link FaultyRecordStore}. */
enum Fault {
    /** Stores whatever version was expected. */
    NO_VERSION_CHECK,
    /** Refuses a version that is gone and takes one that is not yet there. */
    LATER_VERSION_TAKEN,
    /** Looks at the version, lets others pass, and then stores. */
    CHECKS_BEFORE_LOCKING,
    /** Says that there was a conflict and stores all the same. */
    STORES_IN_CONFLICT,
    /** Says that it stored what it did not. */
    SAYS_STORED,
    /** Keeps what was written before it died. */
    KEEPS_HALF,
    /** Sorts by the sequence number as text. */
    SORTS_AS_TEXT,
    /** Loads the first thousand entries and no more. */
    LOADS_A_PAGE,
    /** Takes names that differ in capitals for one. */
    IGNORES_CAPITALS,
    /** Keeps all records in one. */
    ONE_RECORD,
    /** Drops what this release does not know. */
    DROPS_UNKNOWN,
    /** Gives away the list that it goes on writing to. */
    LENDS_ITS_LIST,
    /** Appends the erasure and leaves the words. */
    LEAVES_WORDS,
    /** Takes the words and does not say so. */
    ERASES_SILENTLY,
    /** Rewrites before it looks at the version. */
    ERASES_UNCHECKED,
    /** Takes the words in one step and appends the erasure in another. */
    ERASES_IN_TWO_STEPS
}
