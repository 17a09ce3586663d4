package care.baton.record;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.util.Objects;

/**
 * Somebody who can supply what is missing.
 *
 * @param role the role that can
 * @param seat where that role is held on this record, with whoever is on duty in it
 */
public record Supplier(Code role, Holder seat) {

    /** Checks that nothing is absent. */
    public Supplier {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(seat, "seat");
    }
}
