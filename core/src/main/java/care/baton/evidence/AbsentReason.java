package care.baton.evidence;

/**
 * Why a field has no answer, where that is known and not merely missing. That somebody declines is an answer, to be
 * respected and not asked again; that nobody knows is none, and whoever goes after the field still goes after it.
 *
 * <p>Source: FHIR R4 data-absent-reason.
 */
public enum AbsentReason {
    /** Nobody has asked. */
    NOT_ASKED,
    /** Somebody asked, and it was not known. */
    ASKED_UNKNOWN,
    /** Somebody asked, and an answer was declined. */
    ASKED_DECLINED,
    /** There is an answer, and it is not known here. */
    UNKNOWN;

    /**
     * Whether a field that also takes "none known" is answered by it.
     *
     * @return true when an answer was declined
     */
    public boolean isAnswer() {
        return this == ASKED_DECLINED;
    }
}
