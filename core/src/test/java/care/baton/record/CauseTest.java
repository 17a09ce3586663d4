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
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Question;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.record.CauseRules.On;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.time.Stamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why time went by: what somebody said, else what a written rule says of it, else nobody has said. */
class CauseTest {

    private static final Code NO_STAFF = Code.of("no-staff");
    private static final Key MISSING = Keys.of(RUN, Keys.SUPPLY, RISKS);

    private final RecordFixture run = HomeStart.run();

    @Test
    void aReasonThatIsACauseByNameNeedsNoRuleAndNobodyGivesTheTwoThatAreNotReasons() {
        assertThat(Cause.of(Code.of("provider-capacity"))).contains(Cause.PROVIDER_CAPACITY);
        assertThat(Cause.of(NO_STAFF)).isEmpty();
        assertThat(Cause.of(Cause.EXCHANGE.code())).isEmpty();
        assertThat(Cause.of(Cause.UNDETERMINED.code())).isEmpty();
    }

    @Test
    void whatSomebodySaidGoesBeforeWhatItWasAboutAndThatBeforeItsKind() {
        CauseRules kind = CauseRules.standard();
        CauseRules subject = kind.with(On.SUBJECT, RISKS, Cause.CASE_MANAGEMENT_WORKFLOW);
        CauseRules reason = subject.with(On.REASON, NO_STAFF, Cause.PROVIDER_CAPACITY);

        assertThat(kind.of(MISSING, List.of(NO_STAFF))).isEqualTo(Cause.INCOMPLETE_INFORMATION);
        assertThat(subject.of(MISSING, List.of(NO_STAFF))).isEqualTo(Cause.CASE_MANAGEMENT_WORKFLOW);
        assertThat(reason.of(MISSING, List.of(NO_STAFF))).isEqualTo(Cause.PROVIDER_CAPACITY);
        assertThat(reason.of(MISSING, List.of())).isEqualTo(Cause.CASE_MANAGEMENT_WORKFLOW);
        assertThat(reason.of(Keys.duty(RUN, HOURS), List.of())).isEqualTo(Cause.UNDETERMINED);
    }

    @Test
    void whyAnOfferWasWithdrawnIsWhyItTookItsTime() {
        offered();
        run.after(Duration.ofHours(9)).given(PLANNER, in(new WithdrawOffer(1, NO_STAFF)));

        Waiting waiting = run.record()
                .waiting(
                        RUN,
                        run.now(),
                        HomeStart.rules(),
                        CauseRules.standard().with(On.REASON, NO_STAFF, Cause.PROVIDER_CAPACITY))
                .orElseThrow();
        assertThat(waiting.because(Cause.PROVIDER_CAPACITY)).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void whatAnotherSystemClaimsTakesNothingFromTheTimeInWhichItsAnswerWaitedForOthers() {
        offered();
        run.after(Duration.ofHours(4))
                .given(INTAKE, answer(1, new Answer.RequestClarification(List.of(Question.about(ROUTINES)))));
        run.after(Duration.ofHours(5))
                .given(PLANNER, in(new AnswerClarification(1, ROUTINES, Sensitive.of("at eight"), Optional.empty())));
        run.after(Duration.ofHours(2));
        Stamp read = Stamp.at(run.now()).withClaimed(run.now().minus(Duration.ofHours(6)));
        run.when(INTAKE, read, answer(1, new Answer.Accept())).thenApplied();

        assertThat(Charges.of(run))
                .containsExactly("intake 4 response", "planner 5 clarification", "nobody 2 response");
        assertThat(Charges.waiting(run).because(Cause.EXCHANGE)).isEqualTo(Duration.ofHours(2));
        assertThat(Charges.waiting(run).because(Cause.INCOMPLETE_INFORMATION)).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void anEarlierAnswersClaimTakesNothingFromALaterOffersTime() {
        offered();
        run.after(Duration.ofHours(4));
        Stamp read = Stamp.at(run.now()).withClaimed(run.now().minus(Duration.ofHours(1)));
        run.when(INTAKE, read, answer(1, new Answer.Decline(Code.of("outside-area"), Sensitive.none())))
                .thenApplied();
        run.given(PLANNER, offer(INTAKE)).after(Duration.ofHours(3)).given(INTAKE, answer(2, new Answer.Accept()));

        assertThat(Charges.of(run)).containsExactly("intake 3 response", "nobody 1 response", "intake 3 response");
        assertThat(Charges.waiting(run).because(Cause.EXCHANGE)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void whoeverKeepsTheRecordReadsNothingFromItself() {
        offered();
        run.after(Duration.ofHours(4));
        Stamp claimed = Stamp.at(run.now()).withClaimed(run.now().minus(Duration.ofHours(3)));
        run.when(PLANNER, claimed, in(new WithdrawOffer(1, NO_STAFF))).thenApplied();
        run.after(Duration.ofHours(2));

        assertThat(Charges.waiting(run).because(Cause.EXCHANGE)).isZero();
    }

    private void offered() {
        run.given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)))
                .given(PLANNER, offer(INTAKE), new LeaveStage(RUN));
    }
}
