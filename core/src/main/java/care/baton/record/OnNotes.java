package care.baton.record;

import care.baton.note.Addressee;
import care.baton.note.CoordinationNote;
import care.baton.note.FollowUp;
import care.baton.note.Note;
import care.baton.note.NoteCommand;
import care.baton.note.NoteCommand.CloseNote;
import care.baton.note.NoteCommand.NameContradiction;
import care.baton.note.NoteCommand.RecordFollowUp;
import care.baton.note.NoteCommand.ReleaseNote;
import care.baton.note.NoteCommand.ReviewNote;
import care.baton.note.NoteCommand.SendUpdate;
import care.baton.note.NoteCommand.SettleContradiction;
import care.baton.note.NoteCommand.WriteNote;
import care.baton.note.NoteEvent.NoteClosed;
import care.baton.note.NoteEvent.NoteReleased;
import care.baton.note.NoteEvent.NoteReviewed;
import care.baton.note.NoteEvent.NoteWritten;
import care.baton.outcome.Code;
import care.baton.outcome.Near;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Holder;
import java.util.List;
import java.util.Optional;

/** A note from its first word to its end: written, released, reviewed where it has to be, told, closed. */
final class OnNotes {

    private OnNotes() {}

    static void decide(Desk desk, InNote asked) {
        Optional<Note> found = desk.chart().notes().get(asked.change());
        String path = path(asked.change());
        NoteCommand command = asked.command();
        if (found.filter(n -> n.closedAt().isPresent()).isPresent()) {
            desk.refuse(Reason.NOTE_CLOSED, path);
        } else if (command instanceof WriteNote c) {
            write(desk, asked.change(), found, c);
        } else if (found.isEmpty()) {
            desk.refuse(Reason.NOTE_UNKNOWN, path);
        } else if (desk.openRun(found.get().run()).flatMap(desk::definition).isPresent()) {
            about(desk, found.get(), command);
        }
    }

    static String path(Code change) {
        return "notes/" + change;
    }

    private static void about(Desk desk, Note note, NoteCommand command) {
        if (command instanceof ReleaseNote c) {
            release(desk, note, c);
        } else if (command instanceof ReviewNote c) {
            review(desk, note, c);
        } else if (command instanceof SendUpdate c) {
            OnUpdates.send(desk, note, c);
        } else if (command instanceof RecordFollowUp c) {
            OnUpdates.followUp(desk, note, c);
        } else if (command instanceof NameContradiction c) {
            Contradicting.named(desk, note, c);
        } else if (command instanceof SettleContradiction c) {
            Contradicting.settle(desk, note, c);
        } else {
            close(desk, note, (CloseNote) command);
        }
    }

    private static void write(Desk desk, Code change, Optional<Note> found, WriteNote command) {
        if (desk.openRun(command.run()).flatMap(desk::definition).isEmpty()) {
            return;
        }
        if (found.filter(n -> !n.run().equals(command.run())).isPresent()) {
            desk.refuse(Reason.NOTE_OF_ANOTHER_RUN, path(change));
        } else if (isListed(desk, change, command.note()) && (found.isEmpty() || isAuthor(desk, found.get()))) {
            int version = found.map(n -> n.versions().size()).orElse(0) + 1;
            desk.happens(new NoteWritten(change, command.run(), version, command.note()));
        }
    }

    /** A concern that no rule knows would call for no review, and nobody would notice. */
    private static boolean isListed(Desk desk, Code change, CoordinationNote note) {
        List<Code> known = desk.rules().notes().reviewed();
        List<Code> unknown =
                note.concerns().stream().filter(c -> !known.contains(c)).toList();
        unknown.forEach(concern -> desk.draft()
                .refuse(Refusal.of(Reason.NAME_UNKNOWN, path(change) + "/concerns/" + concern)
                        .instead(Near.to(concern, known))));
        return unknown.isEmpty();
    }

    /** Whoever wrote it first goes on with it, or whoever keeps the record. */
    static boolean isAuthor(Desk desk, Note note) {
        Holder author = note.versions().get(1).orElseThrow().by();
        if (author.sameRole(desk.act().speaker())
                || desk.keepsRecord(desk.act().speaker().organization())) {
            return true;
        }
        desk.refuse(Reason.ROLE_NOT_PERMITTED, path(note.change()), author.role());
        return false;
    }

