package care.baton.store;

import static care.baton.store.Cast.INTAKE;
import static care.baton.store.Cast.LEAD;
import static care.baton.store.Cast.MANAGER;
import static care.baton.store.Cast.PERSON;
import static care.baton.store.Cast.SUPERVISOR;

import care.baton.note.Addressee;
import care.baton.note.Checked;
import care.baton.note.Contact;
import care.baton.note.ContactCommand;
import care.baton.note.ContactCommand.ClassifyContact;
import care.baton.note.ContactCommand.MarkContactInError;
import care.baton.note.ContactCommand.RecordContact;
import care.baton.note.ContactType;
import care.baton.note.CoordinationNote;
import care.baton.note.EscalationNeed;
import care.baton.note.Focus;
import care.baton.note.FollowUp;
import care.baton.note.Item;
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
import care.baton.record.InNote;
import care.baton.record.OnContact;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** What is told about a change in the episode of care, and the contacts that it takes. */
final class Noting {

    private static final Code CHANGE = Code.of("new-medication");
    private static final Code RUN = Code.of("run-1");
    private static final Code DOSE = Code.of("dose");

    private final IntFunction<Sensitive> words;

    private Noting(IntFunction<Sensitive> words) {
        this.words = words;
    }

    static List<Script.Line> lines(IntFunction<Sensitive> words) {
        Noting noting = new Noting(words);
        Code again = Code.of("asked-again");
        return List.of(
                note(MANAGER, new WriteNote(RUN, noting.first())),
                note(MANAGER, new ReleaseNote(1)),
                note(SUPERVISOR, new ReviewNote(1, words.apply(21))),
                note(MANAGER, told(1, INTAKE, Optional.empty())),
                note(MANAGER, told(1, INTAKE, Optional.of(again))),
                note(MANAGER, new WriteNote(RUN, noting.second())),
                note(MANAGER, new ReleaseNote(2)),
                note(MANAGER, told(2, PERSON, Optional.empty())),
                note(MANAGER, told(2, INTAKE, Optional.empty())),
                note(INTAKE, new NameContradiction(DOSE, INTAKE, PERSON)),
                note(SUPERVISOR, new SettleContradiction(2, Code.of("explained"))),
                note(INTAKE, new RecordFollowUp(INTAKE, new Stated.Said(words.apply(22)))),
                note(MANAGER, new CloseNote(Optional.of(Code.of("on-leave")))),
                contact(INTAKE, new RecordContact(noting.call())),
                contact(MANAGER, new RecordContact(attempt())),
                contact(SUPERVISOR, classify(new Worth.Valuable(Code.of("fall-risk")), Optional.of(again))),
                contact(SUPERVISOR, classify(new Worth.Avoidable(Worth.Cause.LATE), Optional.empty())),
                contact(SUPERVISOR, classify(new Worth.Undetermined(), Optional.empty())),
                contact(INTAKE, new MarkContactInError(1, Code.of("wrong-person"))));
    }

    private CoordinationNote first() {
        return note(
                List.of(Code.of("clinical-input")),
                words.apply(23),
                Optional.of(new Stated.Said(words.apply(24))),
                List.of(Addressee.told(INTAKE, MANAGER).owing(owed()), Addressee.told(LEAD, MANAGER)));
    }

    private CoordinationNote second() {
        return note(
                List.of(),
                words.apply(25),
                Optional.of(new Stated.Nothing()),
                List.of(
                        Addressee.told(INTAKE, MANAGER).owing(owed()),
                        Addressee.told(LEAD, MANAGER),
                        Addressee.told(PERSON, MANAGER)));
    }

    private CoordinationNote note(
            List<Code> concerns, Sensitive dose, Optional<Stated> decision, List<Addressee> recipients) {
        return new CoordinationNote(
                words.apply(26),
                words.apply(27),
                words.apply(28),
                Focus.CLINICAL_COORDINATION,
                concerns,
                List.of(
                        new Item(DOSE, Item.Kind.GENERAL, dose),
                        new Item(Code.of("seen"), Item.Kind.OBSERVATION, words.apply(29))),
                decision,
                recipients,
                Optional.of(new EscalationNeed(!concerns.isEmpty(), Code.of("dose-unclear"))),
                Optional.of(Code.of("level-of-service")));
    }

    private static FollowUp.Owed owed() {
        return new FollowUp.Owed(INTAKE, Code.of("call-back"), Cast.START.plus(Duration.ofDays(2)));
    }

    private static SendUpdate told(int version, Holder recipient, Optional<Code> again) {
        Checked checked = new Checked(
                Checked.Interpreter.PRESENT, Optional.of(Code.of("no-telephone")), Optional.of(Code.of("teach-back")));
        return new SendUpdate(version, recipient, Channel.IN_PERSON, Optional.of(checked), again);
    }

    private Contact call() {
        return new Contact(
                Optional.of(Code.of("medication-question")),
                ContactType.CASE_MANAGER,
                new Talk(List.of(MANAGER), Channel.PHONE, true, true, words.apply(30)),
                12,
                new Support(
                        Optional.of(new Stated.Nothing()),
                        Optional.of(new Stated.Said(words.apply(31))),
                        Optional.of(Code.of("stability")),
                        Optional.of(Support.NO_CHANGE)),
                Optional.of(owed()),
                Optional.of(CHANGE),
                Optional.of(RUN));
    }

    private static Contact attempt() {
        return new Contact(
                Optional.of(Code.of("medication-question")),
                ContactType.FAMILY_CALL,
                new Talk(List.of(PERSON), Channel.PHONE, false, false, Sensitive.none()),
                2,
                Support.unsaid(),
                Optional.of(new FollowUp.NothingOwed()),
                Optional.empty(),
                Optional.empty());
    }

    private static ClassifyContact classify(Worth worth, Optional<Code> rule) {
        return new ClassifyContact(1, worth, rule, Code.of("looked-at"));
    }

    private static Script.Line note(Holder by, NoteCommand command) {
        return new Script.Line(Duration.ZERO, by, new InNote(CHANGE, command));
    }

    private static Script.Line contact(Holder by, ContactCommand command) {
        return new Script.Line(Duration.ZERO, by, new OnContact(command));
    }
}
