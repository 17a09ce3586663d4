package care.baton.fhir.explorer;

/** Faults of the exchange that are known and not mended: what the explorer leaves out until they are. */
final class Known {

    /** A receiver that has reported completion does not let go when it reads the sender's mark. */
    static final boolean DONE_IS_NOT_LET_GO = true;

    /** One who has left still becomes the holder, when an acceptance that they had decided is stored after that. */
    static final boolean PASSES_TO_ONE_WHO_HAS_LEFT = true;

    private Known() {}
}
