package care.baton.handoff;

import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.AnswerIntended;
import care.baton.handoff.HandoffEvent.AnswerSetAside;
import care.baton.handoff.HandoffEvent.ClarificationGiven;
import care.baton.handoff.HandoffEvent.ConditionMet;
import care.baton.handoff.HandoffEvent.ConditionsAgreed;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.HandoffEvent.DecisionOvertaken;
import care.baton.handoff.HandoffEvent.OfferMade;
import care.baton.handoff.HandoffEvent.OfferWithdrawn;
import care.baton.handoff.HandoffEvent.WarmHandoffHeld;
import care.baton.handoff.HandoffEvent.WithdrawalIntended;
import care.baton.history.Index;
import care.baton.outcome.Code;
import care.baton.outcome.State;
import care.baton.party.Digest;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.immutables.value.Value;

/**
 * What the two parties have said to each other: the offers and how each stands, and where the handoff
 * as a whole stands. Who owes the next word is kept beside it, as obligations.
 */
@State
@Value.Immutable
public sealed interface Negotiation permits ImmutableNegotiation {

    /**
     * Which handoff.
     *
     * @return its identifier
     */
    HandoffId id();

    /**
     * Every offer, by number.
     *
     * @return the offers
     */
    Index<Integer, Offer> offers();

    /**
     * Where it stands.
     *
     * @return the course
     */
    Course course();

    /**
     * How often it has been taken up: 1, and one more each time it was reopened.
     *
     * @return from 1
     */
    int occurrence();

    /**
     * Whether the sender has confirmed what was done; what closed because nobody did so in time is not.
     *
     * @return true once it is confirmed, until it is taken up again
     */
    boolean confirmed();

    /**
     * What came back with the completion.
     *
     * @return the output; empty until then
     */
    List<Input> output();

    /**
     * When it closes as unconfirmed, unless somebody speaks before.
     *
     * @return the instant, by the host's clock; empty unless it is done and the definition says so
     */
    Optional<Instant> closesAt();

    /**
     * Answers that no longer fitted, by the fingerprint of offer and answer.
     *
     * @return why each was set aside
     */
    Index<Digest, Code> setAside();

    /**
     * The last time the two persons spoke.
     *
     * @return giver, taker and time, if they did
     */
    Optional<WarmHandoffHeld> warm();

    /**
     * Nothing has been offered yet.
     *
     * @param id which handoff
     * @return an empty negotiation
     */
    static Negotiation of(HandoffId id) {
        return ImmutableNegotiation.builder()
                .id(id)
                .offers(Index.empty())
                .course(Course.OFFERING)
                .occurrence(1)
                .confirmed(false)
                .setAside(Index.empty())
                .build();
    }

    /**
     * The newest offer.
     *
     * @return the offer with the highest number, if any
     */
    default Optional<Offer> current() {
        return offers().get(offers().size());
    }

    /**
     * The firm offer that can still be answered.
     *
     * @return at most one
     */
    default Optional<Offer> liveFirm() {
        return offers().values().stream()
                .filter(o -> o.isLive() && o.kind() == OfferKind.FIRM)
                .findFirst();
    }

    /**
     * The firm offer that was accepted and has not been taken back since.
     *
     * @return the offer under which the receiver holds it, if it does
     */
    default Optional<Offer> binding() {
        return taken().filter(offer -> course().isWithReceiver());
    }

    /**
     * The firm offer that was accepted last, whoever holds the work now.
     *
     * @return the offer, if one was ever accepted
     */
    default Optional<Offer> taken() {
        List<Offer> accepted = offers().values().stream()
                .filter(o -> o.kind() == OfferKind.FIRM && o.state() instanceof OfferState.Accepted)
                .toList();
        return accepted.isEmpty() ? Optional.empty() : Optional.of(accepted.get(accepted.size() - 1));
    }

    /**
     * Who hands it over.
     *
     * @return the sender of the newest offer, if there is one
     */
    default Optional<Holder> sender() {
        return current().map(Offer::sender);
    }

