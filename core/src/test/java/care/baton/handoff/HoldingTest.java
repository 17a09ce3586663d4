package care.baton.handoff;

import static care.baton.handoff.HandoffTest.accept;
import static care.baton.handoff.HandoffTest.offered;
import static care.baton.handoff.HandoffTest.story;
import static care.baton.handoff.Parties.COLLEAGUE;
import static care.baton.handoff.Parties.COORDINATOR;
import static care.baton.handoff.Parties.HOME_CARE;
import static care.baton.handoff.Parties.INTAKE;
import static care.baton.handoff.Parties.INTAKE_COVER;
import static care.baton.handoff.Parties.NO_CAPACITY;
import static care.baton.handoff.Parties.SCHEDULER;
import static care.baton.handoff.Parties.SOUTH;
import static care.baton.handoff.Parties.WARD_NURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.handoff.HandoffCommand.AcknowledgeAssignment;
import care.baton.handoff.HandoffCommand.AssignPerson;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.HoldWarmHandoff;
import care.baton.handoff.HandoffCommand.MarkInError;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.RefuseCompletion;
import care.baton.handoff.HandoffCommand.ReopenHandoff;
import care.baton.handoff.HandoffCommand.ReportProgress;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.TakeBack;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoldingTest {

    private static final Sensitive WORDS = Sensitive.of("words");
    private static final CompleteAction DONE =
            new CompleteAction(List.of(new Input(Code.of("discharge-report"), WORDS)));
    private static final RefuseCompletion NOT_SO = new RefuseCompletion(Code.of("not-what-was-asked"));

    private static HandoffFixture accepted() {
        return offered().given(INTAKE, accept(1));
    }

    @Test
    @Promise(2)
    void theGiverHoldsItUntilItIsTakenBack() {
        HandoffFixture story = accepted().given(INTAKE, new StartAction()).when(INTAKE, new GiveBack(NO_CAPACITY));
        story.thenOwner(INTAKE).thenOwed(Kinds.TAKE_BACK, COORDINATOR);
        story.whenTimePasses(Duration.ofDays(9)).thenOwner(INTAKE);

        story.when(SOUTH, new TakeBack()).thenRefused(Reason.NOT_YOUR_TURN);
        story.when(WARD_NURSE, new TakeBack()).thenRefused(Reason.ROLE_NOT_PERMITTED);
        story.when(COLLEAGUE, new TakeBack()).thenOwner(COLLEAGUE).thenOwed(Kinds.PLACE, COLLEAGUE);

        story.thenOwed(Kinds.TAKE_BACK).thenOwed(Kinds.UPDATE);
        story.when(COORDINATOR, OfferHandoff.firm(SOUTH, HOME_CARE))
                .when(SOUTH, accept(2))
                .thenOwner(SOUTH);
    }

    @Test
    @Promise({2, 7})
    void whereAServerSettlesItTheSenderTakesBackWhatThatNoLongerSaysIsHeld() {
        TakeBack gone = new TakeBack(Optional.of(Code.of("access-withdrawn")));
        HandoffFixture story = story().given(
                        COORDINATOR,
                        new OfferHandoff(
                                OfferKind.FIRM,
                                INTAKE,
                                HOME_CARE,
                                Optional.empty(),
                                Arbiter.SERVER,
                                Optional.empty(),
                                Optional.empty()))
                .given(INTAKE, accept(1))
                .given(INTAKE, new ConfirmDecision(1))
                .thenOwner(INTAKE);

        story.when(INTAKE, gone).thenRefused(Reason.NOT_YOUR_TURN);
        story.when(COORDINATOR, gone).thenOwner(COORDINATOR).thenOwed(Kinds.PLACE, COORDINATOR);
        accepted().when(COORDINATOR, gone).thenRefused(Reason.STEP_NOT_OPEN);
    }

    @Test
    void nothingIsTakenBackThatWasNotGivenBack() {
        accepted()
                .when(COORDINATOR, new TakeBack())
                .thenRefused(Reason.STEP_NOT_OPEN)
                .thenOwner(INTAKE);
        accepted().when(SCHEDULER, new GiveBack(NO_CAPACITY)).thenRefused(Reason.ROLE_NOT_PERMITTED);
        offered().when(INTAKE, new GiveBack(NO_CAPACITY)).thenRefused(Reason.STEP_NOT_OPEN);
    }

    @Test
    @Requirement("HND-47")
    void theLoopClosesOnlyWhenTheSenderHasTheResultAndConfirmsIt() {
        HandoffFixture story = accepted()
                .given(INTAKE, new StartAction())
                .given(INTAKE, new CompleteAction(List.of()))
                .thenOwner(INTAKE)
                .thenOwed(Kinds.VALIDATE, COORDINATOR);
        story.when(COORDINATOR, new ValidateCompletion()).thenRefused(Reason.RESULT_MISSING);
        story.when(WARD_NURSE, new ValidateCompletion()).thenRefused(Reason.ROLE_NOT_PERMITTED, Reason.RESULT_MISSING);
        story.when(INTAKE, new CompleteAction(List.of())).thenRefused(Reason.RESULT_MISSING);
        story.given(INTAKE, DONE).thenOwner(INTAKE);
        story.when(SOUTH, new ValidateCompletion()).thenRefused(Reason.NOT_YOUR_TURN);

        story.when(COORDINATOR, new ValidateCompletion()).thenApplied();

        assertThat(story.handoff().negotiation().course()).isEqualTo(Course.CLOSED);
        assertThat(story.handoff().negotiation().output()).isEqualTo(DONE.output());
        assertThat(story.handoff().owner()).isEmpty();
        assertThat(story.handoff().nextDue()).isEmpty();
    }

    @Test
    void aRefusedCompletionGivesTheSenderWhatIsLeft() {
        HandoffFixture story = accepted().given(INTAKE, DONE);
        story.when(INTAKE, NOT_SO).thenRefused(Reason.NOT_YOUR_TURN);

        story.when(COORDINATOR, NOT_SO).thenOwner(COORDINATOR).thenOwed(Kinds.PLACE, COORDINATOR);

        story.thenOwed(Kinds.VALIDATE);
        assertThat(story.handoff().negotiation().output()).isEmpty();
    }

    @Test
    void theHolderReportsAndTheNextReportIsOwedAtOnce() {
        HandoffFixture story = accepted().after(Duration.ofDays(6)).given(INTAKE, new ReportProgress(WORDS));

        assertThat(story.open(Kinds.UPDATE)).hasSize(1).allMatch(o -> o.due().isAfter(story.now()));
        story.whenTimePasses(Duration.ofDays(30)).thenOwed(Kinds.UPDATE, INTAKE);
        assertThat(story.open(Kinds.UPDATE)).allMatch(o -> o.raised() == 2);
        story.when(COORDINATOR, new ReportProgress(WORDS)).thenRefused(Reason.NOT_YOUR_TURN);
    }

    @Test
    void reopeningKeepsEverythingAndTheNote() {
        HandoffFixture story = accepted().given(INTAKE, DONE).given(COORDINATOR, new ValidateCompletion());
        int before = story.events().size();
        story.when(INTAKE, new ReopenHandoff(WORDS)).thenRefused(Reason.NOT_YOUR_TURN);

        story.when(COORDINATOR, new ReopenHandoff(WORDS)).thenOwner(COORDINATOR).thenOwed(Kinds.PLACE, COORDINATOR);

        CourseTaken reopened = (CourseTaken) story.events().get(before).event();
        assertThat(reopened.output()).extracting(Input::value).containsExactly(WORDS);
        assertThat(story.handoff().negotiation().offers().size()).isEqualTo(1);
        assertThat(story.handoff().negotiation().occurrence()).isEqualTo(2);
        story.given(COORDINATOR, OfferHandoff.firm(INTAKE, HOME_CARE))
                .when(INTAKE, accept(2))
                .thenOwner(INTAKE);
        assertThatThrownBy(() -> new ReopenHandoff(Sensitive.none())).hasMessage("note: not empty");
    }

    @Test
    void eachReopeningIsAnotherOccurrenceAndNothingElseIs() {
        HandoffFixture story = accepted();
        for (int times = 1; times <= 3; times++) {
            story.given(INTAKE, DONE).given(COORDINATOR, new ValidateCompletion());
            assertThat(story.handoff().negotiation().occurrence()).isEqualTo(times);
            story.given(COORDINATOR, new ReopenHandoff(WORDS));
            assertThat(story.handoff().negotiation().occurrence()).isEqualTo(times + 1);
            story.given(COORDINATOR, OfferHandoff.firm(INTAKE, HOME_CARE)).given(INTAKE, accept(times + 1));
        }
    }

    @Test
    void whatWasNeverRightStopsAndThoseWhoWereToldAreTold() {
        MarkInError wrong = new MarkInError(Code.of("wrong-person"));
        HandoffFixture live = offered().when(SOUTH, wrong).thenRefused(Reason.NOT_YOUR_TURN);

        live.when(COORDINATOR, wrong).thenOwed(Kinds.TELL, COORDINATOR).thenOwed(Kinds.RESPONSE);

        assertThat(live.handoff().owner()).isEmpty();
        live.when(INTAKE, accept(1)).thenShown(Shown.WITHDRAWN);
        assertThat(live.handoff().negotiation().course()).isEqualTo(Course.RECORDED_IN_ERROR);
        assertThat(live.handoff().owner()).isEmpty();
        live.when(COORDINATOR, wrong).thenRefused(Reason.STEP_NOT_OPEN);
        accepted()
                .given(INTAKE, DONE)
                .given(COORDINATOR, new ValidateCompletion())
                .when(COORDINATOR, wrong)
                .thenOwed(Kinds.TELL, COORDINATOR);
    }

    @Test
    @Requirement("NOT-24")
    void askingAColleagueChangesNothingUntilTheyAcknowledge() {
        AssignPerson cover =
                new AssignPerson(Kinds.ACTION, INTAKE_COVER.person().orElseThrow());
        AcknowledgeAssignment mine = new AcknowledgeAssignment(Kinds.ACTION);
        HandoffFixture story = accepted().given(INTAKE, cover).thenOwner(INTAKE);
        story.when(INTAKE, cover).thenNothingHappened();
        story.when(INTAKE, mine).thenRefused(Reason.NOT_PROPOSED);

        story.when(INTAKE_COVER, mine).thenOwner(INTAKE_COVER);

        accepted().when(INTAKE_COVER, mine).thenRefused(Reason.NOT_PROPOSED).thenOwner(INTAKE);
        accepted().when(SCHEDULER, cover).thenRefused(Reason.ROLE_NOT_PERMITTED);
        accepted().when(COORDINATOR, cover).thenRefused(Reason.NOT_YOUR_TURN);
    }

    @Test
    void anAnswerCanBeSomebodysOwn() {
        offered()
                .given(
                        INTAKE,
                        new AssignPerson(Kinds.RESPONSE, INTAKE_COVER.person().orElseThrow()))
                .thenOwed(Kinds.RESPONSE, INTAKE)
                .when(INTAKE_COVER, new AcknowledgeAssignment(Kinds.RESPONSE))
                .thenOwed(Kinds.RESPONSE, INTAKE_COVER)
                .thenOwner(COORDINATOR);
    }

    @Test
    @Requirement({"HND-53", "HND-56"})
    void aWarmHandoffNamesBothPersonsAndWhenTheySpoke() {
        Sbar sbar = new Sbar(WORDS, WORDS, WORDS, WORDS, Sensitive.of("pulse 50 to 90"), Sensitive.of("call at 40"));
        HandoffFixture story = story().given(
                        COORDINATOR,
                        new OfferHandoff(
                                OfferKind.FIRM,
                                INTAKE,
                                HOME_CARE,
                                Optional.of(sbar),
                                Arbiter.RECORD,
                                Optional.empty(),
                                Optional.empty()));
        HoldWarmHandoff spoke = new HoldWarmHandoff(COORDINATOR, INTAKE, story.now());
        story.when(SOUTH, spoke).thenRefused(Reason.NOT_A_PARTY);
        story.when(
                        COORDINATOR,
                        new HoldWarmHandoff(COORDINATOR, SOUTH, story.now().plusSeconds(1)))
                .thenRefused(Reason.NOT_A_PARTY, Reason.IN_THE_FUTURE);

        story.when(INTAKE, spoke).thenOwner(COORDINATOR);

        assertThat(story.handoff().negotiation().warm()).hasValueSatisfying(w -> {
            assertThat(w.giver()).isEqualTo(COORDINATOR);
            assertThat(w.taker()).isEqualTo(INTAKE);
            assertThat(w.at()).isEqualTo(story.now());
        });
        assertThat(story.handoff().negotiation().current().orElseThrow().content())
                .contains(sbar);
        assertThatThrownBy(() -> new HoldWarmHandoff(COORDINATOR, INTAKE.heldBy(Optional.empty()), story.now()))
                .hasMessage("taker: a named person");
        assertThatThrownBy(() -> new Sbar(WORDS, WORDS, WORDS, Sensitive.none(), WORDS, WORDS))
                .hasMessage("recommendation: not empty");
    }
}
