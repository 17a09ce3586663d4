package care.baton.evidence;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Sensitive;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What may happen to what is known. */
public sealed interface EvidenceEvent extends Event {

    /**
     * Somebody recorded what a field says. A later version of the same field corrects the earlier.
     *
     * @param field which field
     * @param version from 1
     * @param value what it says; none when it is expressly known that there is none
     * @param source where the evidence is held
     * @param grade how firmly it is known
     * @param absent why there is no answer; empty where there is one, or it is expressly known that there is none
     */
    record FactRecorded(
            Code field, int version, Sensitive value, Code source, Grade grade, Optional<AbsentReason> absent)
            implements EvidenceEvent {
        /**
         * There is an answer, or it is expressly known that there is none.
         *
         * @param field which field
         * @param version from 1
         * @param value what it says
         * @param source where the evidence is held
         * @param grade how firmly it is known
         */
        public FactRecorded(Code field, int version, Sensitive value, Code source, Grade grade) {
            this(field, version, value, source, grade, Optional.empty());
        }

        /**
         * Checks that nothing is said where there is no answer.
         *
         * @throws IllegalArgumentException if there is both an answer and a reason for none
         */
        public FactRecorded {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(grade, "grade");
            if (Objects.requireNonNull(absent, "absent").isPresent()
                    && value.text().isPresent()) {
                throw new IllegalArgumentException("absent: only where nothing is said");
            }
        }
    }

    /**
     * What a field said no longer counts.
     *
     * @param field which field
     * @param version the version that no longer counts
     * @param inError true when it was never true here: wrong person, wrong entry
     * @param reason why
     */
    record FactSetAside(Code field, int version, boolean inError, Code reason) implements EvidenceEvent {
        /** Checks that nothing is absent. */
        public FactSetAside {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A warning was raised, or raised again.
     *
     * @param flag which warning
     * @param version from 1
     */
    record FlagRaised(Code flag, int version) implements EvidenceEvent {
        /** Checks that nothing is absent. */
        public FlagRaised {
            Objects.requireNonNull(flag, "flag");
        }
    }

    /**
     * A warning was cleared by somebody, with a reason.
     *
     * @param flag which warning
     * @param version the version that was cleared
     * @param reason why
     */
    record FlagCleared(Code flag, int version, Code reason) implements EvidenceEvent {
        /** Checks that nothing is absent. */
        public FlagCleared {
            Objects.requireNonNull(flag, "flag");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Somebody entitled to it approved, as the named facts and flags stood.
     *
     * @param kind what is approved
     * @param number 1 for the first approval on the record, one more for each
     * @param covers what was looked at
     */
    record ApprovalGiven(Code kind, int number, List<Covered> covers) implements EvidenceEvent {
        /**
         * Copies what is covered.
         *
         * @throws IllegalArgumentException if it covers nothing
         */
        public ApprovalGiven {
            Objects.requireNonNull(kind, "kind");
            covers = Copy.of(covers, "covers");
            if (covers.isEmpty()) {
                throw new IllegalArgumentException("covers: at least one fact or flag");
            }
        }
    }

    /**
     * An approval no longer counts.
     *
     * @param number which approval
     * @param reason why
     */
    record ApprovalRevoked(int number, Code reason) implements EvidenceEvent {
        /** Checks that nothing is absent. */
        public ApprovalRevoked {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * One named item of a gate is let pass for a while on one run, visibly, by the role that the definition names.
     *
     * @param run for which run
     * @param item the item: the path of the need
     * @param reason why
     * @param until when it ends, by the host's clock
     */
    record WaiverGranted(Code run, Code item, Code reason, Instant until) implements EvidenceEvent {
        /** Checks that nothing is absent. */
        public WaiverGranted {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(until, "until");
        }
    }

    /**
     * The last waiver of an item has ended: the item is missing again, unless it has been supplied.
     *
     * @param run on which run
     * @param item the item
     * @param at when it ended, whenever it was recorded
     */
    record WaiverExpired(Code run, Code item, Instant at) implements EvidenceEvent {
        /** Checks that nothing is absent. */
        public WaiverExpired {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(at, "at");
        }
    }
}
