package care.baton.handoff;

import care.baton.evidence.Canonical;
import care.baton.handoff.HandoffCommand.AnswerOffer;
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
    private static final Code DECLINED_FIRST = Code.of("declined-first");
    private static final Code ACCEPTED = Code.of("accepted");

    private Answering() {}

    static void answer(Turn turn, AnswerOffer command) {
        Optional<Offer> found = turn.talks().offers().get(command.offer());
        if (found.isEmpty()) {
            unknown(turn, command);
            return;
        }
        Offer offer = found.get();
        if (!turn.isBy(offer.to(), "answer") && turn.isOutside(offer.to())) {
            return;
        }
        if (!offer.isLive()) {
            if (!turn.isRefused()) {
                setAside(turn, command, OFFER_ENDED);
            }
            return;
        }
        if (!offer.asked().equals(command.asked())) {
            turn.refuse(Reason.CONTENT_CHANGED, "answer/asked");
        }
        if (offer.intended().isPresent()) {
            turn.refuse(Reason.DECISION_PENDING, "answer");
        }
        AnswerRules.check(turn, offer, command.answer());
        if (!turn.isRefused()) {
            give(turn, offer, command.answer());
        }
    }

    /** Only somebody who has been asked something here can be mistaken about which offer it was. */
    private static void unknown(Turn turn, AnswerOffer command) {
        boolean asked = turn.talks().offers().values().stream().anyMatch(o -> o.to().sameRole(turn.speaker()));
        if (asked) {
            setAside(turn, command, OFFER_UNKNOWN);
        } else {
            turn.refuse(Reason.OFFER_UNKNOWN, "answer");
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

    private static void give(Turn turn, Offer offer, Answer answer) {
        boolean relayed = turn.act().relayed().isPresent();
        boolean onlyNoted =
                answer instanceof Answer.Accept && offer.kind() == OfferKind.FIRM && !moves(turn, offer, relayed);
        if (offer.arbiter() == Arbiter.SERVER && !onlyNoted) {
            turn.happens(new AnswerIntended(turn.id(), offer.number(), answer, turn.speaker(), relayed));
            Settling.awaits(turn, offer, Decision.ANSWER, turn.speaker());
        } else {
            settle(turn, offer, answer, turn.speaker(), relayed);
        }
    }

    private static boolean moves(Turn turn, Offer offer, boolean relayed) {
        return offer.kind() == OfferKind.FIRM
                && (!relayed || turn.practice().terms().relayedMoves());
    }

    /** The answer stands. */
    static void settle(Turn turn, Offer offer, Answer answer, Holder by, boolean relayed) {
        boolean moves = moves(turn, offer, relayed);
        if (offer.kind() == OfferKind.FIRM && answer instanceof Answer.Accept && moves) {
            overtakesWithdrawal(turn, offer, ACCEPTED_FIRST);
        } else if (answer instanceof Answer.Decline) {
            overtakesWithdrawal(turn, offer, DECLINED_FIRST);
        }
        turn.happens(new AnswerGiven(
                turn.id(), offer.number(), answer, by, turn.now(), isLate(turn, offer), relayed, moves));
        if (answer instanceof Answer.RequestClarification asked) {
            Clarifying.ask(turn, offer, asked);
        } else if (answer instanceof Answer.AcceptWithConditions proposed) {
            Agreeing.propose(turn, offer, proposed);
        } else if (answer instanceof Answer.Decline) {
            turn.done(turn.response(offer.number()));
            declined(turn, offer);
        } else if (moves) {
            turn.done(turn.response(offer.number()));
            accepted(turn, offer, by);
        } else if (offer.kind() == OfferKind.INVITATION) {
            turn.done(turn.response(offer.number()));
            Offering.placeWhenNobodyIsAsked(turn);
        }
    }

    private static void overtakesWithdrawal(Turn turn, Offer offer, Code reason) {
        if (offer.withdrawing().isPresent()) {
            turn.happens(new DecisionOvertaken(turn.id(), offer.number(), Decision.WITHDRAWAL, reason));
            Settling.ended(turn, offer, Decision.WITHDRAWAL);
        }
    }

    /** Late by its own clock: one that stands still is as late as it was when it stopped. */
    private static boolean isLate(Turn turn, Offer offer) {
        return turn.owed()
                .get(turn.response(offer.number()))
                .filter(o -> !o.due().isAfter(o.suspendedAt().orElse(turn.now())))
                .isPresent();
    }

    private static void declined(Turn turn, Offer offer) {
        if (offer.kind() == OfferKind.FIRM) {
            Offering.place(turn, turn.openAction().map(Obligation::holder).orElse(offer.sender()));
        } else {
            Offering.placeWhenNobodyIsAsked(turn);
        }
    }

    private static void accepted(Turn turn, Offer offer, Holder by) {
        turn.passes(turn.action(), by, ACCEPTED);
        Offering.withdrawRest(turn, offer.to());
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
