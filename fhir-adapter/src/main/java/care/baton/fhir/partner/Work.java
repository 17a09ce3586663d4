package care.baton.fhir.partner;

/** What a Task is for. */
public enum Work {
    /** Care is asked of another party. */
    HANDOFF,
    /** The person, or the family, is asked to do something. */
    PATIENT_TASK,
    /** A request already made is to be stopped, changed or replaced. */
    CHANGE_REQUEST,
    /** Something that is no handoff of care: a claim, a query for data. */
    OTHER
}
