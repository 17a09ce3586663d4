package care.baton.obligation;

import care.baton.party.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A piece of the time that something took, and whose it was.
 *
 * @param holder whose time it was
 * @param key what they owed then: the thing itself, or what its clock waited for
 * @param from from when, by the host's clock
 * @param until until when, exclusive
 */
public record Charge(Holder holder, Key key, Instant from, Instant until) {

    /**
     * Checks the instants.
     *
     * @throws IllegalArgumentException if the end is not after the start
     */
    public Charge {
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until: after from");
        }
    }

    /**
     * How long it was.
     *
     * @return more than nothing
     */
    public Duration length() {
        return Duration.between(from, until);
    }
}
