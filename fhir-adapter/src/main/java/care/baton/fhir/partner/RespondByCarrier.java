package care.baton.fhir.partner;

/** Where the partner looks for the time by which an answer is owed. */
public enum RespondByCarrier {
    /** In our extension, with a text beside it. */
    EXTENSION,
    /** In the text of the business status alone. */
    TEXT_ONLY,
    /** Nowhere on the Task: the agreement says it. */
    AGREEMENT
}
