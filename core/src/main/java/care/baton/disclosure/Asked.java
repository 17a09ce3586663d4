package care.baton.disclosure;

import care.baton.outcome.Code;
import java.util.Objects;

/**
 * One thing that somebody would be told.
 *
 * @param part which part of the record
 * @param item which item of it, such as a field
 */
public record Asked(Part part, Code item) {

    /** Checks that nothing is absent. */
    public Asked {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(item, "item");
    }
}
