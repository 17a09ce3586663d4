package care.baton.risk;

import care.baton.evidence.Covered;
import care.baton.note.Stated;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A pattern as it stands on the record: a hypothesis until the one who owns the decision has decided.
 *
 * @param number 1 for the first on the record, one more for each
 * @param run the run whose people look at it
 * @param detection what was found
 * @param at when it was found, by the host's clock
 * @param decided what was decided; empty while it is a hypothesis
 */
public record Pattern(int number, Code run, Detection detection, Instant at, Optional<Decided> decided) {

    /**
     * What a pattern was found to mean, and what is done.
     *
     * @param conclusion what it means
     * @param evidence what that rests on
     * @param action what is done, or expressly nothing
     * @param by who decided
     * @param at when, by the host's clock
     */
    public record Decided(Code conclusion, List<Covered> evidence, Stated action, Holder by, Instant at) {
        /** Copies the evidence. */
        public Decided {
            Objects.requireNonNull(conclusion, "conclusion");
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
            evidence = Copy.of(evidence, "evidence");
        }
    }

    /** Checks that nothing is absent. */
    public Pattern {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(detection, "detection");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(decided, "decided");
    }

    /**
     * Whether it is a hypothesis still.
     *
     * @return true until it is decided
     */
    public boolean isHypothesis() {
        return decided.isEmpty();
    }
}
