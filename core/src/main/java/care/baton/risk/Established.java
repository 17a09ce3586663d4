package care.baton.risk;

import care.baton.party.Holder;
import java.time.Instant;
import java.util.Objects;

/**
 * What is usual for the person, as it stands on the record.
 *
 * @param version 1 for the first of its subject, one more each time
 * @param baseline what is usual
 * @param by who said so
 * @param at from when on, as told; else when it was recorded, by the host's clock
 */
public record Established(int version, Baseline baseline, Holder by, Instant at) {

    /** Checks that nothing is absent. */
    public Established {
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
