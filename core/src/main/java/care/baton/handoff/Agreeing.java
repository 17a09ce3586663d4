package care.baton.handoff;

import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.MeetCondition;
import care.baton.handoff.HandoffEvent.ConditionMet;
import care.baton.handoff.HandoffEvent.ConditionsAgreed;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.Opening;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Conditions of an acceptance: the sender owes a word on them, each precondition is owed by whoever
 * sees to it, and the receiver's clock waits for what others owe.
 */
final class Agreeing {

    private static final Code PROPOSED_ANEW = Code.of("proposed-anew");

    private Agreeing() {}

    static void propose(Turn turn, Offer offer, Answer.AcceptWithConditions proposed) {
        Key response = turn.response(offer.number());
        List<Obligation> former = Stream.of(Kinds.AGREE, Kinds.MEET)
                .flatMap(kind -> of(turn, kind, offer.number()))
                .toList();
        Key agree = again(turn, turn.key(Kinds.AGREE, "offer-" + offer.number()));
        turn.owe(Opening.of(
                agree,
                Optional.of(response),
                offer.sender(),
                offer.to(),
                turn.practice().due(turn.practice().terms().agreeWithin(), turn.now()),
                turn.practice().routeFor(offer.sender(), turn.now())));
        turn.waitsFor(response, agree);
        List<Condition> conditions = proposed.conditions();
        for (int n = 1; n <= conditions.size(); n++) {
            if (conditions.get(n - 1).kind() == Condition.Kind.PRECONDITION) {
                Opening meet = opening(turn, offer, n, conditions.get(n - 1), Kinds.MEET, response);
                turn.owe(meet);
                turn.waitsFor(response, meet.key());
            }
        }
        former.forEach(o -> turn.released(o.key(), PROPOSED_ANEW));
    }

    static Stream<Obligation> of(Turn turn, Code kind, int offer) {
        String subject = "offer-" + offer;
        return turn.ours(kind).stream()
                .filter(o ->
                        o.key().subject().equals(subject) || o.key().subject().startsWith(subject + "-"));
    }

    static Opening opening(Turn turn, Offer offer, int number, Condition condition, Code kind, Key parent) {
        Holder owedTo = condition.holder().sameRole(offer.to()) ? offer.sender() : offer.to();
        return Opening.of(
                again(turn, turn.key(kind, "offer-" + offer.number() + "-condition-" + number)),
                Optional.of(parent),
                condition.holder(),
                owedTo,
                condition.due(),
                turn.practice().routeFor(condition.holder(), turn.now()));
    }

    static Key again(Turn turn, Key first) {
        Key key = first;
        while (turn.owed().get(key).isPresent()) {
            key = key.again();
        }
        return key;
    }

    static void agree(Turn turn, AgreeConditions command) {
        Optional<Offer> found = turn.talks().offers().get(command.offer());
        if (found.isEmpty()) {
            turn.refuse(Reason.OFFER_UNKNOWN, "offer");
            return;
        }
        Offer offer = found.get();
        if (!turn.isBy(offer.sender(), "offer") && turn.isOutside(offer.sender())) {
            return;
        }
        if (AsRead.isUnagreed(turn, offer) && command.terms().isEmpty()) {
            agreed(turn, offer);
        } else if (!(offer.state() instanceof OfferState.Proposed proposed) || proposed.agreed()) {
            turn.refuse(Reason.NOTHING_PROPOSED, "offer");
        } else if (command.terms().filter(t -> !t.equals(proposed.terms())).isPresent()) {
            turn.refuse(Reason.CONTENT_CHANGED, "offer/terms");
        } else if (!turn.isRefused()) {
            agreed(turn, offer);
        }
    }

    private static void agreed(Turn turn, Offer offer) {
        if (!turn.isRefused()) {
            turn.happens(new ConditionsAgreed(turn.id(), offer.number()));
            of(turn, Kinds.AGREE, offer.number()).forEach(o -> turn.done(o.key()));
        }
    }

    /** A precondition before the acceptance, a limitation after it. */
    static void meet(Turn turn, MeetCondition command) {
        String path = "conditions/" + command.condition();
        String subject = "offer-" + command.offer() + "-condition-" + command.condition();
        List<Obligation> owed = Stream.of(Kinds.MEET, Kinds.FOLLOW_UP)
                .flatMap(kind -> turn.ours(kind).stream())
                .filter(o -> o.key().subject().equals(subject))
                .toList();
        if (owed.isEmpty()) {
            turn.refuse(Reason.CONDITION_UNKNOWN, path);
        } else if (turn.isBy(owed.get(0).holder(), path)) {
            turn.happens(new ConditionMet(turn.id(), command.offer(), command.condition()));
            owed.forEach(o -> turn.done(o.key()));
        }
    }
}
