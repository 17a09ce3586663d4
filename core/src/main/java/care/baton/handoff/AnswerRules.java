package care.baton.handoff;

import care.baton.outcome.Code;
import care.baton.outcome.Near;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import java.util.List;

/** What must hold before an answer can be given, as the offer stands. Everything that is missing is named. */
final class AnswerRules {

    private AnswerRules() {}

    static void check(Turn turn, Offer offer, Answer answer) {
        if (answer instanceof Answer.Accept accept) {
            acceptance(turn, offer, accept);
        } else if (answer instanceof Answer.AcceptWithConditions proposed) {
            proposal(turn, offer, proposed);
        } else if (answer instanceof Answer.RequestClarification asked) {
            clarification(turn, offer, asked);
        } else if (answer instanceof Answer.Decline declined
                && !turn.practice().terms().reasons().contains(declined.reason())) {
            List<Code> near = Near.to(declined.reason(), turn.practice().terms().reasons());
            turn.refuse(Refusal.of(Reason.REASON_NOT_LISTED, "answer/reason").instead(near));
        }
    }

    private static void acceptance(Turn turn, Offer offer, Answer.Accept accept) {
        if (offer.content().filter(Ipass.class::isInstance).isPresent()
                && offer.arbiter() == Arbiter.RECORD
                && accept.synthesis().isNone()) {
            turn.refuse(Reason.FIELD_MISSING, "answer/synthesis", offer.to().role());
        }
        if (!(offer.state() instanceof OfferState.Proposed proposed)) {
            return;
        }
        if (!proposed.agreed()) {
            turn.refuse(Reason.CONDITIONS_NOT_AGREED, "answer", offer.sender().role());
        }
        for (int open : proposed.openPreconditions()) {
            Code role = proposed.conditions().get(open - 1).holder().role();
            turn.refuse(Reason.CONDITION_NOT_MET, "answer/conditions/" + open, role);
        }
    }

    private static void proposal(Turn turn, Offer offer, Answer.AcceptWithConditions proposed) {
        if (offer.state() instanceof OfferState.Clarifying) {
            turn.refuse(Reason.CLARIFICATION_OPEN, "answer", offer.sender().role());
        }
        for (int n = 1; n <= proposed.conditions().size(); n++) {
            if (!proposed.conditions().get(n - 1).due().isAfter(turn.now())) {
                turn.refuse(Reason.DUE_IN_THE_PAST, "answer/conditions/" + n + "/due");
            }
        }
    }

    private static void clarification(Turn turn, Offer offer, Answer.RequestClarification asked) {
        if (!(offer.state() instanceof OfferState.Awaiting)) {
            turn.refuse(Reason.CLARIFICATION_NOT_NOW, "answer");
        }
        for (Question question : asked.questions()) {
            if (offer.clarified().contains(question.item())
                    && question.falling().isNone()) {
                turn.refuse(Reason.ITEM_ALREADY_ANSWERED, "answer/questions/" + question.item());
            }
        }
    }
}
