package care.baton.ownership;

import care.baton.party.PersonId;
import care.baton.time.Horizon;
import java.time.Instant;
import java.util.Objects;

/**
 * Somebody is away and somebody else stands in.
 *
 * @param cover who stands in, in the same role
 * @param from from when, by the host's clock
 * @param until until when, exclusive
 */
public record Absence(PersonId cover, Instant from, Instant until) {

    /**
     * Checks the dates.
     *
     * @throws IllegalArgumentException if the end is not after the start
     */
    public Absence {
        Objects.requireNonNull(cover, "cover");
        Horizon.check(from, "from");
        Horizon.check(until, "until");
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until: after from");
        }
    }

    /**
     * Whether the person is away.
     *
     * @param instant the host's clock
     * @return true from its start until before its end
     */
    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