    /** Who needs to know, who tells them and what has to come of it is all said before anybody is told anything. */
    private static void release(Desk desk, Note note, ReleaseNote command) {
        String path = path(note.change());
        if (command.version() != note.newest().version()) {
            desk.refuse(Reason.CONTENT_CHANGED, path + "/version");
            return;
        }
        if (note.released().equals(Optional.of(command.version()))) {
            desk.refuse(Reason.STEP_NOT_OPEN, path);
            return;
        }
        CoordinationNote content = note.newest().note();
        isAuthor(desk, note);
        content.missing().forEach(field -> desk.refuse(Reason.FIELD_MISSING, path + "/" + field));
        for (Addressee one : content.recipients()) {
            String at = path + "/recipients/" + note.number(one.recipient()).orElseThrow();
            if (one.owed()
                    .map(FollowUp.Owed::due)
                    .filter(due -> !due.isAfter(desk.now()))
                    .isPresent()) {
                desk.refuse(Reason.DUE_IN_THE_PAST, at + "/follow-up");
            }
            if (!content.information().isEmpty()
                    && desk.rules()
                            .notes()
                            .shownTo(content, one.recipient().role())
                            .isEmpty()) {
                desk.refuse(Reason.FIELD_MISSING, at + "/information-shared");
            }
        }
        if (!desk.draft().isRefused()) {
            released(desk, note, content, command.version());
        }
    }

    private static void released(Desk desk, Note note, CoordinationNote content, int version) {
        boolean owed = note.released().isPresent() && note.isHeldBack();
        boolean reviewed = owed || !desk.rules().notes().calling(content).isEmpty();
        NoteDuties duties = new NoteDuties(desk, note);
        duties.superseded(List.of(Keys.NOTE_REVIEW, Keys.INFORM));
        desk.happens(new NoteReleased(note.change(), version, reviewed));
        if (reviewed) {
            duties.review();
        } else {
            content.recipients().forEach(duties::inform);
        }
    }

    private static void review(Desk desk, Note note, ReviewNote command) {
        String path = path(note.change());
        if (!note.released().equals(Optional.of(command.version()))) {
            desk.refuse(Reason.CONTENT_CHANGED, path + "/version");
        } else if (!note.isHeldBack()) {
            desk.refuse(Reason.STEP_NOT_OPEN, path);
        } else if (desk.isRole(desk.rules().notes().reviewer(), path)) {
            desk.happens(new NoteReviewed(note.change(), command.version(), command.remark()));
            NoteDuties duties = new NoteDuties(desk, note);
            duties.end(Keys.NOTE_REVIEW);
            note.unsent().forEach(duties::inform);
        }
    }

    /** It closes with what came of it from everybody who owed that, and with nothing that contradicts. */
    private static void close(Desk desk, Note note, CloseNote command) {
        String path = path(note.change());
        isAuthor(desk, note);
        if (note.released().isEmpty()) {
            desk.refuse(Reason.STEP_NOT_OPEN, path);
        }
        note.owing()
                .forEach(a -> desk.refuse(
                        Reason.FIELD_MISSING,
                        path + "/recipients/" + note.number(a.recipient()).orElseThrow() + "/follow-up-outcome",
                        a.owed().orElseThrow().owner().role()));
        note.contradicting()
                .forEach(c -> desk.refuse(Reason.STATEMENTS_CONTRADICT, path + "/contradictions/" + c.number()));
        List<Addressee> untold = note.unsent();
        if (command.untold().isEmpty()) {
            untold.forEach(a -> desk.refuse(
                    Reason.RECIPIENT_NOT_TOLD,
                    path + "/recipients/" + note.number(a.recipient()).orElseThrow(),
                    a.owner().orElseThrow().role()));
        }
        if (!desk.draft().isRefused()) {
            List<Holder> gap = untold.stream().map(Addressee::recipient).toList();
            new NoteDuties(desk, note).superseded(List.of(Keys.NOTE_REVIEW, Keys.INFORM, Keys.NOTE_FOLLOW_UP));
            desk.happens(new NoteClosed(note.change(), gap, command.untold()));
        }
    }
}
