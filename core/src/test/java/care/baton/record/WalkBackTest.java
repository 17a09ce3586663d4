package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.OTHER_INTAKE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.REVIEW;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.SCHEDULER;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Input;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.pathway.Altered;
import care.baton.pathway.Pathway;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.SetFactAside;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.record.RecordEvent.RunOpened;
import care.baton.record.RecordEvent.StageEntered;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Back along a pathway, hour by hour: where what was waited for ends, and who has the time before it. */
class WalkBackTest {

    private final RecordFixture run = HomeStart.run();

    @Test
    void whatWasAskedForAgainCountsFromThenAndTheTimeBeforeIsTheOwnersOfTheStage() {
        reviewed(3);
        run.after(Duration.ofHours(2)).given(NURSE, aside(ROUTINES));
        run.after(Duration.ofHours(3)).given(NURSE, says(ROUTINES));
        run.after(Duration.ofHours(2)).given(PLANNER, offer(INTAKE)).given(PLANNER, new LeaveStage(RUN));
        run.after(Duration.ofHours(5)).given(INTAKE, answer(1, new Answer.Accept()));

        assertThat(charges())
                .containsExactly("planner 5 stage", "nurse 3 supply", "planner 2 stage", "intake 5 response");
    }

    @Test
    void whoLeavesAStageBeforeTheyOfferHasTheTimeBetweenAndNotWhatWasDoneBefore() {
        supplied(2);
        run.after(Duration.ofHours(8));
        reviewed();
        run.given(PLANNER, new LeaveStage(RUN));
        run.after(Duration.ofHours(3)).given(PLANNER, offer(INTAKE));
        run.after(Duration.ofHours(4)).given(INTAKE, answer(1, new Answer.Accept()));

        assertThat(charges()).containsExactly("funder 10 confirm-hours", "planner 3 hand-over", "intake 4 response");
    }

    @Test
    void whatIsSuppliedAnewBehindAnOfferHeldNothingUp() {
        supplied(8);
        reviewed();
        run.after(Duration.ofHours(2)).given(PLANNER, offer(INTAKE)).given(PLANNER, new LeaveStage(RUN));
        run.after(Duration.ofHours(2)).given(NURSE, aside(ROUTINES));
        run.after(Duration.ofHours(2)).given(NURSE, says(ROUTINES));
        run.after(Duration.ofHours(1)).given(INTAKE, answer(1, new Answer.Accept()));

        assertThat(charges()).containsExactly("nurse 8 supply", "planner 2 stage", "intake 5 response");
    }

    @Test
    void inALaterStageTheTimeBeforeWhatWasAskedForAgainIsThatStagesOwners() {
        prepared(2);
        run.after(Duration.ofHours(4)).given(INTAKE, aside(HomeStart.PLAN));
        run.after(Duration.ofHours(6)).given(INTAKE, says(HomeStart.PLAN));
        run.after(Duration.ofHours(1)).given(INTAKE, new LeaveStage(RUN));
        run.after(Duration.ofHours(7));

        assertThat(charges())
                .containsExactly(
                        "intake 4 response", "intake 6 stage", "intake 6 supply", "intake 1 stage", "intake 7 stage");
    }

