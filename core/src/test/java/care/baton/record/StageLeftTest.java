package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.REVIEW;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.outcome.Code;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveStage;
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

    private static OnChart known(RecordFixture run) {
        return new OnChart(run.record().chart(), RUN);
    }
}
