package care.baton.record;

import care.baton.obligation.Key;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;

/**
 * Something that the audit of a record found.
 *
 * @param check which check it fails
 * @param key which action
 * @param entries the numbers of the entries that show it; at least one
 */
public record Violation(Check check, Key key, List<Long> entries) {

    /** What the audit looks for. */
    public enum Check {
        /** An action that never had an owner. */
        NEVER_ASSIGNED,
        /** An action that is neither done nor explained, and of which nobody heard. */
        SILENTLY_DROPPED,
        /** An action that serves no outcome of the person. */
        NOT_LINKED,
        /** An owner that changed without an acceptance, an acknowledgment, a fallback, a giving back or a taking in of what is done. */
        OWNER_MOVED
    }

    /**
     * Copies the numbers.
     *
     * @throws IllegalArgumentException if no entry shows it
     */
    public Violation {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(key, "key");
        entries = Copy.of(entries, "entries");
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("entries: at least one");
        }
    }
}
