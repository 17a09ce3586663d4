package care.baton.plan;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;

/**
 * An area of care with the roles that stand for it: medical, behavioral, social.
 *
 * @param area which area
 * @param roles the roles, any one of which stands for it; at least one
 */
public record Discipline(Code area, List<Code> roles) {
    /**
     * Copies the roles.
     *
     * @throws IllegalArgumentException if none is named
     */
    public Discipline {
        Objects.requireNonNull(area, "area");
        roles = Copy.of(roles, "roles");
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles: at least one");
        }
    }
}
