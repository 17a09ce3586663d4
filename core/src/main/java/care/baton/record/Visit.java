package care.baton.record;

import care.baton.party.VisitId;
import care.baton.time.Horizon;
import java.time.Instant;
import java.util.Objects;

/**
 * One visit to the person, as the host's schedule has it.
 *
 * @param id which visit
 * @param revision how new this report is: a number of the host's own, from 0, that grows whenever the schedule changes
 *     the visit, such as its version. Of two reports on one visit the higher counts, whichever comes first
 * @param state planned, made or cancelled
 * @param start when it begins, began or would have begun, by the host's clock
 */
public record Visit(VisitId id, long revision, State state, Instant start) {

    /** How a visit stands. */
    public enum State {
        /** It is to come. */
        PLANNED,
        /** It was made. */
        MADE,
        /** It does not take place, or did not. */
        CANCELLED
    }

    /**
     * Checks the revision and the start.
     *
     * @throws IllegalArgumentException if the revision is negative or the start lies outside the {@link Horizon}
     */
    public Visit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        Horizon.check(start, "start");
        if (revision < 0) {
            throw new IllegalArgumentException("revision: not negative");
        }
    }

    /**
     * Whether it counts among the next visits.
     *
     * @return true unless it is cancelled
     */
    public boolean counts() {
        return state != State.CANCELLED;
    }
}
