package care.baton.fhir.partner;

/** Where a rule about a partner comes from. */
public enum Stated {
    /** The partner's guide states it. */
    BY_GUIDE,
    /** The guide is silent, and FHIR's general diagram shows it. */
    BY_R4
}
