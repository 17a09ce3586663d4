package care.baton.consent;

/** What information is shared for. Source: HL7 v3 ActReason, purpose of use. */
public enum Purpose {
    /** To treat the person ({@code TREAT}). */
    TREATMENT,
    /** To coordinate care, health and social care alike ({@code COC}). */
    CARE_COORDINATION,
    /** To authorize or to pay ({@code HPAYMT}). */
    PAYMENT,
    /** To run and improve the service ({@code HOPERAT}). */
    OPERATIONS,
    /** To involve the family, at its request ({@code FAMRQT}). */
    FAMILY
}
