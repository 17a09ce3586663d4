package care.baton.fhir.partner;

/** Who writes a Task, seen from the handoff. */
public enum Party {
    /** Who asked: the sender. */
    REQUESTER,
    /** Who was asked: the receiver. */
    OWNER
}
