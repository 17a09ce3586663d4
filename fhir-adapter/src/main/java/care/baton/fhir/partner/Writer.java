package care.baton.fhir.partner;

/** Who wrote a version of a Task, as far as the channel it came by tells. */
public enum Writer {
    /** Who asked: the sender. */
    REQUESTER,
    /** Who was asked: the receiver. */
    OWNER,
    /** Known, and neither of the two. */
    SOMEONE_ELSE,
    /** The channel does not tell. */
    UNVERIFIED
}
