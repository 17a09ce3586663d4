package care.baton.fhir.task;

/** What a version of a Task says has happened to a handoff. */
public enum Move {
    /** Being written; nothing is asked yet. */
    DRAFTED,
    /** Asked. */
    OFFERED,
    /** Asked again: it had been answered, and is open once more. */
    OFFERED_AGAIN,
    /** Given without being asked: acceptance was taken as given, and moves nothing of ours. */
    ASSIGNED,
    /** Seen by the receiver, who has not answered. */
    RECEIVED,
    /** Accepted. */
    ACCEPTED,
    /** Declined before it was accepted. */
    DECLINED,
    /** Taken back by the sender. */
    WITHDRAWN,
    /** Ended by a cancellation; by whom is not known. */
    CANCELLED,
    /** The sender asks to cancel; nothing has ended. */
    CANCELLATION_ASKED,
    /** Begun. */
    STARTED,
    /** Begun and paused. */
    PAUSED,
    /** Taken up again after a pause. */
    RESUMED,
    /** Reported as done, with something to show for it; the sender has yet to validate. */
    COMPLETED,
    /** Reported as done with nothing to show: unvalidated, and never a closure. */
    REPORTED_COMPLETE,
    /** Given back by the receiver after it was accepted. */
    GIVEN_BACK,
    /** Should never have existed. */
    RECORDED_IN_ERROR,
    /** Something was added or changed beside the status. */
    NOTED,
    /** The same version as before. */
    SEEN_BEFORE
}
