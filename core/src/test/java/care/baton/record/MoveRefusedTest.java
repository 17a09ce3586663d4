package care.baton.record;

import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.says;
import static care.baton.record.MoveCast.ANY;
import static care.baton.record.MoveCast.WHY;
import static care.baton.record.MoveCast.between;
import static care.baton.record.MoveCast.done;
import static care.baton.record.MoveCast.move;
import static care.baton.record.MoveCast.owed;
import static care.baton.record.MoveCast.prepared;
import static care.baton.record.MoveCast.refusals;
import static care.baton.record.MoveCast.run;
import static care.baton.record.MoveCast.shown;
import static care.baton.record.MoveCast.version;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Digest;
import care.baton.pathway.Pathway;
import care.baton.pathway.Stage;
import care.baton.record.Move.Effect;
import care.baton.record.RecordCommand.MoveRun;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody moves a run without having seen what changes, and moving it moves nothing that somebody holds. */
class MoveRefusedTest {

    @Test
    void nobodyMovesWhatTheyWereNotShown() {
        RecordFixture run = run(NextHomeStart.second());
        Digest shown = shown(run, NextHomeStart.second()).digest();

        run.when(LEAD, new MoveRun(RUN, 2, ANY, WHY)).thenRefused(Reason.CONTENT_CHANGED);
        run.given(NURSE, says(RISKS));
        run.when(LEAD, new MoveRun(RUN, 2, shown, WHY)).thenRefused(Reason.CONTENT_CHANGED);
        run.when(LEAD, new MoveRun(RUN, 2, shown(run, NextHomeStart.second()).digest(), WHY))
                .thenApplied();
    }

    @Test
    void onlyTheRoleThatDecidesAndTheOwnerOfTheOutcomeMoveARun() {
        RecordFixture run = run(NextHomeStart.second());
        Digest shown = shown(run, NextHomeStart.second()).digest();

        run.when(PLANNER, new MoveRun(RUN, 2, shown, WHY)).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.when(NURSE, new MoveRun(RUN, 2, ANY, WHY)).thenRefused(Reason.ROLE_NOT_PERMITTED, Reason.CONTENT_CHANGED);
        run.when(INTAKE, new MoveRun(RUN, 2, shown, WHY)).thenApplied();
    }

    @Test
    void aVersionThatNobodyKnowsIsRefusedAndSoIsARunThatIsNotOpen() {
        RecordFixture run = run(NextHomeStart.second());

        run.when(LEAD, new MoveRun(RUN, 9, ANY, WHY)).thenRefused(Reason.DEFINITION_UNKNOWN);
        run.when(LEAD, new MoveRun(Code.of("run-9"), 2, ANY, WHY)).thenRefused(Reason.RUN_NOT_OPEN);
        assertThat(refusals(run, 9))
                .containsExactly(Refusal.of(Reason.DEFINITION_UNKNOWN, "runs/run-1/version")
                        .instead(List.of(Code.of("version-1"), Code.of("version-2"))));
    }

    @Test
    void aDefinitionWithoutTheStageThatTheRunIsInIsRefusedWithItsPath() {
        Pathway other = version()
                .stage(
                        "refer",
                        s -> NextHomeStart.named(
                                s, Code.of("ask"), s.owner(), s.due(), s.fields(), s.gates(), s.duties()))
                .numbered(2);

        assertThat(refusals(run(other), 2)).containsExactly(Refusal.of(Reason.NAME_UNKNOWN, "runs/run-1/stages/refer"));
    }

    @Test
    void whatSomebodyHoldsIsNeverMovedToAnotherRole() {
        Pathway other = version()
                .owner(PLANNER.role())
                .stage("refer", s -> NextHomeStart.of(s, NURSE.role(), s.due(), s.fields(), s.gates(), s.duties()))
                .numbered(2);

        assertThat(refusals(run(other), 2))
                .containsExactly(
                        Refusal.of(Reason.OWNER_WOULD_CHANGE, "runs/run-1/owner", List.of(PLANNER.role())),
                        Refusal.of(Reason.OWNER_WOULD_CHANGE, "runs/run-1/stages/refer/owner", List.of(NURSE.role())));
    }

    @Test
    void aVersionThatLeadsBackToAStageThatWasLeftIsRefused() {
        List<Stage> stages = HomeStart.pathway().stages();
        Pathway other = version()
                .stages(List.of(stages.get(1), stages.get(0), stages.get(2)))
                .numbered(2);

        assertThat(refusals(prepared(done(run(other))), 2))
                .containsExactly(Refusal.of(Reason.STAGE_ALREADY_LEFT, "runs/run-1/stages/refer"));
    }

    @Test
    void betweenTwoStagesARunIsMovedOnlyWhereTheSameStageComesNext() {
        List<Stage> stages = HomeStart.pathway().stages();
        Pathway other = version()
                .stages(List.of(stages.get(0), stages.get(2), stages.get(1)))
                .numbered(2);
        Pathway second = NextHomeStart.second();

        assertThat(refusals(between(done(run(other))), 2))
                .containsExactly(Refusal.of(Reason.STEP_NOT_OPEN, "runs/run-1/stages/refer"));
        RecordFixture run = between(done(run(second)));
        Key handOver = Keys.of(RUN, Keys.HAND_OVER, Code.of("prepare"));
        assertThat(shown(run, second).effects()).extracting(Effect::key).contains(handOver);
        assertThat(owed(move(run, second), handOver).route().levels().get(1).after())
                .isEqualTo(Duration.ofHours(12));
    }
}
