package care.baton.time;

import java.time.Instant;

/**
 * How often a repeating deadline has come round by some instant, when it last did, and when it does next.
 *
 * @param count how many have come round, the first one included; at least 1
 * @param last the last of them
 * @param next the one after; at the end of the {@link Horizon} there is no later one, and it equals the last
 */
public record Slots(long count, Instant last, Instant next) {

    /**
     * Checks the count and the order.
     *
     * @throws IllegalArgumentException if the count is below 1, an instant outside the {@link Horizon}, or the next
     *     before the last
     */
    public Slots {
        if (count < 1) {
            throw new IllegalArgumentException("count: at least 1");
        }
        Horizon.check(last, "last");
        Horizon.check(next, "next");
        if (next.isBefore(last)) {
            throw new IllegalArgumentException("next: not before last");
        }
    }
}
