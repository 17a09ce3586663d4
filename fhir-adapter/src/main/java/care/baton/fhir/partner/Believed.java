package care.baton.fhir.partner;

/** Whose word is taken when the channel does not tell who wrote. */
public enum Believed {
    /** Who alone may write that status. */
    STATUS,
    /** Nobody: what gives work away stays unheard until the writer is known. */
    NOBODY
}
