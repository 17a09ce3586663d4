package care.baton.obligation;

import java.time.Instant;
import java.util.Objects;

/**
 * When lateness of an obligation is heard next: the order in which time brings things up.
 *
 * @param at the instant, by the host's clock
 * @param key which obligation
 */
public record Next(Instant at, Key key) implements Comparable<Next> {

    /** Checks that nothing is absent. */
    public Next {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public int compareTo(Next other) {
        int byInstant = at.compareTo(other.at);
        return byInstant != 0 ? byInstant : key.compareTo(other.key);
    }
}
