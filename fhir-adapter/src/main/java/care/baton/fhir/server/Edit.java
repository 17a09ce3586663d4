package care.baton.fhir.server;

import care.baton.fhir.RawDocument;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a partner's system would have stand in the place of a Task of ours: the whole of it, and the version that it read
 * before it wrote.
 *
 * @param id which Task
 * @param version the version that it was made from, alone; {@code W/"2"}, as an If-Match header names it, is taken for it.
 *     Empty where none is named
 * @param body the document as it arrived
 */
public record Edit(String id, Optional<String> version, RawDocument body) {

    private static final Pattern NAMED = Pattern.compile("\\s*(?:W/)?\"([^\"]{1,64})\"\\s*");

    /** Refuses nothing but absence. */
    public Edit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(body, "body");
        version = version.map(text -> named(text).orElse(text));
    }

    /** The one version that an If-Match header names; empty where it names any, several or none. */
    static Optional<String> named(String header) {
        Matcher one = NAMED.matcher(header);
        return one.matches() ? Optional.of(one.group(1)) : Optional.empty();
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "Edit";
    }
}
