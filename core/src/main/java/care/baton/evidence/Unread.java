package care.baton.evidence;

import java.util.Objects;

/**
 * A field that a later release wrote and this one does not know: kept as read, counted in the chain
 * as read, and written back.
 *
 * @param path the object it stands in, such as {@code event/terms/0}; begins with {@code event} or
 *     {@code act}
 * @param name its name
 * @param value what it holds
 */
public record Unread(String path, String name, Wire value) {

    /** Checks that nothing is absent. */
    public Unread {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    /** Always the same word. */
    @Override
    public String toString() {
        return "Unread";
    }
}
