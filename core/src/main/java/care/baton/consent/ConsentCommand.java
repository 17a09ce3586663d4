package care.baton.consent;

import care.baton.outcome.Code;
import java.util.Objects;
import java.util.Optional;

/** What somebody can ask about sharing. Who asks, and when, goes beside it in the {@code Act}. */
public sealed interface ConsentCommand {

    /**
     * Write down what was decided. A yes, and whatever takes the place of an earlier decision, is written down by the
     * person, by somebody of the person's own house who decides for them, by whoever keeps the record, and by the role
     * that records on what runs; a no that takes the place of none, by anybody who takes part.
     * Refuses with VALUE_MALFORMED, DUE_IN_THE_PAST, CONSENT_UNKNOWN, ROLE_NOT_PERMITTED.
     *
     * @param consent the decision
     * @param replaces the number of an earlier decision that it takes the place of
     */
    record RecordConsent(Consent consent, Optional<Integer> replaces) implements ConsentCommand {
        /** Checks that nothing is absent. */
        public RecordConsent {
            Objects.requireNonNull(consent, "consent");
            Objects.requireNonNull(replaces, "replaces");
        }

        /**
         * A decision that takes the place of none.
         *
         * @param consent the decision
         */
        public RecordConsent(Consent consent) {
            this(consent, Optional.empty());
        }
    }

    /**
     * Take a consent back. It means nothing from when it was said, or else from now on.
     * Refuses with CONSENT_UNKNOWN, STEP_NOT_OPEN.
     *
     * @param number which consent
     * @param reason why
     */
    record RevokeConsent(int number, Code reason) implements ConsentCommand {
        /** Checks that nothing is absent. */
        public RevokeConsent {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Say that a decision is none of this person's, or was never made.
     * Refuses with CONSENT_UNKNOWN, ROLE_NOT_PERMITTED.
     *
     * @param number which decision
     * @param reason why
     */
    record MarkConsentInError(int number, Code reason) implements ConsentCommand {
        /** Checks that nothing is absent. */
        public MarkConsentInError {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Mark something on the record as especially protected. Refuses with nothing of its own.
     *
     * @param item which, such as a field
     * @param label by what
     */
    record LabelInformation(Code item, Sensitivity label) implements ConsentCommand {
        /** Checks that nothing is absent. */
        public LabelInformation {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(label, "label");
        }

        /** The item only. */
        @Override
        public String toString() {
            return "LabelInformation[" + item + "]";
        }
    }

    /**
     * Say that something is not protected by this. Refuses with LABEL_NOT_SET, ROLE_NOT_PERMITTED.
     *
     * @param item which
     * @param label by what
     * @param reason why
     */
    record RemoveLabel(Code item, Sensitivity label, Code reason) implements ConsentCommand {
        /** Checks that nothing is absent. */
        public RemoveLabel {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(reason, "reason");
        }

        /** The item only. */
        @Override
        public String toString() {
            return "RemoveLabel[" + item + "]";
        }
    }
}
