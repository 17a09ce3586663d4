package care.baton.fhir.partner;

/** How the partner fills Task.owner. */
public enum OwnerRule {
    /** It may be absent. */
    OPTIONAL,
    /** It is always there. */
    REQUIRED,
    /** It is there and never changes. */
    FIXED,
    /** It names by identifier, without a resource to follow. */
    IDENTIFIER_ONLY
}
