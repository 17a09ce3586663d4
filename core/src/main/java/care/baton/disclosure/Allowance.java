package care.baton.disclosure;

import care.baton.consent.Information;
import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One line of an allow-list: what an audience may be shown for a purpose, and no more than it needs for that.
 *
 * <p>Source: 45 CFR 164.502(b) and 164.514(d), minimum necessary.
 *
 * @param relation how the audience stands to the record
 * @param role the role that is meant; empty for every role
 * @param purposes what for; at least one
 * @param parts which parts of the record; at least one
 * @param scope which items of those parts, and which especially protected ones among them
 * @param hint what it is told about what it is not shown
 */
@Built
@Value.Builder
public record Allowance(
        Relation relation, Optional<Code> role, List<Purpose> purposes, List<Part> parts, Scope scope, Hint hint) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if no purpose or no part is named
     */
    public Allowance {
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(hint, "hint");
        purposes = Copy.of(purposes, "purposes");
        parts = Copy.of(parts, "parts");
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("purposes: at least one");
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("parts: at least one");
        }
    }

    /**
     * A line, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static AllowanceBuilderStages.BuildStart builder() {
        return AllowanceBuilderStages.start();
    }

    /** Whether it speaks of this audience and purpose. */
    boolean isFor(Relation standing, Viewer viewer) {
        return relation == standing
                && role.map(viewer.seat().role()::equals).orElse(true)
                && purposes.contains(viewer.purpose());
    }

    boolean lists(Part part, Information what) {
        return parts.contains(part) && scope.reaches(what);
    }
}
