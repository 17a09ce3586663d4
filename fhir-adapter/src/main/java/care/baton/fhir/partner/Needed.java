package care.baton.fhir.partner;

/** What a Task must name before it is read as a handoff. */
public enum Needed {
    /** Who asks. */
    REQUESTER,
    /** Whom it is for. */
    PERSON,
    /** What is asked. */
    FOCUS
}
