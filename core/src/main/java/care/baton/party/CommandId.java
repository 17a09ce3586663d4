package care.baton.party;

/**
 * One thing that somebody asked Baton to do. The host gives each request an identifier of its own, so that asking twice does nothing twice.
 *
 * @param value the host's own identifier, 1 to 128 characters without blanks or control characters;
 *     never a name, a birth date or anything else that says who somebody is
 */
public record CommandId(String value) implements Comparable<CommandId> {

    /**
     * Checks the identifier.
     *
     * @throws IllegalArgumentException if it is blank, too long, or holds a blank or control character
     */
    public CommandId {
        Opaque.check(value, "command id");
    }

    /**
     * The identifier for a text.
     *
     * @param value the host's own identifier
     * @return the identifier
     * @throws IllegalArgumentException if it is blank, too long, or holds a blank or control character
     */
    public static CommandId of(String value) {
        return new CommandId(value);
    }

    @Override
    public int compareTo(CommandId other) {
        return value.compareTo(other.value);
    }

    /** The kind of identifier only. */
    @Override
    public String toString() {
        return "CommandId";
    }
}
