package care.baton.record;

import care.baton.party.Holder;
import java.time.Duration;
import java.util.Objects;

/**
 * How long one party owed something in all, each moment counted once. The totals of several parties may
 * overlap, so that whoever came second to last cannot hide behind the last.
 *
 * @param party organization and role, nobody named
 * @param total for how long
 */
public record PartyWait(Holder party, Duration total) {

    /** Checks that nothing is absent. */
    public PartyWait {
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(total, "total");
    }
}
