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
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Input;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.ValidateOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one run has left behind it is known by its pathway and its stage together. */
class StageLeftTest {

    private static final Code START_AT_HOME = Code.of("home-start");
    private static final Code REFER = Code.of("refer");

    @Test
    void aStageCountsAsLeftOnceItWasLeftInThatPathwayAndNoOtherDoes() {
        RecordFixture run = HomeStart.run();
        assertThat(known(run).left(START_AT_HOME, REFER)).isFalse();

        run.given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)))
                .given(PLANNER, offer(INTAKE))
                .given(INTAKE, answer(1, new Answer.Accept()))
                .given(PLANNER, new LeaveStage(RUN));

        assertThat(known(run).left(START_AT_HOME, REFER)).isTrue();
        assertThat(known(run).left(START_AT_HOME, Code.of("prepare"))).isFalse();
        assertThat(known(run).left(Code.of("another-start"), REFER)).isFalse();
    }

    @Test
    void whatWasLeftByARunThatIsClosedCountsForNoLaterOne() {
        Code second = Code.of("run-2");
        RecordFixture run = HomeStart.run()
                .given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)))
                .given(PLANNER, offer(INTAKE))
                .given(INTAKE, answer(1, new Answer.Accept()))
                .given(PLANNER, new LeaveStage(RUN))
                .given(INTAKE, says(PLAN))
                .given(SCHEDULER, new Fulfil(Keys.duty(RUN, STAFF)))
                .given(INTAKE, new LeaveStage(RUN), new LeaveStage(RUN), says(RESULT), in(new StartAction()))
                .given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("well"))))))
                .given(PLANNER, in(new ValidateCompletion()), new ValidateOutcome(RUN));
        run.after(Duration.ofDays(1)).given(PLANNER, new OpenRun(second, START_AT_HOME, 1));
        assertThat(new OnChart(run.record().chart(), second).left(START_AT_HOME, REFER))
                .isTrue();

        run.after(Duration.ofDays(1)).given(LEAD, new CloseRun(RUN)).after(Duration.ofDays(1));
        Code third = Code.of("run-3");
        run.given(PLANNER, new OpenRun(third, START_AT_HOME, 1));
        assertThat(new OnChart(run.record().chart(), third).left(START_AT_HOME, REFER))
                .isFalse();
        assertThat(new OnChart(run.record().chart(), second).left(START_AT_HOME, REFER))
                .isTrue();
    }

    private static OnChart known(RecordFixture run) {
        return new OnChart(run.record().chart(), RUN);
    }
}
