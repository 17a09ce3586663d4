package care.baton.risk;

import care.baton.evidence.Covered;
import care.baton.evidence.Event;
import care.baton.note.Stated;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.util.List;
import java.util.Objects;

/** What may happen to what is known of a person's risks. */
public sealed interface RiskEvent extends Event {

    /**
     * It was said what is usual for the person.
     *
     * @param version 1 for the first of its subject, one more each time
     * @param baseline what is usual
     */
    record BaselineEstablished(int version, Baseline baseline) implements RiskEvent {
        /** Checks that nothing is absent. */
        public BaselineEstablished {
            Objects.requireNonNull(baseline, "baseline");
        }
    }

    /**
     * An observation was written down.
     *
     * @param number 1 for the first on the record, one more for each
     * @param observation what was seen
     */
    record ObservationRecorded(int number, Observation observation) implements RiskEvent {
        /** Checks that nothing is absent. */
        public ObservationRecorded {
            Objects.requireNonNull(observation, "observation");
        }
    }

    /**
     * A score was written down.
     *
     * @param number 1 for the first on the record, one more for each
     * @param score the score
     */
    record ScoreRecorded(int number, Score score) implements RiskEvent {
        /** Checks that nothing is absent. */
        public ScoreRecorded {
            Objects.requireNonNull(score, "score");
        }
    }

    /**
     * An observation or a score never was, or is none of this person's.
     *
     * @param what which
     * @param reason why
     */
    record SignMarkedInError(Sign.Ref what, Code reason) implements RiskEvent {
        /** Checks that nothing is absent. */
        public SignMarkedInError {
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * It was said how much the person depends on what is done for them.
     *
     * @param acuity how much
     * @param source where that is held
     */
    record AcuityStated(Acuity acuity, Code source) implements RiskEvent {
        /** Checks that nothing is absent. */
        public AcuityStated {
            Objects.requireNonNull(acuity, "acuity");
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * A pattern was found: once for each time that it comes up.
     *
     * @param number 1 for the first on the record, one more for each
     * @param run the run whose people look at it
     * @param detection what was found
     */
    record PatternDetected(int number, Code run, Detection detection) implements RiskEvent {
        /** Checks that nothing is absent. */
        public PatternDetected {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(detection, "detection");
        }
    }

    /**
     * It was decided what a pattern means.
     *
     * @param number which pattern
     * @param conclusion what it means
     * @param evidence the facts that it rests on, each in its version
     * @param action what is done, or expressly nothing
     */
    record PatternDecided(int number, Code conclusion, List<Covered> evidence, Stated action) implements RiskEvent {
        /** Copies the evidence. */
        public PatternDecided {
            Objects.requireNonNull(conclusion, "conclusion");
            Objects.requireNonNull(action, "action");
            evidence = Copy.of(evidence, "evidence");
        }
    }

    /**
     * Something that the person needs and does not have was named.
     *
     * @param number 1 for the first on the record, one more for each
     * @param run the run whose people see to it
     * @param need what is needed
     * @param owner who sees to it
     * @param words what is missing
     */
    record UnmetNeedNamed(int number, Code run, Code need, Holder owner, Sensitive words) implements RiskEvent {
        /** Checks that nothing is absent. */
        public UnmetNeedNamed {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(need, "need");
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(words, "words");
        }
    }

    /**
     * A need was met.
     *
     * @param number which need
     * @param how how it was met
     */
    record NeedMet(int number, Stated.Said how) implements RiskEvent {
        /** Checks that nothing is absent. */
        public NeedMet {
            Objects.requireNonNull(how, "how");
        }
    }
}
