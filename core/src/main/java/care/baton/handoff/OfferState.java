package care.baton.handoff;

import care.baton.evidence.Canonical;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** How an offer stands. Each holds only what exists then. */
public sealed interface OfferState {

    /** No answer yet. */
    record Awaiting() implements OfferState {}

    /**
     * The receiver must know something first.
     *
     * @param round which round, from 1
     * @param open the items not yet answered
     */
    record Clarifying(int round, List<Code> open) implements OfferState {
        /** Copies the items. */
        public Clarifying {
            open = Copy.of(open, "open");
        }
    }

    /**
     * The receiver would accept on conditions.
     *
     * @param conditions the conditions
     * @param agreed whether the sender has agreed
     * @param met the numbers, from 1, of the preconditions that are met
     */
    record Proposed(List<Condition> conditions, boolean agreed, List<Integer> met) implements OfferState {
        /** Copies the lists. */
        public Proposed {
            conditions = Copy.of(conditions, "conditions");
            met = Copy.of(met, "met");
        }

        /**
         * The fingerprint of the conditions: an agreement that names it cannot mean others.
         *
         * @return changes when anything in the conditions changes
         */
        public Digest terms() {
            return Canonical.fingerprint(new Answer.AcceptWithConditions(conditions));
        }

        /**
         * Whether the final acceptance may be given.
         *
         * @return true once the sender has agreed and every precondition is met
         */
        public boolean isReady() {
            return agreed && openPreconditions().isEmpty();
        }

        /**
         * The preconditions that are not met.
         *
         * @return their numbers, from 1
         */
        public List<Integer> openPreconditions() {
            return IntStream.rangeClosed(1, conditions.size())
                    .filter(n -> conditions.get(n - 1).kind() == Condition.Kind.PRECONDITION && !met.contains(n))
                    .boxed()
                    .toList();
        }
    }

    /**
     * Accepted. Of an invitation: a bid, which moves nothing.
     *
     * @param at when, by the host's clock
     */
    record Accepted(Instant at) implements OfferState {
        /** Checks that nothing is absent. */
        public Accepted {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * Declined.
     *
     * @param at when, by the host's clock
     * @param reason why
     */
    record Declined(Instant at, Code reason) implements OfferState {
        /** Checks that nothing is absent. */
        public Declined {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Taken back by the sender before it was accepted.
     *
     * @param at when, by the host's clock
     * @param reason why
     */
    record Withdrawn(Instant at, Code reason) implements OfferState {
        /** Checks that nothing is absent. */
        public Withdrawn {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
