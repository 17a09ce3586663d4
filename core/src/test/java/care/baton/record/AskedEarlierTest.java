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
import care.baton.handoff.Input;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.record.RecordCommand.ValidateOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose time it was, asked of an instant that is past: as it was said then, whatever has happened since. */
class AskedEarlierTest {

    private final RecordFixture run = HomeStart.run();

    @Test
    void whatIsAskedOfAnEarlierInstantIsWhatWasSaidThen() {
        reviewed();
        run.given(PLANNER, offer(INTAKE)).after(Duration.ofHours(2));
        Waiting then = Charges.waiting(run);
        assertThat(Charges.of(run)).containsExactly("intake 2 response");

        run.after(Duration.ofHours(2)).given(PLANNER, new LeaveStage(RUN));
        run.after(Duration.ofHours(2)).given(INTAKE, answer(1, new Answer.Accept()));

        assertThat(at(2)).isEqualTo(then);
    }

    @Test
    void beforeARunEndedItsWaitingWasProvisionalAndSinceThenNothingIsAdded() {
        reviewed();
        run.after(Duration.ofHours(5));
        ended();
        Waiting whole = Charges.waiting(run);
        assertThat(whole.provisional()).isFalse();
        assertThat(whole.elapsed()).isEqualTo(Duration.ofHours(5));

        run.after(Duration.ofDays(9));
        assertThat(Charges.waiting(run)).isEqualTo(whole);
        assertThat(at(3).provisional()).isTrue();
        assertThat(at(3).elapsed()).isEqualTo(Duration.ofHours(3));
        assertThat(at(5)).isEqualTo(whole);
    }

    @Test
    void whatTheOwnerOfAStageTookIsInTheirTotalAndWhoTookNothingHasNone() {
        run.after(Duration.ofHours(3)).given(NURSE, says(ROUTINES), says(RISKS));
        run.given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS))).given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)));
        run.after(Duration.ofHours(7)).given(PLANNER, offer(INTAKE));

        assertThat(Charges.waiting(run).totals())
                .containsExactlyInAnyOrder(
                        new PartyWait(PLANNER.heldBy(Optional.empty()), Duration.ofHours(7)),
                        new PartyWait(NURSE.heldBy(Optional.empty()), Duration.ofHours(3)),
                        new PartyWait(FUNDER.heldBy(Optional.empty()), Duration.ofHours(3)));
    }

    @Test
    void onceTheLastStageIsLeftTheTimeUntilTheEndIsTheOutcomesOwners() {
        reviewed();
        left();
        run.given(
                FUNDER,
                new TakeDecision(RUN, Code.of("hours"), Code.of("granted"), Sensitive.none(), Optional.empty()));
        run.after(Duration.ofHours(2))
                .given(PLANNER, new Fulfil(Keys.notice(RUN, Code.of("hours"), HomeStart.PERSON.role())));
        run.after(Duration.ofHours(5)).given(PLANNER, new ValidateOutcome(RUN));
        run.given(LEAD, new CloseRun(RUN));

        assertThat(Charges.of(run)).containsExactly("planner 2 notify", "lead 5 outcome");
    }

    private Waiting at(int hours) {
        return run.record()
                .waiting(RUN, START.plus(Duration.ofHours(hours)), HomeStart.rules(), CauseRules.standard())
                .orElseThrow();
    }

    private void reviewed() {
        run.given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)));
    }

    private void left() {
        run.given(PLANNER, offer(INTAKE)).given(INTAKE, answer(1, new Answer.Accept()));
        run.given(PLANNER, new LeaveStage(RUN)).given(INTAKE, says(PLAN));
        run.given(SCHEDULER, new Fulfil(Keys.duty(RUN, STAFF)));
        run.given(INTAKE, new LeaveStage(RUN), new LeaveStage(RUN), says(RESULT), in(new StartAction()));
        run.given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("well"))))));
        run.given(PLANNER, in(new ValidateCompletion()));
    }

    private void ended() {
        left();
        run.given(PLANNER, new ValidateOutcome(RUN)).given(LEAD, new CloseRun(RUN));
    }
}
