package care.baton.fhir.partner;

/** How a question about an offer, or a proposal of other terms, reaches the partner. */
public enum QuestionChannel {
    /** A CommunicationRequest for each question, beside status received where that can be written. */
    RECEIVED_WITH_BUSINESS_STATUS,
    /** A CommunicationRequest for each question; the status stays and the business status says so. */
    COMMUNICATION_REQUEST,
    /** A note on the Task. */
    NOTE,
    /** Not by FHIR. */
    NONE
}
