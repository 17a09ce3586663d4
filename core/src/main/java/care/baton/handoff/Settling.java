package care.baton.handoff;

import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.OvertakeDecision;
import care.baton.handoff.HandoffEvent.AnswerIntended;
import care.baton.handoff.HandoffEvent.DecisionOvertaken;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.Opening;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import java.util.Optional;

/** What the arbiter says about a decision that was only intended: it is stored, or something came first. */
final class Settling {

    private Settling() {}

    /** Whoever decided owes it to see that the arbiter stores it. */
    static void awaits(Turn turn, Offer offer, Decision decision, Holder decider) {
        Holder other = decision == Decision.ANSWER ? offer.sender() : offer.to();
        turn.oweAgain(Opening.of(
                key(turn, offer, decision),
                Optional.of(turn.action()),
                decider,
                other,
                turn.practice().due(turn.practice().terms().confirmWithin(), turn.now()),
                turn.practice().routeFor(decider, turn.now())));
    }

    /** The arbiter has spoken about it. */
    static void ended(Turn turn, Offer offer, Decision decision) {
        Key key = key(turn, offer, decision);
        turn.ours(Kinds.CONFIRMATION).stream()
                .map(Obligation::key)
                .filter(k -> k.subject().equals(key.subject()))
                .forEach(turn::done);
    }

    private static Key key(Turn turn, Offer offer, Decision decision) {
        String which = decision == Decision.ANSWER ? "answer" : "withdrawal";
        return turn.key(Kinds.CONFIRMATION, "offer-" + offer.number() + "-" + which);
    }

    static void confirm(Turn turn, ConfirmDecision command) {
        Optional<Offer> found = pending(turn, command.offer());
        if (found.isEmpty()) {
            return;
        }
        Offer offer = found.get();
        Optional<AnswerIntended> answer = offer.intended();
        if (meant(turn, offer) == Decision.ANSWER && answer.isPresent()) {
            AnswerIntended intended = answer.get();
            ended(turn, offer, Decision.ANSWER);
            Answering.settle(turn, offer, intended.answer(), intended.by(), intended.relayed());
        } else {
            offer.withdrawing().ifPresent(reason -> Withdrawing.withdrawn(turn, offer, reason));
        }
    }

    static void overtake(Turn turn, OvertakeDecision command) {
        pending(turn, command.offer()).ifPresent(offer -> {
            Decision decision = meant(turn, offer);
            turn.happens(new DecisionOvertaken(turn.id(), offer.number(), decision, command.reason()));
            ended(turn, offer, decision);
        });
    }

    private static Optional<Offer> pending(Turn turn, int number) {
        Optional<Offer> found = turn.talks()
                .offers()
                .get(number)
                .filter(o -> o.intended().isPresent() || o.withdrawing().isPresent());
        if (found.isEmpty()) {
            turn.refuse(Reason.NOTHING_PENDING, "offer");
            return Optional.empty();
        }
        return turn.isByEither(found.get(), "offer") ? found : Optional.empty();
    }

    /** When both sides have decided, each speaks of its own decision. */
    private static Decision meant(Turn turn, Offer offer) {
        if (offer.intended().isEmpty()) {
            return Decision.WITHDRAWAL;
        }
        if (offer.withdrawing().isEmpty()) {
            return Decision.ANSWER;
        }
        boolean oneOrganization =
                offer.sender().organization().equals(offer.to().organization());
        boolean senders = oneOrganization ? turn.speaker().sameRole(offer.sender()) : !turn.isOutside(offer.sender());
        return senders ? Decision.WITHDRAWAL : Decision.ANSWER;
    }
}
