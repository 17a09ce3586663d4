package care.baton.pathway;

import java.util.List;
import java.util.Objects;

/**
 * One difference between two versions of a definition.
 *
 * @param path where, by the names that the definition itself gives, such as {@code stages/refer/fields/risks/within}
 * @param what what differs there
 */
public record Change(String path, What what) {

    /** What differs. */
    public enum What {
        /** It is there only afterwards. */
        ADDED,
        /** It was there only before. */
        REMOVED,
        /** It says something else. */
        CHANGED,
        /** The same are there in another order. */
        REORDERED
    }

    /**
     * Checks the path.
     *
     * @throws IllegalArgumentException if the path is blank
     */
    public Change {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(what, "what");
        if (path.isBlank()) {
            throw new IllegalArgumentException("path: not blank");
        }
    }

    /** What differs, and not where. */
    @Override
    public String toString() {
        return "Change[" + what + "]";
    }

    /**
     * Everything that differs between two versions of a definition: gates, needs, fields, duties, ladders, due rules
     * and all else that decides. What people read on a screen, and the version itself, is left out.
     *
     * @param before the one version
     * @param after the other
     * @return the differences in the order of the definition; none when both decide alike
     */
    public static List<Change> between(Pathway before, Pathway after) {
        return new Differences().of(Objects.requireNonNull(before, "before"), Objects.requireNonNull(after, "after"));
    }
}
