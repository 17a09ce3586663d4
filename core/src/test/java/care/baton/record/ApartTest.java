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

import care.baton.evidence.Salt;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Input;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.time.Stamp;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who validates the outcome is another person than who closes: saying nobody's name does not make it two. */
class ApartTest {

    private static final Holder LEAD_AS_PLANNER = PLANNER.heldBy(LEAD.person());

    private final RecordFixture done = HomeStart.run()
            .given(NURSE, says(ROUTINES), says(RISKS))
            .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
            .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)))
            .given(PLANNER, offer(INTAKE))
            .given(INTAKE, answer(1, new Answer.Accept()))
            .given(PLANNER, new LeaveStage(RUN))
            .given(INTAKE, says(PLAN))
            .given(SCHEDULER, new Fulfil(Keys.duty(RUN, STAFF)))
            .given(INTAKE, new LeaveStage(RUN), new LeaveStage(RUN), says(RESULT))
            .given(INTAKE, in(new StartAction()), in(new CompleteAction(result())))
            .given(PLANNER, in(new ValidateCompletion()));

    @Test
    void anOutcomeIsValidatedOnceThereIsOneAndNotBeforeTheLastStage() {
        HomeStart.run()
                .when(PLANNER, new ValidateOutcome(RUN))
                .thenRefused(Reason.FIELD_MISSING, Reason.STAGE_NOT_LEFT);
        HomeStart.run()
                .given(INTAKE, says(RESULT))
                .when(PLANNER, new ValidateOutcome(RUN))
                .thenRefused(Reason.STAGE_NOT_LEFT);
        done.when(PLANNER, new ValidateOutcome(RUN)).thenApplied();
    }

    @Test
    void betweenTwoStagesItIsTheLastThatMustStillBeLeft() {
        RecordFixture between = HomeStart.run()
                .given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)));
        assertThat(path(between)).isEqualTo("runs/run-1/stages/refer");
        between.given(PLANNER, new LeaveStage(RUN));
        assertThat(path(between)).isEqualTo("runs/run-1/stages/serve");
    }

    private static String path(RecordFixture run) {
        Act act = Act.of(CommandId.of("asked"), PLANNER, Stamp.at(run.now()));
        return run
                .record()
                .would(new ValidateOutcome(RUN), act, Salt.of(new byte[16]), HomeStart.rules())
                .refusals()
                .stream()
                .filter(r -> r.code() == Reason.STAGE_NOT_LEFT)
                .map(Refusal::path)
                .collect(Collectors.joining());
    }

    @Test
    void theSamePersonDoesNotCloseWithoutSayingWhoTheyAre() {
        done.given(LEAD_AS_PLANNER, new ValidateOutcome(RUN));

        done.when(LEAD, new CloseRun(RUN)).thenRefused(Reason.SAME_PERSON);
        done.when(LEAD.heldBy(Optional.empty()), new CloseRun(RUN)).thenRefused(Reason.FIELD_MISSING);
    }

    @Test
    void nobodyInParticularDoesNotValidate() {
        done.when(PLANNER.heldBy(Optional.empty()), new ValidateOutcome(RUN)).thenRefused(Reason.FIELD_MISSING);
        done.when(LEAD, new CloseRun(RUN)).thenRefused(Reason.OUTCOME_NOT_VALIDATED);

        done.given(PLANNER, new ValidateOutcome(RUN)).given(LEAD, new CloseRun(RUN));
        Chart closed = done.record().chart();

        assertThat(closed.runs().get(RUN).flatMap(PathwayRun::closedAt)).contains(done.now());
        assertThat(closed.obligations().openOf(Keys.cause(RUN), Keys.OUTCOME)).isEmpty();
        done.when(LEAD, new CloseRun(RUN)).thenRefused(Reason.RUN_NOT_OPEN);
    }

    @Test
    void whatTheClosureRestsOnHasChangedSinceSoTheOutcomeIsValidatedAgain() {
        RecordFixture validated = done.given(PLANNER, new ValidateOutcome(RUN));
        RecordFixture changed = validated.given(INTAKE, says(RESULT));

        changed.when(LEAD, new CloseRun(RUN)).thenRefused(Reason.OUTCOME_NOT_VALIDATED);
        changed.given(PLANNER, new ValidateOutcome(RUN)).given(LEAD, new CloseRun(RUN));
    }

    private static List<Input> result() {
        return List.of(new Input(Code.of("result"), Sensitive.of("At home and well")));
    }
}
