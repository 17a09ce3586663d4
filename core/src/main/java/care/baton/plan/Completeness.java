package care.baton.plan;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;

/**
 * Which disciplines and roles that a protocol asks for take part, and which do not.
 *
 * @param involved the areas of care that somebody stands for
 * @param missing the areas of care that nobody stands for
 * @param rolesMissing the roles that nobody has
 */
public record Completeness(List<Code> involved, List<Code> missing, List<Code> rolesMissing) {

    /** Copies the lists. */
    public Completeness {
        involved = Copy.of(involved, "involved");
        missing = Copy.of(missing, "missing");
        rolesMissing = Copy.of(rolesMissing, "rolesMissing");
    }

    /**
     * Holds a team against a protocol.
     *
     * @param protocol the protocol
     * @param present the roles that take part
     * @return who is there and who is not, in the protocol's order
     */
    public static Completeness of(Protocol protocol, List<Code> present) {
        Objects.requireNonNull(protocol, "protocol");
        List<Code> roles = Copy.of(present, "present");
        return new Completeness(
                areas(protocol, roles, true),
                areas(protocol, roles, false),
                protocol.roles().stream().filter(r -> !roles.contains(r)).toList());
    }

    private static List<Code> areas(Protocol protocol, List<Code> present, boolean involved) {
        return protocol.disciplines().stream()
                .filter(d -> involved == d.roles().stream().anyMatch(present::contains))
                .map(Discipline::area)
                .toList();
    }

    /**
     * Whether all take part that the protocol asks for.
     *
     * @return true when nothing is missing
     */
    public boolean isComplete() {
        return missing.isEmpty() && rolesMissing.isEmpty();
    }
}
