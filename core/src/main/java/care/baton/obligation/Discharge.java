package care.baton.obligation;

import care.baton.outcome.Draft;
import care.baton.outcome.Outcome;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.time.ServiceCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Saying that what was owed is done: it counts with its proof, and not without. */
public final class Discharge {

    private Discharge() {}

    /**
     * It is done, if all that proves it is there at that instant or is let pass by a waiver in force.
     * Refuses with every item of the proof that is lacking, or {@link Reason#NOT_OPEN}.
     *
     * @param obligations what is owed so far
     * @param key what is done
     * @param known what is known
     * @param at when, by the host's clock
     * @param calendar the service's calendar
     * @return what is owed then, with what happened; or what stands in the way
     */
    public static Outcome<Obligations, ObligationEvent> of(
            Obligations obligations, Key key, Known known, Instant at, ServiceCalendar calendar) {
        Optional<Obligation> open = obligations.get(key).filter(Obligation::isOpen);
        if (open.isEmpty()) {
            return Outcome.refused(
                    List.of(Refusal.of(Reason.NOT_OPEN, key.kind().value())));
        }
        Draft<Obligations, ObligationEvent> draft = new Draft<>(obligations, Obligations::evolve);
        List<Lack> lacks = Lacking.of(open.get().proof(), known, at);
        if (lacks.isEmpty()) {
            draft.addAll(Ending.discharged(obligations, key, at, calendar));
        } else {
            draft.refuseAll(lacks.stream().map(Lack::refusal).toList());
        }
        return draft.outcome();
    }
}
