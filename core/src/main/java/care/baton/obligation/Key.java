package care.baton.obligation;

import care.baton.outcome.Code;
import java.util.Objects;

/**
 * Which obligation. A host seldom writes one: each row of a worklist carries its own, and {@code care.baton.record.Keys}
 * makes those of a record. The same cause, kind, subject and occurrence are the same obligation, however
 * often it is asked for.
 *
 * @param cause what gave rise to it: the host's identifier of a handoff or a run
 * @param kind what is owed, such as {@code response}
 * @param subject what about: an offer's number, a field, a stage
 * @param occurrence 1 for the first, one more each time it comes round again
 */
public record Key(String cause, Code kind, String subject, int occurrence) implements Comparable<Key> {

    private static final int LONGEST = 160;
    private static final int LONGEST_SUBJECT = 256;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a part is empty or too long, or the occurrence is below 1
     */
    public Key {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        if (cause.isBlank() || cause.length() > LONGEST) {
            throw new IllegalArgumentException("cause: 1 to 160 characters");
        }
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("subject: 1 to 256 characters");
        }
        if (occurrence < 1) {
            throw new IllegalArgumentException("occurrence: from 1");
        }
    }

    /**
     * The first occurrence.
     *
     * @param cause what gave rise to it
     * @param kind what is owed
     * @param subject what about
     * @return the key
     */
    public static Key of(String cause, Code kind, String subject) {
        return new Key(cause, kind, subject, 1);
    }

    /**
     * The next time the same comes round.
     *
     * @return the key with the next occurrence
     */
    public Key again() {
        return new Key(cause, kind, subject, Math.addExact(occurrence, 1));
    }

    @Override
    public int compareTo(Key other) {
        int order = cause.compareTo(other.cause);
        if (order == 0) {
            order = kind.compareTo(other.kind);
        }
        if (order == 0) {
            order = subject.compareTo(other.subject);
        }
        return order != 0 ? order : Integer.compare(occurrence, other.occurrence);
    }

    /** The kind and the occurrence only. */
    @Override
    public String toString() {
        return "Key[" + kind + "/" + occurrence + "]";
    }
}
