package care.baton.note;

import java.util.List;
import java.util.Objects;

/**
 * How many contacts, and how long they took.
 *
 * @param contacts how many, failed attempts too
 * @param minutes how long they took, in minutes
 */
public record Tally(long contacts, long minutes) {

    /** No contacts. */
    public static final Tally NONE = new Tally(0, 0);

    /**
     * Both together.
     *
     * @param other another
     * @return the sum
     */
    public Tally plus(Tally other) {
        Objects.requireNonNull(other, "other");
        return new Tally(Math.addExact(contacts, other.contacts), Math.addExact(minutes, other.minutes));
    }

    static Tally of(List<Logged> logged) {
        return logged.stream().map(l -> new Tally(1, l.contact().minutes())).reduce(NONE, Tally::plus);
    }
}
