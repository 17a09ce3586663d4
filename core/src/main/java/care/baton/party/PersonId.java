package care.baton.party;

/**
 * A person: somebody who works in a role, or the person whose care it is.
 *
 * @param value the host's own identifier, 1 to 128 characters without blanks or control characters;
 *     never a name, a birth date or anything else that says who somebody is
 */
public record PersonId(String value) implements Comparable<PersonId> {

    /**
     * Checks the identifier.
     *
     * @throws IllegalArgumentException if it is blank, too long, or holds a blank or control character
     */
    public PersonId {
        Opaque.check(value, "person id");
    }

    /**
     * The identifier for a text.
     *
     * @param value the host's own identifier
     * @return the identifier
     * @throws IllegalArgumentException if it is blank, too long, or holds a blank or control character
     */
    public static PersonId of(String value) {
        return new PersonId(value);
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    /** The kind of identifier only. */
    @Override
    public String toString() {
        return "PersonId";
    }
}
