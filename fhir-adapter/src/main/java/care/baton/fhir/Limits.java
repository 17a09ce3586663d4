package care.baton.fhir;

/**
 * How large a resource from elsewhere may be before it is turned away unread.
 *
 * @param bytes the longest document, in bytes of UTF-8
 * @param depth the deepest nesting of objects and lists; the document itself is depth 1
 * @param entries the most members of one object or one list
 * @param stringBytes the longest single text, in bytes of UTF-8
 * @param values the most values in the whole document, objects and lists counted too
 */
public record Limits(int bytes, int depth, int entries, int stringBytes, int values) {

    private static final int DEEPEST = 500;
    private static final int VALUES = 200_000;

    /**
     * Checks that each limit is a limit.
     *
     * @throws IllegalArgumentException if one is less than 1, or depth is over 500
     */
    public Limits {
        atLeastOne(bytes, "bytes");
        atLeastOne(depth, "depth");
        atLeastOne(entries, "entries");
        atLeastOne(stringBytes, "stringBytes");
        atLeastOne(values, "values");
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("depth: at most 500");
        }
    }

    /**
     * Limits with at most 200,000 values in a document.
     *
     * @param bytes the longest document, in bytes of UTF-8
     * @param depth the deepest nesting of objects and lists; the document itself is depth 1
     * @param entries the most members of one object or one list
     * @param stringBytes the longest single text, in bytes of UTF-8
     * @throws IllegalArgumentException if one is less than 1, or depth is over 500
     */
    public Limits(int bytes, int depth, int entries, int stringBytes) {
        this(bytes, depth, entries, stringBytes, VALUES);
    }

    /**
     * The limits used where a host names none: 5 MB, depth 64, 1,000 entries, 256 KB a text, 200,000 values.
     *
     * @return the limits
     */
    public static Limits standard() {
        return new Limits(5 * 1024 * 1024, 64, 1_000, 256 * 1024);
    }

    private static void atLeastOne(int value, String field) {
        if (value < 1) {
            throw new IllegalArgumentException(field + ": at least 1");
        }
    }
}
