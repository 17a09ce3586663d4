package care.baton.handoff;

import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffEvent.ClarificationGiven;
import care.baton.obligation.Key;
import care.baton.obligation.Level;
import care.baton.obligation.Opening;
import care.baton.obligation.Route;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import java.util.Optional;

/** Questions and their answers: each question is owed by the sender, and the receiver's clock waits. */
final class Clarifying {

    private Clarifying() {}

    static void ask(Turn turn, Offer offer, Answer.RequestClarification asked) {
        int round = offer.rounds() + 1;
        Key response = turn.response(offer.number());
        for (Question question : asked.questions()) {
            Key key = key(turn, offer, round, question.item());
            turn.owe(Opening.of(
                    key,
                    Optional.of(response),
                    offer.sender(),
                    offer.to(),
                    turn.practice().due(turn.practice().terms().clarifyWithin(), turn.now()),
                    turn.practice().routeFor(offer.sender(), turn.now())));
            turn.waitsFor(response, key);
        }
        if (round >= turn.practice().terms().rounds()) {
            hearOfManyRounds(turn, offer, round, response);
        }
    }

    private static void hearOfManyRounds(Turn turn, Offer offer, int round, Key response) {
        Route route = turn.practice().route();
        Optional<Level> first = route.levels().stream().findFirst();
        turn.owe(Opening.of(
                turn.key(Kinds.MANY_ROUNDS, "offer-" + offer.number() + "-round-" + round),
                Optional.of(response),
                first.map(Level::to).orElse(offer.sender()),
                offer.sender(),
                turn.practice().due(first.map(Level::within).orElse(route.repeat()), turn.now()),
                Route.reminder(route.repeat())));
    }

    static void reply(Turn turn, AnswerClarification command) {
        Optional<Offer> found = turn.talks().offers().get(command.offer());
        if (found.isEmpty()) {
            turn.refuse(Reason.OFFER_UNKNOWN, "offer");
            return;
        }
        Offer offer = found.get();
        if (!turn.isBy(offer.sender(), "clarification") && turn.isOutside(offer.sender())) {
            return;
        }
        if (!(offer.state() instanceof OfferState.Clarifying asked)
                || !asked.open().contains(command.item())) {
            turn.refuse(Reason.ITEM_NOT_ASKED, "clarification/" + command.item());
        } else if (!turn.isRefused()) {
            turn.happens(new ClarificationGiven(
                    turn.id(), offer.number(), command.item(), command.reply(), command.notAvailable()));
            turn.done(key(turn, offer, asked.round(), command.item()));
        }
    }

    private static Key key(Turn turn, Offer offer, int round, Code item) {
        return turn.key(Kinds.CLARIFICATION, "offer-" + offer.number() + "-round-" + round + "-" + item);
    }
}
