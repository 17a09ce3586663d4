package care.baton.record;

import static care.baton.record.HomeNotes.CHANGE;
import static care.baton.record.HomeNotes.COUNT;
import static care.baton.record.HomeNotes.SEEN;
import static care.baton.record.HomeNotes.WHAT;
import static care.baton.record.HomeNotes.ask;
import static care.baton.record.HomeNotes.note;
import static care.baton.record.HomeNotes.recipients;
import static care.baton.record.HomeNotes.released;
import static care.baton.record.HomeNotes.tells;
import static care.baton.record.HomeNotes.writes;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.NoteTest.heard;
import static care.baton.record.NoteTest.held;
import static care.baton.record.NoteTest.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.disclosure.DisclosureRules;
import care.baton.note.CoordinationNote;
import care.baton.note.EscalationNeed;
import care.baton.note.Focus;
import care.baton.note.Item;
import care.baton.note.NoteCommand.ReleaseNote;
import care.baton.note.NoteCommand.ReviewNote;
import care.baton.note.NoteCommand.SendUpdate;
import care.baton.note.NoteEvent.NoteReviewed;
import care.baton.note.NoteEvent.UpdateSent;
import care.baton.note.NoteRules;
import care.baton.note.Stated;
import care.baton.obligation.Key;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is looked at before anybody is told: the review, who is shown what, and whether an interpreter is needed. */
class NoteReviewTest {

    private static final Pattern CONCERN = Pattern.compile("(?:relates to|concerns) \"?([a-z ]+)\"?,");
    private static final Sensitive SAID = Sensitive.of("said");

    @RowTest
    @Rows("GAT-07..GAT-11")
    void nobodyIsToldBeforeTheSupervisorHasReviewedIt(Row row) {
        Matcher concern = CONCERN.matcher(row.statement());
        assertThat(concern.find()).isTrue();
        Rulebook shipped = new Rulebook(List.of(HomeStart.pathway()), HomeStart.CALENDAR);
        Holder supervisor = Holder.of(PLANNER.organization(), Code.of("supervisor"));
        RecordFixture run = RecordFixture.of(RecordId.of("record-1"), shipped, HomeStart.START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, Code.of("home-start"), 1))
                .given(PERSON, HomeConsents.allowsAll())
                .given(
                        PLANNER,
                        writes(note("more hours", Code.of(concern.group(1).replace(' ', '-')))))
                .given(PLANNER, ask(new ReleaseNote(1)));

