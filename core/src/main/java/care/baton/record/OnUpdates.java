package care.baton.record;

import care.baton.note.Addressee;
import care.baton.note.Item;
import care.baton.note.Note;
import care.baton.note.NoteCommand.RecordFollowUp;
import care.baton.note.NoteCommand.SendUpdate;
import care.baton.note.NoteEvent.FollowUpRecorded;
import care.baton.note.NoteEvent.UpdateSent;
import care.baton.note.Written;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import java.util.List;
import java.util.Optional;

/** Telling one recipient: once in each version, by the one who owns it, and what comes of it. */
final class OnUpdates {

    private OnUpdates() {}

    static void send(Desk desk, Note note, SendUpdate command) {
        String path = OnNotes.path(note.change());
        Optional<Written> current = note.current();
        if (current.isEmpty()) {
            desk.refuse(Reason.STEP_NOT_OPEN, path);
            return;
        }
        if (current.get().version() != command.version()) {
            desk.refuse(Reason.CONTENT_CHANGED, path + "/version");
            return;
        }
        Optional<Addressee> one = current.get().note().addressee(command.recipient());
        if (one.isEmpty()) {
            desk.refuse(Reason.RECIPIENT_UNKNOWN, path + "/recipients");
            return;
        }
        mayBeTold(desk, note, one.get(), command);
        if (!desk.draft().isRefused()) {
            told(desk, note, current.get(), one.get(), command);
        }
    }

    private static void mayBeTold(Desk desk, Note note, Addressee one, SendUpdate command) {
        String path = OnNotes.path(note.change());
        String at = path + "/recipients/" + note.number(one.recipient()).orElseThrow();
        Holder owner = one.owner().orElseThrow();
        boolean told = note.isTold(one.recipient(), command.version());
        if (!owner.sameRole(desk.act().speaker())) {
            desk.refuse(Reason.ROLE_NOT_PERMITTED, at, owner.role());
        }
        if (note.isHeldBack()) {
            desk.refuse(Reason.REVIEW_MISSING, path, desk.rules().notes().reviewer());
        }
        if (isFamily(desk, one.recipient()) && command.checked().isEmpty()) {
            desk.refuse(Reason.FIELD_MISSING, at + "/interpreter-need", owner.role());
        }
        if (told && command.again().isEmpty()) {
            desk.refuse(Reason.UPDATE_ALREADY_SENT, at);
        }
        if (!told && command.again().isPresent()) {
            desk.refuse(Reason.VALUE_MALFORMED, at + "/again");
        }
    }

    private static boolean isFamily(Desk desk, Holder recipient) {
        return desk.chart().team().members().stream()
                .filter(m -> m.kind() == OrganizationKind.PERSON_AND_FAMILY)
                .anyMatch(m -> m.seat().organization().equals(recipient.organization()));
    }

    private static void told(Desk desk, Note note, Written current, Addressee one, SendUpdate command) {
        List<Code> items = desk
                .rules()
                .notes()
                .shownTo(current.note(), one.recipient().role())
                .stream()
                .map(Item::name)
                .toList();
        desk.happens(new UpdateSent(
                note.change(),
                current.version(),
                one.recipient(),
                command.channel(),
                items,
                command.checked(),
                command.again()));
        NoteDuties duties = new NoteDuties(desk, note);
        duties.end(Keys.INFORM, one.recipient());
        if (command.again().isEmpty()) {
            duties.followUp(one);
            Contradicting.after(desk, note.change(), one.recipient());
        }
    }

    /** Who owes it says what came of it, or the one who told them, or whoever keeps the record. */
    static void followUp(Desk desk, Note note, RecordFollowUp command) {
        Optional<Addressee> owing = note.owing().stream()
                .filter(a -> a.recipient().equals(command.recipient()))
                .findFirst();
        String path = OnNotes.path(note.change()) + "/recipients"
                + note.number(command.recipient()).map(n -> "/" + n).orElse("");
        if (owing.isEmpty()) {
            desk.refuse(Reason.NOT_OPEN, path);
            return;
        }
        Holder speaker = desk.act().speaker();
        Holder owes = owing.get().owed().orElseThrow().owner();
        Holder owner = owing.get().owner().orElseThrow();
        boolean may = List.of(command.recipient(), owes, owner).stream().anyMatch(speaker::sameRole);
        if (!may && !desk.keepsRecord(speaker.organization())) {
            desk.refuse(Reason.ROLE_NOT_PERMITTED, path, owes.role(), owner.role());
            return;
        }
        int version = note.lastTo(command.recipient()).orElseThrow().version();
        desk.happens(new FollowUpRecorded(note.change(), version, command.recipient(), command.outcome()));
        new NoteDuties(desk, note).end(Keys.NOTE_FOLLOW_UP, command.recipient());
    }
}
