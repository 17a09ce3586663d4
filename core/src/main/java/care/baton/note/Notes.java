package care.baton.note;

import care.baton.history.Index;
import care.baton.note.NoteEvent.ContradictionFound;
import care.baton.note.NoteEvent.ContradictionSettled;
import care.baton.note.NoteEvent.FollowUpRecorded;
import care.baton.note.NoteEvent.NoteClosed;
import care.baton.note.NoteEvent.NoteReleased;
import care.baton.note.NoteEvent.NoteReviewed;
import care.baton.note.NoteEvent.NoteWritten;
import care.baton.note.NoteEvent.UpdateSent;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The notes of one record: one for each change. They come only from what was recorded. */
public final class Notes {

    private static final Notes NONE = new Notes(Index.empty());

    private final Index<Code, Note> all;

    private Notes(Index<Code, Note> all) {
        this.all = all;
    }

    /**
     * Nothing was written yet.
     *
     * @return no notes
     */
    public static Notes none() {
        return NONE;
    }

    /**
     * All notes.
     *
     * @return each, in the order of their changes
     */
    public List<Note> all() {
        return all.values();
    }

    /**
     * The note about one change.
     *
     * @param change which change
     * @return the note, if one was written
     */
    public Optional<Note> get(Code change) {
        return all.get(Objects.requireNonNull(change, "change"));
    }

    /**
     * Everything that contradicts now, on any note.
     *
     * @return each contradiction that is not settled
     */
    public List<Contradiction> contradicting() {
        return all().stream().flatMap(n -> n.contradicting().stream()).toList();
    }

    /**
     * Everything that one recipient was told.
     *
     * @param recipient who
     * @return the updates, note by note, each note's in order
     */
    public List<Update> told(Holder recipient) {
        Objects.requireNonNull(recipient, "recipient");
        return all().stream()
                .flatMap(n -> n.sent().values().stream())
                .filter(u -> u.recipient().equals(recipient))
                .toList();
    }

    /**
     * When anybody was last told, in the course of a run, anything that supports a decision or an action.
     *
     * @param run which run
     * @param supported the decision's topic or the kind of action
     * @return when it was recorded, by the host's clock; empty when nobody was
     */
    public Optional<Instant> lastTold(Code run, Code supported) {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(supported, "supported");
        return all().stream()
                .filter(n -> n.run().equals(run))
                .flatMap(n -> n.sent().values().stream()
                        .filter(u -> n.versions()
                                .get(u.version())
                                .flatMap(w -> w.note().supports())
                                .equals(Optional.of(supported))))
                .map(Update::at)
                .max(Instant::compareTo);
    }

    /**
     * Who has to be told, in the course of a run, for the sake of a decision or a piece of work, and how far the word
     * has come with each: of each member of the staff, say, who has to know before the next visit.
     *
     * @param run which run
     * @param supported the decision's topic or the kind of action
     * @return one for each recipient of each note that supports it, note by note
     */
    public List<Delivery> deliveries(Code run, Code supported) {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(supported, "supported");
        return all().stream()
                .filter(n -> n.run().equals(run))
                .filter(n -> n.current().orElseGet(n::newest).note().supports().equals(Optional.of(supported)))
                .flatMap(n -> n.deliveries().stream())
                .toList();
    }

    /**
     * The notes after one more event.
     *
     * @param act who did it and when
     * @param event what happened
     * @return what stands then
     */
    public Notes evolve(Act act, NoteEvent event) {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(event, "event");
        if (event instanceof NoteWritten e) {
            return new Notes(all.with(e.change(), written(act, e)));
        }
        return get(event.change())
                .map(note -> new Notes(all.with(note.change(), after(note, act, event))))
                .orElse(this);
    }

    private Note written(Act act, NoteWritten e) {
        Optional<Note> before = get(e.change());
        ImmutableNote.Builder next =
                before.map(n -> ImmutableNote.builder().from(n)).orElseGet(() -> begun(e));
        Written version =
                new Written(e.version(), e.note(), act.speaker(), act.stamp().recordedAt());
        Index<Integer, Holder> named = before.map(Note::recipients).orElse(Index.empty());
        for (Addressee one : e.note().recipients()) {
            boolean known = named.values().contains(one.recipient());
            named = known ? named : named.with(named.size() + 1, one.recipient());
        }
        return next.versions(before.map(Note::versions).orElse(Index.empty()).with(e.version(), version))
                .recipients(named)
                .build();
    }

    private static ImmutableNote.Builder begun(NoteWritten e) {
        return ImmutableNote.builder()
                .change(e.change())
                .run(e.run())
                .reviews(Index.empty())
                .sent(Index.empty())
                .contradictions(Index.empty())
                .outcomes(Index.empty());
    }

    private static Note after(Note note, Act act, NoteEvent event) {
        ImmutableNote.Builder next = ImmutableNote.builder().from(note);
        Instant at = act.stamp().recordedAt();
        if (event instanceof NoteReleased e) {
            next.released(e.version())
                    .reviews(e.reviewed() ? note.reviews().with(e.version(), Optional.empty()) : note.reviews());
        } else if (event instanceof NoteReviewed e) {
            next.reviews(note.reviews().with(e.version(), Optional.of(act.speaker())));
        } else if (event instanceof UpdateSent e) {
            int number = note.sent().size() + 1;
            next.sent(note.sent().with(number, update(number, e, act)));
        } else if (event instanceof FollowUpRecorded e) {
            Note.Outcome outcome = new Note.Outcome(e.version(), e.outcome(), act.speaker());
            note.number(e.recipient())
                    .ifPresent(n -> next.outcomes(note.outcomes().with(n, outcome)));
        } else if (event instanceof ContradictionFound e) {
            Contradiction found = new Contradiction(e.number(), e.item(), e.one(), e.other(), at, Optional.empty());
            next.contradictions(note.contradictions().with(e.number(), found));
        } else if (event instanceof ContradictionSettled e) {
            note.contradictions()
                    .get(e.number())
                    .map(c -> new Contradiction(
                            c.number(), c.item(), c.one(), c.other(), c.at(), Optional.of(e.reason())))
                    .ifPresent(c -> next.contradictions(note.contradictions().with(c.number(), c)));
        } else if (event instanceof NoteClosed e) {
            next.closedAt(at).untold(e.untold());
        }
        return next.build();
    }

    private static Update update(int number, UpdateSent e, Act act) {
        return new Update(
                number,
                e.version(),
                e.recipient(),
                act.speaker(),
                e.channel(),
                e.items(),
                e.checked(),
                e.again(),
                act.stamp().recordedAt());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Notes that && all.equals(that.all);
    }

    @Override
    public int hashCode() {
        return Objects.hash(all);
    }

    /** How many there are. */
    @Override
    public String toString() {
        return "Notes[" + all.size() + "]";
    }
}
