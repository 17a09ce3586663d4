package care.baton.record;

import static care.baton.record.HomeNotes.CHANGE;
import static care.baton.record.HomeNotes.ask;
import static care.baton.record.HomeNotes.note;
import static care.baton.record.HomeNotes.released;
import static care.baton.record.HomeNotes.tells;
import static care.baton.record.HomeNotes.tellsAgain;
import static care.baton.record.HomeNotes.writes;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.note.Addressee;
import care.baton.note.CoordinationNote;
import care.baton.note.Focus;
import care.baton.note.FollowUp;
import care.baton.note.Note;
import care.baton.note.NoteCommand.CloseNote;
import care.baton.note.NoteCommand.RecordFollowUp;
import care.baton.note.NoteCommand.ReleaseNote;
import care.baton.note.NoteCommand.WriteNote;
import care.baton.note.NoteEvent.FollowUpRecorded;
import care.baton.note.NoteEvent.NoteClosed;
import care.baton.note.NoteEvent.NoteReleased;
import care.baton.note.NoteEvent.NoteWritten;
import care.baton.note.NoteEvent.UpdateSent;
import care.baton.note.Stated;
import care.baton.note.Update;
import care.baton.obligation.Key;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.Relayed;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.time.Stamp;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who is told what about a change: once, by one owner, after the review where one is called for. */
class NoteTest {

    private static final Pattern QUOTED = Pattern.compile("\"([a-z ]+)\"");
    private static final Code AGAIN = Code.of("asked-again");
    private static final Sensitive SAID = Sensitive.of("said");

    @RowTest
    @Rows({"NOT-15", "NOT-16", "NOT-17", "NOT-18", "NOT-19", "NOT-20", "NOT-21"})
    void whatItMustSayIsSaidBeforeItIsReleasedAndTheRefusalNamesTheField(Row row) {
        Matcher quoted = QUOTED.matcher(row.statement());
        boolean found = quoted.find() && row.term().isEmpty();
        String field = (found ? quoted.group(1) : row.term()).replace(' ', '-');

        RecordFixture run = HomeNotes.run().given(PLANNER, writes(without(field)));

        assertThat(refusals(run, PLANNER, ask(new ReleaseNote(1))))
                .containsExactly(Refusal.of(Reason.FIELD_MISSING, "notes/more-falls/" + field));
    }

    @Test
    @Requirement({"NOT-07", "NOT-08", "NOT-09"})
    void aNoteWithoutAnyOfItIsKeptAndNamesAllThatItLacks() {
        RecordFixture run = HomeNotes.run().given(PLANNER, writes(nothingSaid()));

        assertThat(refusals(run, PLANNER, ask(new ReleaseNote(1))))
                .extracting(Refusal::path)
                .containsExactly(
                        "notes/more-falls/change-identified",
                        "notes/more-falls/participant-impact",
                        "notes/more-falls/communication-recipient",
                        "notes/more-falls/information-shared",
                        "notes/more-falls/decision-requested",
                        "notes/more-falls/escalation-need");
        assertThat(note("as before").missing()).isEmpty();
    }

    @Test
    @Requirement({"NOT-04", "NOT-05", "NOT-10"})
    void onReleaseEachRecipientIsToldByOneOwnerInTimeAndOwesWhatIsSaid() {
        RecordFixture run = released();

        assertThat(held(run, Keys.INFORM)).containsExactly(PLANNER, PLANNER, PLANNER, PLANNER);
        assertThat(run.record().notes().get(CHANGE).orElseThrow().unsent())
                .extracting(Addressee::recipient)
                .containsExactly(INTAKE, NURSE, FUNDER, PERSON);
        assertThat(held(run, Keys.NOTE_FOLLOW_UP)).isEmpty();

        run.given(PLANNER, tells(1, INTAKE));
        assertThat(held(run, Keys.INFORM)).hasSize(3);
        assertThat(held(run, Keys.NOTE_FOLLOW_UP)).containsExactly(INTAKE);
        assertThat(run.record()
                        .chart()
                        .obligations()
                        .get(Keys.ofNote(RUN, Keys.NOTE_FOLLOW_UP, CHANGE, 1))
                        .orElseThrow()
                        .due())
                .isEqualTo(HomeNotes.owed(48).due());
        CoordinationNote open = HomeNotes.of(
                "a grab rail", List.of(), List.of(new Addressee(NURSE, Optional.of(PLANNER), Optional.empty())));
        run.given(PLANNER, writes(open));
        assertThat(refusals(run, PLANNER, ask(new ReleaseNote(2))))
                .extracting(Refusal::path)
                .containsExactly("notes/more-falls/follow-up");
    }

