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
import static care.baton.record.HomeStart.SCHEDULER;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.ask;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.TakeBack;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Input;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.pathway.Altered;
import care.baton.pathway.DecisionGuide;
import care.baton.pathway.Pathway;
import care.baton.pathway.Step;
import care.baton.pathway.Waivable;
import care.baton.plan.PlanCommand.ActivatePlan;
import care.baton.plan.PlanCommand.WritePlan;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.MoveRun;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.record.RecordEvent.DecisionTaken;
import care.baton.time.Stamp;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run opens, goes on and closes when what that step asks for is there. */
class StepsOfARunTest {

    private static final OpenRun OPEN = new OpenRun(RUN, Code.of("home-start"), 1);

    @Test
    void aRunOpensOnceWhatItBeginsWithIsKnown() {
        RecordFixture record = record(asking(Step.OPEN));

        record.when(PLANNER, OPEN).thenRefused(Reason.FIELD_MISSING);
        record.given(NURSE, says(ROUTINES)).when(PLANNER, OPEN).thenApplied();
    }

    @Test
    void aStageIsLeftOnceWhatTheNextOneBeginsWithIsKnown() {
        RecordFixture run = reviewed(record(Altered.with(HomeStart.pathway(), "stages/1/fields/0/before", Step.OPEN))
                .given(PLANNER, OPEN));

        run.when(PLANNER, new LeaveStage(RUN)).thenRefused(Reason.FIELD_MISSING);
        run.given(INTAKE, says(HomeStart.PLAN))
                .when(PLANNER, new LeaveStage(RUN))
                .thenApplied();
    }

    @Test
    void aStageProceedsByTheWordOfOneRoleOnceNothingIsMissingForIt() {
        RecordFixture run = record(asking(Step.DECIDE)).given(PLANNER, OPEN);
        TakeDecision goesOn =
                new TakeDecision(RUN, DecisionGuide.PROCEED, Code.of("go-ahead"), Sensitive.none(), Optional.empty());

        run.when(INTAKE, goesOn).thenRefused(Reason.FIELD_MISSING);
        run.given(NURSE, says(ROUTINES)).when(PLANNER, goesOn).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.when(INTAKE, goesOn).thenHappened(DecisionTaken.class);
    }

