package care.baton.fhir.task;

import care.baton.fhir.MappingIssue;
import care.baton.fhir.RawDocument;
import care.baton.fhir.partner.Party;
import care.baton.fhir.partner.Work;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of reading a Task: a known step of a handoff, work of another kind, or named doubts for
 * a person. There is always one of the three. No form of it prints what was read.
 */
public sealed interface TaskReading {

    /**
     * The document as it arrived.
     *
     * @return the bytes
     */
    RawDocument raw();

    /**
     * What stands on the Task, where it could be read at all.
     *
     * @return the Task
     */
    Optional<SeenTask> task();

    /**
     * Everything remarked, in a fixed order.
     *
     * @return the remarks or doubts
     */
    List<MappingIssue> issues();

    /**
     * Whether the Task says that its owner holds the work.
     *
     * @return what it says
     */
    Holding holding();

    /**
     * A known step of a handoff, by a party that may take it.
     *
     * @param raw the document
     * @param seen what stands on it
     * @param move the step
     * @param entitled who may take it; both parties when either may
     * @param issues remarks that do not stand in its way
     * @param holding whether it says that its owner holds the work
     */
    record KnownMove(
            RawDocument raw, SeenTask seen, Move move, List<Party> entitled, List<MappingIssue> issues, Holding holding)
            implements TaskReading {

        /** Copies the lists. */
        public KnownMove {
            Objects.requireNonNull(raw, "raw");
            Objects.requireNonNull(seen, "seen");
            Objects.requireNonNull(move, "move");
            Objects.requireNonNull(holding, "holding");
            entitled = Copy.of(entitled, "entitled");
            issues = Copy.of(issues, "issues");
        }

        @Override
        public Optional<SeenTask> task() {
            return Optional.of(seen);
        }

        @Override
        public String toString() {
            return "KnownMove " + move + issues;
        }
    }

    /**
     * Work of another kind: what a person does themself, a claim, a query for data. It changes no
     * handoff.
     *
     * @param raw the document
     * @param seen what stands on it
     * @param work what it is for
     * @param move the step it shows, for a Task of a person
     * @param issues remarks
     */
    record NotACareHandoff(RawDocument raw, SeenTask seen, Work work, Optional<Move> move, List<MappingIssue> issues)
            implements TaskReading {

        /** Copies the list. */
        public NotACareHandoff {
            Objects.requireNonNull(raw, "raw");
            Objects.requireNonNull(seen, "seen");
            Objects.requireNonNull(work, "work");
            Objects.requireNonNull(move, "move");
            issues = Copy.of(issues, "issues");
        }

        @Override
        public Optional<SeenTask> task() {
            return Optional.of(seen);
        }

        @Override
        public Holding holding() {
            return Holding.SAYS_NOTHING;
        }

        @Override
        public String toString() {
            return "NotACareHandoff " + work + issues;
        }
    }

    /**
     * Doubts that a person has to look at. Nothing changes by it, except that work comes back to the
     * sender where the Task no longer says that it is held.
     *
     * @param raw the document
     * @param task what stands on it; empty when it could not be read at all
     * @param issues the doubts, at least one, and the remarks beside them
     * @param holding whether it says that its owner holds the work
     */
    record NeedsAttention(RawDocument raw, Optional<SeenTask> task, List<MappingIssue> issues, Holding holding)
            implements TaskReading {

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if there is no doubt
         */
        public NeedsAttention {
            Objects.requireNonNull(raw, "raw");
            Objects.requireNonNull(task, "task");
            Objects.requireNonNull(holding, "holding");
            issues = Copy.of(issues, "issues");
            if (issues.isEmpty()) {
                throw new IllegalArgumentException("issues: at least one");
            }
        }

        @Override
        public String toString() {
            return "NeedsAttention" + issues;
        }
    }
}
