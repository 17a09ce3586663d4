package care.baton.party;

/**
 * An organization that takes part: a hospital, a home care provider, a payer, a family.
 *
 * @param value the host's own identifier, 1 to 128 characters without blanks or control characters;
 *     never a name, a birth date or anything else that says who somebody is
 */
public record OrganizationId(String value) implements Comparable<OrganizationId> {

    /**
     * Checks the identifier.
     *
     * @throws IllegalArgumentException if it is blank, too long, or holds a blank or control character
     */
    public OrganizationId {
        Opaque.check(value, "organization id");
    }

    /**
     * The identifier for a text.
     *
     * @param value the host's own identifier
     * @return the identifier
     * @throws IllegalArgumentException if it is blank, too long, or holds a blank or control character
     */
    public static OrganizationId of(String value) {
        return new OrganizationId(value);
    }

    @Override
    public int compareTo(OrganizationId other) {
        return value.compareTo(other.value);
    }

    /** The kind of identifier only. */
    @Override
    public String toString() {
        return "OrganizationId";
    }
}
