package care.baton.json;

import org.jspecify.annotations.Nullable;

/**
 * Where one is in a text. Only names that this release knows are ever put in it, so that it can be shown.
 *
 * @param before the object or list around it
 * @param step the name or the number
 */
record Path(@Nullable Path before, String step) {

    private static final int LONGEST = 512;

    static Path root(String step) {
        return new Path(null, step);
    }

    Path to(String name) {
        return new Path(this, name);
    }

    Path to(int index) {
        return new Path(this, Integer.toString(index));
    }

    /** A place that a definition itself names, such as {@code stages/0/owner}. */
    Path inside(String place) {
        return new Path(this, place);
    }

    String text() {
        StringBuilder text = new StringBuilder(step);
        for (Path at = before; at != null; at = at.before) {
            text.insert(0, '/').insert(0, at.step);
        }
        return text.toString();
    }

    /** The whole path, or as much of its beginning as a refusal can hold. */
    String shown() {
        String text = text();
        return text.length() <= LONGEST ? text : text.substring(0, text.lastIndexOf('/', LONGEST));
    }
}
