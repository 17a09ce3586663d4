package care.baton.party;

/** What kind of organization takes part. Health and social care count alike in every rule. */
public enum OrganizationKind {
    /** A hospital or other inpatient setting. */
    HOSPITAL,
    /** A clinic or practice. */
    CLINIC,
    /** A provider of home and community-based services. */
    HOME_CARE_PROVIDER,
    /** Case management, of a state, a county or a plan. */
    CASE_MANAGEMENT,
    /** A commissioner or other public buyer of services. */
    COMMISSIONER,
    /** A payer or health plan. */
    PAYER,
    /** A social service: housing, food, transport, legal help. */
    SOCIAL_SERVICE,
    /** A behavioral-health service. */
    BEHAVIORAL_HEALTH,
    /** A school. */
    SCHOOL,
    /** A pharmacy. */
    PHARMACY,
    /** A vendor of transport, equipment or other goods. */
    VENDOR,
    /** The person and the family. */
    PERSON_AND_FAMILY
}
