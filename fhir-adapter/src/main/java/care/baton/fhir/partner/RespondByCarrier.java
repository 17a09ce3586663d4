package care.baton.fhir.partner;

/** Where the partner looks for the time by which an answer is owed. */
public enum RespondByCarrier {
    /** In our extension, with a text beside it. */
    EXTENSION,
    /**
     * In the text of the business status alone. Such a partner is taken to keep no extension of ours, our mark on what we
     * wrote among them.
     */
    TEXT_ONLY,
    /** In the agreement, which counts; the Task repeats it for whoever reads it there. */
    AGREEMENT
}
