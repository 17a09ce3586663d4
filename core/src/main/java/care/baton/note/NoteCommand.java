package care.baton.note;

import care.baton.outcome.Code;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.util.Objects;
import java.util.Optional;

/** What somebody can ask about a note. Who asks, and when, goes beside it in the {@code Act}. */
public sealed interface NoteCommand {

    /**
     * Write a note, or the next version of it. The first is written by anybody who takes part; the next, and its release
     * and its end, are said by the role that wrote the first or by whoever keeps the record. Refuses with NOTE_OF_ANOTHER_RUN, ROLE_NOT_PERMITTED.
     *
     * @param run the run that it serves
     * @param note what it says
     */
    record WriteNote(Code run, CoordinationNote note) implements NoteCommand {
        /** Checks that nothing is absent. */
        public WriteNote {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(note, "note");
        }
    }

    /**
     * Say that a version is ready to be told. Refuses with CONTENT_CHANGED, STEP_NOT_OPEN, ROLE_NOT_PERMITTED,
     * FIELD_MISSING, DUE_IN_THE_PAST.
     *
     * @param version the newest version
     */
    record ReleaseNote(int version) implements NoteCommand {}

    /**
     * Say that a version was reviewed and may be told. What is asked for is that the reviewing role has looked: whoever
     * has it may review what they wrote themselves. Refuses with CONTENT_CHANGED, STEP_NOT_OPEN, ROLE_NOT_PERMITTED.
     *
     * @param version the version that was released
     * @param remark in words
     */
    record ReviewNote(int version, Sensitive remark) implements NoteCommand {
        /** Checks that nothing is absent. */
        public ReviewNote {
            Objects.requireNonNull(remark, "remark");
        }
    }

    /**
     * Write down that one recipient was told, by whoever tells them for the note. Once for each version; of the next version
     * they are told as of a correction. Somebody of the person's family is told
     * for {@link care.baton.consent.Purpose#FAMILY}, anybody else for care coordination. Refuses with CONTENT_CHANGED, STEP_NOT_OPEN, RECIPIENT_UNKNOWN,
     * ROLE_NOT_PERMITTED, REVIEW_MISSING, FIELD_MISSING, UPDATE_ALREADY_SENT, VALUE_MALFORMED, CONSENT_MISSING,
     * CONSENT_ENDED, SHARING_REFUSED, SHARING_NOT_AGREED, NOT_FOR_AUDIENCE.
     *
     * @param version the version that was released
     * @param recipient who was told
     * @param channel how
     * @param checked what was looked at before; needed where the person or the family is told, and to suit what
     *     the person has said of themself
     * @param again why they were told the same once more; empty the first time
     */
    record SendUpdate(int version, Holder recipient, Channel channel, Optional<Checked> checked, Optional<Code> again)
            implements NoteCommand {
        /** Checks that nothing is absent. */
        public SendUpdate {
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(checked, "checked");
            Objects.requireNonNull(again, "again");
        }
    }

    /**
     * Write down what came of telling somebody: by them, by whoever owes it or tells them, or by whoever keeps the
     * record. Refuses with NOT_OPEN, ROLE_NOT_PERMITTED.
     *
     * @param recipient who was told
     * @param outcome what came of it
     */
    record RecordFollowUp(Holder recipient, Stated outcome) implements NoteCommand {
        /** Checks that nothing is absent. */
        public RecordFollowUp {
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /**
     * Say that two recipients were told what does not fit together. Refuses with RECIPIENT_UNKNOWN, VALUE_MALFORMED.
     *
     * @param item about which piece of information
     * @param one who was told the one thing
     * @param other who was told the other
     */
    record NameContradiction(Code item, Holder one, Holder other) implements NoteCommand {
        /** Checks that nothing is absent. */
        public NameContradiction {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(one, "one");
            Objects.requireNonNull(other, "other");
        }
    }

    /**
     * Say that a contradiction is settled. Refuses with NOT_OPEN, ROLE_NOT_PERMITTED.
     *
     * @param number which contradiction
     * @param reason how
     */
    record SettleContradiction(int number, Code reason) implements NoteCommand {
        /** Checks that nothing is absent. */
        public SettleContradiction {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Say that all is told and followed up. Refuses with ROLE_NOT_PERMITTED, STEP_NOT_OPEN, FIELD_MISSING,
     * STATEMENTS_CONTRADICT, RECIPIENT_NOT_TOLD.
     *
     * @param untold why it closes although somebody was not told; empty when everybody was
     */
    record CloseNote(Optional<Code> untold) implements NoteCommand {
        /** Checks that nothing is absent. */
        public CloseNote {
            Objects.requireNonNull(untold, "untold");
        }
    }
}