    @Test
    void aRunDoesNotCloseWhileItsLastStageIsNotLeft() {
        RecordFixture run = reviewed(HomeStart.run())
                .given(PLANNER, offer(INTAKE))
                .given(INTAKE, answer(1, new Answer.Accept()))
                .given(PLANNER, new LeaveStage(RUN))
                .given(INTAKE, says(HomeStart.PLAN))
                .given(SCHEDULER, new Fulfil(Keys.duty(RUN, HomeStart.STAFF)))
                .given(INTAKE, new LeaveStage(RUN), says(HomeStart.RESULT), in(new StartAction()))
                .given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("well"))))))
                .given(PLANNER, in(new ValidateCompletion()), new ValidateOutcome(RUN));

        run.when(LEAD, new CloseRun(RUN)).thenRefused(Reason.STAGE_NOT_LEFT, Reason.STILL_OWED);
        run.given(INTAKE, new LeaveStage(RUN)).when(LEAD, new CloseRun(RUN)).thenApplied();
    }

    @Test
    @Requirement("AUD-11")
    void whatIsCalledAfterTheOutcomeOrAReviewHindersTheEndAsAnyOtherWork() {
        for (String name : List.of("outcome", "review")) {
            Code plan = Code.of(name);
            RecordFixture run = HomePlans.written()
                    .given(HomeStart.PERSON, HomePlans.consents())
                    .given(PLANNER, new InPlan(plan, new WritePlan(RUN, 0, HomePlans.plan(), plan)))
                    .given(PLANNER, new InPlan(plan, new ActivatePlan(1, Optional.empty())));
            HomeEnd.validated(run);

            assertThat(PlanTest.refusals(run, LEAD, new CloseRun(RUN)))
                    .hasSize(HomePlans.activities().size())
                    .allMatch(r -> r.equals(Refusal.of(Reason.STILL_OWED, "runs/run-1/activity", r.roles())));
        }
    }

    @Test
    void aVersionThatTheRunIsMovedToIsValidatedAnew() {
        Pathway second = Altered.with(HomeStart.pathway(), "version", 2);
        Rulebook rules = new Rulebook(List.of(HomeStart.pathway(), second), HomeStart.CALENDAR);
        RecordFixture run = HomeEnd.validated(
                RecordFixture.of(RecordId.of("record-1"), rules, START).given(PLANNER, HomeStart.opening(), OPEN));
        Act act = Act.of(CommandId.of("asked"), LEAD, Stamp.at(run.now()));
        Move move = run.record().moving(RUN, 2, act, rules).orThrow().state();
        run.given(LEAD, new MoveRun(RUN, 2, move.digest(), Code.of("why")));

        run.when(LEAD, new CloseRun(RUN)).thenRefused(Reason.OUTCOME_NOT_VALIDATED);
        run.given(PLANNER, new ValidateOutcome(RUN)).given(LEAD, new CloseRun(RUN));
    }

    @Test
    void whatWasLetPassAtTheValidationAndIsSaidLaterIsValidatedAnewAndKeptSo() {
        Pathway waivable = Altered.with(
                HomeStart.pathway(),
                "waivers",
                List.of(new Waivable(HomeStart.RESULT, LEAD.role(), Duration.ofHours(72))));
        RecordFixture run = HomeEnd.received(record(waivable).given(PLANNER, OPEN))
                .given(INTAKE, says(HomeStart.PLAN))
                .given(SCHEDULER, new Fulfil(Keys.duty(RUN, HomeStart.STAFF)))
                .given(
                        LEAD,
                        new GrantWaiver(RUN, HomeStart.RESULT, Code.of("late"), HomeStart.START.plusSeconds(9_000)))
                .given(INTAKE, new LeaveStage(RUN), new LeaveStage(RUN), in(new StartAction()))
                .given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("well"))))))
                .given(PLANNER, in(new ValidateCompletion()), new ValidateOutcome(RUN))
                .given(INTAKE, says(HomeStart.RESULT));

        run.when(LEAD, new CloseRun(RUN)).thenRefused(Reason.OUTCOME_NOT_VALIDATED);
        run.given(PLANNER, new ValidateOutcome(RUN)).given(LEAD, new CloseRun(RUN));
        assertThat(CoordinationRecord.restore(
                                RecordId.of("record-1"),
                                run.record().ledger().entries().toList())
                        .orThrow()
                        .state())
                .isEqualTo(run.record());
    }

    @Test
    void whatHasComeBackToItsSenderIsOfferedAgainByWhoeverHoldsIt() {
        RecordFixture run = HomeEnd.received(HomeStart.run())
                .given(INTAKE, in(new GiveBack(Code.of("no-capacity"))))
                .given(PLANNER, in(new TakeBack()));

        run.given(PLANNER, offer(INTAKE)).given(INTAKE, answer(2, new Answer.Accept()));
    }

    @Test
    void whereAStageWaitsForItsNextOwnerTwiceEachTimeIsItsOwn() {
        RecordFixture run = reviewed(record(Altered.with(HomeStart.pathway(), "stages/2/owner", SCHEDULER.role()))
                        .given(PLANNER, OPEN))
                .given(PLANNER, new LeaveStage(RUN));
        run.after(Duration.ofHours(3)).given(PLANNER, offer(INTAKE));
        run.after(Duration.ofHours(4)).given(INTAKE, answer(1, new Answer.Accept()), says(HomeStart.PLAN));
        run.given(SCHEDULER, new Fulfil(Keys.duty(RUN, HomeStart.STAFF))).given(INTAKE, new LeaveStage(RUN));
        run.after(Duration.ofHours(5)).given(INTAKE, second(OfferHandoff.firm(SCHEDULER, ask())));
        run.after(Duration.ofHours(2))
                .given(SCHEDULER, second(new AnswerOffer(1, ask().digest(), new Answer.Accept())));

        assertThat(
                        run
                                .record()
                                .waiting(RUN, run.now(), run.rules(), CauseRules.standard())
                                .orElseThrow()
                                .pieces()
                                .stream()
                                .map(Charges::line))
                .containsExactly(
                        "planner 3 hand-over", "intake 4 response", "intake 5 hand-over", "scheduler 2 response");
    }

    private static InHandoff second(HandoffCommand command) {
        return new InHandoff(HandoffId.of("handoff-2"), RUN, command);
    }

    /** What is asked for before an offer is asked for before another step. */
    private static Pathway asking(Step before) {
        return Altered.with(HomeStart.pathway(), "stages/0/fields/0/before", before);
    }

    private static RecordFixture record(Pathway pathway) {
        return RecordFixture.of(RecordId.of("record-1"), new Rulebook(List.of(pathway), HomeStart.CALENDAR), START)
                .given(PLANNER, HomeStart.opening());
    }

    private static RecordFixture reviewed(RecordFixture run) {
        return run.given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)));
    }
}
