package care.baton.fhir.server;

import care.baton.fhir.RawDocument;
import java.util.Objects;
import java.util.Optional;

/**
 * What a partner's system would have stand in the place of a Task of ours: the whole of it, and the version that it read
 * before it wrote.
 *
 * @param id which Task
 * @param version the version that it was made from, as If-Match names it; empty where none is named
 * @param body the document as it arrived
 */
public record Edit(String id, Optional<String> version, RawDocument body) {

    /** Refuses nothing but absence. */
    public Edit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(body, "body");
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "Edit";
    }
}
