package care.baton.risk;

import care.baton.note.Stated;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.util.List;
import java.util.Objects;

/** What somebody can ask about risks. Who asks, and when, goes beside it in the {@code Act}. */
public sealed interface RiskCommand {

    /**
     * Say what is usual for the person; again, to say otherwise from then on. Refuses with NAME_UNKNOWN, also for a figure in
     * a unit in which no rule reads it where one does in another, and IN_THE_FUTURE.
     *
     * @param baseline what is usual
     */
    record EstablishBaseline(Baseline baseline) implements RiskCommand {
        /** Checks that nothing is absent. */
        public EstablishBaseline {
            Objects.requireNonNull(baseline, "baseline");
        }
    }

    /**
     * Write down what was seen. When it was stands in the act: when it occurred, else when whoever relays it says that it
     * was said. It names what is usual in its newest version,
     * or says that it is unknown as long as it is. Refuses with NAME_UNKNOWN (of the subject, or of a unit in which no rule
     * reads the figure where one does in another), IN_THE_FUTURE, BASELINE_MISSING,
     * FIELD_MISSING, CONTENT_CHANGED, NOTE_UNKNOWN, VISIT_UNKNOWN, STEP_NOT_OPEN.
     *
     * @param observation what was seen
     */
    record RecordObservation(Observation observation) implements RiskCommand {
        /** Checks that nothing is absent. */
        public RecordObservation {
            Objects.requireNonNull(observation, "observation");
        }
    }

    /**
     * Write down what an instrument gave, for a day that has begun. Refuses with NAME_UNKNOWN, IN_THE_FUTURE.
     *
     * @param score the score
     */
    record RecordScore(Score score) implements RiskCommand {
        /** Checks that nothing is absent. */
        public RecordScore {
            Objects.requireNonNull(score, "score");
        }
    }

    /**
     * Say that an observation or a score never was, or is none of this person's. Refuses with OBSERVATION_UNKNOWN,
     * ROLE_NOT_PERMITTED.
     *
     * @param what which
     * @param reason why
     */
    record MarkSignInError(Sign.Ref what, Code reason) implements RiskCommand {
        /** Checks that nothing is absent. */
        public MarkSignInError {
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Say how much the person depends on what is done for them. Refuses with nothing of its own.
     *
     * @param acuity how much
     * @param source where that is held
     */
    record StateAcuity(Acuity acuity, Code source) implements RiskCommand {
        /** Checks that nothing is absent. */
        public StateAcuity {
            Objects.requireNonNull(acuity, "acuity");
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * Decide what a pattern means. Refuses with PATTERN_UNKNOWN, STEP_NOT_OPEN, ROLE_NOT_PERMITTED, NAME_UNKNOWN,
     * FIELD_MISSING, FACT_UNKNOWN.
     *
     * @param number which pattern
     * @param conclusion what it means: one of those that the rules list
     * @param facts the fields whose facts it rests on, as they stand; at least one is needed
     * @param action what is done, or expressly nothing
     */
    record DecidePattern(int number, Code conclusion, List<Code> facts, Stated action) implements RiskCommand {
        /** Copies the fields. */
        public DecidePattern {
            Objects.requireNonNull(conclusion, "conclusion");
            Objects.requireNonNull(action, "action");
            facts = Copy.of(facts, "facts");
        }
    }

    /**
     * Name something that the person needs and does not have. Refuses with nothing of its own.
     *
     * @param need what is needed
     * @param owner who sees to it
     * @param words what is missing
     */
    record NameUnmetNeed(Code need, Holder owner, Sensitive words) implements RiskCommand {
        /** Checks that nothing is absent. */
        public NameUnmetNeed {
            Objects.requireNonNull(need, "need");
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(words, "words");
        }
    }

    /**
     * Say how a need was met. Refuses with NEED_UNKNOWN, ROLE_NOT_PERMITTED.
     *
     * @param number which need
     * @param how how it was met
     */
    record MeetNeed(int number, Stated.Said how) implements RiskCommand {
        /** Checks that nothing is absent. */
        public MeetNeed {
            Objects.requireNonNull(how, "how");
        }
    }
}
