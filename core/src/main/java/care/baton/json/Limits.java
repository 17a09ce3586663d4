package care.baton.json;

/**
 * How much JSON is looked at before it is turned away.
 *
 * @param characters the longest text that is read
 * @param depth how many objects and lists may stand within each other
 */
public record Limits(int characters, int depth) {

    private static final int DEEPEST = 500;

    /** What is read when nothing else is said: 16,777,216 characters, 64 deep. */
    public static final Limits USUAL = new Limits(1 << 24, 64);

    /** What is read of a definition: 1,048,576 characters, 64 deep. */
    public static final Limits DEFINITION = new Limits(1 << 20, 64);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the length is not positive or the depth is not 1 to 500
     */
    public Limits {
        if (characters < 1) {
            throw new IllegalArgumentException("characters: 1 or more");
        }
        if (depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException("depth: 1 to 500");
        }
    }
}