    @Test
    void whatEndedOnceTheActionHadBegunDidNotKeepItFromBeginning() {
        prepared();
        run.after(Duration.ofHours(1)).given(INTAKE, in(new StartAction()));
        run.after(Duration.ofHours(15)).given(SCHEDULER, new Fulfil(Keys.duty(RUN, HomeStart.STAFF)));
        run.after(Duration.ofHours(15))
                .given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("well"))))));
        run.after(Duration.ofHours(5));
        List<String> before = charges();
        run.given(PLANNER, in(new ValidateCompletion()));

        assertThat(before).containsExactly("intake 4 response", "scheduler 16 find-staff", "intake 20 stage");
        assertThat(charges()).containsExactly("intake 4 response", "intake 31 action", "planner 5 validate");
    }

    @Test
    void whatEndedLaterStillStoodOpenAtTheInstantThatIsAskedAbout() {
        supplied(0);
        run.after(Duration.ofHours(20));
        reviewed();
        run.after(Duration.ofHours(1)).given(PLANNER, new LeaveStage(RUN));

        Waiting then = run.record()
                .waiting(RUN, HomeStart.START.plus(Duration.ofHours(5)), HomeStart.rules(), CauseRules.standard())
                .orElseThrow();
        assertThat(then.provisional()).isTrue();
        assertThat(then.elapsed()).isEqualTo(Duration.ofHours(5));
        assertThat(then.pieces().stream().map(Charges::line)).containsExactly("funder 5 confirm-hours");
    }

    @Test
    void ofWhatIsDueAtOnceTheLastByItsNameIsWaitedFor() {
        Pathway both = Altered.with(
                Altered.with(HomeStart.pathway(), "stages/0/fields/1/within", HomeStart.hours(30)),
                "stages/0/duties/1/proof",
                List.of());
        Pathway even = Altered.with(both, "stages/0/duties/1/due", HomeStart.hours(30));
        RecordFixture other = RecordFixture.of(
                        run.record().id(), new Rulebook(List.of(even), HomeStart.CALENDAR), HomeStart.START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, Code.of("home-start"), 1))
                .after(Duration.ofHours(5));

        assertThat(other
                        .record()
                        .waiting(RUN, other.now(), other.rules(), CauseRules.standard())
                        .orElseThrow()
                        .pieces()
                        .stream()
                        .map(Charges::line))
                .containsExactly("nurse 5 supply");
    }

    @Test
    void anAnswerThatComesAtOnceTakesNobodysTime() {
        supplied(0);
        reviewed();
        run.given(PLANNER, offer(OTHER_INTAKE)).given(PLANNER, new LeaveStage(RUN));
        run.after(Duration.ofHours(11)).given(OTHER_INTAKE, answer(1, full()));
        run.after(Duration.ofHours(2)).given(PLANNER, offer(INTAKE)).given(INTAKE, answer(2, full()));
        run.after(Duration.ofHours(3)).given(PLANNER, offer(OTHER_INTAKE));
        run.after(Duration.ofHours(4)).given(OTHER_INTAKE, answer(3, new Answer.Accept()));

        assertThat(charges())
                .containsExactly("intake 11 response", "planner 2 place", "planner 3 place", "intake 4 response");
        assertThat(waiting().totals())
                .containsExactly(
                        new PartyWait(PLANNER.heldBy(Optional.empty()), Duration.ofHours(5)),
                        new PartyWait(OTHER_INTAKE.heldBy(Optional.empty()), Duration.ofHours(15)));
    }

    @Test
    void whoWasWaitedForInAStageIsToldOnceItIsLeftAndWhenTheRunHasEndedAsItWasBefore() {
        supplied(2);
        reviewed();
        run.given(PLANNER, offer(INTAKE));
        run.after(Duration.ofHours(50)).given(INTAKE, answer(1, new Answer.Accept()));
        run.after(Duration.ofHours(1));
        List<String> before = charges();
        run.given(PLANNER, new LeaveStage(RUN));
        List<String> left = charges();
        run.after(Duration.ofHours(3));

        assertThat(before).containsExactly("nurse 2 supply", "intake 50 response", "planner 1 stage");
        assertThat(left).isEqualTo(before);
        assertThat(charges())
                .containsExactly("nurse 2 supply", "intake 50 response", "planner 1 stage", "scheduler 3 find-staff");
        assertThat(waiting().betweenSteps()).extracting(Wait::length).containsExactly(Duration.ofHours(1));
        ended();
        assertThat(charges()).startsWith("nurse 2 supply", "intake 50 response");
    }

    @Test
    void aFieldThatCameLastIsStillWhatWasMissingOnceTheStageIsLeft() {
        run.given(NURSE, says(ROUTINES))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(PLANNER, offer(INTAKE));
        run.after(Duration.ofHours(9)).given(INTAKE, answer(1, new Answer.Accept()));
        run.after(Duration.ofHours(4)).given(NURSE, says(RISKS)).given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)));
        run.given(PLANNER, new LeaveStage(RUN)).after(Duration.ofHours(1));

        assertThat(charges()).containsExactly("nurse 13 supply", "scheduler 1 find-staff");
        assertThat(waiting().because(Cause.INCOMPLETE_INFORMATION)).isEqualTo(Duration.ofHours(13));
    }

    @Test
    void whatAnOfferWaitedForIsToldOnceItIsAcceptedBehindTheStage() {
        supplied(8);
        reviewed();
        run.after(Duration.ofHours(2)).given(PLANNER, offer(INTAKE)).given(PLANNER, new LeaveStage(RUN));
        run.after(Duration.ofHours(5)).given(INTAKE, answer(1, new Answer.Accept()));
        run.after(Duration.ofHours(1));

        assertThat(charges())
                .containsExactly("nurse 8 supply", "planner 2 stage", "intake 5 response", "scheduler 1 find-staff");
    }

    @Test
    void whatAnOfferWaitedForIsToldAfterItWasDeclinedToo() {
        supplied(8);
        reviewed();
        run.after(Duration.ofHours(2)).given(PLANNER, offer(INTAKE));
        run.after(Duration.ofHours(5)).given(INTAKE, answer(1, full()));
        run.after(Duration.ofHours(3));

        assertThat(charges())
                .containsExactly("nurse 8 supply", "planner 2 stage", "intake 5 response", "planner 3 place");
    }

    @Test
    void whoeverIsStillToBeToldOfADecisionKeepsNobodyFromTheNextStage() {
        supplied(0);
        reviewed();
        run.given(
                FUNDER,
                new TakeDecision(RUN, Code.of("hours"), Code.of("granted"), Sensitive.none(), Optional.empty()));
        run.after(Duration.ofHours(6))
                .given(PLANNER, new Fulfil(Keys.notice(RUN, Code.of("hours"), HomeStart.PERSON.role())));
        run.after(Duration.ofHours(2)).given(PLANNER, new LeaveStage(RUN));

        assertThat(charges()).containsExactly("planner 8 stage");
    }

    @Test
    void anOfferThatNobodyAnsweredKeptNobodyFromLeavingTheStage() {
        supplied(0);
        reviewed();
        run.given(PLANNER, offer(INTAKE));
        run.after(Duration.ofHours(4)).given(PLANNER, new LeaveStage(RUN));

        assertThat(charges()).containsExactly("planner 4 stage");
    }

    @Test
    void whereTheEntriesBreakOffInTheOpeningTheTimeIsOfWhoeverOpenedItOrOwnsTheOutcome() {
        assertThat(brokenOff(RunOpened.class)).containsExactly("planner 5 outcome");
        assertThat(brokenOff(StageEntered.class)).containsExactly("lead 5 outcome");
    }

    /** Whose the first five hours are on a record that holds nothing behind the first event of this kind. */
    private List<String> brokenOff(Class<? extends Event> behind) {
        List<Entry> entries = run.record().ledger().entries().toList();
        int first = 0;
        while (!behind.isInstance(entries.get(first).event())) {
            first++;
        }
        return CoordinationRecord.restore(run.record().id(), entries.subList(0, first + 1))
                .orThrow()
                .state()
                .waiting(RUN, run.now().plus(Duration.ofHours(5)), run.rules(), CauseRules.standard())
                .orElseThrow()
                .pieces()
                .stream()
                .map(Charges::line)
                .toList();
    }

    /** Whatever is left to do, at once. */
    private void ended() {
        run.given(INTAKE, says(HomeStart.PLAN)).given(SCHEDULER, new Fulfil(Keys.duty(RUN, HomeStart.STAFF)));
        run.given(INTAKE, new LeaveStage(RUN), in(new StartAction()), says(HomeStart.RESULT));
        run.given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("well"))))));
        run.given(PLANNER, in(new ValidateCompletion())).given(INTAKE, new LeaveStage(RUN));
        run.given(PLANNER, new ValidateOutcome(RUN)).given(LEAD, new CloseRun(RUN));
    }

    private static Answer full() {
        return new Answer.Decline(Code.of("provider-capacity"), Sensitive.none());
    }

    private static SetFactAside aside(Code field) {
        return new SetFactAside(field, 1, false, Code.of("changed"));
    }

    /** Accepted after four hours, and planned; the staff is found after so many more. */
    private void prepared(int staffed) {
        prepared();
        run.after(Duration.ofHours(staffed)).given(SCHEDULER, new Fulfil(Keys.duty(RUN, HomeStart.STAFF)));
    }

    private void prepared() {
        supplied(0);
        reviewed();
        run.given(PLANNER, offer(INTAKE)).given(PLANNER, new LeaveStage(RUN));
        run.after(Duration.ofHours(4)).given(INTAKE, answer(1, new Answer.Accept()));
        run.given(INTAKE, says(HomeStart.PLAN));
    }

    private void reviewed(int hours) {
        supplied(0);
        run.after(Duration.ofHours(hours));
        reviewed();
    }

    private void supplied(int hours) {
        run.after(Duration.ofHours(hours)).given(NURSE, says(ROUTINES)).given(NURSE, says(RISKS));
    }

    private void reviewed() {
        run.given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS))).given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)));
    }

    private Waiting waiting() {
        return Charges.waiting(run);
    }

    private List<String> charges() {
        return Charges.of(run);
    }
}
