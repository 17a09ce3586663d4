package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HANDOFF;
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

import care.baton.catalog.Referral;
import care.baton.evidence.Entry;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.ReadAnswer;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.TakeBack;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Input;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferKind;
import care.baton.obligation.Lack.Why;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.pathway.Altered;
import care.baton.pathway.Pathway;
import care.baton.pathway.Step;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.ValidateOutcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing that a step is refused for is left out of what is said to be missing, to the close of the run. */
class MissingTest {

    private final RecordFixture run = HomeStart.run();

    @Test
    void betweenTwoStagesItIsMissingThatTheNextIsTakenOver() {
        leftTheFirst();

        Missing missing = only(why(Step.CLOSE));
        assertThat(missing.item()).isEqualTo(Keys.HAND_OVER);
        assertThat(missing.why()).isEqualTo(Why.NOT_DONE);
        assertThat(missing.suppliers()).extracting(Supplier::role).containsExactly(PLANNER.role());
        assertThat(missing.by()).isPresent();
    }

    @Test
    void whatIsHandedOverIsNotDoneUntilItIsSaidToBeAndNothingCameBackUntilItDid() {
        run.given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE)).given(INTAKE, answer(1, new Answer.Accept()));
        assertThat(ofHandoff()).containsExactly("action NOT_DONE intake", "output MISSING intake");

        run.given(INTAKE, in(new CompleteAction(List.of())));
        assertThat(ofHandoff()).containsExactly("output MISSING intake");
        run.when(PLANNER, in(new ValidateCompletion())).thenRefused(Reason.FIELD_MISSING, Reason.RESULT_MISSING);

        run.given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("done"))))));
        assertThat(ofHandoff()).isEmpty();
    }

    @Test
    void whatIsDoneAndTakenInIsNotUndoneAndItsResultStillComesFromWhoeverDidIt() {
        acceptedOverAServer();
        run.given(INTAKE, in(new CompleteAction(List.of()))).given(PLANNER, in(new TakeBack()));

        assertThat(ofHandoff()).containsExactly("output MISSING intake");
        assertThat(Audit.of(entries(), List.of(HomeStart.pathway()))).isEmpty();
        assertThat(restored()).isEqualTo(run.record());

        run.given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("done"))))));
        assertThat(ofHandoff()).isEmpty();
        assertThat(restored()).isEqualTo(run.record());
    }

    @Test
    void whatNobodyHoldsAtTheServerAnyMoreComesBackAndTheRecordIsRestored() {
        acceptedOverAServer();
        run.given(PLANNER, in(new TakeBack(Optional.of(Code.of("gone")))));

        assertThat(ofHandoff()).containsExactly("action NOT_DONE planner", "output MISSING planner");
        assertThat(Audit.of(entries(), List.of(HomeStart.pathway()))).isEmpty();
        assertThat(restored()).isEqualTo(run.record());
    }

    private void acceptedOverAServer() {
        run.given(NURSE, says(ROUTINES))
                .given(
                        PLANNER,
                        in(new OfferHandoff(
                                OfferKind.FIRM,
                                INTAKE,
                                HomeStart.ask(),
                                Optional.empty(),
                                Arbiter.SERVER,
                                Optional.empty(),
                                Optional.empty())))
                .given(INTAKE, in(new ReadAnswer(1, new Answer.Accept(), List.of())));
    }

    private List<Entry> entries() {
        return run.record().ledger().entries().toList();
    }

    private CoordinationRecord restored() {
        return CoordinationRecord.restore(run.record().id(), entries())
                .orThrow()
                .state();
    }

    @Test
    void afterTheLastStageItIsMissingWhatTheRunCannotBeClosedWithout() {
        leftTheFirst();
        run.given(PLANNER, offer(INTAKE)).given(INTAKE, answer(1, new Answer.Accept()));
        run.given(INTAKE, says(PLAN), in(new StartAction())).given(SCHEDULER, new Fulfil(Keys.duty(RUN, STAFF)));
        run.given(INTAKE, new LeaveStage(RUN), new LeaveStage(RUN));

        run.when(LEAD, new CloseRun(RUN))
                .thenRefused(Reason.FIELD_MISSING, Reason.OUTCOME_NOT_VALIDATED, Reason.STILL_OWED, Reason.STILL_OWED);
        assertThat(why(Step.CLOSE).missing())
                .extracting(Missing::item)
                .containsExactlyInAnyOrder(RESULT, Code.of("outcome-validation"), Kinds.ACTION, Kinds.UPDATE);
        assertThat(why(Step.CLOSE).missing())
                .allMatch(m -> m.by().isPresent() && !m.suppliers().isEmpty());

        run.given(INTAKE, says(RESULT)).given(PLANNER, new ValidateOutcome(RUN));
        run.given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("done"))))));
        run.given(PLANNER, in(new ValidateCompletion()));
        assertThat(why(Step.CLOSE).missing()).isEmpty();
        run.when(LEAD, new CloseRun(RUN)).thenApplied();
    }

    @Test
    void whatTheRoleThatMayNotHasSaidIsCalledThat() {
        run.given(PLANNER, says(ROUTINES));
        assertThat(why(Step.OFFER).missing()).isEmpty();
        Pathway wider = Altered.with(
                Altered.with(HomeStart.pathway(), "version", 3),
                "stages/0/fields/1/need/suppliers",
                List.of(NURSE.role(), FUNDER.role()));
        Rulebook rules = new Rulebook(List.of(HomeStart.pathway(), wider), HomeStart.CALENDAR);
        RecordFixture before = RecordFixture.of(RecordId.of("record-1"), rules, HomeStart.START)
                .given(PLANNER, HomeStart.opening())
                .given(FUNDER, says(RISKS))
                .given(PLANNER, open());

        Missing risks = blocked(before, Step.CLOSE).missing().stream()
                .filter(m -> m.item().equals(RISKS))
                .findFirst()
                .orElseThrow();
        assertThat(risks.why()).isEqualTo(Why.BY_OTHER_ROLE);
        assertThat(risks.suppliers()).extracting(Supplier::role).containsExactly(NURSE.role());
        before.given(NURSE, says(ROUTINES), says(RISKS));
        before.given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS))).given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)));
        assertThat(blocked(before, Step.CLOSE).missing()).isEmpty();
    }

    @Test
    void thePartsOfTheFormComeWithTheOfferAndBlockNothingBefore() {
        RecordFixture referral = RecordFixture.of(
                        RecordId.of("record-2"),
                        new Rulebook(List.of(Referral.handoff()), HomeStart.CALENDAR),
                        HomeStart.START)
                .given(PLANNER, HomeStart.opening());
        referral.given(Holder.of(PLANNER.organization(), Code.of("case-manager")), new OpenRun(RUN, Referral.ID, 1));

        Blocked offer = blocked(referral, Step.OFFER);
        assertThat(offer.brings())
                .extracting(m -> m.item().value())
                .containsExactly("situation", "background", "assessment", "recommendation");
        assertThat(offer.brings())
                .allMatch(m -> m.by().isPresent()
                        && m.suppliers().get(0).role().equals(Code.of("case-manager"))
                        && m.evidence().equals(Code.of("referral-record")));
        assertThat(offer.missing()).noneMatch(m -> m.item().equals(Code.of("situation")));
        assertThat(blocked(referral, Step.CLOSE).brings()).isEmpty();
        assertThat(why(Step.OFFER).brings()).isEmpty();
    }

    private void leftTheFirst() {
        run.given(NURSE, says(ROUTINES), says(RISKS)).given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)));
        run.given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW))).given(PLANNER, new LeaveStage(RUN));
    }

    private static OpenRun open() {
        return new OpenRun(RUN, Code.of("home-start"), 1);
    }

    private List<String> ofHandoff() {
        return run
                .record()
                .gates(run.rules())
                .whyBlocked(HANDOFF, Step.CLOSE, run.now())
                .orElseThrow()
                .missing()
                .stream()
                .filter(m -> !m.item().equals(RISKS))
                .map(m -> m.item() + " " + m.why() + " " + m.suppliers().get(0).role())
                .toList();
    }

    private static Missing only(Blocked blocked) {
        assertThat(blocked.missing()).hasSize(1);
        return blocked.missing().get(0);
    }

    private Blocked why(Step step) {
        return blocked(run, step);
    }

    private static Blocked blocked(RecordFixture run, Step step) {
        return run.record().gates(run.rules()).whyBlocked(RUN, step, run.now()).orElseThrow();
    }
}
