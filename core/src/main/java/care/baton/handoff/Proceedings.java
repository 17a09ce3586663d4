package care.baton.handoff;

import care.baton.evidence.Event;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent;
import care.baton.obligation.Obligations;
import java.util.Objects;
import java.util.Optional;

/**
 * A negotiation together with what is owed around it.
 *
 * @param negotiation what the parties have said
 * @param obligations what is owed
 */
public record Proceedings(Negotiation negotiation, Obligations obligations) {

    /** Checks that nothing is absent. */
    public Proceedings {
        Objects.requireNonNull(negotiation, "negotiation");
        Objects.requireNonNull(obligations, "obligations");
    }

    /**
     * The answer that is owed to an offer.
     *
     * @param offer which offer, from 1
     * @return what is owed; empty once it is answered or withdrawn, and where there is no such offer
     */
    public Optional<Obligation> response(int offer) {
        return obligations.openOf(negotiation.id().value(), Kinds.RESPONSE).stream()
                .filter(o -> o.key().subject().equals("offer-" + offer))
                .findFirst();
    }

    /**
     * Both after one more event. Events of others change nothing.
     *
     * @param event what happened
     * @return both then
     */
    public Proceedings evolve(Event event) {
        if (event instanceof ObligationEvent e) {
            return new Proceedings(negotiation, obligations.evolve(e));
        }
        if (event instanceof HandoffEvent e && e.handoff().equals(negotiation.id())) {
            return new Proceedings(negotiation.evolve(e), obligations);
        }
        return this;
    }
}
