package care.baton.handoff;

import care.baton.outcome.Code;
import care.baton.outcome.State;
import care.baton.party.Digest;
import care.baton.party.Holder;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One offer of one handoff: to whom, what is asked, and how it stands. Changed content is a new offer,
 * never an edit.
 */
@State
@Value.Immutable
public sealed interface Offer permits ImmutableOffer {

    /**
     * Which offer of the handoff.
     *
     * @return from 1
     */
    int number();

    /**
     * Whether an acceptance binds.
     *
     * @return firm or invitation
     */
    OfferKind kind();

    /**
     * Who offers.
     *
     * @return the sender
     */
    Holder sender();

    /**
     * To whom it is addressed.
     *
     * @return the receiver
     */
    Holder to();

    /**
     * What is asked.
     *
     * @return the content that an answer refers to
     */
    Ask ask();

    /**
     * The fingerprint of what was asked when it was offered.
     *
     * @return the digest that an answer carries
     */
    Digest asked();

    /**
     * What the sender tells the receiver, in a structured form.
     *
     * @return the content, if any
     */
    Optional<Content> content();

    /**
     * Where it is settled whose decision came first.
     *
     * @return the record or a server
     */
    Arbiter arbiter();

    /**
     * How it stands.
     *
     * @return its state
     */
    OfferState state();

    /**
     * An answer of ours that is on its way to the arbiter.
     *
     * @return the answer and whose it is, until it is known to be stored or overtaken
     */
    Optional<HandoffEvent.AnswerIntended> intended();

    /**
     * A withdrawal of ours that is on its way to the arbiter.
     *
     * @return why, until it is known to be stored or overtaken
     */
    Optional<Code> withdrawing();

    /**
     * How many rounds of clarification there have been.
     *
     * @return from 0
     */
    int rounds();

    /**
     * The items that were asked about and answered, or marked not available, in any round.
     *
     * @return the items
     */
    List<Code> clarified();

    /**
     * Whether it can still be answered.
     *
     * @return true until it is accepted, declined or withdrawn
     */
    default boolean isLive() {
        return state() instanceof OfferState.Awaiting
                || state() instanceof OfferState.Clarifying
                || state() instanceof OfferState.Proposed;
    }
}
