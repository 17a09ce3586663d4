package care.baton.evidence;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.Objects;

/**
 * One item of a gate let pass for a while on one run: by whom, why and until when. It shows wherever the
 * gate shows, and after its end the item is missing again.
 *
 * @param run for which run
 * @param item the item
 * @param by who let it pass
 * @param reason why
 * @param from from when, by the host's clock
 * @param until until when, exclusive
 */
public record Waiver(Code run, Code item, Holder by, Code reason, Instant from, Instant until) {

    /**
     * Checks the dates.
     *
     * @throws IllegalArgumentException if the end is not after the start
     */
    public Waiver {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until: after from");
        }
    }

    /**
     * Whether it is in force.
     *
     * @param instant the host's clock
     * @return true from its start until before its end
     */
    public boolean inForceAt(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
