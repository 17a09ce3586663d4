package care.baton.party;

import care.baton.time.Horizon;
import java.time.Instant;
import java.util.Objects;

/**
 * What somebody else said, written down by the one who heard it: an answer by telephone, a fax read
 * out. It counts for less than the speaker's own entry.
 *
 * @param speaker who said it
 * @param channel how it came
 * @param saidAt when the recorder says it was said
 */
public record Relayed(Holder speaker, Channel channel, Instant saidAt) {

    /**
     * Checks that nothing is absent.
     *
     * @throws IllegalArgumentException if it was said outside the {@link Horizon}
     */
    public Relayed {
        Objects.requireNonNull(speaker, "speaker");
        Objects.requireNonNull(channel, "channel");
        Horizon.check(saidAt, "saidAt");
    }
}
