package care.baton.record;

import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RUN;

import care.baton.note.Addressee;
import care.baton.note.Checked;
import care.baton.note.Contact;
import care.baton.note.ContactCommand;
import care.baton.note.ContactCommand.ClassifyContact;
import care.baton.note.ContactCommand.MarkContactInError;
import care.baton.note.ContactCommand.RecordContact;
import care.baton.note.ContactType;
import care.baton.note.Contradiction;
import care.baton.note.CoordinationNote;
import care.baton.note.FollowUp;
import care.baton.note.Logged;
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
import care.baton.note.Stated;
import care.baton.note.Support;
import care.baton.note.Talk;
import care.baton.note.Worth;
import care.baton.outcome.Code;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What somebody could want to write about a change or a contact, as the notes stand. */
final class Notings {

    private static final Code WHY = Code.of("asked-again");
    private static final List<Code> CHANGES = List.of(HomeNotes.CHANGE, Code.of("new-medication"));

    private final Chart chart;
    private final Instant now;
    private final int n;
    private final Code change;
    private final Optional<Note> note;

    private Notings(Chart chart, Instant now, int n) {
        this.chart = chart;
        this.now = now;
        this.n = n;
        this.change = Dealer.pick(CHANGES, n / 5);
        this.note = chart.notes().get(change);
    }

    static Asked deal(Chart chart, Instant now, int n) {
        Notings notings = new Notings(chart, now, n);
        return n % 4 == 0 ? notings.contact() : notings.note();
    }

    /** What comes next for the note, mostly; now and then anything. */
    private Asked note() {
        if (note.isEmpty() || n % 11 == 1) {
            return asked(PLANNER, new WriteNote(RUN, written()));
        }
        Note here = note.get();
        int version = here.released().orElse(here.newest().version());
        boolean fresh = here.released().isEmpty() || version < here.newest().version();
        return switch (n % 13) {
            case 0 -> asked(LEAD, new CloseNote(n % 2 == 0 ? Optional.of(WHY) : Optional.empty()));
            case 1 -> asked(PLANNER, named(here));
            case 2 -> asked(LEAD, new ReviewNote(version, Sensitive.of("seen")));
            case 3 -> settled(here);
            case 4, 5 -> followed(here);
            case 6 -> asked(PLANNER, new ReleaseNote(here.newest().version()));
            default ->
                fresh && n % 2 == 0
                        ? asked(PLANNER, new ReleaseNote(here.newest().version()))
                        : told(here);
        };
    }

    /** Half of the versions call for a review, some lack what is needed, and a third say something else. */
    private CoordinationNote written() {
        List<Code> concerns = n % 2 == 0 ? List.of() : List.of(HomeNotes.CONCERN);
        List<Addressee> recipients = n % 17 == 0
                ? List.of(new Addressee(INTAKE, Optional.empty(), Optional.empty()))
                : List.of(
                        Addressee.told(INTAKE, PLANNER).owing(owed()),
                        Addressee.told(Dealer.pick(Dealer.SEATS, 6 + n % 3), PLANNER));
        return HomeNotes.of("in words " + n % 3, concerns, recipients);
    }

    private FollowUp.Owed owed() {
        return new FollowUp.Owed(INTAKE, Code.of("call-back"), now.plus(Duration.ofHours(1 + n % 90)));
    }

    private Asked told(Note here) {
        int version = here.released().orElse(1);
        List<Addressee> listed =
                here.versions().get(version).orElseThrow().note().recipients();
        Holder recipient = Dealer.pick(listed, n / 3).recipient();
        boolean again = here.isTold(recipient, version) && n % 3 > 0;
        return asked(
                PLANNER,
                new SendUpdate(
                        version,
                        recipient,
                        Channel.values()[n % 7],
                        Optional.of(new Checked(Checked.Interpreter.DECLINED, Optional.empty())),
                        again ? Optional.of(WHY) : Optional.empty()));
    }

    private Asked followed(Note here) {
        Holder recipient = here.owing().isEmpty() ? NURSE : here.owing().get(0).recipient();
        return asked(INTAKE, new RecordFollowUp(recipient, new Stated.Said(Sensitive.of("called " + n))));
    }

    private NoteCommand named(Note here) {
        List<Holder> all = here.recipients().values();
        return new NameContradiction(HomeNotes.WHAT, Dealer.pick(all, 0), Dealer.pick(all, 1));
    }

    private Asked settled(Note here) {
        int number = here.contradicting().stream()
                .findFirst()
                .map(Contradiction::number)
                .orElse(1);
        return asked(LEAD, new SettleContradiction(number, WHY));
    }

    private Asked contact() {
        List<Logged> all = chart.contacts().all();
        int one = 1 + n / 7 % Math.max(1, all.size());
        Holder by = all.stream()
                .filter(l -> l.number() == one)
                .map(Logged::by)
                .findFirst()
                .orElse(INTAKE);
        ContactCommand command =
                switch (n / 4 % 5) {
                    case 0 -> new ClassifyContact(one, worth(), rule(), WHY);
                    case 1 -> n % 3 == 0 ? new MarkContactInError(one, WHY) : new RecordContact(talk());
                    default -> new RecordContact(talk());
                };
        return new Asked(by, new OnContact(command));
    }

    private Optional<Code> rule() {
        return n % 3 == 0 ? Optional.of(Code.of("three-in-a-week")) : Optional.empty();
    }

    private Worth worth() {
        return List.of(
                        new Worth.Valuable(HomeStart.FALLS),
                        new Worth.Avoidable(Worth.Cause.values()[n / 3 % 3]),
                        new Worth.Undetermined())
                .get(n / 5 % 3);
    }

    private Contact talk() {
        return new Contact(
                n % 19 == 0 ? Optional.empty() : Optional.of(WHY),
                ContactType.values()[n % 9],
                new Talk(
                        List.of(Dealer.pick(Dealer.SEATS, n)),
                        Channel.values()[n % 7],
                        n % 5 > 0,
                        n % 2 == 0,
                        Sensitive.none()),
                n % 90,
                Support.unsaid(),
                n % 3 == 0 ? Optional.of(owed()) : Optional.empty(),
                note.isPresent() && n % 2 == 0 ? Optional.of(change) : Optional.empty(),
                Optional.of(RUN));
    }

    private Asked asked(Holder by, NoteCommand command) {
        return new Asked(by, new InNote(change, command));
    }
}
