package care.baton.note;

import care.baton.evidence.Event;
import care.baton.outcome.Code;
import java.util.Objects;
import java.util.Optional;

/** What may happen to the contacts of a record. */
public sealed interface ContactEvent extends Event {

    /**
     * A contact was written down.
     *
     * @param number 1 for the first on the record, one more for each
     * @param contact the contact
     */
    record ContactRecorded(int number, Contact contact) implements ContactEvent {
        /** Checks that nothing is absent. */
        public ContactRecorded {
            Objects.requireNonNull(contact, "contact");
        }
    }

    /**
     * It was said what a contact was worth.
     *
     * @param number which contact
     * @param worth what it was worth
     * @param rule the rule that says so; empty where a person does
     * @param reason why
     */
    record ContactClassified(int number, Worth worth, Optional<Code> rule, Code reason) implements ContactEvent {
        /** Checks that nothing is absent. */
        public ContactClassified {
            Objects.requireNonNull(worth, "worth");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A contact was never made, or is none of this person's.
     *
     * @param number which contact
     * @param reason why
     */
    record ContactMarkedInError(int number, Code reason) implements ContactEvent {
        /** Checks that nothing is absent. */
        public ContactMarkedInError {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
