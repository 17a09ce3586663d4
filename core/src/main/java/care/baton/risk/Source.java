package care.baton.risk;

/** From where something is known that may be part of a pattern. */
public enum Source {
    /** A note about a change. */
    NOTE,
    /** The family, or somebody else close to the person. */
    FAMILY,
    /** A routine that was missed. */
    MISSED_ROUTINE,
    /** Staff who support the person. */
    STAFF,
    /** A contact that coordination took. */
    CONTACT,
    /** A figure: a measurement, a score, hours of service. */
    METRIC
}
