package care.baton.note;

import care.baton.evidence.Event;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What may happen to a note. */
public sealed interface NoteEvent extends Event {

    /**
     * Which change the note is about.
     *
     * @return the change
     */
    Code change();

    /**
     * A version was written.
     *
     * @param change which change
     * @param run the run that it serves
     * @param version from 1
     * @param note what it says
     */
    record NoteWritten(Code change, Code run, int version, CoordinationNote note) implements NoteEvent {
        /** Checks that nothing is absent. */
        public NoteWritten {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(note, "note");
        }
    }

    /**
     * A version was said to be ready.
     *
     * @param change which change
     * @param version which version
     * @param reviewed whether it is reviewed before anybody is told
     */
    record NoteReleased(Code change, int version, boolean reviewed) implements NoteEvent {
        /** Checks that nothing is absent. */
        public NoteReleased {
            Objects.requireNonNull(change, "change");
        }
    }

    /**
     * A version was reviewed and may be told.
     *
     * @param change which change
     * @param version which version
     * @param remark in words
     */
    record NoteReviewed(Code change, int version, Sensitive remark) implements NoteEvent {
        /** Checks that nothing is absent. */
        public NoteReviewed {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(remark, "remark");
        }
    }

    /**
     * A recipient was told.
     *
     * @param change which change
     * @param version in which version
     * @param recipient who was told
     * @param channel how
     * @param items what they were shown, by name
     * @param checked what was looked at before
     * @param again why once more; empty the first time
     */
    record UpdateSent(
            Code change,
            int version,
            Holder recipient,
            Channel channel,
            List<Code> items,
            Optional<Checked> checked,
            Optional<Code> again)
            implements NoteEvent {
        /** Copies the names. */
        public UpdateSent {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(checked, "checked");
            Objects.requireNonNull(again, "again");
            items = Copy.of(items, "items");
        }
    }

    /**
     * What came of telling somebody was written down.
     *
     * @param change which change
     * @param version the version that they were told last
     * @param recipient who was told
     * @param outcome what came of it
     */
    record FollowUpRecorded(Code change, int version, Holder recipient, Stated outcome) implements NoteEvent {
        /** Checks that nothing is absent. */
        public FollowUpRecorded {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /**
     * Two recipients hold what does not fit together.
     *
     * @param change which change
     * @param number 1 for the first of the note, one more for each
     * @param item about which piece of information
     * @param one who was told the one thing
     * @param other who was told the other
     */
    record ContradictionFound(Code change, int number, Code item, Holder one, Holder other) implements NoteEvent {
        /** Checks that nothing is absent. */
        public ContradictionFound {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(one, "one");
            Objects.requireNonNull(other, "other");
        }
    }

    /**
     * A contradiction is there no longer.
     *
     * @param change which change
     * @param number which contradiction
     * @param reason how it was settled
     */
    record ContradictionSettled(Code change, int number, Code reason) implements NoteEvent {
        /** Checks that nothing is absent. */
        public ContradictionSettled {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The note was closed.
     *
     * @param change which change
     * @param untold who needed to know and was not told
     * @param reason why it was closed all the same
     */
    record NoteClosed(Code change, List<Holder> untold, Optional<Code> reason) implements NoteEvent {
        /** Copies the list. */
        public NoteClosed {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(reason, "reason");
            untold = Copy.of(untold, "untold");
        }
    }
}
