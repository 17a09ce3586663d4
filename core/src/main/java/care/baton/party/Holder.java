package care.baton.party;

import care.baton.outcome.Code;
import java.util.Objects;
import java.util.Optional;

/**
 * Who holds something: an organization, a role in it, and the person in that role now. The person may
 * be absent for a while; the organization and the role never are, so that what is held always has a
 * door to knock on.
 *
 * @param organization the accountable organization
 * @param role the role in it, such as {@code supervisor}
 * @param person who is in that role now, if anybody is named
 */
public record Holder(OrganizationId organization, Code role, Optional<PersonId> person) implements Comparable<Holder> {

    /** Checks that nothing is absent but the person. */
    public Holder {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(person, "person");
    }

    /**
     * A role of an organization, nobody named.
     *
     * @param organization the organization
     * @param role the role
     * @return the holder
     */
    public static Holder of(OrganizationId organization, Code role) {
        return new Holder(organization, role, Optional.empty());
    }

    /**
     * A person in a role of an organization.
     *
     * @param organization the organization
     * @param role the role
     * @param person the person
     * @return the holder
     */
    public static Holder of(OrganizationId organization, Code role, PersonId person) {
        return new Holder(organization, role, Optional.of(Objects.requireNonNull(person, "person")));
    }

    /**
     * The same role with another person in it.
     *
     * @param other the person, or nobody
     * @return the holder
     */
    public Holder heldBy(Optional<PersonId> other) {
        return new Holder(organization, role, other);
    }

    /**
     * Whether both are the same role of the same organization, whoever is in it.
     *
     * @param other another holder
     * @return true when organization and role are equal
     */
    public boolean sameRole(Holder other) {
        return organization.equals(other.organization) && role.equals(other.role);
    }

    @Override
    public int compareTo(Holder other) {
        int byOrganization = organization.compareTo(other.organization);
        if (byOrganization != 0) {
            return byOrganization;
        }
        int byRole = role.compareTo(other.role);
        return byRole != 0
                ? byRole
                : person.map(PersonId::value)
                        .orElse("")
                        .compareTo(other.person.map(PersonId::value).orElse(""));
    }

    /** The role only. */
    @Override
    public String toString() {
        return "Holder[" + role + "]";
    }
}
