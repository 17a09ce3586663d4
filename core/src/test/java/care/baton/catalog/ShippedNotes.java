package care.baton.catalog;

import care.baton.catalog.ShippedDeck.Card;
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
import care.baton.note.EscalationNeed;
import care.baton.note.Focus;
import care.baton.note.FollowUp;
import care.baton.note.Item;
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
import care.baton.record.CoordinationRecord;
import care.baton.record.InNote;
import care.baton.record.OnContact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What somebody could write about a change or a contact on a record where a shipped pathway runs. */
final class ShippedNotes {

    static final List<String> KINDS = Stream.of(NoteCommand.class, ContactCommand.class)
            .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
            .map(Class::getSimpleName)
            .toList();

    private static final Code WHY = Code.of("asked-again");
    private static final Holder SUPERVISOR = Scene.seat("supervisor");
    private static final Holder MANAGER = Scene.seat("case-manager");
    private static final Holder SCHEDULER = Scene.seat("scheduler");
    private static final Holder PERSON = Scene.seat("person");

    private final CoordinationRecord record;
    private final SplittableRandom random;
    private final Instant now;

    ShippedNotes(CoordinationRecord record, SplittableRandom random, Instant now) {
        this.record = record;
        this.random = random;
        this.now = now;
    }

    Card make(String kind) {
        return kind.endsWith("Contact") || kind.equals("MarkContactInError") ? contact(kind) : draw(kind);
    }

    /** Of all notes, mostly one on which that can be done; else a new one. */
    private Card draw(String kind) {
        List<Note> fitting =
                record.notes().all().stream().filter(n -> fits(n, kind)).toList();
        Optional<Note> note = fitting.isEmpty() ? Optional.empty() : Optional.of(ShippedDeck.one(random, fitting));
        Code change = note.map(Note::change).orElse(Code.of("change-" + random.nextInt(40)));
        Card made = note.map(n -> about(n, kind)).orElseGet(() -> anything(kind));
        return new Card(made.by(), new InNote(change, ((InNote) made.command()).command()));
    }

    private static boolean fits(Note note, String kind) {
        boolean open = note.closedAt().isEmpty();
        return open
                && switch (kind) {
                    case "ReleaseNote" ->
                        !note.released().equals(Optional.of(note.newest().version()));
                    case "ReviewNote" -> note.released().isPresent() && note.isHeldBack();
                    case "SendUpdate" -> !note.isHeldBack();
                    case "RecordFollowUp" -> !note.owing().isEmpty();
                    case "NameContradiction" -> note.sent().size() > 1;
                    case "SettleContradiction" -> !note.contradicting().isEmpty();
                    case "CloseNote" ->
                        note.released().isPresent()
                                && note.owing().isEmpty()
                                && note.contradicting().isEmpty();
                    default -> true;
                };
    }

    private Card about(Note note, String kind) {
        int version = note.released().orElse(1);
        return switch (kind) {
            case "ReleaseNote" -> card(SUPERVISOR, new ReleaseNote(note.newest().version()));
            case "ReviewNote" -> card(SUPERVISOR, new ReviewNote(version, Sensitive.none()));
            case "SendUpdate" -> told(note, version);
            case "RecordFollowUp" -> {
                Holder owing = note.owing().get(0).recipient();
                yield card(SUPERVISOR, new RecordFollowUp(owing, new Stated.Nothing()));
            }
            case "NameContradiction" -> {
                List<Holder> all = note.sent().values().stream()
                        .map(u -> u.recipient())
                        .distinct()
                        .toList();
                yield card(MANAGER, new NameContradiction(Code.of("what"), all.get(0), all.get(all.size() - 1)));
            }
            case "SettleContradiction" -> {
                Contradiction one = note.contradicting().get(0);
                yield card(SUPERVISOR, new SettleContradiction(one.number(), WHY));
            }
            case "CloseNote" -> card(SUPERVISOR, new CloseNote(Optional.of(WHY)));
            default -> card(SUPERVISOR, new WriteNote(note.run(), written()));
        };
    }

    private Card anything(String kind) {
        Stated nothing = new Stated.Nothing();
        return switch (kind) {
            case "ReleaseNote" -> card(SUPERVISOR, new ReleaseNote(1));
            case "ReviewNote" -> card(SUPERVISOR, new ReviewNote(1, Sensitive.none()));
            case "SendUpdate" ->
                card(SUPERVISOR, new SendUpdate(1, MANAGER, Channel.PHONE, Optional.empty(), Optional.empty()));
            case "RecordFollowUp" -> card(SUPERVISOR, new RecordFollowUp(MANAGER, nothing));
            case "NameContradiction" -> card(SUPERVISOR, new NameContradiction(WHY, MANAGER, PERSON));
            case "SettleContradiction" -> card(SUPERVISOR, new SettleContradiction(1, WHY));
            case "CloseNote" -> card(SUPERVISOR, new CloseNote(Optional.empty()));
            default -> card(SUPERVISOR, new WriteNote(Scene.RUN, written()));
        };
    }

