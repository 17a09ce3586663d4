package care.baton.fhir.partner;

/** How several may be asked at once. */
public enum Selection {
    /** They may not: an accept binds. */
    NONE,
    /** Tasks of intent proposal invite: an accept is a bid. */
    INTENT_PROPOSAL,
    /** Tasks of the code {@code request-fulfillment} invite: an accept is a bid. */
    REQUEST_FULFILLMENT
}
