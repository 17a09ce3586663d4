package care.baton.fhir;

import java.util.Objects;
import java.util.Optional;

/**
 * A remark to be added to somebody's resource. It prints nothing.
 *
 * @param text the words; not blank
 * @param time when it was written, as FHIR writes a point in time; the writer's clock
 * @param author who wrote it, as a name to show; empty when not to be shown
 */
public record Note(String text, String time, Optional<String> author) {

    /**
     * Refuses an empty remark.
     *
     * @throws IllegalArgumentException if text or time is blank
     */
    public Note {
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(time, "time");
        if (text.isBlank() || time.isBlank()) {
            throw new IllegalArgumentException("text, time: not blank");
        }
    }

    @Override
    public String toString() {
        return "Note";
    }
}
