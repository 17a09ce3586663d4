package care.baton.handoff;

import care.baton.evidence.Canonical;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.OvertakeDecision;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.AnswerIntended;
import care.baton.handoff.HandoffEvent.AnswerSetAside;
import care.baton.handoff.HandoffEvent.DecisionOvertaken;
import care.baton.obligation.Obligation;
import care.baton.obligation.Opening;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Digest;
import care.baton.party.Holder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The receiver's turn: one of four answers, settled by the arbiter. */
final class Answering {

    private static final Code OFFER_ENDED = Code.of("offer-ended");
    private static final Code OFFER_UNKNOWN = Code.of("offer-unknown");
    private static final Code ACCEPTED_FIRST = Code.of("accepted-first");
    private static final Code ACCEPTED = Code.of("accepted");

    private Answering() {}

    static void answer(Turn turn, AnswerOffer command) {
        Optional<Offer> found = turn.talks().offers().get(command.offer());
        if (found.isEmpty() || !found.get().isLive()) {
            setAside(turn, command, found.isEmpty() ? OFFER_UNKNOWN : OFFER_ENDED);
            return;
        }
        Offer offer = found.get();
        if (!turn.isBy(offer.to(), "answer")) {
            return;
        }
        if (!offer.asked().equals(command.asked())) {
            turn.refuse(Reason.CONTENT_CHANGED, "answer/asked");
        }
        if (offer.intended().isPresent()) {
            turn.refuse(Reason.DECISION_PENDING, "answer");
        }
        AnswerRules.check(turn, offer, command.answer());
        if (turn.isRefused()) {
            return;
        }
        boolean relayed = turn.act().relayed().isPresent();
        if (offer.arbiter() == Arbiter.SERVER) {
            turn.happens(new AnswerIntended(turn.id(), offer.number(), command.answer(), turn.speaker(), relayed));
        } else {
            settle(turn, offer, command.answer(), turn.speaker(), relayed);
        }
    }

    private static void setAside(Turn turn, AnswerOffer command, Code reason) {
        Digest copy = Digest.of(
                Integer.toString(command.offer()).getBytes(StandardCharsets.US_ASCII),
                Canonical.fingerprint((Record) command.answer()).bytes());
        if (!turn.talks().setAside().has(copy)) {
            turn.happens(new AnswerSetAside(turn.id(), command.offer(), copy, reason));
        }
    }

    /** The arbiter has stored what was intended. */
    static void confirm(Turn turn, ConfirmDecision command) {
        Optional<Offer> found = turn.talks().offers().get(command.offer());
        Optional<AnswerIntended> answer = found.flatMap(Offer::intended);
        if (answer.isPresent()) {
            AnswerIntended intended = answer.get();
            settle(turn, found.get(), intended.answer(), intended.by(), intended.relayed());
        } else if (found.flatMap(Offer::withdrawing).isPresent()) {
            Offering.withdrawn(turn, found.get(), found.get().withdrawing().get());
        } else {
            turn.refuse(Reason.NOTHING_PENDING, "offer");
        }
    }

    /** The arbiter has stored something else first. */
    static void overtake(Turn turn, OvertakeDecision command) {
        Optional<Offer> found = turn.talks().offers().get(command.offer());
        boolean pending = found.flatMap(Offer::intended).isPresent()
                || found.flatMap(Offer::withdrawing).isPresent();
        if (pending) {
            turn.happens(new DecisionOvertaken(turn.id(), command.offer(), command.reason()));
        } else {
            turn.refuse(Reason.NOTHING_PENDING, "offer");
        }
    }

    /** The answer stands. */
    private static void settle(Turn turn, Offer offer, Answer answer, Holder by, boolean relayed) {
        boolean moves = offer.kind() == OfferKind.FIRM
                && (!relayed || turn.practice().terms().relayedMoves());
        Optional<Obligation> response = turn.owed().get(turn.response(offer.number()));
        boolean late =
                response.map(o -> o.raised() > 0 || o.isOverdue(turn.now())).orElse(false);
        if (answer instanceof Answer.Accept && offer.withdrawing().isPresent()) {
            turn.happens(new DecisionOvertaken(turn.id(), offer.number(), ACCEPTED_FIRST));
        }
        turn.happens(new AnswerGiven(turn.id(), offer.number(), answer, by, turn.now(), late, relayed, moves));
        if (answer instanceof Answer.RequestClarification asked) {
            Clarifying.ask(turn, offer, asked);
        } else if (answer instanceof Answer.AcceptWithConditions proposed) {
            Agreeing.propose(turn, offer, proposed);
        } else if (moves || offer.kind() == OfferKind.INVITATION) {
            turn.done(turn.response(offer.number()));
            if (answer instanceof Answer.Accept && moves) {
                accepted(turn, offer, by);
            } else if (answer instanceof Answer.Decline && offer.kind() == OfferKind.FIRM) {
                Offering.place(turn, offer.sender());
            }
        }
    }

    private static void accepted(Turn turn, Offer offer, Holder by) {
        turn.passes(turn.action(), by, ACCEPTED);
        turn.oweAgain(Opening.of(
                        turn.key(Kinds.UPDATE, "offer-" + offer.number()),
                        Optional.of(turn.action()),
                        by,
                        offer.sender(),
                        turn.practice().due(turn.practice().terms().updates(), turn.now()),
                        turn.practice().routeFor(by, turn.now()))
                .recurring(turn.practice().terms().updates()));
        List<Condition> conditions = offer.state() instanceof OfferState.Proposed p ? p.conditions() : List.of();
        for (int n = 1; n <= conditions.size(); n++) {
            Condition condition = conditions.get(n - 1);
            if (condition.kind() == Condition.Kind.LIMITATION) {
                turn.owe(Agreeing.opening(turn, offer, n, condition, Kinds.FOLLOW_UP, turn.action()));
            }
        }
    }
}
