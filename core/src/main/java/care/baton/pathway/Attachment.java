package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;

/**
 * What must go with an offer when this is asked for: the results that whoever is asked needs to see first.
 *
 * @param ask what is asked, such as {@code specialist-consultation}
 * @param results the results, by the names that they go with; at least one, each once
 */
public record Attachment(Code ask, List<Code> results) {

    /**
     * Copies the results.
     *
     * @throws IllegalArgumentException if none is named, or one twice
     */
    public Attachment {
        Objects.requireNonNull(ask, "ask");
        results = Copy.of(results, "results");
        if (results.isEmpty() || results.stream().distinct().count() != results.size()) {
            throw new IllegalArgumentException("results: at least one, each once");
        }
    }
}
