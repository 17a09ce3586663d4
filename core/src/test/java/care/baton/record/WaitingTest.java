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

import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Input;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.outcome.Table;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.RecordAgreement;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.time.Elapsed;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose time a pathway took: each case counted in hours from the beginning. */
class WaitingTest {

    private final RecordFixture run = HomeStart.run();

    @Test
    @Requirement({"HND-12", "HND-43"})
    void whereEachPartyMetItsOwnStepTheTimeBetweenTheStepsStillShows() {
        supplied(2);
        run.after(Duration.ofHours(10)).given(PLANNER, offer(INTAKE));
        run.after(Duration.ofHours(3)).given(INTAKE, answer(1, new Answer.Accept()));
        reviewed();
        run.after(Duration.ofHours(7)).given(PLANNER, new LeaveStage(RUN));

        Waiting waiting = waiting();
        assertThat(run.record().chart().obligations().ended())
                .allMatch(o -> o.endedAt().orElseThrow().isBefore(o.due()));
        assertThat(waiting.elapsed()).isEqualTo(Duration.ofHours(22));
        assertThat(waiting.betweenSteps()).extracting(Wait::length).contains(Duration.ofHours(7));
        assertThat(waiting.betweenSteps())
                .allSatisfy(p -> assertThat(p.holder().orElseThrow().role()).isEqualTo(PLANNER.role()));
    }

    @Test
    @Requirement("GOV-45")
    void aPathwayThatWaitedForAnAnswerIsChargedToTheOneWhoAnswersAndNotToTheOneWhoAsked() {
        supplied(2);
        reviewed();
        run.given(PLANNER, offer(INTAKE));
        run.given(PLANNER, new LeaveStage(RUN));
        run.after(Duration.ofHours(20)).given(INTAKE, answer(1, new Answer.Accept()));

        assertThat(charges()).containsExactly("nurse 2 supply", "intake 20 response");
        assertThat(waiting().chargedTo(PLANNER)).isZero();
    }

    /** What governance takes into a spreadsheet is the whole time, once. */
    @Test
    void asRowsItIsTheWholeTimeWithWhoseItWasAndWhy() {
        supplied(2);
        reviewed();
        run.given(PLANNER, offer(INTAKE));
        run.given(PLANNER, new LeaveStage(RUN));
        run.after(Duration.ofHours(20)).given(INTAKE, answer(1, new Answer.Accept()));

        Table table = waiting().table();
        assertThat(table.rows())
                .extracting(row -> row.get(1) + " " + row.get(2))
                .containsExactly("nurse supply", "intake response");
        assertThat(table.rows())
                .extracting(row -> row.get(4))
                .containsExactly("incomplete-information", "undetermined");
        assertThat(table.rows().stream()
                        .mapToLong(row -> Long.parseLong(row.get(8)))
                        .sum())
                .isEqualTo(waiting().elapsed().toSeconds());
    }

