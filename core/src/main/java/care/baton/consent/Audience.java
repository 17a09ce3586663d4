package care.baton.consent;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import java.util.Objects;
import java.util.Optional;

/**
 * Who would get to see something: an organization as a whole, or only one role in it.
 *
 * @param organization the organization
 * @param role the role in it; empty for everybody there
 */
public record Audience(OrganizationId organization, Optional<Code> role) {

    /** Checks that nothing is absent. */
    public Audience {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(role, "role");
    }

    /**
     * Everybody in an organization.
     *
     * @param organization the organization
     * @return the audience
     */
    public static Audience of(OrganizationId organization) {
        return new Audience(organization, Optional.empty());
    }

    /**
     * One role of an organization, whoever is in it.
     *
     * @param seat the organization and the role
     * @return the audience
     */
    public static Audience of(Holder seat) {
        Objects.requireNonNull(seat, "seat");
        return new Audience(seat.organization(), Optional.of(seat.role()));
    }

    /**
     * Whether all of another audience is in this one.
     *
     * @param other the other
     * @return true for the same organization, and the same role where this names one
     */
    public boolean includes(Audience other) {
        return organization.equals(other.organization) && (role.isEmpty() || role.equals(other.role));
    }

    /**
     * Whether anybody may be in both.
     *
     * @param other the other
     * @return true when one includes the other
     */
    public boolean meets(Audience other) {
        return includes(other) || other.includes(this);
    }
}
