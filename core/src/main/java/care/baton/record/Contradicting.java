package care.baton.record;

import care.baton.note.Contradiction;
import care.baton.note.Item;
import care.baton.note.Note;
import care.baton.note.NoteCommand.NameContradiction;
import care.baton.note.NoteCommand.SettleContradiction;
import care.baton.note.NoteEvent.ContradictionFound;
import care.baton.note.NoteEvent.ContradictionSettled;
import care.baton.note.Update;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.util.List;
import java.util.Optional;

/** What two recipients were told last that does not fit together: found when one is told, settled when both agree. */
final class Contradicting {

    private static final Code TOLD_THE_SAME = Code.of("told-the-same");

    private Contradicting() {}

    /** After a recipient was told: what they hold now beside what each of the others holds. */
    static void after(Desk desk, Code change, Holder told) {
        Note note = note(desk, change);
        Update mine = note.lastTo(told).orElseThrow();
        for (Holder other : note.recipients().values()) {
            Optional<Update> theirs = note.lastTo(other).filter(u -> !other.equals(told));
            theirs.ifPresent(t -> mine.items().forEach(item -> compare(desk, change, item, mine, t)));
        }
    }

    private static void compare(Desk desk, Code change, Code item, Update mine, Update theirs) {
        Note note = note(desk, change);
        boolean one = mine.version() == theirs.version();
        Optional<Sensitive> here = words(note, mine, item);
        Optional<Sensitive> there = words(note, theirs, item);
        if (!theirs.items().contains(item) || (!one && (here.isEmpty() || there.isEmpty()))) {
            return;
        }
        Optional<Contradiction> standing = standing(note, item, mine.recipient(), theirs.recipient());
        boolean same = one || here.equals(there);
        if (same && standing.isPresent()) {
            settled(desk, note, standing.get(), TOLD_THE_SAME);
        } else if (!same && standing.isEmpty()) {
            found(desk, note, item, mine.recipient(), theirs.recipient());
        }
    }

    /** What was erased fits with nothing and contradicts nothing: nobody can tell any more. */
    private static Optional<Sensitive> words(Note note, Update update, Code item) {
        return note.versions().get(update.version()).stream()
                .flatMap(w -> w.note().information().stream())
                .filter(i -> i.name().equals(item))
                .map(Item::words)
                .filter(w -> w.removed().isEmpty())
                .findFirst();
    }

    private static Optional<Contradiction> standing(Note note, Code item, Holder one, Holder other) {
        return note.contradicting().stream()
                .filter(c -> c.item().equals(item) && c.isBetween(one, other))
                .findFirst();
    }

    private static void found(Desk desk, Note note, Code item, Holder one, Holder other) {
        int number = note.contradictions().size() + 1;
        desk.happens(new ContradictionFound(note.change(), number, item, one, other));
        new NoteDuties(desk, note).settle(number);
    }

    private static void settled(Desk desk, Note note, Contradiction contradiction, Code reason) {
        desk.happens(new ContradictionSettled(note.change(), contradiction.number(), reason));
        new NoteDuties(desk, note).end(Keys.CONTRADICTION, contradiction.number());
    }

    /** Anybody may see it, and say so once. */
    static void named(Desk desk, Note note, NameContradiction command) {
        String path = OnNotes.path(note.change());
        if (command.one().equals(command.other())) {
            desk.refuse(Reason.VALUE_MALFORMED, path + "/contradictions");
        }
        for (Holder recipient : List.of(command.one(), command.other())) {
            if (note.lastTo(recipient).isEmpty()) {
                desk.refuse(Reason.RECIPIENT_UNKNOWN, path + "/recipients");
            }
        }
        if (!desk.draft().isRefused()
                && standing(note, command.item(), command.one(), command.other())
                        .isEmpty()) {
            found(desk, note, command.item(), command.one(), command.other());
        }
    }

    /** Whoever owes it settles it, or the one who reviews. */
    static void settle(Desk desk, Note note, SettleContradiction command) {
        String path = OnNotes.path(note.change()) + "/contradictions/" + command.number();
        Optional<Contradiction> standing =
                note.contradictions().get(command.number()).filter(Contradiction::stands);
        Code reviewer = desk.rules().notes().reviewer();
        if (standing.isEmpty()) {
            desk.refuse(Reason.NOT_OPEN, path);
        } else if (desk.act().speaker().role().equals(reviewer) || OnNotes.isAuthor(desk, note)) {
            settled(desk, note, standing.get(), command.reason());
        }
    }

    private static Note note(Desk desk, Code change) {
        return desk.chart().notes().get(change).orElseThrow();
    }
}
