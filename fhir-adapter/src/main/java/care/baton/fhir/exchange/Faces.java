package care.baton.fhir.exchange;

import care.baton.fhir.exchange.Face.Term;
import care.baton.fhir.partner.TaskStatus;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffEvent.AnswerIntended;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a Task should say for one side, for every state that an offer can be in. */
final class Faces {

    static final String AWAITING_INFORMATION = "Awaiting information";
    static final String INFORMATION_RECEIVED = "Information received, under review";
    static final String PROPOSED = "Proposed on conditions, not accepted";
    static final String ACCEPTED = "Accepted";
    static final String IN_PROGRESS = "In progress";
    static final String DONE = "Done, awaiting confirmation";
    static final String DECLINED = "Declined";
    static final String GIVEN_BACK = "Given back, held until taken back";
    static final String WITHDRAWN = "Withdrawn";

    private static final Code GIVE_BACK = Code.of("given-back");

    private Faces() {}

    /** What the receiver lets it say. */
    static Face receiver(Negotiation talks, Offer offer) {
        Optional<Answer> intended = offer.intended().map(AnswerIntended::answer);
        if (intended.isPresent()) {
            return intended(intended.get());
        }
        OfferState state = offer.state();
        if (state instanceof OfferState.Clarifying) {
            return Face.saying(AWAITING_INFORMATION);
        }
        if (state instanceof OfferState.Proposed proposed) {
            return Face.saying(PROPOSED).proposing(terms(proposed));
        }
        if (state instanceof OfferState.Declined declined) {
            return Face.of(TaskStatus.REJECTED, DECLINED).because(declined.reason());
        }
        if (state instanceof OfferState.Accepted) {
            return accepted(talks, offer);
        }
        return offer.rounds() > 0 && state instanceof OfferState.Awaiting
                ? Face.saying(INFORMATION_RECEIVED)
                : Face.silent();
    }

    private static Face intended(Answer answer) {
        if (answer instanceof Answer.Accept) {
            return Face.of(TaskStatus.ACCEPTED, ACCEPTED);
        }
        if (answer instanceof Answer.Decline declined) {
            return Face.of(TaskStatus.REJECTED, DECLINED).because(declined.reason());
        }
        if (answer instanceof Answer.AcceptWithConditions proposed) {
            return Face.saying(PROPOSED)
                    .proposing(proposed.conditions().stream()
                            .map(c -> new Term(c, false, false))
                            .toList());
        }
        return Face.saying(AWAITING_INFORMATION);
    }

    private static Face accepted(Negotiation talks, Offer offer) {
        if (!talks.binding().map(Offer::number).equals(Optional.of(offer.number()))) {
            return talks.course().isEnded()
                    ? Face.of(TaskStatus.COMPLETED, DONE).with(talks.output())
                    : Face.silent();
        }
        return switch (talks.course()) {
            case HELD -> Face.of(TaskStatus.ACCEPTED, ACCEPTED);
            case STARTED -> Face.of(TaskStatus.IN_PROGRESS, IN_PROGRESS);
            case DONE -> Face.of(TaskStatus.COMPLETED, DONE).with(talks.output());
            case GIVING_BACK -> Face.of(TaskStatus.FAILED, GIVEN_BACK).because(GIVE_BACK);
            case OFFERING, CLOSED, RECORDED_IN_ERROR -> Face.silent();
        };
    }

    /** What the sender lets it say after it was created. */
    static Face sender(Offer offer) {
        Optional<Code> why = offer.withdrawing();
        if (why.isEmpty() && offer.state() instanceof OfferState.Withdrawn w) {
            why = Optional.of(w.reason());
        }
        return why.map(r -> Face.of(TaskStatus.CANCELLED, WITHDRAWN).because(r)).orElse(Face.silent());
    }

    private static List<Term> terms(OfferState.Proposed proposed) {
        List<Condition> conditions = proposed.conditions();
        return IntStream.rangeClosed(1, conditions.size())
                .mapToObj(n -> new Term(
                        conditions.get(n - 1), proposed.agreed(), proposed.met().contains(n)))
                .toList();
    }
}
