package care.baton.record;

import care.baton.note.ContactEvent;
import care.baton.note.ContactEvent.ContactClassified;
import care.baton.note.ContactEvent.ContactMarkedInError;
import care.baton.note.ContactEvent.ContactRecorded;
import care.baton.note.Contacts;
import care.baton.note.Contradiction;
import care.baton.note.Logged;
import care.baton.note.Note;
import care.baton.note.NoteEvent;
import care.baton.note.NoteEvent.ContradictionFound;
import care.baton.note.NoteEvent.ContradictionSettled;
import care.baton.note.NoteEvent.FollowUpRecorded;
import care.baton.note.NoteEvent.NoteReleased;
import care.baton.note.NoteEvent.NoteReviewed;
import care.baton.note.NoteEvent.NoteWritten;
import care.baton.note.NoteEvent.UpdateSent;
import care.baton.outcome.Code;
import java.util.Optional;

/** What can follow on the notes and the contacts: versions and numbers go up by one, and nobody is told twice unsaid. */
final class PossibleNote {

    private PossibleNote() {}

    static boolean after(Chart before, NoteEvent event) {
        Optional<Note> note = before.notes().get(event.change());
        if (note.filter(n -> n.closedAt().isPresent()).isPresent()) {
            return false;
        }
        if (event instanceof NoteWritten e) {
            int next = note.map(n -> n.versions().size()).orElse(0) + 1;
            boolean same = note.map(n -> n.run().equals(e.run())).orElse(true);
            return e.version() == next && same && isOpen(before, e.run());
        }
        return note.filter(n -> isOpen(before, n.run()) && follows(n, event)).isPresent();
    }

    private static boolean isOpen(Chart before, Code run) {
        return before.runs().get(run).filter(PathwayRun::isOpen).isPresent();
    }

    private static boolean follows(Note note, NoteEvent event) {
        if (event instanceof NoteReleased e) {
            return e.version() == note.newest().version() && !note.released().equals(Optional.of(e.version()));
        }
        if (event instanceof NoteReviewed e) {
            return note.released().equals(Optional.of(e.version())) && note.isHeldBack();
        }
        if (event instanceof UpdateSent e) {
            return note.released().equals(Optional.of(e.version()))
                    && !note.isHeldBack()
                    && note.current()
                            .flatMap(w -> w.note().addressee(e.recipient()))
                            .isPresent()
                    && e.again().isPresent() == note.isTold(e.recipient(), e.version());
        }
        if (event instanceof FollowUpRecorded e) {
            boolean owed = note.owing().stream().anyMatch(a -> a.recipient().equals(e.recipient()));
            return owed && note.lastTo(e.recipient()).orElseThrow().version() == e.version();
        }
        if (event instanceof ContradictionFound e) {
            return e.number() == note.contradictions().size() + 1
                    && !e.one().equals(e.other())
                    && note.lastTo(e.one()).isPresent()
                    && note.lastTo(e.other()).isPresent();
        }
        if (event instanceof ContradictionSettled e) {
            return note.contradictions()
                    .get(e.number())
                    .filter(Contradiction::stands)
                    .isPresent();
        }
        return note.released().isPresent()
                && note.owing().isEmpty()
                && note.contradicting().isEmpty();
    }

    static boolean after(Contacts known, ContactEvent event) {
        if (event instanceof ContactRecorded e) {
            return e.number() == known.all().size() + 1 && e.contact().reason().isPresent();
        }
        int number = event instanceof ContactClassified c ? c.number() : ((ContactMarkedInError) event).number();
        return known.get(number).filter(Logged::counts).isPresent();
    }
}