    private Card told(Note note, int version) {
        List<Addressee> listed = note.current().orElseThrow().note().recipients();
        Holder recipient = ShippedDeck.one(random, listed).recipient();
        boolean again = note.isTold(recipient, version) && random.nextInt(4) > 0;
        return card(
                SUPERVISOR,
                new SendUpdate(
                        version,
                        recipient,
                        Channel.PHONE,
                        Optional.of(new Checked(Checked.Interpreter.NOT_NEEDED, Optional.empty())),
                        again ? Optional.of(WHY) : Optional.empty()));
    }

    private CoordinationNote written() {
        boolean bare = random.nextInt(8) == 0;
        List<Addressee> recipients = Stream.of(MANAGER, SCHEDULER, PERSON)
                .filter(r -> random.nextInt(3) > 0)
                .map(r -> Addressee.told(r, SUPERVISOR))
                .map(a -> random.nextBoolean() ? a : a.owing(owed(a.recipient())))
                .toList();
        return new CoordinationNote(
                bare ? Sensitive.none() : Sensitive.of("changed"),
                Sensitive.of("impact"),
                Sensitive.none(),
                Focus.values()[random.nextInt(5)],
                random.nextBoolean() ? List.of() : List.of(Code.of("family-concern")),
                List.of(new Item(Code.of("what"), Item.Kind.GENERAL, Sensitive.of("words " + random.nextInt(3)))),
                Optional.of(new Stated.Nothing()),
                recipients.isEmpty() ? List.of(Addressee.told(MANAGER, SUPERVISOR)) : recipients,
                Optional.of(new EscalationNeed(false, WHY)),
                Optional.empty());
    }

    /** Told to two, of whom one owes an answer; nothing in it has to be reviewed first. */
    static CoordinationNote plain(Instant now) {
        FollowUp.Owed answer = new FollowUp.Owed(MANAGER, WHY, now.plus(Duration.ofDays(3)));
        return new CoordinationNote(
                Sensitive.of("changed"),
                Sensitive.of("impact"),
                Sensitive.none(),
                Focus.ROUTINE,
                List.of(),
                List.of(new Item(Code.of("what"), Item.Kind.GENERAL, Sensitive.of("words"))),
                Optional.of(new Stated.Nothing()),
                List.of(Addressee.told(MANAGER, SUPERVISOR).owing(answer), Addressee.told(SCHEDULER, SUPERVISOR)),
                Optional.of(new EscalationNeed(false, WHY)),
                Optional.empty());
    }

    private FollowUp.Owed owed(Holder owner) {
        return new FollowUp.Owed(owner, WHY, now.plus(Duration.ofHours(1 + random.nextInt(60))));
    }

    /** Of all contacts, mostly one that counts. */
    private Card contact(String kind) {
        List<Logged> counting =
                record.contacts().all().stream().filter(Logged::counts).toList();
        if (kind.equals("RecordContact") || counting.isEmpty() || random.nextInt(8) == 0) {
            ContactCommand asked = kind.equals("RecordContact")
                    ? new RecordContact(made())
                    : kind.equals("ClassifyContact")
                            ? new ClassifyContact(99, new Worth.Undetermined(), Optional.empty(), WHY)
                            : new MarkContactInError(99, WHY);
            return new Card(SUPERVISOR, new OnContact(asked));
        }
        Logged one = ShippedDeck.one(random, counting);
        return new Card(
                one.by(),
                new OnContact(
                        kind.equals("ClassifyContact")
                                ? new ClassifyContact(one.number(), new Worth.Valuable(WHY), Optional.of(WHY), WHY)
                                : new MarkContactInError(one.number(), WHY)));
    }

    private Contact made() {
        return new Contact(
                random.nextInt(8) == 0 ? Optional.empty() : Optional.of(WHY),
                ContactType.values()[random.nextInt(9)],
                Talk.with(MANAGER, Channel.PHONE),
                random.nextInt(60),
                Support.unsaid(),
                random.nextInt(5) > 0 ? Optional.empty() : Optional.of(owed(MANAGER)),
                Optional.empty(),
                Optional.of(Scene.RUN));
    }

    private static Card card(Holder by, NoteCommand command) {
        return new Card(by, new InNote(WHY, command));
    }
}
