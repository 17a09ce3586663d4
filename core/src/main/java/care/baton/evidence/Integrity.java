package care.baton.evidence;

import java.util.Objects;

/** What came of looking whether a record is as it was written. */
public sealed interface Integrity permits Integrity.Intact, Integrity.Broken {

    /** Every entry is as it was written. */
    record Intact() implements Integrity {}

    /**
     * Something was changed.
     *
     * @param sequence the place of the first entry that is not as it was written, counted from 1
     * @param fault what is wrong there
     */
    record Broken(long sequence, Fault fault) implements Integrity {

        /** Checks that the fault is there. */
        public Broken {
            Objects.requireNonNull(fault, "fault");
        }
    }

    /** What is wrong with an entry. */
    enum Fault {
        /** It does not bear the number of its place: something was dropped, put in or moved. */
        OUT_OF_SEQUENCE,
        /** It was recorded before the entry in front of it. */
        BACK_IN_TIME,
        /** Its command began elsewhere, or lacks its mark, or bears a second one. */
        COMMAND_MARK,
        /** What happened, who did it, when, or what came before is not what was written down. */
        LINK,
        /** Some of its words were taken away and others not, or its salt is missing or left over. */
        PARTLY_ERASED,
        /** Its words were taken away and no erasure names it. */
        ERASURE_UNNAMED,
        /** An erasure names it, and it was not erased. */
        ERASURE_NOT_DONE,
        /** Entries up to the anchored head are missing. */
        TRUNCATED,
        /** The chain is whole and is not the one that was anchored. */
        REWRITTEN
    }

    /**
     * Whether every entry is as it was written.
     *
     * @return true when intact
     */
    default boolean isIntact() {
        return this instanceof Intact;
    }
}
