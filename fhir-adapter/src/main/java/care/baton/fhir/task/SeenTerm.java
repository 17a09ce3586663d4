package care.baton.fhir.task;

import java.util.Objects;
import java.util.Optional;

/**
 * A condition that stands on a Task in our extension: work is taken on if this holds.
 *
 * @param text what must hold, in the words of who asked for it; empty when none
 * @param kind what kind of condition it is; empty when not said
 * @param holder in which role it is to be seen to; empty when not said
 * @param organization in which organization, as the host names it, where that is said
 * @param person by whom, as the host names them, where that is said
 * @param due by when, as written
 * @param agreed whether the sender has agreed
 * @param met whether it holds
 */
public record SeenTerm(
        String text,
        String kind,
        String holder,
        Optional<String> organization,
        Optional<String> person,
        Optional<String> due,
        boolean agreed,
        boolean met) {

    /** Refuses nothing but absence. */
    public SeenTerm {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(due, "due");
    }

    @Override
    public String toString() {
        return "SeenTerm";
    }
}
