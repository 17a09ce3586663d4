package care.baton.handoff;

import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.HandoffEvent.DecisionOvertaken;
import care.baton.handoff.HandoffEvent.OfferWithdrawn;
import care.baton.handoff.HandoffEvent.WithdrawalIntended;
import care.baton.obligation.Opening;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import java.util.List;
import java.util.Optional;

/** Taking an offer back: possible until an acceptance is effective. */
final class Withdrawing {

    private static final Code WITHDRAWN_FIRST = Code.of("withdrawn-first");
    private static final Code UNCONFIRMED = Code.of("withdrawal-unconfirmed");

    private Withdrawing() {}

    static void withdraw(Turn turn, WithdrawOffer command) {
        Optional<Offer> found = turn.talks().offers().get(command.offer());
        if (found.isEmpty()) {
            turn.refuse(Reason.OFFER_UNKNOWN, "offer");
            return;
        }
        Offer offer = found.get();
        if (!turn.isBy(offer.sender(), "offer") && turn.isOutside(offer.sender())) {
            return;
        }
        boolean accepted = offer.state() instanceof OfferState.Accepted;
        if (accepted && offer.kind() == OfferKind.FIRM) {
            turn.refuse(Reason.OFFER_ALREADY_ACCEPTED, "offer");
        } else if ((!offer.isLive() && !accepted) || turn.talks().course().isEnded()) {
            turn.refuse(Reason.OFFER_ALREADY_ENDED, "offer");
        } else if (offer.withdrawing().isPresent()) {
            turn.refuse(Reason.DECISION_PENDING, "offer");
        }
        if (!turn.isRefused()) {
            withdraw(turn, offer, command.reason());
        }
    }

    static void withdraw(Turn turn, Offer offer, Code reason) {
        if (offer.arbiter() == Arbiter.SERVER) {
            turn.happens(new WithdrawalIntended(turn.id(), offer.number(), reason));
            Settling.awaits(turn, offer, Decision.WITHDRAWAL, offer.sender());
        } else {
            withdrawn(turn, offer, reason);
        }
    }

    /** The withdrawal stands. */
    static void withdrawn(Turn turn, Offer offer, Code reason) {
        if (offer.intended().isPresent()) {
            turn.happens(new DecisionOvertaken(turn.id(), offer.number(), Decision.ANSWER, WITHDRAWN_FIRST));
            Settling.ended(turn, offer, Decision.ANSWER);
        }
        turn.happens(new OfferWithdrawn(turn.id(), offer.number(), turn.now(), reason));
        Settling.ended(turn, offer, Decision.WITHDRAWAL);
        turn.released(turn.response(offer.number()), reason);
        Offering.placeWhenNobodyIsAsked(turn);
    }

    /** All is over: no offer stays open, and whoever may not know yet is told. */
    static void withdrawAll(Turn turn, Code reason) {
        List<Offer> open = turn.talks().offers().values().stream()
                .filter(o -> o.isLive() || o.withdrawing().isPresent())
                .toList();
        for (Offer offer : open) {
            boolean known = offer.arbiter() == Arbiter.RECORD;
            withdrawn(turn, offer, known ? reason : UNCONFIRMED);
            if (!known) {
                tell(turn, offer);
            }
        }
    }

    /** The sender owes the other party a word that it is over. */
    static void tell(Turn turn, Offer offer) {
        turn.oweAgain(Opening.of(
                turn.key(Kinds.TELL, "offer-" + offer.number()),
                turn.parent(),
                offer.sender(),
                offer.to(),
                turn.practice().due(turn.practice().terms().confirmWithin(), turn.now()),
                turn.practice().route()));
    }
}
