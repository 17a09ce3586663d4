package care.baton.record;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.pathway.Step;
import java.util.List;
import java.util.Objects;

/**
 * Why a step cannot be taken now: everything that is missing, and what only a waiver lets pass.
 *
 * @param run which run
 * @param stage the stage it is in
 * @param step which step
 * @param missing every missing item; none when nothing stands in the way
 * @param waived every item that only a waiver in force lets pass
 * @param brings what whoever takes the step brings with it, in the same command: the parts of the form that an offer
 *     must have, the receiver's own words with an acceptance. It blocks nothing until then, and the step is refused
 *     without it
 */
public record Blocked(
        Code run, Code stage, Step step, List<Missing> missing, List<Missing> waived, List<Missing> brings) {

    /** Copies the lists. */
    public Blocked {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(step, "step");
        missing = Copy.of(missing, "missing");
        waived = Copy.of(waived, "waived");
        brings = Copy.of(brings, "brings");
    }

    /**
     * Whether anything stands in the way.
     *
     * @return true when at least one item is missing
     */
    public boolean isBlocked() {
        return !missing.isEmpty();
    }
}
