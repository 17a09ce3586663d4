package care.baton.fhir;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of reading or writing a resource: all of it, most of it with a list of what was not
 * understood, or nothing. No form of it prints what was read.
 *
 * @param <T> what was read or written
 */
public sealed interface Mapped<T> {

    /**
     * The value, where there is one.
     *
     * @return the value; empty when nothing could be read
     */
    Optional<T> value();

    /**
     * What was not understood, in document order.
     *
     * @return the issues; none when the reading is complete
     */
    List<MappingIssue> issues();

    /**
     * A reading with or without remarks.
     *
     * @param value what was read
     * @param issues what was not understood
     * @param <T> what was read
     * @return complete when there are no issues, else partial
     */
    static <T> Mapped<T> of(T value, List<MappingIssue> issues) {
        return issues.isEmpty() ? new Complete<>(value) : new Partial<>(value, issues);
    }

    /**
     * Everything was understood.
     *
     * @param read what was read
     * @param <T> what was read
     */
    record Complete<T>(T read) implements Mapped<T> {

        /** Refuses nothing but the absence of a value. */
        public Complete {
            Objects.requireNonNull(read, "read");
        }

        @Override
        public Optional<T> value() {
            return Optional.of(read);
        }

        @Override
        public List<MappingIssue> issues() {
            return List.of();
        }

        @Override
        public String toString() {
            return "Complete";
        }
    }

    /**
     * Something was understood, and something was not.
     *
     * @param read what was read
     * @param issues what was not understood; at least one
     * @param <T> what was read
     */
    record Partial<T>(T read, List<MappingIssue> issues) implements Mapped<T> {

        /**
         * Copies the issues.
         *
         * @throws IllegalArgumentException if there is no issue
         */
        public Partial {
            Objects.requireNonNull(read, "read");
            issues = atLeastOne(issues);
        }

        @Override
        public Optional<T> value() {
            return Optional.of(read);
        }

        @Override
        public String toString() {
            return "Partial" + issues;
        }
    }

    /**
     * Nothing could be read.
     *
     * @param issues why; at least one
     * @param <T> what was to be read
     */
    record Unreadable<T>(List<MappingIssue> issues) implements Mapped<T> {

        /**
         * Copies the issues.
         *
         * @throws IllegalArgumentException if there is no issue
         */
        public Unreadable {
            issues = atLeastOne(issues);
        }

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "Unreadable" + issues;
        }
    }

    private static List<MappingIssue> atLeastOne(List<MappingIssue> issues) {
        Objects.requireNonNull(issues, "issues");
        if (issues.isEmpty()) {
            throw new IllegalArgumentException("issues: at least one");
        }
        return List.copyOf(issues);
    }
}
