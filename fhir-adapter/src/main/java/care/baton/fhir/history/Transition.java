package care.baton.fhir.history;

import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One step of an offer: who took it, in which role, when, and who wrote it down where that was somebody else.
 *
 * @param handoff which handoff
 * @param offer which offer, from 1
 * @param activity what was done, such as {@code accept} or {@code withdraw}
 * @param by whose word it is
 * @param writtenBy who wrote it down, where that was somebody else
 * @param recorded when it was recorded, by the host's clock
 * @param occurred when it happened, as a person says
 */
public record Transition(
        HandoffId handoff,
        int offer,
        Code activity,
        Holder by,
        Optional<Holder> writtenBy,
        Instant recorded,
        Optional<Instant> occurred) {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if the offer is below 1
     */
    public Transition {
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(writtenBy, "writtenBy");
        Objects.requireNonNull(recorded, "recorded");
        Objects.requireNonNull(occurred, "occurred");
        if (offer < 1) {
            throw new IllegalArgumentException("offer: from 1");
        }
    }

    /** What was done only. */
    @Override
    public String toString() {
        return "Transition[" + activity + "]";
    }
}