    /**
     * The negotiation after one more event.
     *
     * @param event what happened
     * @return the negotiation then
     */
    default Negotiation evolve(HandoffEvent event) {
        ImmutableNegotiation.Builder next = ImmutableNegotiation.builder().from(this);
        if (event instanceof OfferMade e) {
            return next.offers(offers().with(e.number(), offer(e))).build();
        }
        if (event instanceof CourseTaken e) {
            boolean again = course().isEnded() && !e.course().isEnded();
            return next.course(e.course())
                    .confirmed(e.course() == Course.CLOSED && !e.reason().equals(Unconfirmed.UNCONFIRMED))
                    .closesAt(e.closesAt())
                    .output(output(e))
                    .occurrence(again ? occurrence() + 1 : occurrence())
                    .build();
        }
        if (event instanceof AnswerSetAside e) {
            return next.setAside(setAside().with(e.answer(), e.reason())).build();
        }
        if (event instanceof WarmHandoffHeld e) {
            return next.warm(e).build();
        }
        if (event instanceof AnswerGiven e && isBinding(e)) {
            next.course(Course.HELD);
        }
        return changed(next, event);
    }

    /** What came back stays until it is refused; the sender's taking in adds nothing to it. */
    private List<Input> output(CourseTaken e) {
        boolean kept = e.course().isEnded()
                || (e.course() == Course.VALIDATING && e.output().isEmpty());
        boolean said = e.course() == Course.DONE || e.course() == Course.VALIDATING;
        return kept ? output() : said ? e.output() : List.of();
    }

    private boolean isBinding(AnswerGiven e) {
        return e.answer() instanceof Answer.Accept && e.moves();
    }

    private Negotiation changed(ImmutableNegotiation.Builder next, HandoffEvent event) {
        if (event instanceof AnswerIntended e) {
            return put(next, e.number(), (o, b) -> b.intended(e));
        }
        if (event instanceof WithdrawalIntended e) {
            return put(next, e.number(), (o, b) -> b.withdrawing(e.reason()));
        }
        if (event instanceof DecisionOvertaken e) {
            return put(
                    next,
                    e.number(),
                    (o, b) -> e.decision() == Decision.ANSWER
                            ? b.intended(Optional.empty())
                            : b.withdrawing(Optional.empty()));
        }
        if (event instanceof OfferWithdrawn e) {
            return put(
                    next,
                    e.number(),
                    (o, b) -> b.state(new OfferState.Withdrawn(e.at(), e.reason()))
                            .intended(Optional.empty())
                            .withdrawing(Optional.empty()));
        }
        if (event instanceof AnswerGiven e) {
            return put(next, e.number(), (o, b) -> Answered.with(b, o, e));
        }
        if (event instanceof ClarificationGiven e) {
            return put(next, e.number(), (o, b) -> Answered.clarified(b, o, e.item()));
        }
        if (event instanceof ConditionsAgreed e) {
            return put(next, e.number(), (o, b) -> Answered.agreed(b, o));
        }
        if (event instanceof ConditionMet e) {
            return put(next, e.number(), (o, b) -> Answered.met(b, o, e.condition()));
        }
        return next.build();
    }

    private Negotiation put(
            ImmutableNegotiation.Builder next,
            int number,
            BiFunction<Offer, ImmutableOffer.Builder, ImmutableOffer.Builder> how) {
        return offers().get(number)
                .<Negotiation>map(o -> next.offers(offers().with(
                                        number,
                                        how.apply(o, ImmutableOffer.builder().from(o))
                                                .build()))
                        .build())
                .orElse(this);
    }

    private static Offer offer(OfferMade e) {
        return ImmutableOffer.builder()
                .number(e.number())
                .kind(e.kind())
                .sender(e.from())
                .to(e.to())
                .ask(e.ask())
                .asked(e.asked())
                .content(e.content())
                .arbiter(e.arbiter())
                .state(new OfferState.Awaiting())
                .rounds(0)
                .clarified(List.of())
                .build();
    }
}
