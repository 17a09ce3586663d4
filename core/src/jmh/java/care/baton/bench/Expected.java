package care.baton.bench;

/** What the episodes come to: if one of these changes, other work is timed than before. */
final class Expected {

    /** Entries of the whole referral. */
    static final int REFERRAL_ENTRIES = 122;

    /** Entries of the acceptance, once all is agreed. */
    static final int ACCEPTANCE_ENTRIES = 5;

    /** Events of the handoff alone. */
    static final int ALONE_EVENTS = 31;

    private Expected() {}
}
