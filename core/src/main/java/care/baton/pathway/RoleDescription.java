package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;

/**
 * A role on a pathway, on whose side it stands, and what it does.
 *
 * @param code the role
 * @param side on whose side it stands
 * @param duties what it does, each a kind of action it may hold
 * @param credentials what whoever is given the role must hold
 */
public record RoleDescription(Code code, Side side, List<Code> duties, List<RequiredCredential> credentials) {

    /**
     * A role that asks for no credential.
     *
     * @param code the role
     * @param side on whose side it stands
     * @param duties what it does
     */
    public RoleDescription(Code code, Side side, List<Code> duties) {
        this(code, side, duties, List.of());
    }

    /** Copies the lists. */
    public RoleDescription {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(side, "side");
        duties = Copy.of(duties, "duties");
        credentials = Copy.of(credentials, "credentials");
    }
}
