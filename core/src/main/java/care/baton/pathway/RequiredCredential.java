package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A credential that whoever is given a role must hold, valid at that instant: without it nobody joins an open run in
 * that role, is offered anything, accepts it or is assigned work. It is not asked of those who take part already when a
 * run opens, of whoever accepts with conditions until they accept, nor of the owner of a plan's activity.
 *
 * @param kind what kind of credential
 * @param suppliers the roles that can see to it; at least one
 * @param expiry what falls due when it ends; empty where nobody is warned
 */
public record RequiredCredential(Code kind, List<Code> suppliers, Optional<Expiry> expiry) {

    /**
     * Copies the suppliers.
     *
     * @throws IllegalArgumentException if nobody can see to it
     */
    public RequiredCredential {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(expiry, "expiry");
        suppliers = Copy.of(suppliers, "suppliers");
        if (suppliers.isEmpty()) {
            throw new IllegalArgumentException("suppliers: at least one role");
        }
    }
}
