package care.baton.fhir.partner;

/** What the partner does with Task.restriction.period.end. */
public enum RestrictionUse {
    /** Reads it as the time to finish by. */
    FINISH_BY,
    /** Does not look at it. */
    IGNORED
}
