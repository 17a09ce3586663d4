package care.baton.pathway;

import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.time.DueRule;
import care.baton.time.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How handoffs go on a pathway: by when each side owes its next word, and what happens when it does
 * not come.
 *
 * @param respondWithin by when an offer is answered, where no agreement says so
 * @param clarifyWithin by when a question is answered by the sender
 * @param agreeWithin by when proposed conditions are agreed or refused by the sender
 * @param confirmWithin by when a hand-over is confirmed, or an answer that was sent is seen to be stored
 * @param least what the receiver has left at least, when a clock that stood still goes on
 * @param rounds the clarification round that escalates, from 1
 * @param ladder who hears when a word is late: a ladder of the pathway
 * @param updates how often the receiver reports while it holds the action
 * @param relayedMoves whether an answer by telephone or fax, written down by somebody else, moves
 *     ownership
 * @param urgentLook who looks at an urgent referral, and how often, until it is decided
 * @param jointLatest how long before an urgent start its decisions must all have been taken
 * @param reasons the coded reasons that a decline may give; at least one
 * @param finishWithin by when the action is finished that was asked for without a word on it, from when its answer is
 *     due; absent: by when the receiver's first report would be due, counted from there
 * @param unconfirmedAfter when what is done, and another house has not confirmed it, closes as unconfirmed, from when
 *     it was done; absent: it waits for the sender's word for as long as it takes. Whoever keeps the record never closes
 *     one by keeping silent itself
 * @param attached what must go with an offer, by what is asked
 */
@Built
@Value.Builder
public record HandoffTerms(
        DueRule respondWithin,
        DueRule clarifyWithin,
        DueRule agreeWithin,
        DueRule confirmWithin,
        Duration least,
        int rounds,
        Code ladder,
        DueRule updates,
        boolean relayedMoves,
        Optional<UrgentLook> urgentLook,
        Duration jointLatest,
        List<Code> reasons,
        Optional<DueRule> finishWithin,
        Optional<DueRule> unconfirmedAfter,
        List<Attachment> attached) {

    /**
     * The same, with nothing said on when an action is finished, nothing that closes unconfirmed, and nothing that must
     * go with an offer.
     *
     * @param respondWithin by when an offer is answered
     * @param clarifyWithin by when a question is answered
     * @param agreeWithin by when proposed conditions are agreed or refused
     * @param confirmWithin by when a hand-over is confirmed
     * @param least what the receiver has left at least
     * @param rounds the clarification round that escalates
     * @param ladder who hears when a word is late
     * @param updates how often the receiver reports
     * @param relayedMoves whether a relayed answer moves ownership
     * @param urgentLook who looks at an urgent referral
     * @param jointLatest how long before an urgent start its decisions must all have been taken
     * @param reasons the coded reasons that a decline may give
     * @throws IllegalArgumentException if a duration is negative, rounds is below 1, or no reason is listed
     */
    public HandoffTerms(
            DueRule respondWithin,
            DueRule clarifyWithin,
            DueRule agreeWithin,
            DueRule confirmWithin,
            Duration least,
            int rounds,
            Code ladder,
            DueRule updates,
            boolean relayedMoves,
            Optional<UrgentLook> urgentLook,
            Duration jointLatest,
            List<Code> reasons) {
        this(
                respondWithin,
                clarifyWithin,
                agreeWithin,
                confirmWithin,
                least,
                rounds,
                ladder,
                updates,
                relayedMoves,
                urgentLook,
                jointLatest,
                reasons,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /**
     * Who looks at an urgent referral, and how often, until it is decided.
     *
     * @param role who looks
     * @param each how often
     */
    public record UrgentLook(Code role, DueRule each) {
        /** Checks that nothing is absent. */
        public UrgentLook {
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(each, "each");
        }
    }

    /**
     * The same, with nothing that closes unconfirmed: for what the house confirms that keeps the record.
     *
     * @return the terms
     */
    public HandoffTerms alwaysConfirmed() {
        return new HandoffTerms(
                respondWithin,
                clarifyWithin,
                agreeWithin,
                confirmWithin,
                least,
                rounds,
                ladder,
                updates,
                relayedMoves,
                urgentLook,
                jointLatest,
                reasons,
                finishWithin,
                Optional.empty(),
                attached);
    }

    /**
     * By when a decision must be taken that an urgent start waits for: by its own deadline, or by the joint latest
     * time before the start when that comes first. When that time has passed already, by the start itself.
     *
     * @param due its own deadline
     * @param start when the urgent start is asked for, by the host's clock
     * @param now the host's clock
     * @return the earlier instant
     */
    public Instant decideBy(Instant due, Instant start, Instant now) {
        boolean ahead = Duration.between(now, start).compareTo(jointLatest) > 0;
        Instant latest = ahead ? start.minus(jointLatest) : start;
        return latest.isAfter(now) && latest.isBefore(due) ? latest : due;
    }

    /**
     * Checks the numbers and copies the reasons.
     *
     * @throws IllegalArgumentException if a duration is negative or longer than 3,653 days, rounds is below 1, no reason is
     *     listed, or what goes with one ask is said twice
     */
    public HandoffTerms {
        Objects.requireNonNull(respondWithin, "respondWithin");
        Objects.requireNonNull(clarifyWithin, "clarifyWithin");
        Objects.requireNonNull(agreeWithin, "agreeWithin");
        Objects.requireNonNull(confirmWithin, "confirmWithin");
        Objects.requireNonNull(ladder, "ladder");
        Objects.requireNonNull(updates, "updates");
        Objects.requireNonNull(urgentLook, "urgentLook");
        Objects.requireNonNull(finishWithin, "finishWithin");
        Objects.requireNonNull(unconfirmedAfter, "unconfirmedAfter");
        reasons = Copy.of(reasons, "reasons");
        attached = Copy.of(attached, "attached");
        if (attached.stream().map(Attachment::ask).distinct().count() != attached.size()) {
            throw new IllegalArgumentException("attached: each ask once");
        }
        Horizon.checkOffset(least, "least");
        Horizon.checkOffset(jointLatest, "jointLatest");
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds: from 1");
        }
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("reasons: at least one");
        }
    }

    /**
     * The terms, one by one.
     *
     * @return a builder that asks for each in turn
     */
    public static HandoffTermsBuilderStages.BuildStart builder() {
        return HandoffTermsBuilderStages.start();
    }
}
