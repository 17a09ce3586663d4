package care.baton.handoff;

import care.baton.handoff.HandoffCommand.ReadAnswer;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.obligation.Obligation;
import care.baton.obligation.Opening;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the arbiter stores counts, whatever was still open between the two: an acceptance moves it, and what was not
 * agreed is owed at once; a refusal ends the offer, whatever its reason.
 */
final class AsRead {

    private static final Code ACCEPTED_AS_IT_STANDS = Code.of("accepted-as-it-stands");

    private AsRead() {}

    static void answer(Turn turn, ReadAnswer command) {
        Optional<Offer> found = turn.talks().offers().get(command.offer());
        if (found.isEmpty()) {
            turn.refuse(Reason.OFFER_UNKNOWN, "offer");
            return;
        }
        Offer offer = found.get();
        if (!turn.isBy(offer.to(), "offer")) {
            return;
        }
        if (offer.arbiter() != Arbiter.SERVER || offer.kind() != OfferKind.FIRM) {
            turn.refuse(Reason.STEP_NOT_OPEN, "offer");
        } else if (!offer.isLive()) {
            turn.refuse(Reason.OFFER_ALREADY_ENDED, "offer");
        } else {
            Settling.ended(turn, offer, Decision.ANSWER);
            settle(turn, offer, command);
        }
    }

    private static void settle(Turn turn, Offer offer, ReadAnswer command) {
        boolean news = !command.terms().isEmpty()
                && !(offer.state() instanceof OfferState.Proposed p
                        && p.conditions().equals(command.terms()));
        if (news) {
            Answer beside = new Answer.AcceptWithConditions(command.terms());
            turn.happens(new AnswerGiven(
                    turn.id(), offer.number(), beside, turn.speaker(), turn.now(), false, false, false));
        }
        Offer now = turn.talks().offers().get(offer.number()).orElseThrow();
        if (command.answer() instanceof Answer.Accept) {
            Stream.of(Kinds.AGREE, Kinds.MEET)
                    .flatMap(kind -> Agreeing.of(turn, kind, offer.number()))
                    .map(Obligation::key)
                    .toList()
                    .forEach(key -> turn.released(key, ACCEPTED_AS_IT_STANDS));
        }
        Answering.settle(turn, now, command.answer(), turn.speaker(), false);
        if (command.answer() instanceof Answer.Accept && now.state() instanceof OfferState.Proposed proposed) {
            left(turn, now, proposed);
        }
    }

    /** What was not met is followed up by whoever sees to it; what was not agreed, the sender says a word on. */
    private static void left(Turn turn, Offer offer, OfferState.Proposed proposed) {
        List<Condition> conditions = proposed.conditions();
        for (int open : proposed.openPreconditions()) {
            turn.owe(Agreeing.opening(turn, offer, open, conditions.get(open - 1), Kinds.FOLLOW_UP, turn.action()));
        }
        if (!proposed.agreed()) {
            turn.owe(Opening.of(
                    Agreeing.again(turn, turn.key(Kinds.AGREE, "offer-" + offer.number())),
                    Optional.of(turn.action()),
                    offer.sender(),
                    offer.to(),
                    turn.practice().due(turn.practice().terms().confirmWithin(), turn.now()),
                    turn.practice().routeFor(offer.sender(), turn.now())));
        }
    }

    /** Whether it was accepted with conditions on which the sender still owes a word. */
    static boolean isUnagreed(Turn turn, Offer offer) {
        return offer.state() instanceof OfferState.Accepted
                && Agreeing.of(turn, Kinds.AGREE, offer.number()).findAny().isPresent();
    }
}
