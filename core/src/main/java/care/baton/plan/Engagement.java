package care.baton.plan;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.time.Horizon;
import java.time.LocalDate;
import java.util.Objects;

/** Evidence that the person or the family took part: a decision that was shared, or what was taught and taught back. */
public sealed interface Engagement {

    /**
     * When it was.
     *
     * @return the date, in the service's zone
     */
    LocalDate on();

    /**
     * Who took part on the person's side: themselves, or one of the family.
     *
     * @return who
     */
    Holder person();

    /**
     * A decision that was taken together, and which stated priority it serves.
     *
     * @param on when it was, in the service's zone
     * @param person who took part on the person's side
     * @param topic what was decided
     * @param decision how
     * @param priority what comes first for the person, or what they would rather, that it serves: a preference of the plan
     *     that is no constraint
     * @param words in words
     */
    record SharedDecision(LocalDate on, Holder person, Code topic, Code decision, Code priority, Sensitive words)
            implements Engagement {
        /**
         * Checks that nothing is absent.
         *
         * @throws IllegalArgumentException if the date lies outside the {@link Horizon}
         */
        public SharedDecision {
            Horizon.check(on, "on");
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(decision, "decision");
            Objects.requireNonNull(priority, "priority");
            Objects.requireNonNull(words, "words");
        }
    }

    /**
     * What was taught, and said again in the person's own words.
     *
     * @param on when it was, in the service's zone
     * @param person who was taught
     * @param topic what about
     * @param understood whether what they said back was right
     * @param words what they said back
     */
    record TeachBack(LocalDate on, Holder person, Code topic, boolean understood, Sensitive words)
            implements Engagement {
        /**
         * Checks that nothing is absent.
         *
         * @throws IllegalArgumentException if the date lies outside the {@link Horizon}
         */
        public TeachBack {
            Horizon.check(on, "on");
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(words, "words");
        }
    }
}
