package care.baton.fhir.task;

/**
 * Whether a version of a Task says that its owner holds the work. Ownership leaves us only on a
 * known acceptance; it comes back as soon as a version no longer says so, in doubt or not.
 */
public enum Holding {
    /** Its status and its owner say that the owner holds it. */
    SAYS_HELD,
    /** It does not say so, or no longer. */
    SAYS_NOT_HELD,
    /** It is not about who holds the work, or is no version of that Task at all. */
    SAYS_NOTHING
}
