package care.baton.disclosure;

import care.baton.outcome.Code;
import java.util.Objects;

/**
 * One thing that went to somebody: which, and by what right.
 *
 * @param part which part of the record
 * @param item which item of it, such as a field
 * @param authority by what right
 */
public record Shared(Part part, Code item, Authority authority) {

    /** Checks that nothing is absent. */
    public Shared {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(authority, "authority");
    }
}
