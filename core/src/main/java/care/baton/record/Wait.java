package care.baton.record;

import care.baton.obligation.Key;
import care.baton.party.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A piece of the time that a pathway took: whose it was, for what, and why, as far as that is known.
 *
 * @param holder whose time it was; empty for the time of the exchange, which is no party's
 * @param key what they owed then
 * @param between whether everything that was waited for was there, and only the next step was to be taken
 * @param cause why, from a coded reason or a rule
 * @param from from when, by the host's clock
 * @param until until when, exclusive
 */
public record Wait(Optional<Holder> holder, Key key, boolean between, Cause cause, Instant from, Instant until) {

    /**
     * Checks the instants.
     *
     * @throws IllegalArgumentException if the end is not after the start
     */
    public Wait {
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(cause, "cause");
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

    /** The same time, or a part of it. */
    Wait within(Instant start, Instant stop) {
        return new Wait(holder, key, between, cause, start, stop);
    }

    Wait because(Cause why) {
        return new Wait(holder, key, between, why, from, until);
    }

    Wait ofTheExchange() {
        return new Wait(Optional.empty(), key, between, Cause.EXCHANGE, from, until);
    }
}
