package care.baton.note;

/** What kind of coordination a contact was. */
public enum ContactType {
    /** With whoever manages the case. */
    CASE_MANAGER,
    /** To clear up a clinical question. */
    CLINICAL_CLARIFICATION,
    /** A call with the family. */
    FAMILY_CALL,
    /** A supervisor's review. */
    SUPERVISOR_REVIEW,
    /** To bring a care plan up to date. */
    CARE_PLAN_UPDATE,
    /** To coordinate an appointment. */
    APPOINTMENT_COORDINATION,
    /** To solve a problem of transportation. */
    TRANSPORTATION,
    /** A question about medication. */
    MEDICATION_QUESTION,
    /** To guide staff. */
    STAFF_GUIDANCE
}
