package care.baton.record;

import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One handoff on a pathway: in which stage, from whom, to whom and when; what confirms it, and what happens
 * if it stalls. One line for each offer.
 *
 * @param handoff which handoff
 * @param offer which offer, from 1
 * @param stage the stage that the run was in when it was offered
 * @param from who offered
 * @param to to whom
 * @param offeredAt when; all instants by the host's clock
 * @param answeredAt when the last answer to it was given
 * @param takenAt when it was accepted and ownership moved
 * @param endedAt when it was withdrawn, declined, given back, confirmed as done or set aside as an error
 * @param confirmation what confirms that it is done; empty states that nothing does
 * @param stall who hears, and when, if progress stops now; empty when nothing around it is owed
 */
public record Passage(
        HandoffId handoff,
        int offer,
        Optional<Code> stage,
        Holder from,
        Holder to,
        Instant offeredAt,
        Optional<Instant> answeredAt,
        Optional<Instant> takenAt,
        Optional<Instant> endedAt,
        Optional<Confirmation> confirmation,
        Optional<Stall> stall) {

    /** Checks that nothing is absent. */
    public Passage {
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(offeredAt, "offeredAt");
        Objects.requireNonNull(answeredAt, "answeredAt");
        Objects.requireNonNull(takenAt, "takenAt");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(confirmation, "confirmation");
        Objects.requireNonNull(stall, "stall");
    }
}
