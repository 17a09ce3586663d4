package care.baton.fhir.explorer;

/** Faults of the exchange that are known and not mended: what the explorer leaves out until they are. */
final class Known {

    /** A receiver that has reported completion does not let go when it reads the sender's mark. */
    static final boolean DONE_IS_NOT_LET_GO = true;

    private Known() {}
}