    @Test
    @Requirement({"NOT-01", "NOT-06", "NOT-11"})
    void aRecipientIsToldOnceInEachVersionAndOnceMoreOnlyWithAReasonThatCounts() {
        RecordFixture run = released().given(PLANNER, tells(1, INTAKE));

        run.when(PLANNER, tells(1, INTAKE)).thenRefused(Reason.UPDATE_ALREADY_SENT);
        run.when(PLANNER, tellsAgain(1, NURSE)).thenRefused(Reason.VALUE_MALFORMED);
        run.when(PLANNER, tellsAgain(1, INTAKE)).thenHappened(UpdateSent.class);
        Note note = run.record().notes().get(CHANGE).orElseThrow();
        assertThat(note.repeats()).extracting(Update::again).containsExactly(Optional.of(AGAIN));
        assertThat(note.sent().size()).isEqualTo(2);
        assertThat(held(run, Keys.NOTE_FOLLOW_UP)).hasSize(1);

        run.given(PLANNER, writes(note("a grab rail and a lamp")), ask(new ReleaseNote(2)), tells(2, INTAKE));
        assertThat(run.record().notes().told(INTAKE))
                .extracting(Update::version)
                .containsExactly(1, 1, 2);
        run.when(PLANNER, tells(1, NURSE)).thenRefused(Reason.CONTENT_CHANGED);
    }

    @Test
    void onlyTheOwnerTellsAndOnlyWhoIsNamedIsTold() {
        RecordFixture run = released();

        run.when(NURSE, tells(1, INTAKE)).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.when(PLANNER, tells(1, LEAD)).thenRefused(Reason.RECIPIENT_UNKNOWN);
        run.when(HomeStart.SECOND_PLANNER, tells(1, INTAKE)).thenApplied();
    }

    @Test
    @Requirement("NOT-22")
    void itClosesWithWhatCameOfItFromEverybodyWhoOwedThat() {
        RecordFixture run = released();
        List.of(INTAKE, NURSE, FUNDER, PERSON).forEach(who -> run.given(PLANNER, tells(1, who)));

        assertThat(refusals(run, PLANNER, ask(new CloseNote(Optional.empty()))))
                .containsExactly(Refusal.of(
                        Reason.FIELD_MISSING,
                        "notes/more-falls/recipients/1/follow-up-outcome",
                        List.of(INTAKE.role())));
        Key owed = Keys.ofNote(RUN, Keys.NOTE_FOLLOW_UP, CHANGE, 1);
        run.when(INTAKE, new Fulfil(owed)).thenRefused(Reason.STEP_NOT_OPEN);
        run.when(NURSE, followUp(INTAKE)).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.when(INTAKE, followUp(NURSE)).thenRefused(Reason.NOT_OPEN);
        run.when(INTAKE, followUp(INTAKE)).thenHappened(FollowUpRecorded.class, ObligationDischarged.class);
        run.when(INTAKE, followUp(INTAKE)).thenRefused(Reason.NOT_OPEN);
        run.when(PLANNER, ask(new CloseNote(Optional.empty()))).thenHappened(NoteClosed.class);
        run.when(PLANNER, writes(note("more"))).thenRefused(Reason.NOTE_CLOSED);
        assertThat(run.record().notes().get(CHANGE).orElseThrow().closedAt()).contains(run.now());
    }

    @Test
    void whatARecipientSaysByTelephoneIsWrittenDownByWhoeverHeardIt() {
        RecordFixture run = released().given(PLANNER, tells(1, INTAKE));

        assertThat(heard(run, NURSE, INTAKE, followUp(INTAKE))).isEmpty();
        assertThat(heard(run, INTAKE, NURSE, followUp(INTAKE))).containsExactly(Reason.ROLE_NOT_PERMITTED);
    }

    @Test
    void whoeverWasNotToldIsListedWhenItClosesAllTheSame() {
        RecordFixture run = released().given(PLANNER, tells(1, NURSE), tells(1, PERSON));

        assertThat(refusals(run, PLANNER, ask(new CloseNote(Optional.empty()))))
                .containsExactly(
                        Refusal.of(Reason.RECIPIENT_NOT_TOLD, "notes/more-falls/recipients/1", List.of(PLANNER.role())),
                        Refusal.of(
                                Reason.RECIPIENT_NOT_TOLD, "notes/more-falls/recipients/3", List.of(PLANNER.role())));
        run.when(PLANNER, ask(new CloseNote(Optional.of(Code.of("moved-away")))))
                .thenHappened(NoteClosed.class);
        assertThat(run.record().notes().get(CHANGE).orElseThrow().untold()).containsExactly(INTAKE, FUNDER);
        assertThat(held(run, Keys.INFORM)).isEmpty();
    }

