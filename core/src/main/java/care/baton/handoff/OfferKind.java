package care.baton.handoff;

/** Whether an acceptance binds. */
public enum OfferKind {
    /** To one party, one at a time; its acceptance binds. */
    FIRM,
    /** To any number at once; answers are bids and move nothing. */
    INVITATION
}
