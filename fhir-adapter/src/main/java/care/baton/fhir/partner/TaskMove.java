package care.baton.fhir.partner;

import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;

/**
 * One change of a Task's status, and who may make it.
 *
 * @param work the kind of Task it is stated for
 * @param from the statuses it starts from
 * @param to the status it ends in
 * @param business the business status that must stand beside it; {@code ""} for any
 * @param who who may make it; at least one
 * @param stated where the rule comes from
 */
public record TaskMove(
        Work work, List<TaskStatus> from, TaskStatus to, String business, List<Party> who, Stated stated) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if nobody may make it, or it starts nowhere
     */
    public TaskMove {
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(business, "business");
        Objects.requireNonNull(stated, "stated");
        from = Copy.of(from, "from");
        who = Copy.of(who, "who");
        if (from.isEmpty() || who.isEmpty()) {
            throw new IllegalArgumentException("from, who: at least one each");
        }
    }

    /** Whether it is about this change. */
    boolean covers(Work kind, TaskStatus before, TaskStatus after) {
        return work == kind && to == after && from.contains(before);
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "TaskMove";
    }
}
