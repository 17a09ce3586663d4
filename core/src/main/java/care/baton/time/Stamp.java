package care.baton.time;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * When something was recorded, when a person says it happened, and what another system's clock claims. Only the first
 * orders events and decides what is late.
 *
 * @param recordedAt when it was recorded, by the host's clock
 * @param occurredAt when it happened, as a person says: for contacts and minutes, never for lateness
 * @param claimedAt when it happened, by another system's clock: shown beside ours, never used for order or lateness
 */
public record Stamp(Instant recordedAt, Optional<Instant> occurredAt, Optional<Instant> claimedAt) {

    /**
     * Checks the instants.
     *
     * @throws IllegalArgumentException if one lies outside the {@link Horizon}
     */
    public Stamp {
        Horizon.check(recordedAt, "recordedAt");
        Objects.requireNonNull(occurredAt, "occurredAt").ifPresent(at -> Horizon.check(at, "occurredAt"));
        Objects.requireNonNull(claimedAt, "claimedAt").ifPresent(at -> Horizon.check(at, "claimedAt"));
    }

    /**
     * Recorded now, with nothing else known.
     *
     * @param recordedAt when it was recorded, by the host's clock
     * @return the stamp
     * @throws IllegalArgumentException if it lies outside the {@link Horizon}
     */
    public static Stamp at(Instant recordedAt) {
        return new Stamp(recordedAt, Optional.empty(), Optional.empty());
    }

    /**
     * The same stamp with the time at which a person says it happened.
     *
     * @param at when it happened, as told
     * @return the stamp
     * @throws IllegalArgumentException if it lies outside the {@link Horizon}
     */
    public Stamp withOccurred(Instant at) {
        return new Stamp(recordedAt, Optional.of(Objects.requireNonNull(at, "occurredAt")), claimedAt);
    }

    /**
     * The same stamp with the time that another system claims.
     *
     * @param at when it happened, by that system's clock
     * @return the stamp
     * @throws IllegalArgumentException if it lies outside the {@link Horizon}
     */
    public Stamp withClaimed(Instant at) {
        return new Stamp(recordedAt, occurredAt, Optional.of(Objects.requireNonNull(at, "claimedAt")));
    }
}
