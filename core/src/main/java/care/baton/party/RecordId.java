package care.baton.party;

/**
 * One coordination record: one person, one episode, kept by one organization.
 *
 * @param value the host's own identifier, 1 to 128 characters without blanks or control characters;
 *     never a name, a birth date or anything else that says who somebody is
 */
public record RecordId(String value) implements Comparable<RecordId> {

    /**
     * Checks the identifier.
     *
     * @throws IllegalArgumentException if it is blank, too long, or holds a blank or control character
     */
    public RecordId {
        Opaque.check(value, "record id");
    }

    /**
     * The identifier for a text.
     *
     * @param value the host's own identifier
     * @return the identifier
     * @throws IllegalArgumentException if it is blank, too long, or holds a blank or control character
     */
    public static RecordId of(String value) {
        return new RecordId(value);
    }

    @Override
    public int compareTo(RecordId other) {
        return value.compareTo(other.value);
    }

    /** The kind of identifier only. */
    @Override
    public String toString() {
        return "RecordId";
    }
}
