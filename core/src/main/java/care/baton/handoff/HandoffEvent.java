package care.baton.handoff;

import care.baton.evidence.Event;
import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Digest;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What may happen to a handoff. Every instant is the host's clock. */
public sealed interface HandoffEvent extends Event {

    /**
     * Which handoff.
     *
     * @return its identifier
     */
    HandoffId handoff();

    /**
     * An offer was made.
     *
     * @param handoff which handoff
     * @param number which offer, from 1
     * @param kind whether an acceptance binds
     * @param from who offers
     * @param to to whom
     * @param ask what is asked
     * @param asked the fingerprint of what is asked
     * @param content what the sender tells the receiver
     * @param arbiter where it is settled whose decision came first
     */
    record OfferMade(
            HandoffId handoff,
            int number,
            OfferKind kind,
            Holder from,
            Holder to,
            Ask ask,
            Digest asked,
            Optional<Content> content,
            Arbiter arbiter)
            implements HandoffEvent {
        /** Checks that nothing is absent. */
        public OfferMade {
            Objects.requireNonNull(handoff, "handoff");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(ask, "ask");
            Objects.requireNonNull(asked, "asked");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(arbiter, "arbiter");
        }
    }

    /**
     * An answer was decided and is on its way to the arbiter. It changes nothing yet.
     *
     * @param handoff which handoff
     * @param number which offer
     * @param answer the answer
     * @param by whose answer it is
     * @param relayed whether somebody else wrote it down
     */
    record AnswerIntended(HandoffId handoff, int number, Answer answer, Holder by, boolean relayed)
            implements HandoffEvent {
        /** Checks that nothing is absent. */
        public AnswerIntended {
            Objects.requireNonNull(handoff, "handoff");
            Objects.requireNonNull(answer, "answer");
            Objects.requireNonNull(by, "by");
        }
    }

    /**
     * An answer was given and stands.
     *
     * @param handoff which handoff
     * @param number which offer
     * @param answer the answer
     * @param by whose answer it is
     * @param at when
     * @param late whether it came after it was due
     * @param relayed whether somebody else wrote it down
     * @param moves whether it can move ownership: not a bid, and not relayed where the definition asks for more
     */
    record AnswerGiven(
            HandoffId handoff,
            int number,
            Answer answer,
            Holder by,
            Instant at,
            boolean late,
            boolean relayed,
            boolean moves)
            implements HandoffEvent {
        /** Checks that nothing is absent. */
        public AnswerGiven {
            Objects.requireNonNull(handoff, "handoff");
            Objects.requireNonNull(answer, "answer");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }

        /**
         * How firmly the answer is known: less so when somebody else wrote it down.
         *
         * @return the grade
         */
        public Grade grade() {
            return relayed ? Grade.RELAYED : Grade.CONFIRMED;
        }
    }

