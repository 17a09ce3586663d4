package care.baton.evidence;

import care.baton.outcome.Code;
import java.util.Objects;

/**
 * A request to take the words out of one entry for good, such as when the law or the person asks for
 * it. Codes, identifiers and instants stay, and so does the unsalted fingerprint of what an offer asked.
 *
 * @param sequence the entry's number, from 1
 * @param reason why
 * @param kind what kind of content it was
 */
public record EraseContent(long sequence, Code reason, Code kind) {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    public EraseContent {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(kind, "kind");
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence: 1 or more");
        }
    }
}
