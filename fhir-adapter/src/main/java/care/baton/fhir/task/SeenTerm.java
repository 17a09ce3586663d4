package care.baton.fhir.task;

import java.util.Objects;
import java.util.Optional;

/**
 * A condition that stands on a Task in our extension: work is taken on if this holds.
 *
 * @param text what must hold, in the words of who asked for it; empty when none
 * @param kind what kind of condition it is; empty when not said
 * @param holder who is to see to it; empty when not said
 * @param due by when, as written
 * @param agreed whether the sender has agreed
 * @param met whether it holds
 */
public record SeenTerm(String text, String kind, String holder, Optional<String> due, boolean agreed, boolean met) {

    /** Refuses nothing but absence. */
    public SeenTerm {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(due, "due");
    }

    @Override
    public String toString() {
        return "SeenTerm";
    }
}
