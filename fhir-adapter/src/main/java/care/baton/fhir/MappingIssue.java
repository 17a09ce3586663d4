package care.baton.fhir;

import care.baton.outcome.Code;
import java.util.Objects;

/**
 * One thing that was not understood in a resource: what kind of thing, where, and how much it
 * matters. It never holds what stood there.
 *
 * @param severity how much it matters
 * @param code what kind of thing it is
 * @param path where it stands, as FHIRPath made of FHIR's own element names and positions, for
 *     example {@code Task.input[0].type}; an element that FHIR does not know is named by its parent
 */
public record MappingIssue(Severity severity, Code code, String path) {

    private static final int LONGEST_PATH = 2_000;

    /** How much an issue matters. */
    public enum Severity {
        /** Good to know. */
        INFORMATION,
        /** Something was left aside; the rest stands. */
        WARNING,
        /** The element, or the resource, cannot be relied on. */
        ERROR
    }

    /**
     * Checks the path.
     *
     * @throws IllegalArgumentException if the path holds anything but letters, digits, dots and
     *     positions
     */
    public MappingIssue {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(path, "path");
        if (!isPath(path)) {
            throw new IllegalArgumentException("path: element names and positions only");
        }
    }

    /**
     * An issue after which the element cannot be relied on.
     *
     * @param code what kind of thing it is
     * @param path where it stands
     * @return the issue
     * @throws IllegalArgumentException if code or path is malformed
     */
    public static MappingIssue error(String code, String path) {
        return new MappingIssue(Severity.ERROR, Code.of(code), path);
    }

    /**
     * An issue that leaves the rest standing.
     *
     * @param code what kind of thing it is
     * @param path where it stands
     * @return the issue
     * @throws IllegalArgumentException if code or path is malformed
     */
    public static MappingIssue warning(String code, String path) {
        return new MappingIssue(Severity.WARNING, Code.of(code), path);
    }

    @Override
    public String toString() {
        return severity + " " + code + " at " + path;
    }

    private static boolean isPath(String text) {
        return text.length() <= LONGEST_PATH
                && text.chars().allMatch(c -> isWordCharacter(c) || c == '.' || c == '[' || c == ']');
    }

    private static boolean isWordCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
