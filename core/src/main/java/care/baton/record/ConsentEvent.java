package care.baton.record;

import care.baton.consent.Consent;
import care.baton.consent.Sensitivity;
import care.baton.evidence.Event;
import care.baton.outcome.Code;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What may happen to what the person allows to be shared. */
public sealed interface ConsentEvent extends Event {

    /**
     * A decision was written down.
     *
     * @param number 1 for the first on the record, one more for each
     * @param consent what was decided
     * @param replaces the decision that it takes the place of from then on
     */
    record ConsentRecorded(int number, Consent consent, Optional<Integer> replaces) implements ConsentEvent {
        /** Checks that nothing is absent. */
        public ConsentRecorded {
            Objects.requireNonNull(consent, "consent");
            Objects.requireNonNull(replaces, "replaces");
        }
    }

    /**
     * A consent was taken back.
     *
     * @param number which
     * @param at since when it means nothing, by the host's clock: when it was said, never after it was recorded
     * @param reason why
     */
    record ConsentRevoked(int number, Instant at, Code reason) implements ConsentEvent {
        /** Checks that nothing is absent. */
        public ConsentRevoked {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A decision was none of this person's, or was never made.
     *
     * @param number which
     * @param reason why
     */
    record ConsentMarkedInError(int number, Code reason) implements ConsentEvent {
        /** Checks that nothing is absent. */
        public ConsentMarkedInError {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Something was marked as especially protected.
     *
     * @param item which
     * @param label by what
     */
    record InformationLabelled(Code item, Sensitivity label) implements ConsentEvent {
        /** Checks that nothing is absent. */
        public InformationLabelled {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(label, "label");
        }

        /** The item only. */
        @Override
        public String toString() {
            return "InformationLabelled[" + item + "]";
        }
    }

    /**
     * Something is not protected by this.
     *
     * @param item which
     * @param label by what
     * @param reason why
     */
    record LabelRemoved(Code item, Sensitivity label, Code reason) implements ConsentEvent {
        /** Checks that nothing is absent. */
        public LabelRemoved {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(reason, "reason");
        }

        /** The item only. */
        @Override
        public String toString() {
            return "LabelRemoved[" + item + "]";
        }
    }
}
