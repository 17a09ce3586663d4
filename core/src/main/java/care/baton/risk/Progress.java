package care.baton.risk;

import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;

/**
 * How something went on from what was usual: only what was seen against a baseline can say.
 *
 * @param baseline what it is compared with
 * @param since what was seen against it, first to last
 */
public record Progress(Established baseline, List<Observed> since) {

    /** Copies the list. */
    public Progress {
        Objects.requireNonNull(baseline, "baseline");
        since = Copy.of(since, "since");
    }
}
