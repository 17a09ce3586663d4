package care.baton.fhir.partner;

/** What the partner says with Task.owner. */
public enum OwnerMeans {
    /** Who holds the work. */
    ACCOUNTABLE,
    /** Who is to act next: it moves to and fro without a change of hands. */
    NEXT_ACTOR
}
