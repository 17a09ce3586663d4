package care.baton.handoff;

import care.baton.handoff.HandoffCommand.NameDiscrepancy;
import care.baton.handoff.HandoffEvent.DiscrepancyNamed;
import care.baton.obligation.Obligation;
import care.baton.obligation.Opening;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import java.util.Optional;

/** What the arbiter stores and what does not fit: whoever read it owes it to look, and others hear when that is late. */
final class Discrepancies {

    private Discrepancies() {}

    static void name(Turn turn, NameDiscrepancy command) {
        Optional<Offer> found = turn.talks().offers().get(command.offer());
        if (found.isEmpty()) {
            turn.refuse(Reason.OFFER_UNKNOWN, "offer");
            return;
        }
        Offer offer = found.get();
        String subject = "offer-" + offer.number() + "-" + command.what();
        if (offer.arbiter() != Arbiter.SERVER
                || turn.ours(Kinds.LOOK_INTO).stream()
                        .anyMatch(o -> o.key().subject().equals(subject))) {
            turn.refuse(Reason.STEP_NOT_OPEN, "discrepancy/" + command.what());
        }
        if (turn.isByEither(offer, "offer") && !turn.isRefused()) {
            turn.happens(new DiscrepancyNamed(turn.id(), offer.number(), command.what()));
            Holder looks = looks(turn, offer);
            turn.oweAgain(Opening.of(
                    turn.key(Kinds.LOOK_INTO, subject),
                    turn.parent(),
                    looks,
                    looks,
                    turn.practice().due(turn.practice().terms().confirmWithin(), turn.now()),
                    turn.practice().route()));
        }
    }

    /** What somebody of the speaker's own organization has still to look into before it begins. */
    static Optional<Obligation> unseen(Turn turn) {
        return turn.ours(Kinds.LOOK_INTO).stream()
                .filter(look -> !turn.isOutside(look.holder()))
                .findFirst();
    }

    private static Holder looks(Turn turn, Offer offer) {
        boolean sends = !turn.isOutside(offer.sender()) && !turn.speaker().sameRole(offer.to());
        return sends ? offer.sender() : offer.to();
    }
}