        assertThat(refusals(run, PLANNER, tells(1, INTAKE)))
                .containsExactly(Refusal.of(Reason.REVIEW_MISSING, "notes/more-falls", List.of(Code.of("supervisor"))));
        assertThat(held(run, Keys.NOTE_REVIEW)).extracting(Holder::role).containsExactly(supervisor.role());
        assertThat(held(run, Keys.INFORM)).isEmpty();
        run.when(PLANNER, ask(new ReviewNote(1, SAID))).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.given(supervisor, ask(new ReviewNote(1, SAID)));
        assertThat(held(run, Keys.NOTE_REVIEW)).isEmpty();
        run.when(PLANNER, tells(1, INTAKE)).thenHappened(UpdateSent.class);
    }

    @Test
    @Requirement("GAT-07")
    void aConcernThatNoRuleKnowsIsAnsweredWithTheOneThatWasMeant() {
        List<Refusal> refusals = refusals(HomeNotes.run(), PLANNER, writes(note("words", Code.of("risk-escalaton"))));
        assertThat(refusals).extracting(Refusal::path).containsExactly("notes/more-falls/concerns/risk-escalaton");
        assertThat(refusals.get(0).code()).isEqualTo(Reason.NAME_UNKNOWN);
        assertThat(refusals.get(0).names().get(0)).isEqualTo(HomeNotes.CONCERN);
    }

    @Test
    @Requirement("GAT-07")
    void whateverHasToGoFurtherUpIsReviewedWhateverItMoves() {
        for (Focus focus : Focus.values()) {
            CoordinationNote plain = note("a grab rail");
            CoordinationNote rises = CoordinationNote.builder()
                    .change(plain.change())
                    .impact(plain.impact())
                    .priorities(plain.priorities())
                    .focus(focus)
                    .addAllInformation(plain.information())
                    .decision(plain.decision())
                    .addAllRecipients(plain.recipients())
                    .escalation(new EscalationNeed(true, Code.of("immediate-risk")))
                    .supports(plain.supports())
                    .build();
            HomeNotes.run()
                    .given(PLANNER, writes(rises), ask(new ReleaseNote(1)))
                    .when(PLANNER, tells(1, INTAKE))
                    .thenRefused(Reason.REVIEW_MISSING);
        }
    }

    @Test
    @Requirement("NOT-32")
    void eachActionSaysWhoseItIsAndWhenSomebodyWasLastToldForItsSake() {
        RecordFixture run = HomePlans.active();
        Code bed = HomePlans.BED;
        CoordinationNote plain = note("a higher bed");
        CoordinationNote forTheBed = CoordinationNote.builder()
                .change(plain.change())
                .impact(plain.impact())
                .priorities(plain.priorities())
                .focus(plain.focus())
                .addAllInformation(plain.information())
                .decision(plain.decision())
                .addAllRecipients(plain.recipients())
                .escalation(plain.escalation())
                .supports(bed)
                .build();
        run.given(PLANNER, writes(forTheBed), ask(new ReleaseNote(1)))
                .after(Duration.ofHours(1))
                .given(PLANNER, tells(1, FUNDER));
        Instant told = run.now();
        run.after(Duration.ofHours(1));

        for (WorkItem row : run.record().work().list(run.now())) {
            boolean isTheBed = row.key().equals(Keys.activity(RUN, HomePlans.PLAN, bed));
            assertThat(row.lastTold())
                    .as(row.key().toString())
                    .isEqualTo(isTheBed ? Optional.of(told) : Optional.empty());
        }
        assertThat(run.record().work().list(run.now()))
                .filteredOn(row -> row.lastTold().isPresent())
                .singleElement()
                .matches(row -> row.holder().sameRole(FUNDER));
    }

    @Test
    void aReviewIsOfOneVersionAndOnceAndTheNextVersionNeedsItsOwn() {
        RecordFixture run = released(HomeNotes.CONCERN).given(LEAD, ask(new ReviewNote(1, SAID)));

        run.when(LEAD, ask(new ReviewNote(1, SAID))).thenRefused(Reason.STEP_NOT_OPEN);
        run.given(PLANNER, writes(note("another rail", HomeNotes.CONCERN)), ask(new ReleaseNote(2)));
        assertThat(held(run, Keys.INFORM)).isEmpty();
        run.when(LEAD, ask(new ReviewNote(1, SAID))).thenRefused(Reason.CONTENT_CHANGED);
        run.when(PLANNER, tells(2, INTAKE)).thenRefused(Reason.REVIEW_MISSING);
        run.given(LEAD, ask(new ReviewNote(2, SAID)), new AdvanceTime());
        assertThat(held(run, Keys.INFORM)).hasSize(4);
    }

    @Test
    void aReviewThatIsLateIsHeardAndIsDoneByReviewingAlone() {
        RecordFixture run = released(HomeNotes.CONCERN).after(Duration.ofHours(9));
        Key review = Keys.noteReview(RUN, CHANGE);

        run.when(LEAD, new AdvanceTime()).thenHappened(LevelRaised.class);
        assertThat(run.record().chart().obligations().get(review).orElseThrow().raised())
                .isEqualTo(1);
        run.when(LEAD, new Fulfil(review)).thenRefused(Reason.STEP_NOT_OPEN);
        run.when(LEAD, ask(new ReviewNote(1, SAID))).thenHappened(NoteReviewed.class, ObligationDischarged.class);
    }

    @Test
    void aReviewBySomebodyElsesTelephoneIsNone() {
        RecordFixture run = released(HomeNotes.CONCERN);

        assertThat(heard(run, INTAKE, LEAD, ask(new ReviewNote(1, SAID)))).containsExactly(Reason.ROLE_NOT_PERMITTED);
        assertThat(heard(run, PLANNER, LEAD, ask(new ReviewNote(1, SAID)))).isEmpty();
    }

    @Test
    @Requirement({"NOT-12", "NOT-13"})
    void eachIsShownWhatTheirRoleIsShown() {
        RecordFixture run = released();
        for (Holder recipient : List.of(INTAKE, NURSE, FUNDER)) {
            run.given(PLANNER, tells(1, recipient));
        }
        assertThat(run.record().notes().told(INTAKE).get(0).items()).containsExactly(WHAT);
        assertThat(run.record().notes().told(NURSE).get(0).items()).containsExactly(SEEN);
        assertThat(run.record().notes().told(FUNDER).get(0).items()).containsExactly(WHAT, COUNT);

        NoteRules shipped = NoteRules.standard();
        CoordinationNote note = note("a grab rail");
        assertThat(shipped.shownTo(note, Code.of("case-manager")))
                .extracting(Item::name)
                .containsExactly(WHAT, COUNT);
        List<Code> clinicians =
                new ArrayList<>(DisclosureRules.standard().emergency().roles());
        clinicians.add(Code.of("nurse-consultant"));
        for (Code clinician : clinicians) {
            assertThat(shipped.shownTo(note, clinician))
                    .as(clinician.value())
                    .extracting(Item::kind)
                    .containsExactly(Item.Kind.OBSERVATION);
        }
    }

    @Test
    void whoWouldBeShownNothingIsNamedBeforeTheRelease() {
        CoordinationNote note = new CoordinationNote(
                SAID,
                SAID,
                SAID,
                Focus.RISK,
                List.of(),
                List.of(new Item(COUNT, Item.Kind.EVIDENCE, SAID)),
                Optional.of(new Stated.Nothing()),
                recipients(),
                note("x").escalation(),
                Optional.empty());
        RecordFixture run = HomeNotes.run().given(PLANNER, writes(note));

        assertThat(refusals(run, PLANNER, ask(new ReleaseNote(1))))
                .extracting(Refusal::path)
                .containsExactly(
                        "notes/more-falls/recipients/1/information-shared",
                        "notes/more-falls/recipients/2/information-shared",
                        "notes/more-falls/recipients/4/information-shared");
    }

    @Test
    @Requirement("EQU-05")
    void thePersonIsToldOnceItIsSaidWhetherAnInterpreterIsNeeded() {
        SendUpdate unchecked = new SendUpdate(1, PERSON, Channel.PHONE, Optional.empty(), Optional.empty());
        RecordFixture run = released();

        assertThat(refusals(run, PLANNER, ask(unchecked)))
                .containsExactly(Refusal.of(
                        Reason.FIELD_MISSING,
                        "notes/more-falls/recipients/4/interpreter-need",
                        List.of(PLANNER.role())));
        run.when(PLANNER, tells(1, PERSON)).thenHappened(UpdateSent.class);
    }
}
