package care.baton.disclosure;

import care.baton.handoff.Condition;
import care.baton.handoff.Course;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Shown;
import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What an audience sees of a handoff: each offer that it may see, and how that stands. Neither the number of an offer is
 * in it nor that of its rounds, which would count what is not shown; nor what was sent with an offer and what came back,
 * which the two parties have from each other.
 *
 * @param handoff which handoff; empty for others than the person and whoever keeps the record, unless they are a party
 * @param offers the offers, oldest first; at least one
 */
public record HandoffSeen(Optional<HandoffId> handoff, List<OfferSeen> offers) {

    /**
     * One offer.
     *
     * @param asked what is asked
     * @param words what is asked, in words; none where it may not be seen who the person is
     * @param from who offers it, and the person where that may be seen
     * @param to to whom, and the person where that may be seen
     * @param kind whether an acceptance binds
     * @param shown what the offer shows, the answer among it
     * @param reason why it was declined or withdrawn, where that may be seen
     * @param due by when it is to be answered, by the host's clock; empty once it is, and while a question waits
     * @param course how far that has come which was accepted by this offer; empty while nobody holds it by this offer
     * @param questions what the receiver asks and nobody has answered, as far as it may be seen, in order
     * @param conditions on what the receiver would accept, as far as it may be seen, in the order of the answer
     */
    @Built
    @Value.Builder
    public record OfferSeen(
            Code asked,
            Sensitive words,
            Holder from,
            Holder to,
            OfferKind kind,
            Shown shown,
            Optional<Code> reason,
            Optional<Instant> due,
            Optional<Course> course,
            List<Code> questions,
            List<ConditionSeen> conditions) {

        /** Copies the lists. */
        public OfferSeen {
            Objects.requireNonNull(asked, "asked");
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(shown, "shown");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(due, "due");
            Objects.requireNonNull(course, "course");
            questions = Copy.of(questions, "questions");
            conditions = Copy.of(conditions, "conditions");
        }

        /**
         * What is seen of an offer, part by part.
         *
         * @return a builder that asks for each in turn
         */
        public static OfferSeenBuilderStages.BuildStart builder() {
            return OfferSeenBuilderStages.start();
        }
    }

    /**
     * One condition that the receiver sets.
     *
     * @param kind whether it comes before the acceptance or goes along with it
     * @param holder who sees to it, and the person where that may be seen
     * @param due by when, by the host's clock
     * @param state how it stands
     * @param words what it says; none where it may not be seen who the person is
     */
    public record ConditionSeen(Condition.Kind kind, Holder holder, Instant due, State state, Sensitive words) {

        /** How a condition stands. */
        public enum State {
            /** The receiver asks for it. */
            PROPOSED,
            /** The sender has agreed to it. */
            AGREED,
            /** It is met. */
            MET
        }

        /** Checks that nothing is absent. */
        public ConditionSeen {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(holder, "holder");
            Objects.requireNonNull(due, "due");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(words, "words");
        }
    }

    /** Copies the offers. */
    public HandoffSeen {
        Objects.requireNonNull(handoff, "handoff");
        offers = Copy.of(offers, "offers");
    }
}
