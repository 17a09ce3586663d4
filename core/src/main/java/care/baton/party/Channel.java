package care.baton.party;

/** How something reached somebody. */
public enum Channel {
    /** From system to system, such as a FHIR server. */
    ELECTRONIC,
    /** A portal or secure message that a person reads. */
    SECURE_MESSAGE,
    /** By telephone. */
    PHONE,
    /** By video. */
    VIDEO,
    /** Face to face. */
    IN_PERSON,
    /** By fax. */
    FAX,
    /** By letter. */
    POST
}
