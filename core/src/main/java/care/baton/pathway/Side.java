package care.baton.pathway;

/** On whose side of a service a role stands. */
public enum Side {
    /** Those who refer and manage the case. */
    REFERRER,
    /** Those who provide the service. */
    PROVIDER,
    /** Those who authorize and pay for it. */
    FUNDER,
    /** Clinical partners who advise. */
    CLINICAL,
    /** Social-service partners. */
    SOCIAL,
    /** Vendors of transport, equipment or other goods. */
    VENDOR,
    /** The person and the family. */
    PERSON
}
