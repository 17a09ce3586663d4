package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;

import care.baton.note.Addressee;
import care.baton.note.Checked;
import care.baton.note.Contact;
import care.baton.note.ContactCommand.RecordContact;
import care.baton.note.ContactType;
import care.baton.note.CoordinationNote;
import care.baton.note.EscalationNeed;
import care.baton.note.Focus;
import care.baton.note.FollowUp;
import care.baton.note.Item;
import care.baton.note.NoteCommand;
import care.baton.note.NoteCommand.ReleaseNote;
import care.baton.note.NoteCommand.SendUpdate;
import care.baton.note.NoteCommand.WriteNote;
import care.baton.note.NoteRules;
import care.baton.note.Stated;
import care.baton.note.Support;
import care.baton.note.Talk;
import care.baton.outcome.Code;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A note on the small pathway: the person falls more often, and the nurse, the intake, the funder and they need to know. */
final class HomeNotes {

    static final Code CHANGE = Code.of("more-falls");
    static final Code COUNT = Code.of("count-of-falls");
    static final Code SEEN = Code.of("seen-at-home");
    static final Code WHAT = Code.of("what-we-do");
    static final Code CONCERN = Code.of("risk-escalation");

    /** The lead reviews; who is shown what goes by role. */
    static final NoteRules RULES = new NoteRules(
            LEAD.role(),
            NoteRules.standard().reviewed(),
            HomeStart.hours(8),
            HomeStart.hours(12),
            HomeStart.hours(24),
            List.of(
                    new NoteRules.Shown(NURSE.role(), List.of(Item.Kind.OBSERVATION)),
                    new NoteRules.Shown(FUNDER.role(), List.of(Item.Kind.GENERAL, Item.Kind.EVIDENCE))));

    private HomeNotes() {}

    /** Everything that a note must say; the intake owes a call, and nobody else owes anything. */
    static CoordinationNote note(String words, Code... concerns) {
        return of(words, List.of(concerns), recipients());
    }

    static List<Addressee> recipients() {
        return List.of(
                Addressee.told(INTAKE, PLANNER).owing(owed(48)),
                Addressee.told(NURSE, PLANNER),
                Addressee.told(FUNDER, PLANNER),
                Addressee.told(PERSON, PLANNER));
    }

    static FollowUp.Owed owed(int hours) {
        return new FollowUp.Owed(INTAKE, Code.of("call-back"), START.plus(Duration.ofHours(hours)));
    }

    static CoordinationNote of(String words, List<Code> concerns, List<Addressee> recipients) {
        return CoordinationNote.builder()
                .change(Sensitive.of("falls more often"))
                .impact(Sensitive.of("is afraid of the stairs"))
                .priorities(Sensitive.of("wants to stay at home"))
                .focus(Focus.RISK)
                .addAllConcerns(concerns)
                .addInformation(
                        new Item(WHAT, Item.Kind.GENERAL, Sensitive.of(words)),
                        new Item(COUNT, Item.Kind.EVIDENCE, Sensitive.of("three in a week")),
                        new Item(SEEN, Item.Kind.OBSERVATION, Sensitive.of("holds on to the wall")))
                .decision(new Stated.Said(Sensitive.of("two visits more")))
                .addAllRecipients(recipients)
                .escalation(new EscalationNeed(false, Code.of("stable-at-home")))
                .supports(Code.of("hours"))
                .build();
    }

    static InNote ask(NoteCommand command) {
        return new InNote(CHANGE, command);
    }

    static InNote writes(CoordinationNote note) {
        return ask(new WriteNote(RUN, note));
    }

    static InNote tells(int version, Holder recipient) {
        Optional<Checked> checked = recipient.equals(PERSON)
                ? Optional.of(new Checked(Checked.Interpreter.NOT_NEEDED, Optional.empty()))
                : Optional.empty();
        return ask(new SendUpdate(version, recipient, Channel.PHONE, checked, Optional.empty()));
    }

    static InNote tellsAgain(int version, Holder recipient) {
        return ask(new SendUpdate(
                version,
                recipient,
                Channel.PHONE,
                Optional.of(new Checked(Checked.Interpreter.PRESENT, Optional.of(Code.of("no-letter-box")))),
                Optional.of(Code.of("asked-again"))));
    }

    /** The person allows everybody on the small pathway to be told. */
    static RecordFixture run() {
        return HomeStart.run().given(PERSON, HomeConsents.allowsAll());
    }

    static RecordFixture released(Code... concerns) {
        return run().given(PLANNER, writes(note("a grab rail", concerns)), ask(new ReleaseNote(1)));
    }

    static OnContact calls(ContactType type, int minutes) {
        return calls(contact(type, minutes));
    }

    static OnContact calls(Contact contact) {
        return new OnContact(new RecordContact(contact));
    }

    static Contact contact(ContactType type, int minutes) {
        return new Contact(
                Optional.of(Code.of("task-boundary")),
                type,
                Talk.with(INTAKE, Channel.PHONE),
                minutes,
                Support.unsaid(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(RUN));
    }
}
