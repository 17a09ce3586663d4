package care.baton.note;

/** What an update moves: one of four things, or it is routine. */
public enum Focus {
    /** A risk to the person. */
    RISK,
    /** What the funder has authorized or should. */
    AUTHORIZATION,
    /** What clinical partners have to bring together. */
    CLINICAL_COORDINATION,
    /** How the person's outcomes move. */
    OUTCOME_MOVEMENT,
    /** None of these: it is flagged as routine. */
    ROUTINE
}