    @Test
    void theNextVersionTakesThePlaceOfWhatWasNotToldYetAndOfWhatWasOwed() {
        RecordFixture run = released().given(PLANNER, tells(1, INTAKE));
        List<Addressee> fewer = List.of(Addressee.told(INTAKE, PLANNER), Addressee.told(LEAD, PLANNER));
        run.given(PLANNER, writes(HomeNotes.of("a lamp", List.of(), fewer)));
        assertThat(held(run, Keys.INFORM)).hasSize(3);

        run.when(PLANNER, ask(new ReleaseNote(1))).thenRefused(Reason.CONTENT_CHANGED);
        run.when(PLANNER, ask(new ReleaseNote(2))).thenHappened(NoteReleased.class);
        assertThat(held(run, Keys.INFORM)).hasSize(2);
        run.when(PLANNER, ask(new ReleaseNote(2))).thenRefused(Reason.STEP_NOT_OPEN);
        assertThat(held(run, Keys.NOTE_FOLLOW_UP)).hasSize(1);
        run.given(PLANNER, tells(2, INTAKE));
        assertThat(held(run, Keys.NOTE_FOLLOW_UP)).isEmpty();
    }

    @Test
    void whoTakesNoPartIsToldAllTheSameAndTheOneWhoTellsThemGoesAfterWhatTheyOwe() {
        Holder outside = Holder.of(OrganizationId.of("school"), Code.of("teacher"));
        Addressee teacher = new Addressee(
                outside,
                Optional.of(PLANNER),
                Optional.of(new FollowUp.Owed(
                        outside, Code.of("report"), HomeNotes.owed(48).due())));
        RecordFixture run = HomeNotes.run()
                .given(PLANNER, writes(HomeNotes.of("a lamp", List.of(), List.of(teacher))))
                .given(PLANNER, ask(new ReleaseNote(1)))
                .given(PERSON, HomeConsents.allows(outside))
                .given(PLANNER, tells(1, outside));

        assertThat(held(run, Keys.NOTE_FOLLOW_UP)).containsExactly(PLANNER);
        run.when(PLANNER, followUp(outside)).thenHappened(FollowUpRecorded.class);
    }

    @Test
    void whoeverTakesOverFromAnOwnerWhoLeftTellsInTheirPlaceAndSoWithWhatIsOwed() {
        Holder other = Holder.of(INTAKE.organization(), NURSE.role(), PersonId.of("nurse-2"));
        Addressee told = Addressee.told(INTAKE, NURSE)
                .owing(new FollowUp.Owed(NURSE, AGAIN, HomeNotes.owed(48).due()));
        List<Addressee> both = List.of(told, Addressee.told(FUNDER, NURSE));
        RecordFixture run = HomeNotes.run()
                .given(NURSE, writes(HomeNotes.of("a lamp", List.of(), both)), ask(new ReleaseNote(1)))
                .given(NURSE, tells(1, INTAKE))
                .given(PLANNER, HomeStart.joins(other, OrganizationKind.HOME_CARE_PROVIDER))
                .given(NURSE, new LeaveTeam(NURSE));
        Holder after = held(run, Keys.INFORM).get(0);
        assertThat(after.sameRole(other)).isTrue();

        run.when(after, tells(1, FUNDER)).thenHappened(UpdateSent.class);
        assertThat(held(run, Keys.NOTE_FOLLOW_UP)).containsExactly(after);
        run.when(after, followUp(INTAKE)).thenHappened(FollowUpRecorded.class);
    }

    @Test
    void whoeverWroteItGoesOnWithItOrWhoeverKeepsTheRecordAndOnItsOwnRun() {
        RecordFixture run = HomeNotes.run().given(NURSE, writes(note("a lamp")));

        run.when(INTAKE, writes(note("no lamp"))).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.when(INTAKE, ask(new ReleaseNote(1))).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.when(PLANNER, writes(note("two lamps"))).thenHappened(NoteWritten.class);
        run.given(PLANNER, new OpenRun(Code.of("run-2"), Code.of("home-start"), 1));
        run.when(NURSE, ask(new WriteNote(Code.of("run-2"), note("a lamp")))).thenRefused(Reason.NOTE_OF_ANOTHER_RUN);
        run.when(NURSE, ask(new WriteNote(Code.of("run-9"), note("a lamp")))).thenRefused(Reason.RUN_NOT_OPEN);
        run.when(NURSE, new InNote(Code.of("nothing-known"), new ReleaseNote(1)))
                .thenRefused(Reason.NOTE_UNKNOWN);
        Holder stranger = Holder.of(OrganizationId.of("elsewhere"), Code.of("nurse"));
        run.when(stranger, writes(note("a lamp"))).thenRefused(Reason.NOT_A_MEMBER);
    }

