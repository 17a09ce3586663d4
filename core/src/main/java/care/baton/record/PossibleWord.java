package care.baton.record;

import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffEvent;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.AnswerIntended;
import care.baton.handoff.HandoffEvent.ClarificationGiven;
import care.baton.handoff.HandoffEvent.ConditionMet;
import care.baton.handoff.HandoffEvent.ConditionsAgreed;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.HandoffEvent.DecisionOvertaken;
import care.baton.handoff.HandoffEvent.DiscrepancyNamed;
import care.baton.handoff.HandoffEvent.OfferMade;
import care.baton.handoff.HandoffEvent.OfferWithdrawn;
import care.baton.handoff.HandoffEvent.WarmHandoffHeld;
import care.baton.handoff.HandoffEvent.WithdrawalIntended;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferKind;
import care.baton.handoff.OfferState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which word of a handoff can follow on what has been said: nobody answers an offer that was not made. */
final class PossibleWord {

    private PossibleWord() {}

    static boolean after(Optional<Negotiation> talks, HandoffEvent event, Instant now) {
        if (event instanceof OfferMade e) {
            int made = talks.map(t -> t.offers().size()).orElse(0);
            boolean alone = e.kind() == OfferKind.INVITATION
                    || talks.flatMap(Negotiation::liveFirm).isEmpty();
            return e.number() == made + 1
                    && alone
                    && e.asked().equals(e.ask().digest())
                    && talks.map(Negotiation::course).orElse(Course.OFFERING) == Course.OFFERING;
        }
        return talks.filter(t -> follows(t, event, now)).isPresent();
    }

    private static boolean follows(Negotiation talks, HandoffEvent event, Instant now) {
        if (event instanceof CourseTaken e) {
            return (turns(talks.course()).contains(e.course()) || isTakenBackUnasked(talks, e)) && !e.at().isAfter(now);
        }
        if (event instanceof WarmHandoffHeld e) {
            return !e.at().isAfter(now);
        }
        return number(event)
                .map(number -> talks.offers()
                        .get(number)
                        .filter(o -> concerns(o, event, now))
                        .isPresent())
                .orElse(true);
    }

    private static List<Course> turns(Course from) {
        return switch (from) {
            case OFFERING -> List.of(Course.RECORDED_IN_ERROR);
            case HELD -> List.of(Course.STARTED, Course.DONE, Course.GIVING_BACK, Course.RECORDED_IN_ERROR);
            case STARTED -> List.of(Course.DONE, Course.GIVING_BACK, Course.RECORDED_IN_ERROR);
            case GIVING_BACK -> List.of(Course.OFFERING, Course.RECORDED_IN_ERROR);
            case DONE ->
                List.of(Course.DONE, Course.VALIDATING, Course.CLOSED, Course.OFFERING, Course.RECORDED_IN_ERROR);
            case VALIDATING -> List.of(Course.VALIDATING, Course.CLOSED, Course.OFFERING, Course.RECORDED_IN_ERROR);
            case CLOSED -> List.of(Course.OFFERING, Course.RECORDED_IN_ERROR);
            case RECORDED_IN_ERROR -> List.of();
        };
    }

    /** What a server stores counts: that nobody holds it there any more gives it back to the sender, asked or not. */
    private static boolean isTakenBackUnasked(Negotiation talks, CourseTaken event) {
        return event.course() == Course.OFFERING
                && (talks.course() == Course.HELD || talks.course() == Course.STARTED)
                && talks.binding()
                        .filter(offer -> offer.arbiter() == Arbiter.SERVER)
                        .isPresent();
    }

    /** The offer that an event speaks of; none where it may name one that never was, and changes nothing. */
    private static Optional<Integer> number(HandoffEvent event) {
        if (event instanceof AnswerIntended e) {
            return Optional.of(e.number());
        }
        if (event instanceof AnswerGiven e) {
            return Optional.of(e.number());
        }
        if (event instanceof DecisionOvertaken e) {
            return Optional.of(e.number());
        }
        if (event instanceof ClarificationGiven e) {
            return Optional.of(e.number());
        }
        if (event instanceof ConditionsAgreed e) {
            return Optional.of(e.number());
        }
        if (event instanceof ConditionMet e) {
            return Optional.of(e.number());
        }
        if (event instanceof WithdrawalIntended e) {
            return Optional.of(e.number());
        }
        if (event instanceof DiscrepancyNamed e) {
            return Optional.of(e.number());
        }
        return event instanceof OfferWithdrawn e ? Optional.of(e.number()) : Optional.empty();
    }

    private static boolean concerns(Offer offer, HandoffEvent event, Instant now) {
        if (event instanceof AnswerGiven e) {
            return offer.isLive()
                    && e.by().sameRole(offer.to())
                    && !e.at().isAfter(now)
                    && isReady(offer, e)
                    && (!e.moves() || offer.kind() == OfferKind.FIRM);
        }
        if (event instanceof AnswerIntended e) {
            return offer.isLive()
                    && e.by().sameRole(offer.to())
                    && offer.intended().isEmpty();
        }
        if (event instanceof DecisionOvertaken) {
            return offer.intended().isPresent() || offer.withdrawing().isPresent();
        }
        if (event instanceof ClarificationGiven e) {
            return offer.state() instanceof OfferState.Clarifying c && c.open().contains(e.item());
        }
        if (event instanceof ConditionsAgreed) {
            return offer.state() instanceof OfferState.Proposed p
                    ? !p.agreed()
                    : offer.state() instanceof OfferState.Accepted
                            && offer.arbiter() == Arbiter.SERVER
                            && offer.kind() == OfferKind.FIRM;
        }
        if (event instanceof ConditionMet e) {
            return offer.state() instanceof OfferState.Accepted
                    || (offer.state() instanceof OfferState.Proposed p
                            && p.openPreconditions().contains(e.condition()));
        }
        if (event instanceof DiscrepancyNamed) {
            return offer.arbiter() == Arbiter.SERVER;
        }
        return offer.isLive()
                || offer.kind() == OfferKind.INVITATION
                || offer.withdrawing().isPresent();
    }

    /** Nobody accepts before its conditions are settled; what a server stores counts whatever was open. */
    private static boolean isReady(Offer offer, AnswerGiven given) {
        return !(given.answer() instanceof Answer.Accept)
                || !(offer.state() instanceof OfferState.Proposed p)
                || p.isReady()
                || offer.arbiter() == Arbiter.SERVER;
    }
}