    /**
     * An answer came that no longer fits: it changes nothing.
     *
     * @param handoff which handoff
     * @param number the offer that it named
     * @param answer the fingerprint of the answer
     * @param reason why it does not fit
     */
    record AnswerSetAside(HandoffId handoff, int number, Digest answer, Code reason) implements HandoffEvent {
        /** Checks that nothing is absent. */
        public AnswerSetAside {
            Objects.requireNonNull(handoff, "handoff");
            Objects.requireNonNull(answer, "answer");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * What was intended was overtaken: the arbiter has stored something else first.
     *
     * @param handoff which handoff
     * @param number which offer
     * @param decision which of the two it was
     * @param reason what came first
     */
    record DecisionOvertaken(HandoffId handoff, int number, Decision decision, Code reason) implements HandoffEvent {
        /** Checks that nothing is absent. */
        public DecisionOvertaken {
            Objects.requireNonNull(handoff, "handoff");
            Objects.requireNonNull(decision, "decision");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * One question was answered, or marked not available.
     *
     * @param handoff which handoff
     * @param number which offer
     * @param item the field or topic
     * @param reply the answer; none when it is not available
     * @param notAvailable why it is not available
     */
    record ClarificationGiven(HandoffId handoff, int number, Code item, Sensitive reply, Optional<Code> notAvailable)
            implements HandoffEvent {
        /** Checks that nothing is absent. */
        public ClarificationGiven {
            Objects.requireNonNull(handoff, "handoff");
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(reply, "reply");
            Objects.requireNonNull(notAvailable, "notAvailable");
        }
    }

    /**
     * The sender agreed to the proposed conditions.
     *
     * @param handoff which handoff
     * @param number which offer
     */
    record ConditionsAgreed(HandoffId handoff, int number) implements HandoffEvent {
        /** Checks that nothing is absent. */
        public ConditionsAgreed {
            Objects.requireNonNull(handoff, "handoff");
        }
    }

    /**
     * A precondition was met.
     *
     * @param handoff which handoff
     * @param number which offer
     * @param condition which condition, from 1
     */
    record ConditionMet(HandoffId handoff, int number, int condition) implements HandoffEvent {
        /** Checks that nothing is absent. */
        public ConditionMet {
            Objects.requireNonNull(handoff, "handoff");
        }
    }

    /**
     * A withdrawal was decided and is on its way to the arbiter. The offer can still be accepted.
     *
     * @param handoff which handoff
     * @param number which offer
     * @param reason why
     */
    record WithdrawalIntended(HandoffId handoff, int number, Code reason) implements HandoffEvent {
        /** Checks that nothing is absent. */
        public WithdrawalIntended {
            Objects.requireNonNull(handoff, "handoff");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * An offer was withdrawn: it can no longer be answered.
     *
     * @param handoff which handoff
     * @param number which offer
     * @param at when
     * @param reason why
     */
    record OfferWithdrawn(HandoffId handoff, int number, Instant at, Code reason) implements HandoffEvent {
        /** Checks that nothing is absent. */
        public OfferWithdrawn {
            Objects.requireNonNull(handoff, "handoff");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * What was handed over took another turn.
     *
     * @param handoff which handoff
     * @param course where it stands from now on
     * @param at when
     * @param reason why, such as {@code started} or {@code capacity-lost}
     * @param output what came with it: the result of a completion, the note of a reopening
     * @param closesAt when it closes as unconfirmed unless somebody speaks before; only after a completion, and only
     *     where the definition says so
     */
    record CourseTaken(
            HandoffId handoff, Course course, Instant at, Code reason, List<Input> output, Optional<Instant> closesAt)
            implements HandoffEvent {
        /** Copies the output. */
        public CourseTaken {
            Objects.requireNonNull(handoff, "handoff");
            Objects.requireNonNull(course, "course");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(closesAt, "closesAt");
            output = Copy.of(output, "output");
        }

        /**
         * A turn after which nothing closes by itself.
         *
         * @param handoff which handoff
         * @param course where it stands from now on
         * @param at when
         * @param reason why
         * @param output what came with it
         */
        public CourseTaken(HandoffId handoff, Course course, Instant at, Code reason, List<Input> output) {
            this(handoff, course, at, reason, output, Optional.empty());
        }
    }

    /**
     * What the arbiter stores does not fit what is known here. It changes nothing by itself.
     *
     * @param handoff which handoff
     * @param number which offer
     * @param what what does not fit
     */
    record DiscrepancyNamed(HandoffId handoff, int number, Code what) implements HandoffEvent {
        /** Checks that nothing is absent. */
        public DiscrepancyNamed {
            Objects.requireNonNull(handoff, "handoff");
            Objects.requireNonNull(what, "what");
        }
    }

    /**
     * The two persons spoke to each other.
     *
     * @param handoff which handoff
     * @param giver who handed over
     * @param taker who took over
     * @param at when they spoke
     */
    record WarmHandoffHeld(HandoffId handoff, Holder giver, Holder taker, Instant at) implements HandoffEvent {
        /** Checks that nothing is absent. */
        public WarmHandoffHeld {
            Objects.requireNonNull(handoff, "handoff");
            Objects.requireNonNull(giver, "giver");
            Objects.requireNonNull(taker, "taker");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * The holder reported how it goes.
     *
     * @param handoff which handoff
     * @param by who reported
     * @param at when
     * @param note how it goes
     */
    record ProgressReported(HandoffId handoff, Holder by, Instant at, Sensitive note) implements HandoffEvent {
        /** Checks that nothing is absent. */
        public ProgressReported {
            Objects.requireNonNull(handoff, "handoff");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(note, "note");
        }
    }
}
