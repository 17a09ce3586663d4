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

import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Input;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.ValidateOutcome;
import java.util.List;

/** The small pathway gone through, step by step, with nothing in its way. */
final class HomeEnd {

    private HomeEnd() {}

    /** The agency has taken it over. */
    static RecordFixture received(RecordFixture run) {
        return run.given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)))
                .given(PLANNER, offer(INTAKE))
                .given(INTAKE, answer(1, new Answer.Accept()))
                .given(PLANNER, new LeaveStage(RUN));
    }

    /** Every stage is left, and the outcome confirmed; only its end is to come. */
    static RecordFixture validated(RecordFixture run) {
        return received(run)
                .given(INTAKE, says(PLAN))
                .given(SCHEDULER, new Fulfil(Keys.duty(RUN, STAFF)))
                .given(INTAKE, new LeaveStage(RUN), new LeaveStage(RUN), says(RESULT), in(new StartAction()))
                .given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("well"))))))
                .given(PLANNER, in(new ValidateCompletion()), new ValidateOutcome(RUN));
    }
}
