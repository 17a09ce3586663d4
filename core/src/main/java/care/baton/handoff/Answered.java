package care.baton.handoff;

import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.outcome.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How one offer stands after a word of either side. */
final class Answered {

    private Answered() {}

    static ImmutableOffer.Builder with(ImmutableOffer.Builder next, Offer before, AnswerGiven given) {
        next.intended(Optional.empty());
        Answer answer = given.answer();
        if (answer instanceof Answer.RequestClarification asked) {
            int round = before.rounds() + 1;
            List<Code> items =
                    asked.questions().stream().map(Question::item).sorted().toList();
            return next.rounds(round).state(new OfferState.Clarifying(round, items));
        }
        if (answer instanceof Answer.AcceptWithConditions proposed) {
            return next.state(new OfferState.Proposed(proposed.conditions(), false, List.of()));
        }
        if (answer instanceof Answer.Decline declined) {
            return next.withdrawing(Optional.empty()).state(new OfferState.Declined(given.at(), declined.reason()));
        }
        boolean counts = given.moves() || before.kind() == OfferKind.INVITATION;
        return counts ? next.state(new OfferState.Accepted(given.at())) : next;
    }

    static ImmutableOffer.Builder clarified(ImmutableOffer.Builder next, Offer before, Code item) {
        List<Code> known = new ArrayList<>(before.clarified());
        if (!known.contains(item)) {
            known.add(item);
        }
        next.clarified(known.stream().sorted().toList());
        if (before.state() instanceof OfferState.Clarifying c) {
            List<Code> open = c.open().stream().filter(i -> !i.equals(item)).toList();
            next.state(open.isEmpty() ? new OfferState.Awaiting() : new OfferState.Clarifying(c.round(), open));
        }
        return next;
    }

    static ImmutableOffer.Builder agreed(ImmutableOffer.Builder next, Offer before) {
        return before.state() instanceof OfferState.Proposed p
                ? next.state(new OfferState.Proposed(p.conditions(), true, p.met()))
                : next;
    }

    static ImmutableOffer.Builder met(ImmutableOffer.Builder next, Offer before, int condition) {
        if (!(before.state() instanceof OfferState.Proposed p)) {
            return next;
        }
        List<Integer> met = new ArrayList<>(p.met());
        if (!met.contains(condition)) {
            met.add(condition);
        }
        return next.state(new OfferState.Proposed(
                p.conditions(), p.agreed(), met.stream().sorted().toList()));
    }
}
