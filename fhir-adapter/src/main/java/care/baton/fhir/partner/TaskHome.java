package care.baton.fhir.partner;

/** Whose server holds the Task. */
public enum TaskHome {
    /** The sender's. */
    SOURCE,
    /** The receiver's. */
    TARGET,
    /** A third party's, between the two. */
    INTERMEDIARY
}
