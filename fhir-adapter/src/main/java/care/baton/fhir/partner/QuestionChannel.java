package care.baton.fhir.partner;

/** How a question about an offer, or a proposal of other terms, reaches the partner. */
public enum QuestionChannel {
    /** Status received, and a business status that says so. */
    RECEIVED_WITH_BUSINESS_STATUS,
    /** The status stays and a business status says so. */
    BUSINESS_STATUS,
    /** A CommunicationRequest for each question. */
    COMMUNICATION_REQUEST,
    /** A note on the Task. */
    NOTE,
    /** The Task is declined with an alternative beside it. */
    REJECT_WITH_PROPOSAL,
    /** Not by FHIR. */
    NONE
}
