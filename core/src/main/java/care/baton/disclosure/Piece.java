package care.baton.disclosure;

import care.baton.outcome.Code;
import java.util.Objects;

/**
 * One thing on a record that somebody may be shown or told.
 *
 * @param part which part of the record
 * @param item by the codes that {@link Part} lists: which item of it, such as a field
 */
public record Piece(Part part, Code item) {

    /** Checks that nothing is absent. */
    public Piece {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(item, "item");
    }
}
