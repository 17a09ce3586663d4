package care.baton.plan;

import care.baton.party.Holder;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How far an activity has come.
 *
 * @param state how far
 * @param slot for when it is booked, by the host's clock; empty where it is not
 * @param by who said so last
 * @param at when that was recorded, by the host's clock
 */
public record Progress(Activity.State state, Optional<Instant> slot, Holder by, Instant at) {
    /** Checks that nothing is absent. */
    public Progress {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(slot, "slot");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
