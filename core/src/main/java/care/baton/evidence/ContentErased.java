package care.baton.evidence;

import care.baton.outcome.Code;
import java.util.Objects;

/**
 * The words of an earlier entry were taken out for good; who did it is in the act.
 *
 * @param sequence the number of the entry whose words are gone
 * @param reason why
 * @param kind what kind of content it was
 */
public record ContentErased(long sequence, Code reason, Code kind) implements Event {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    public ContentErased {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(kind, "kind");
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence: 1 or more");
        }
    }
}
