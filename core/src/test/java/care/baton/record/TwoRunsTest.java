package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLAN;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RESULT;
import static care.baton.record.HomeStart.REVIEW;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.SCHEDULER;
import static care.baton.record.HomeStart.STAFF;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Input;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.SetFactAside;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.record.RecordCommand.ValidateOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two runs of one pathway on one record: what is said of the person counts for both, what is done counts for its own. */
class TwoRunsTest {

    private static final Code SECOND = Code.of("run-2");
    private static final Code NOT_ENOUGH = Code.of("hours-not-enough");

    private final RecordFixture both = HomeStart.run()
            .given(PLANNER, new OpenRun(SECOND, Code.of("home-start"), 1))
            .given(NURSE, says(ROUTINES), says(RISKS));

    @Test
    void aRunIsOpenedOnceUnderItsName() {
        both.when(PLANNER, new OpenRun(RUN, Code.of("home-start"), 1)).thenRefused(Reason.RUN_ALREADY_OPEN);
    }

    @Test
    void workThatIsDoneInOneRunProvesNothingInTheOther() {
        both.given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)));

        both.when(LEAD, new Fulfil(Keys.duty(SECOND, REVIEW))).thenRefused(Reason.DUTY_NOT_DONE);
        both.when(LEAD, new Fulfil(Keys.duty(RUN, REVIEW))).thenApplied();
    }

    @Test
    void whatWasLetPassInOneRunIsDecidedForThatRun() {
        RecordFixture run = HomeStart.run().given(PLANNER, new OpenRun(SECOND, Code.of("home-start"), 1));
        run.given(LEAD, new GrantWaiver(SECOND, ROUTINES, Code.of("late"), START.plus(Duration.ofHours(3))));

        run.after(Duration.ofHours(4)).given(LEAD, new AdvanceTime());

        assertThat(isOpen(run, Keys.of(SECOND, Keys.WAIVER_ENDED, ROUTINES))).isTrue();
        assertThat(isOpen(run, Keys.of(RUN, Keys.WAIVER_ENDED, ROUTINES))).isFalse();
    }

    @Test
    void aHandoffStaysInTheRunInWhichItWasOffered() {
        both.given(PLANNER, offer(INTAKE));

        both.when(PLANNER, new InHandoff(HomeStart.HANDOFF, SECOND, new WithdrawOffer(1, Code.of("moved"))))
                .thenRefused(Reason.HANDOFF_OF_ANOTHER_RUN);
    }

    @Test
    void whatWasTakenOverInOneRunMovesNoStageOfTheOther() {
        reviewed(RUN);
        reviewed(SECOND);
        both.given(PLANNER, offer(INTAKE)).given(INTAKE, answer(1, new Answer.Accept()));

        both.given(PLANNER, new LeaveStage(SECOND));

        assertThat(both.record().work().gaps()).extracting(Gap::run).containsExactly(SECOND);
        both.given(PLANNER, new LeaveStage(RUN));
        assertThat(both.record().work().gaps()).extracting(Gap::run).containsExactly(SECOND);
    }

    @Test
    void whatAnotherRoleTookOverMovesNoStage() {
        reviewed(RUN);
        both.given(PLANNER, offer(NURSE)).given(NURSE, answer(1, new Answer.Accept()));

        both.given(PLANNER, new LeaveStage(RUN));

        assertThat(both.record().work().gaps()).extracting(Gap::run).containsExactly(RUN);
    }

    @Test
    void whatIsOwedInOneRunIsWaitedForInThatRun() {
        both.given(PLANNER, offer(INTAKE)).given(FUNDER, new Fulfil(Keys.duty(SECOND, HOURS)));

        assertThat(both.record().work().waitingOn(SECOND))
                .extracting(Awaited::thing)
                .containsExactly(REVIEW);
        assertThat(both.record().work().waitingOn(SECOND).get(0).after()).isEmpty();
        assertThat(both.record().work().waitingOn(RUN).stream()
                        .filter(a -> a.thing().equals(REVIEW))
                        .flatMap(a -> a.after().stream()))
                .containsExactly(HOURS);
    }

    @Test
    void whatIsOwedInTheOtherRunHindersNobodyFromClosingAndWhatIsOwedInThisOneDoes() {
        done();
        both.given(FUNDER, hours(RUN));

        both.when(LEAD, new CloseRun(RUN)).thenRefused(Reason.STILL_OWED);
        both.given(PLANNER, new Fulfil(Keys.notice(RUN, Code.of("hours"), HomeStart.PERSON.role())));
        both.when(LEAD, new CloseRun(RUN)).thenApplied();
    }

    @Test
    void aRunThatIsClosedHearsNoWarningAndMissesNoFactAnyMore() {
        done();
        both.given(LEAD, new CloseRun(RUN));

        both.given(NURSE, new RaiseFlag(NOT_ENOUGH), new SetFactAside(ROUTINES, 1, false, Code.of("changed")));

        for (Key key : List.of(
                escalation(SECOND), Keys.of(SECOND, Keys.SUPPLY, ROUTINES).again())) {
            assertThat(isOpen(both, key)).isTrue();
        }
        assertThat(both.record().chart().obligations().open())
                .extracting(o -> o.key().cause())
                .doesNotContain(Keys.cause(RUN));
    }

    @Test
    void aWarningIsTakenFurtherUpForTheTopicThatNamesItOnceMoreEachTime() {
        both.given(NURSE, new RaiseFlag(NOT_ENOUGH));

        assertThat(isOpen(both, escalation(RUN))).isTrue();
        assertThat(isOpen(both, Keys.of(RUN, Keys.ESCALATE, Code.of("level")))).isFalse();
        both.given(NURSE, new RaiseFlag(Code.of("worse")));
        assertThat(isOpen(both, Keys.of(RUN, Keys.ESCALATE, Code.of("level")))).isTrue();
    }

    @Test
    void whatIsTakenFurtherUpAlreadyIsNotTakenFurtherUpTwice() {
        both.given(NURSE, new RaiseFlag(NOT_ENOUGH), new RaiseFlag(NOT_ENOUGH));

        assertThat(both.record().chart().obligations().openOf(Keys.cause(RUN), Keys.ESCALATE))
                .hasSize(1);
    }

    @Test
    void aDecisionIsToldToThoseWhomItsTopicNamesAndAnotherIsNot() {
        both.given(LEAD, new TakeDecision(RUN, Code.of("level"), Code.of("two"), Sensitive.none(), Optional.empty()));
        assertThat(both.record().chart().obligations().openOf(Keys.cause(RUN), Keys.NOTIFY))
                .isEmpty();

        both.given(FUNDER, hours(RUN));
        assertThat(both.record().chart().obligations().openOf(Keys.cause(RUN), Keys.NOTIFY))
                .hasSize(1);
        assertThat(both.record().chart().obligations().openOf(Keys.cause(SECOND), Keys.NOTIFY))
                .isEmpty();
    }

    @Test
    void whatIsSetAsideWhileALaterWordOfItStandsIsNotGoneAfter() {
        both.given(NURSE, says(ROUTINES)).given(NURSE, new SetFactAside(ROUTINES, 1, false, Code.of("changed")));
        assertThat(isOpen(both, Keys.of(RUN, Keys.SUPPLY, ROUTINES).again())).isFalse();

        both.given(NURSE, new SetFactAside(ROUTINES, 2, false, Code.of("changed")));
        assertThat(isOpen(both, Keys.of(RUN, Keys.SUPPLY, ROUTINES).again())).isTrue();
    }

    private static TakeDecision hours(Code run) {
        return new TakeDecision(run, Code.of("hours"), Code.of("granted"), Sensitive.none(), Optional.empty());
    }

    private static Key escalation(Code run) {
        return Keys.of(run, Keys.ESCALATE, Code.of("hours"));
    }

    private static boolean isOpen(RecordFixture run, Key key) {
        return run.record()
                .chart()
                .obligations()
                .get(key)
                .filter(Obligation::isOpen)
                .isPresent();
    }

    private void reviewed(Code run) {
        both.given(FUNDER, new Fulfil(Keys.duty(run, HOURS))).given(LEAD, new Fulfil(Keys.duty(run, REVIEW)));
    }

    /** The first run has come to its end and is not closed; the second stands where it began. */
    private void done() {
        reviewed(RUN);
        both.given(PLANNER, offer(INTAKE)).given(INTAKE, answer(1, new Answer.Accept()));
        both.given(PLANNER, new LeaveStage(RUN)).given(INTAKE, says(PLAN));
        both.given(SCHEDULER, new Fulfil(Keys.duty(RUN, STAFF)));
        both.given(INTAKE, new LeaveStage(RUN), new LeaveStage(RUN), says(RESULT), in(new StartAction()));
        both.given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("well"))))));
        both.given(PLANNER, in(new ValidateCompletion()), new ValidateOutcome(RUN));
    }
}
