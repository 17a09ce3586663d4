package care.baton.record;

import care.baton.note.Addressee;
import care.baton.note.FollowUp;
import care.baton.note.Note;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;

/** What is owed around one note: the review, telling each recipient, what comes of it, settling what contradicts. */
final class NoteDuties {

    private static final Code SUPERSEDED = Code.of("superseded");

    private final Desk desk;
    private final Note note;

    NoteDuties(Desk desk, Note note) {
        this.desk = desk;
        this.note = note;
    }

    void review() {
        owe(
                Keys.noteReview(note.run(), note.change()),
                desk.seat(desk.rules().notes().reviewer()),
                author(),
                desk.due(desk.rules().notes().reviewWithin()));
    }

    void inform(Addressee one) {
        owe(
                key(Keys.INFORM, one.recipient()),
                here(one.owner().orElseThrow()),
                one.recipient(),
                desk.due(desk.rules().notes().tellWithin()));
    }

    /** What one recipient owed for an earlier version gives way to what they owe for this one. */
    void followUp(Addressee one) {
        Key key = key(Keys.NOTE_FOLLOW_UP, one.recipient());
        open(key).forEach(this::release);
        one.owed().ifPresent(owed -> owe(key, owner(one, owed), here(one.owner().orElseThrow()), owed.due()));
    }

    void settle(int number) {
        owe(
                Keys.ofNote(note.run(), Keys.CONTRADICTION, note.change(), number),
                author(),
                desk.seat(desk.rules().notes().reviewer()),
                desk.due(desk.rules().notes().settleWithin()));
    }

    /** Whether the role of somebody holds now what bears this number: it may have come to them from one who left. */
    boolean isHeldBy(Holder who, Code kind, int number) {
        return open(Keys.ofNote(note.run(), kind, note.change(), number)).stream()
                .anyMatch(o -> o.holder().sameRole(who));
    }

    /** It is done. */
    void end(Code kind) {
        of(kind).forEach(o -> desk.done(o.key()));
    }

    void end(Code kind, Holder recipient) {
        open(key(kind, recipient)).forEach(o -> desk.done(o.key()));
    }

    void end(Code kind, int number) {
        open(Keys.ofNote(note.run(), kind, note.change(), number)).forEach(o -> desk.done(o.key()));
    }

    /** It is owed no longer: another version, or the end of the note, has taken its place. */
    void superseded(List<Code> kinds) {
        kinds.forEach(kind -> of(kind).forEach(this::release));
    }

    private void release(Obligation owed) {
        desk.release(owed.key(), SUPERSEDED);
    }

    private List<Obligation> of(Code kind) {
        String change = note.change().value();
        return desk.owed().openOf(Keys.cause(note.run()), kind).stream()
                .filter(o ->
                        o.key().subject().equals(change) || o.key().subject().startsWith(change + ":"))
                .toList();
    }

    private List<Obligation> open(Key first) {
        return desk.owed().openOf(first.cause(), first.kind()).stream()
                .filter(o -> o.key().subject().equals(first.subject()))
                .toList();
    }

    private Key key(Code kind, Holder recipient) {
        return Keys.ofNote(
                note.run(), kind, note.change(), note.number(recipient).orElseThrow());
    }

    private Holder author() {
        return here(note.versions().get(1).orElseThrow().by());
    }

    /** What somebody owes who takes no part here is gone after by the one who tells the recipient. */
    private Holder owner(Addressee one, FollowUp.Owed owed) {
        return desk.chart().team().holds(owed.owner())
                ? here(owed.owner())
                : here(one.owner().orElseThrow());
    }

    private Holder here(Holder who) {
        return Gone.here(desk, who);
    }

    private void owe(Key key, Holder holder, Holder to, Instant due) {
        desk.oweOnRun(note.run(), key, holder, to, due);
    }
}
