package care.baton.party;

/**
 * One handoff, from the first offer to its end, however many offers it takes.
 *
 * <p>On a record, one that begins with {@code run:} is refused ({@code VALUE_MALFORMED}): what a run owes is kept under
 * {@code run:} and the run's name, what a handoff owes under the handoff's identifier, and the two may never be taken
 * for each other.
 *
 * <p>Another for every handoff of every record, and of every organization that writes to the same partner's server, such
 * as a random UUID: what is stored there is found by it.
 *
 * @param value the host's own identifier, 1 to 128 characters without blanks or control characters;
 *     never a name, a birth date or anything else that says who somebody is
 */
public record HandoffId(String value) implements Comparable<HandoffId> {

    /**
     * Checks the identifier.
     *
     * @throws IllegalArgumentException if it is blank, too long, or holds a blank or control character
     */
    public HandoffId {
        Opaque.check(value, "handoff id");
    }

    /**
     * The identifier for a text.
     *
     * @param value the host's own identifier
     * @return the identifier
     * @throws IllegalArgumentException if it is blank, too long, or holds a blank or control character
     */
    public static HandoffId of(String value) {
        return new HandoffId(value);
    }

    @Override
    public int compareTo(HandoffId other) {
        return value.compareTo(other.value);
    }

    /** The kind of identifier only. */
    @Override
    public String toString() {
        return "HandoffId";
    }
}