    @Test
    void theTimeInWhichAnswersToQuestionsAreOwedIsTheSendersAndIncompleteInformation() {
        supplied(0);
        reviewed();
        run.given(PLANNER, offer(INTAKE)).given(PLANNER, new LeaveStage(RUN));
        run.after(Duration.ofHours(4))
                .given(INTAKE, answer(1, new Answer.RequestClarification(List.of(Question.about(ROUTINES)))));
        run.after(Duration.ofHours(5))
                .given(PLANNER, in(new AnswerClarification(1, ROUTINES, Sensitive.of("at eight"), Optional.empty())));
        run.after(Duration.ofHours(2)).given(INTAKE, answer(1, new Answer.Accept()));

        assertThat(charges()).containsExactly("intake 4 response", "planner 5 clarification", "intake 2 response");
        assertThat(waiting().because(Cause.INCOMPLETE_INFORMATION)).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void workThatHadToWaitForOtherWorkIsNotChargedWithThatTime() {
        run.after(Duration.ofHours(6)).given(NURSE, says(RISKS)).given(NURSE, says(ROUTINES));
        run.after(Duration.ofHours(9)).given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)));
        run.after(Duration.ofHours(1)).given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)));
        run.after(Duration.ofHours(3)).given(PLANNER, new LeaveStage(RUN));

        assertThat(charges()).containsExactly("funder 15 confirm-hours", "lead 1 review-risk", "planner 3 stage");
    }

    @Test
    void theSecondSlowestDoesNotHideBehindTheSlowest() {
        run.after(Duration.ofHours(14)).given(NURSE, says(RISKS)).given(NURSE, says(ROUTINES));
        run.after(Duration.ofHours(1)).given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)));
        run.given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW))).given(PLANNER, new LeaveStage(RUN));

        assertThat(waiting().chargedTo(NURSE)).isZero();
        assertThat(waiting().totals())
                .contains(
                        new PartyWait(NURSE.heldBy(Optional.empty()), Duration.ofHours(14)),
                        new PartyWait(FUNDER.heldBy(Optional.empty()), Duration.ofHours(15)));
    }

    @Test
    void anOfferThatCouldNotGoOutWaitedForWhatItsGateAskedFor() {
        run.after(Duration.ofHours(8)).given(NURSE, says(ROUTINES)).given(NURSE, says(RISKS));
        reviewed();
        run.after(Duration.ofHours(2)).given(PLANNER, offer(INTAKE)).given(PLANNER, new LeaveStage(RUN));
        run.after(Duration.ofHours(5)).given(INTAKE, answer(1, new Answer.Accept()));

        assertThat(charges()).containsExactly("nurse 8 supply", "planner 2 stage", "intake 5 response");
    }

    @Test
    @Requirement({"GOV-48", "GOV-55"})
    void aDeclineGivesItsReasonToTheTimeItTookAndToFindingSomebodyElse() {
        supplied(0);
        reviewed();
        run.given(PLANNER, offer(OTHER_INTAKE)).given(PLANNER, new LeaveStage(RUN));
        run.after(Duration.ofHours(11))
                .given(OTHER_INTAKE, answer(1, new Answer.Decline(Code.of("provider-capacity"), Sensitive.none())));
        run.after(Duration.ofHours(2)).given(PLANNER, offer(INTAKE));
        run.after(Duration.ofHours(4)).given(INTAKE, answer(2, new Answer.Accept()));

        assertThat(charges()).containsExactly("intake 11 response", "planner 2 place", "intake 4 response");
        assertThat(waiting().because(Cause.PROVIDER_CAPACITY)).isEqualTo(Duration.ofHours(13));
        assertThat(waiting().because(Cause.UNDETERMINED)).isEqualTo(Duration.ofHours(4));
        assertThat(Arrays.stream(Cause.values()).map(waiting()::because).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(waiting().elapsed());
    }

    @Test
    void anOfferThatIsWithdrawnKeepsItsTime() {
        supplied(0);
        reviewed();
        run.given(PLANNER, offer(OTHER_INTAKE)).given(PLANNER, new LeaveStage(RUN));
        run.after(Duration.ofHours(9)).given(PLANNER, in(new WithdrawOffer(1, Code.of("too-long"))));
        run.after(Duration.ofHours(1)).given(PLANNER, offer(INTAKE));
        run.after(Duration.ofHours(2)).given(INTAKE, answer(2, new Answer.Accept()));

        assertThat(charges()).containsExactly("intake 9 response", "planner 1 place", "intake 2 response");
        assertThat(waiting().chargedTo(OTHER_INTAKE)).isEqualTo(Duration.ofHours(9));
    }

    @Test
    @Requirement({"GOV-48", "GOV-55"})
    void aCauseComesFromACodedReasonAndOtherwiseNobodyHasSaidWhy() {
        run.given(NURSE, says(ROUTINES)).given(NURSE, says(RISKS));
        run.after(Duration.ofHours(12))
                .given(
                        FUNDER,
                        new TakeDecision(
                                RUN,
                                Code.of("hours"),
                                Code.of("granted"),
                                Sensitive.none(),
                                Optional.of(Code.of("funding-uncertainty"))))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)));
        run.after(Duration.ofHours(3)).given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)));
        run.given(PLANNER, new LeaveStage(RUN));

        assertThat(waiting().because(Cause.FUNDING_UNCERTAINTY)).isEqualTo(Duration.ofHours(12));
        assertThat(waiting().because(Cause.UNDETERMINED)).isEqualTo(Duration.ofHours(3));
    }

    @Test
    @Requirement({"GOV-48", "GOV-55"})
    void theTwoListsOfCausesAreReconciledInOne() {
        assertThat(Cause.values()).containsAll(Cause.ofAccess()).containsAll(Cause.ofDelay());
        assertThat(Cause.ofAccess())
                .extracting(c -> c.code().value())
                .containsExactly(
                        "incomplete-information",
                        "provider-capacity",
                        "authorization-timing",
                        "unclear-decision-ownership");
        assertThat(Cause.ofDelay())
                .extracting(c -> c.code().value())
                .containsExactlyInAnyOrder(
                        "case-management-workflow",
                        "authorization-timing",
                        "provider-capacity",
                        "incomplete-information",
                        "funding-uncertainty");
        assertThat(Cause.values()).hasSize(8);
    }

    @Test
    @Promise(28)
    void whatAnotherSystemClaimsIsNobodysTimeAndNeverMoreThanOneReading() {
        run.given(
                PLANNER,
                new RecordAgreement(new Agreement(
                        INTAKE.organization(),
                        Channel.ELECTRONIC,
                        new Elapsed(Duration.ofHours(24)),
                        Optional.of(Duration.ofHours(3)),
                        List.of(),
                        HomeStart.START,
                        Optional.empty())));
        supplied(0);
        reviewed();
        run.given(PLANNER, offer(INTAKE)).given(PLANNER, new LeaveStage(RUN));
        run.after(Duration.ofHours(10));
        Stamp read = Stamp.at(run.now()).withClaimed(run.now().minus(Duration.ofHours(9)));
        run.when(INTAKE, read, answer(1, new Answer.Accept())).thenApplied();

        assertThat(waiting().chargedTo(INTAKE)).isEqualTo(Duration.ofHours(7));
        assertThat(waiting().because(Cause.EXCHANGE)).isEqualTo(Duration.ofHours(3));
        assertThat(waiting().elapsed()).isEqualTo(Duration.ofHours(10));
    }

    @Test
    void anUnfinishedRunIsChargedToTheOpenNeedThatIsDueLastAndSaysSo() {
        supplied(0);
        run.after(Duration.ofHours(5));

        Waiting waiting = waiting();
        assertThat(waiting.provisional()).isTrue();
        assertThat(charges()).containsExactly("funder 5 confirm-hours");
        assertThat(waiting.pieces().get(0).key()).isEqualTo(Keys.duty(RUN, HOURS));
    }

    @Test
    void timeAfterTheAcceptanceIsChargedAlongTheStagesThatFollow() {
        supplied(0);
        reviewed();
        run.given(PLANNER, offer(INTAKE)).given(PLANNER, new LeaveStage(RUN));
        run.after(Duration.ofHours(4)).given(INTAKE, answer(1, new Answer.Accept()));
        run.given(INTAKE, says(HomeStart.PLAN));
        run.after(Duration.ofHours(30)).given(SCHEDULER, new Fulfil(Keys.duty(RUN, HomeStart.STAFF)));
        run.after(Duration.ofHours(1)).given(INTAKE, new LeaveStage(RUN));

        assertThat(waiting().pieces().stream().map(Charges::line))
                .startsWith("intake 4 response", "scheduler 30 find-staff", "intake 1 stage");
    }

    @Test
    void whatTheBeginningWaitedForIsNotChargedToTheOneWhoTookItOverWhenTheRunHasEnded() {
        supplied(0);
        reviewed();
        run.given(PLANNER, offer(INTAKE)).given(PLANNER, new LeaveStage(RUN));
        run.after(Duration.ofHours(4)).given(INTAKE, answer(1, new Answer.Accept()));
        run.given(INTAKE, says(HomeStart.PLAN));
        run.after(Duration.ofHours(30)).given(SCHEDULER, new Fulfil(Keys.duty(RUN, HomeStart.STAFF)));
        run.after(Duration.ofHours(1)).given(INTAKE, in(new StartAction()));
        run.after(Duration.ofHours(2))
                .given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("well"))))));
        run.given(PLANNER, in(new ValidateCompletion()));

        assertThat(charges()).containsExactly("intake 4 response", "scheduler 30 find-staff", "intake 3 action");
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
