package care.baton.record;

import care.baton.consent.Purpose;
import care.baton.disclosure.Part;
import care.baton.disclosure.Piece;
import care.baton.disclosure.Relation;
import care.baton.disclosure.Viewer;
import care.baton.evidence.Evidence;
import care.baton.note.Addressee;
import care.baton.note.Checked;
import care.baton.note.Item;
import care.baton.note.Note;
import care.baton.note.NoteCommand.RecordFollowUp;
import care.baton.note.NoteCommand.SendUpdate;
import care.baton.note.NoteEvent.FollowUpRecorded;
import care.baton.note.NoteEvent.UpdateSent;
import care.baton.note.Written;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import care.baton.pathway.PersonProfile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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
        outgoing(desk, one.get().recipient())
                .check(
                        asked(desk, note, current.get(), one.get()),
                        numbered(note, one.get().recipient()));
        if (!desk.draft().isRefused()) {
            told(desk, note, current.get(), one.get(), command);
        }
    }

    private static void mayBeTold(Desk desk, Note note, Addressee one, SendUpdate command) {
        String path = OnNotes.path(note.change());
        int number = note.number(one.recipient()).orElseThrow();
        String at = numbered(note, one.recipient());
        Holder owner = one.owner().orElseThrow();
        boolean told = note.isTold(one.recipient(), command.version());
        Holder speaker = desk.act().speaker();
        if (!owner.sameRole(speaker) && !new NoteDuties(desk, note).isHeldBy(speaker, Keys.INFORM, number)) {
            desk.refuse(Reason.ROLE_NOT_PERMITTED, at, owner.role());
        }
        if (note.isHeldBack()) {
            desk.refuse(Reason.REVIEW_MISSING, path, desk.rules().notes().reviewer());
        }
        if ((isFamily(desk, one.recipient()) || isPerson(desk, one.recipient()))
                && command.checked().isEmpty()) {
            desk.refuse(Reason.FIELD_MISSING, at + "/interpreter-need", owner.role());
        }
        if (isPerson(desk, one.recipient())) {
            command.checked().ifPresent(c -> suits(desk, c, command.channel(), owner, at));
        }
        if (told && command.again().isEmpty()) {
            desk.refuse(Reason.UPDATE_ALREADY_SENT, at);
        }
        if (!told && command.again().isPresent()) {
            desk.refuse(Reason.VALUE_MALFORMED, at + "/again");
        }
    }

    /** What was looked at fits what the person has said of themself; what they declined to say asks for nothing. */
    private static void suits(Desk desk, Checked checked, Channel channel, Holder owner, String at) {
        Evidence known = desk.chart().evidence();
        if (isSaid(known, PersonProfile.INTERPRETER_NEED, PersonProfile.NEEDED)
                && checked.interpreter() == Checked.Interpreter.NOT_NEEDED) {
            desk.refuse(Reason.VALUE_MALFORMED, at + "/" + PersonProfile.INTERPRETER_NEED, owner.role());
        }
        if (isSaid(known, PersonProfile.LITERACY_LEVEL, PersonProfile.LIMITED)
                && checked.plainly().isEmpty()) {
            desk.refuse(Reason.FIELD_MISSING, at + "/" + PersonProfile.LITERACY_LEVEL, owner.role());
        }
        String used = channel.name().toLowerCase(Locale.ROOT).replace('_', '-');
        boolean otherWay = PersonProfile.answer(PersonProfile.PREFERRED_CHANNEL, known)
                .filter(preferred -> !preferred.equals(used))
                .isPresent();
        if (otherWay && checked.otherWay().isEmpty()) {
            desk.refuse(Reason.FIELD_MISSING, at + "/" + PersonProfile.PREFERRED_CHANNEL, owner.role());
        }
    }

    private static boolean isSaid(Evidence known, Code field, Code what) {
        return PersonProfile.answer(field, known).equals(Optional.of(what.value()));
    }

    private static String numbered(Note note, Holder recipient) {
        return OnNotes.path(note.change()) + "/recipients/"
                + note.number(recipient).orElseThrow();
    }

    /** Nobody is told more than the person, the rules and the agreement allow: that there is this change, and each piece. */
    private static Outgoing outgoing(Desk desk, Holder recipient) {
        return new Outgoing(
                desk, new Viewer(recipient, isFamily(desk, recipient) ? Purpose.FAMILY : Purpose.CARE_COORDINATION));
    }

    private static List<Piece> asked(Desk desk, Note note, Written current, Addressee one) {
        return Stream.concat(Stream.of(note.change()), items(desk, current, one).stream())
                .map(item -> new Piece(Part.NOTES, item))
                .distinct()
                .toList();
    }

    private static List<Code> items(Desk desk, Written current, Addressee one) {
        return desk.rules().notes().shownTo(current.note(), one.recipient().role()).stream()
                .map(Item::name)
                .toList();
    }

    private static boolean isPerson(Desk desk, Holder recipient) {
        return outgoing(desk, recipient).relation() == Relation.PERSON;
    }

    private static boolean isFamily(Desk desk, Holder recipient) {
        return desk.chart().team().members().stream()
                .filter(m -> m.kind() == OrganizationKind.PERSON_AND_FAMILY)
                .anyMatch(m -> m.seat().organization().equals(recipient.organization()));
    }

    private static void told(Desk desk, Note note, Written current, Addressee one, SendUpdate command) {
        desk.happens(new UpdateSent(
                note.change(),
                current.version(),
                one.recipient(),
                command.channel(),
                items(desk, current, one),
                command.checked(),
                command.again()));
        Outgoing out = outgoing(desk, one.recipient());
        if (out.relation() == Relation.OTHER) {
            out.goes(asked(desk, note, current, one));
        }
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
        int number = note.number(command.recipient()).orElseThrow();
        boolean may = List.of(command.recipient(), owes, owner).stream().anyMatch(speaker::sameRole)
                || new NoteDuties(desk, note).isHeldBy(speaker, Keys.NOTE_FOLLOW_UP, number);
        if (!may && !desk.keepsRecord(speaker.organization())) {
            desk.refuse(Reason.ROLE_NOT_PERMITTED, path, owes.role(), owner.role());
            return;
        }
        int version = note.lastTo(command.recipient()).orElseThrow().version();
        desk.happens(new FollowUpRecorded(note.change(), version, command.recipient(), command.outcome()));
        new NoteDuties(desk, note).end(Keys.NOTE_FOLLOW_UP, command.recipient());
    }
}
