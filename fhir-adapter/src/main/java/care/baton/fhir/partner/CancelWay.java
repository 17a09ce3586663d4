package care.baton.fhir.partner;

/** How the sender may take an offer back. */
public enum CancelWay {
    /** By writing cancelled. */
    DIRECT,
    /** By asking, in a business status: the receiver confirms. */
    ASKED_BY_BUSINESS_STATUS,
    /** By a second Task that asks to stop the first. */
    ASKED_BY_ABORT_TASK,
    /** Not at all. */
    NOT_POSSIBLE,
    /** The guide does not say: a direct cancel is tried, as FHIR in general allows. */
    NOT_STATED
}
