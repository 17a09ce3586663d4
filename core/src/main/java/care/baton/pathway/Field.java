package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.time.DueRule;
import java.util.Objects;

/**
 * A field of a stage's template: what must be known, before which step, and, while it is missing, who
 * goes after it and by when.
 *
 * @param need the field itself, who may record it and how firmly
 * @param before the step that it is needed for
 * @param chaser the one role that goes after it while it is missing
 * @param within how long the chaser has, from when it was found missing
 */
public record Field(Need.FieldNeed need, Step before, Code chaser, DueRule within) {

    /** Checks that nothing is absent. */
    public Field {
        Objects.requireNonNull(need, "need");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(chaser, "chaser");
        Objects.requireNonNull(within, "within");
    }

    /**
     * The field's name.
     *
     * @return its code
     */
    public Code code() {
        return need.item();
    }
}
