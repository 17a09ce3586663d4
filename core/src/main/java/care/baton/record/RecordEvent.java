package care.baton.record;

import care.baton.evidence.Covered;
import care.baton.evidence.Event;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Digest;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.pathway.Change;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What may happen to a record as such and to the pathways that run on it. */
public sealed interface RecordEvent extends Event {

    /**
     * The record was opened.
     *
     * @param record which record
     * @param custodian the organization that keeps it
     * @param person whose care it is about
     * @param earlier earlier episodes of the same person
     */
    record RecordOpened(RecordId record, OrganizationId custodian, PersonId person, List<RecordId> earlier)
            implements RecordEvent {
        /** Copies the list. */
        public RecordOpened {
            Objects.requireNonNull(record, "record");
            Objects.requireNonNull(custodian, "custodian");
            Objects.requireNonNull(person, "person");
            earlier = Copy.of(earlier, "earlier");
        }
    }

    /**
     * A pathway began to run, by exactly this definition.
     *
     * @param run which run
     * @param pathway the definition
     * @param version its version
     * @param hash the fingerprint of its content
     */
    record RunOpened(Code run, Code pathway, int version, Digest hash) implements RecordEvent {
        /** Checks that nothing is absent. */
        public RunOpened {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(pathway, "pathway");
            Objects.requireNonNull(hash, "hash");
        }
    }

    /**
     * A run goes by another version of its definition from now on, by exactly this one. What that did to what is owed
     * stands in the events after it.
     *
     * @param run which run
     * @param version the version that it goes by now
     * @param hash the fingerprint of its content
     * @param reason why
     * @param changes where the two versions differ
     */
    record RunMoved(Code run, int version, Digest hash, Code reason, List<Change> changes) implements RecordEvent {
        /** Copies the changes. */
        public RunMoved {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(hash, "hash");
            Objects.requireNonNull(reason, "reason");
            changes = Copy.of(changes, "changes");
        }
    }

    /**
     * A stage began, in the hands of its owner.
     *
     * @param run which run
     * @param stage which stage
     * @param owner who holds it
     * @param at when
     */
    record StageEntered(Code run, Code stage, Holder owner, Instant at) implements RecordEvent {
        /** Checks that nothing is absent. */
        public StageEntered {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * A stage is done by its owner. Until the next is received by its own, that shows as a gap.
     *
     * @param run which run
     * @param stage which stage
     * @param at when
     */
    record StageLeft(Code run, Code stage, Instant at) implements RecordEvent {
        /** Checks that nothing is absent. */
        public StageLeft {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * A handoff belongs to a run.
     *
     * @param handoff which handoff
     * @param run which run
     * @param partOf the handoff of which it passes something on, if it does
     */
    record HandoffPlaced(HandoffId handoff, Code run, Optional<HandoffId> partOf) implements RecordEvent {
        /** Checks that nothing is absent. */
        public HandoffPlaced {
            Objects.requireNonNull(handoff, "handoff");
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(partOf, "partOf");
        }

        /**
         * A handoff that is part of no other.
         *
         * @param handoff which handoff
         * @param run which run
         */
        public HandoffPlaced(HandoffId handoff, Code run) {
            this(handoff, run, Optional.empty());
        }
    }

    /**
     * Somebody entitled to it decided a topic.
     *
     * @param run which run
     * @param topic what was decided
     * @param decision how, in a code
     * @param note in words
     * @param cause why it took as long as it did, where that is known
     */
    record DecisionTaken(Code run, Code topic, Code decision, Sensitive note, Optional<Code> cause)
            implements RecordEvent {
        /** Checks that nothing is absent. */
        public DecisionTaken {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(decision, "decision");
            Objects.requireNonNull(note, "note");
            Objects.requireNonNull(cause, "cause");
        }
    }

    /**
     * Somebody entitled to it confirmed the outcome.
     *
     * @param run which run
     * @param by who
     * @param at when
     * @param covers the facts that the closure rests on, each in the version that was looked at
     */
    record OutcomeValidated(Code run, Holder by, Instant at, List<Covered> covers) implements RecordEvent {
        /** Copies, and checks that nothing is absent. */
        public OutcomeValidated {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
            covers = Copy.of(covers, "covers");
        }
    }

    /**
     * A visit was reported: planned, made or cancelled.
     *
     * @param visit as the schedule had it
     */
    record VisitReported(Visit visit) implements RecordEvent {
        /** Checks that nothing is absent. */
        public VisitReported {
            Objects.requireNonNull(visit, "visit");
        }
    }

    /**
     * A run ended.
     *
     * @param run which run
     * @param at when
     */
    record RunClosed(Code run, Instant at) implements RecordEvent {
        /** Checks that nothing is absent. */
        public RunClosed {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(at, "at");
        }
    }
}
