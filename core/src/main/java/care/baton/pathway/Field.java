package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.time.DueRule;
import java.util.Objects;
import java.util.Optional;

/**
 * A field of a stage's template: what must be known, before which step, and, while it is missing, who
 * goes after it and by when.
 *
 * @param need the field itself, who may record it and how firmly
 * @param before the step that it is needed for
 * @param chaser the one role that goes after it while it is missing
 * @param within how long the chaser has, from when it was found missing
 * @param expiry what falls due at the instant that it holds; a field that has one holds a deadline
 */
public record Field(Need.FieldNeed need, Step before, Code chaser, DueRule within, Optional<Expiry> expiry) {

    /** Checks that nothing is absent. */
    public Field {
        Objects.requireNonNull(need, "need");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(chaser, "chaser");
        Objects.requireNonNull(within, "within");
        Objects.requireNonNull(expiry, "expiry");
    }

    /**
     * A field at whose instant nothing falls due.
     *
     * @param need the field itself, who may record it and how firmly
     * @param before the step that it is needed for
     * @param chaser the one role that goes after it while it is missing
     * @param within how long the chaser has, from when it was found missing
     */
    public Field(Need.FieldNeed need, Step before, Code chaser, DueRule within) {
        this(need, before, chaser, within, Optional.empty());
    }

    /**
     * The same, with what falls due at the instant that it holds.
     *
     * @param work the work
     * @return the field
     */
    public Field expiring(Expiry work) {
        return new Field(need, before, chaser, within, Optional.of(work));
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
