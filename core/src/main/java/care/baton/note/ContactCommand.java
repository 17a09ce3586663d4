package care.baton.note;

import care.baton.outcome.Code;
import java.util.Objects;
import java.util.Optional;

/** What somebody can ask about contacts. Who asks, and when, goes beside it in the {@code Act}. */
public sealed interface ContactCommand {

    /**
     * Write down a contact. When it was stands in the act: when it occurred, else when whoever relays it says that it was
     * said, else when it is recorded. Said by anybody who takes part. Refuses with FIELD_MISSING, IN_THE_FUTURE,
     * NOTE_UNKNOWN, DUE_IN_THE_PAST.
     *
     * @param contact the contact
     */
    record RecordContact(Contact contact) implements ContactCommand {
        /** Checks that nothing is absent. */
        public RecordContact {
            Objects.requireNonNull(contact, "contact");
        }
    }

    /**
     * Say what a contact was worth; again, to say otherwise. Refuses with CONTACT_UNKNOWN.
     *
     * @param number which contact
     * @param worth what it was worth
     * @param rule the rule that says so; empty where the person says so who acts
     * @param reason why
     */
    record ClassifyContact(int number, Worth worth, Optional<Code> rule, Code reason) implements ContactCommand {
        /** Checks that nothing is absent. */
        public ClassifyContact {
            Objects.requireNonNull(worth, "worth");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Say that a contact was never made, or is none of this person's. Refuses with CONTACT_UNKNOWN, ROLE_NOT_PERMITTED.
     *
     * @param number which contact
     * @param reason why
     */
    record MarkContactInError(int number, Code reason) implements ContactCommand {
        /** Checks that nothing is absent. */
        public MarkContactInError {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
