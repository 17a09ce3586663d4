package care.baton.note;

import care.baton.outcome.Code;
import java.util.Objects;
import java.util.Optional;

/**
 * What a contact supported: the decision that follows, what was agreed, the outcome that it bears on, and whether the
 * plan changes. Each may be left open; what is left open is listed.
 *
 * @param decision the decision that is needed, or expressly none
 * @param agreed the action that was agreed, or expressly none
 * @param outcome the outcome that it bears on
 * @param plan the change of the plan that it leads to, in a code, or {@link #NO_CHANGE}
 */
public record Support(Optional<Stated> decision, Optional<Stated> agreed, Optional<Code> outcome, Optional<Code> plan) {

    /** The plan stays as it is. */
    public static final Code NO_CHANGE = Code.of("no-change");

    /** Checks that nothing is absent. */
    public Support {
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(agreed, "agreed");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(plan, "plan");
    }

    /**
     * Nothing has been said of it yet.
     *
     * @return all left open
     */
    public static Support unsaid() {
        return new Support(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