    @Test
    void whatHasPassedAlreadyIsNoTimeToAnswerBy() {
        RecordFixture run =
                HomeNotes.run().given(PLANNER, writes(note("a lamp"))).after(Duration.ofHours(48));

        assertThat(refusals(run, PLANNER, ask(new ReleaseNote(1))))
                .containsExactly(Refusal.of(Reason.DUE_IN_THE_PAST, "notes/more-falls/recipients/1/follow-up"));
    }

    @Test
    @Requirement({"NOT-02", "NOT-14"})
    void itSaysWhatItMovesAndWhatItSupportsAndWhenAnybodyWasLastTold() {
        RecordFixture run = released().after(Duration.ofHours(1)).given(PLANNER, tells(1, NURSE));
        Instant told = run.now();
        run.after(Duration.ofHours(1));

        assertThat(run.record().notes().lastTold(RUN, Code.of("hours"))).contains(told);
        assertThat(run.record().notes().lastTold(RUN, Code.of("level"))).isEmpty();
        assertThat(note("a lamp").isRoutine()).isFalse();
        assertThat(note("a lamp").supportsNothing()).isFalse();
        assertThat(nothingSaid().isRoutine()).isTrue();
        assertThat(nothingSaid().supportsNothing()).isTrue();
        assertThat(Focus.values()).hasSize(5);
    }

    @Test
    @Requirement("NOT-27")
    void whoToldWhomWhatCameBackAndWhatMattersToThePersonStandTogether() {
        RecordFixture run = released().given(PLANNER, tells(1, INTAKE)).given(INTAKE, followUp(INTAKE));
        Note note = run.record().notes().get(CHANGE).orElseThrow();
        Update told = note.lastTo(INTAKE).orElseThrow();

        assertThat(told.by()).isEqualTo(PLANNER);
        assertThat(told.recipient()).isEqualTo(INTAKE);
        Note.Outcome back =
                note.outcomes().get(note.number(INTAKE).orElseThrow()).orElseThrow();
        assertThat(back.version()).isEqualTo(told.version());
        assertThat(back.by()).isEqualTo(INTAKE);
        assertThat(note.newest().note().priorities()).isEqualTo(Sensitive.of("wants to stay at home"));
    }

    private static CoordinationNote without(String field) {
        CoordinationNote whole = note("a lamp");
        return new CoordinationNote(
                field.equals("change-identified") ? Sensitive.none() : whole.change(),
                field.equals("participant-impact") ? Sensitive.none() : whole.impact(),
                whole.priorities(),
                whole.focus(),
                whole.concerns(),
                field.equals("information-shared") ? List.of() : whole.information(),
                field.equals("decision-requested") ? Optional.empty() : whole.decision(),
                field.equals("communication-recipient")
                        ? List.of()
                        : field.equals("action-owner")
                                ? List.of(new Addressee(
                                        NURSE,
                                        Optional.empty(),
                                        Addressee.told(NURSE, PLANNER).followUp()))
                                : whole.recipients(),
                field.equals("escalation-need") ? Optional.empty() : whole.escalation(),
                whole.supports());
    }

    private static CoordinationNote nothingSaid() {
        return new CoordinationNote(
                Sensitive.none(),
                Sensitive.none(),
                Sensitive.none(),
                Focus.ROUTINE,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static InNote followUp(Holder recipient) {
        return ask(new RecordFollowUp(recipient, new Stated.Said(SAID)));
    }

    static List<Holder> held(RecordFixture run, Code kind) {
        return run.record().chart().obligations().openOf(Keys.cause(RUN), kind).stream()
                .map(o -> o.holder())
                .toList();
    }

    static List<Refusal> refusals(RecordFixture run, Holder by, RecordCommand command) {
        Act act = Act.of(CommandId.of("would"), by, Stamp.at(run.now()));
        return run.record().would(command, act, RecordWalk.salt(9), run.rules()).refusals();
    }

    static List<Reason> heard(RecordFixture run, Holder by, Holder speaker, RecordCommand command) {
        Act act = new Act(
                CommandId.of("by-phone"),
                by,
                Stamp.at(run.now()),
                Optional.of(new Relayed(speaker, Channel.PHONE, run.now())));
        return run.record().would(command, act, RecordWalk.salt(9), run.rules()).refusals().stream()
                .map(Refusal::code)
                .toList();
    }
}
