package care.baton.handoff;

import care.baton.obligation.Obligation;

/** What an offer shows to the people who look at it: exactly one of these at every instant. */
public enum Shown {
    /** No answer yet, and none is due. */
    AWAITING,
    /** No answer in time; it can still be answered. */
    NO_RESPONSE,
    /** The receiver asked for clarification. */
    CLARIFICATION_REQUESTED,
    /** The receiver would accept on conditions: proposed, not accepted. */
    PROPOSED,
    /** The receiver has accepted; that is not yet confirmed. */
    ACCEPTED_AWAITING_CONFIRMATION,
    /** Accepted. */
    ACCEPTED,
    /** Declined. */
    DECLINED,
    /** Withdrawn. */
    WITHDRAWN;

    static Shown of(Offer offer, Proceedings proceedings) {
        boolean accepting = offer.intended()
                .filter(i -> i.answer() instanceof Answer.Accept)
                .isPresent();
        if (offer.isLive() && accepting) {
            return ACCEPTED_AWAITING_CONFIRMATION;
        }
        OfferState state = offer.state();
        if (state instanceof OfferState.Clarifying) {
            return CLARIFICATION_REQUESTED;
        }
        if (state instanceof OfferState.Proposed) {
            return PROPOSED;
        }
        if (state instanceof OfferState.Accepted) {
            return ACCEPTED;
        }
        if (state instanceof OfferState.Declined) {
            return DECLINED;
        }
        if (state instanceof OfferState.Withdrawn) {
            return WITHDRAWN;
        }
        return proceedings.obligations().openOf(proceedings.negotiation().id().value(), Kinds.RESPONSE).stream()
                        .filter(o -> o.key().subject().equals("offer-" + offer.number()))
                        .anyMatch(Shown::isLate)
                ? NO_RESPONSE
                : AWAITING;
    }

    private static boolean isLate(Obligation response) {
        return response.raised() > 0 || response.reminders() > 0;
    }
}
