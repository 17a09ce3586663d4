package care.baton.handoff;

import care.baton.obligation.Obligation;
import java.time.Instant;

/** What an offer shows to the people who look at it: exactly one of these at every instant. */
public enum Shown {
    /** No answer yet, and none is due. */
    AWAITING,
    /** No answer, or no final answer, in time; it can still be answered. */
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

    /**
     * What an offer shows.
     *
     * @param offer the offer
     * @param proceedings the handoff it belongs to
     * @param now the host's clock
     * @return exactly one
     */
    public static Shown of(Offer offer, Proceedings proceedings, Instant now) {
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
        if (state instanceof OfferState.Accepted) {
            return ACCEPTED;
        }
        if (state instanceof OfferState.Declined) {
            return DECLINED;
        }
        if (state instanceof OfferState.Withdrawn) {
            return WITHDRAWN;
        }
        boolean late = proceedings
                .response(offer.number())
                .filter(o -> isHeardLate(o, now))
                .isPresent();
        if (late) {
            return NO_RESPONSE;
        }
        return state instanceof OfferState.Proposed ? PROPOSED : AWAITING;
    }

    /** Late, and somebody has heard of it: for a partner that is polled, not before we have looked. */
    private static boolean isHeardLate(Obligation response, Instant now) {
        return response.isOverdue(now) && (response.raised() > 0 || response.reminders() > 0);
    }
}
