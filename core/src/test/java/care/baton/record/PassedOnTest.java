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
import static care.baton.record.HomeStart.ask;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.MarkInError;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.TakeBack;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferKind;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.pathway.Step;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.LeaveStage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What whoever keeps the record was offered, and passes on to another: it says yes when the other has. */
class PassedOnTest {

    private static final HandoffId PART = HandoffId.of("handoff-2");
    private static final Code FULL = Code.of("provider-capacity");

    private final RecordFixture run =
            HomeStart.run().given(NURSE, says(ROUTINES), offered(HomeStart.HANDOFF, PLANNER, Optional.empty()));

    @Test
    void theYesToTheWholeWaitsForTheYesToThePart() {
        run.given(PLANNER, passesOn(PART, HomeStart.HANDOFF));

        assertThat(refusals(accept(1)))
                .containsExactly(Refusal.of(Reason.PART_NOT_ACCEPTED, "answer/parts", List.of(INTAKE.role())));

        run.given(INTAKE, part(new AnswerOffer(1, ask().digest(), new Answer.Accept())));
        run.when(PLANNER, accept(1)).thenApplied();
    }

    @Test
    void whatItWaitsForIsNamedWithWhoeverWasAsked() {
        run.given(PLANNER, passesOn(PART, HomeStart.HANDOFF));
        assertThat(waitsFor()).containsExactly(Kinds.RESPONSE);

        run.given(INTAKE, part(new AnswerOffer(1, ask().digest(), declined())));
        assertThat(waitsFor()).containsExactly(Kinds.PLACE);
    }

    @Test
    void aPartThatWasDeclinedOrHasComeBackIsSoughtAgain() {
        run.given(PLANNER, passesOn(PART, HomeStart.HANDOFF))
                .given(INTAKE, part(new AnswerOffer(1, ask().digest(), declined())));
        run.when(PLANNER, accept(1)).thenRefused(Reason.PART_NOT_ACCEPTED);

        run.given(PLANNER, part(OfferHandoff.firm(INTAKE, ask())))
                .given(INTAKE, part(new AnswerOffer(2, ask().digest(), new Answer.Accept())))
                .given(INTAKE, part(new GiveBack(FULL)))
                .given(PLANNER, part(new TakeBack()));
        run.when(PLANNER, accept(1)).thenRefused(Reason.PART_NOT_ACCEPTED);
    }

    @Test
    void aPartThatIsBeingGivenBackIsNobodysYes() {
        run.given(PLANNER, passesOn(PART, HomeStart.HANDOFF))
                .given(INTAKE, part(new AnswerOffer(1, ask().digest(), new Answer.Accept())))
                .given(INTAKE, part(new GiveBack(FULL)));

        assertThat(refusals(accept(1)))
                .containsExactly(Refusal.of(Reason.PART_NOT_ACCEPTED, "answer/parts", List.of(PLANNER.role())));
        assertThat(waitsFor()).containsExactly(Kinds.TAKE_BACK);
    }

    @Test
    void aPartThatNobodyMayAnswerAnyMoreLiesWithWhoeverPassedItOn() {
        run.given(PLANNER, passesOn(PART, HomeStart.HANDOFF)).given(PLANNER, part(new WithdrawOffer(1, FULL)));

        assertThat(refusals(accept(1)))
                .containsExactly(Refusal.of(Reason.PART_NOT_ACCEPTED, "answer/parts", List.of(PLANNER.role())));
    }

    @Test
    void aPartThatWasRecordedInErrorHoldsNothingBack() {
        run.given(PLANNER, passesOn(PART, HomeStart.HANDOFF)).given(PLANNER, part(new MarkInError(FULL)));

        run.when(PLANNER, accept(1)).thenApplied();
    }

    @Test
    void conditionsSayWhatItStillWaitsFor() {
        Condition theOthersYes = new Condition(
                Sensitive.of("once the other has said yes"),
                Condition.Kind.PRECONDITION,
                PLANNER,
                run.now().plus(Duration.ofHours(8)));
        run.given(PLANNER, passesOn(PART, HomeStart.HANDOFF));

        run.when(PLANNER, answer(1, new Answer.AcceptWithConditions(List.of(theOthersYes))))
                .thenApplied();
    }

    @Test
    void aDeclineNeedsNoPart() {
        run.given(PLANNER, passesOn(PART, HomeStart.HANDOFF));

        run.when(PLANNER, answer(1, declined())).thenApplied();
    }

    @Test
    void onlyWhatLiesWithUsIsPassedOn() {
        run.when(PLANNER, passesOn(PART, PART)).thenRefused(Reason.OFFER_UNKNOWN);
        run.when(PLANNER, passesOn(PART, HandoffId.of("handoff-9"))).thenRefused(Reason.OFFER_UNKNOWN);
        run.when(NURSE, passesOn(PART, HomeStart.HANDOFF)).thenRefused(Reason.ROLE_NOT_PERMITTED, Reason.OFFER_UNKNOWN);
    }

    @Test
    void aHandoffStaysPartOfWhatItsFirstOfferNamed() {
        run.given(PLANNER, passesOn(PART, HomeStart.HANDOFF))
                .given(INTAKE, part(new AnswerOffer(1, ask().digest(), declined())));

        run.when(PLANNER, passesOn(PART, HomeStart.HANDOFF)).thenApplied();
        run.when(PLANNER, passesOn(PART, HandoffId.of("handoff-9")))
                .thenRefused(Reason.OFFER_ALREADY_LIVE, Reason.STEP_NOT_OPEN);
    }

    @Test
    void whatWeHoldIsPassedOnAsWell() {
        run.given(PLANNER, accept(1)).given(PLANNER, passesOn(PART, HomeStart.HANDOFF));

        assertThat(run.record().chart().wholes().get(PART)).contains(HomeStart.HANDOFF);
    }

    @Test
    void whoeverWasAskedPassesItOnWhoseStageItIsOrNot() {
        RecordFixture asked = HomeStart.run().given(NURSE, says(ROUTINES)).given(PLANNER, HomeStart.offer(SCHEDULER));

        asked.when(SCHEDULER, part(OfferHandoff.firm(OTHER_INTAKE, ask()))).thenRefused(Reason.ROLE_NOT_PERMITTED);
        asked.given(SCHEDULER, passesOn(PART, HomeStart.HANDOFF, OTHER_INTAKE))
                .given(OTHER_INTAKE, part(new AnswerOffer(1, ask().digest(), declined())))
                .given(SCHEDULER, part(OfferHandoff.firm(OTHER_INTAKE, ask())));
        asked.when(OTHER_INTAKE, passesOn(HandoffId.of("handoff-3"), PART, NURSE))
                .thenApplied();
    }

    @Test
    void theYesToAPartOfSomebodyElsesIsNoAnswerToWhatTheStageAsked() {
        RecordFixture left = HomeStart.run()
                .given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)))
                .given(NURSE, offered(HomeStart.HANDOFF, LEAD, Optional.empty()))
                .given(LEAD, passesOn(PART, HomeStart.HANDOFF))
                .given(PLANNER, new LeaveStage(RUN))
                .given(INTAKE, part(new AnswerOffer(1, ask().digest(), new Answer.Accept())));

        assertThat(left.record().chart().evidence().fact(OnHandoff.RESPONSE_CATEGORY))
                .isEmpty();
        assertThat(left.record().chart().runs().get(RUN).orElseThrow().gap()).isTrue();
    }

    @Test
    void whoeverOwnsTheStageGivesItOnByWhatTheyPassOn() {
        RecordFixture left = HomeStart.run()
                .given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)))
                .given(NURSE, offered(HomeStart.HANDOFF, PLANNER, Optional.empty()))
                .given(PLANNER, passesOn(PART, HomeStart.HANDOFF), new LeaveStage(RUN))
                .given(INTAKE, part(new AnswerOffer(1, ask().digest(), new Answer.Accept())));

        assertThat(left.record().chart().runs().get(RUN).orElseThrow().owner().map(Holder::role))
                .contains(INTAKE.role());
    }

    @Test
    void whatWasPassedOnIsLookedIntoOnceTheWholeIsOver() {
        run.given(PLANNER, passesOn(PART, HomeStart.HANDOFF))
                .given(INTAKE, part(new AnswerOffer(1, ask().digest(), new Answer.Accept())))
                .given(NURSE, HomeStart.in(new WithdrawOffer(1, FULL)));
        assertThat(looks()).isEmpty();

        run.given(NURSE, HomeStart.in(new ConfirmDecision(1)));

        assertThat(looks()).containsExactly(PLANNER.role() + " offer-1-whole-ended");
        run.when(PLANNER, new Fulfil(new Key(PART.value(), Kinds.LOOK_INTO, "offer-1-whole-ended", 1)))
                .thenApplied();
    }

    @Test
    void whatHasEndedWithTheWholeIsNotLookedInto() {
        run.given(PLANNER, passesOn(PART, HomeStart.HANDOFF))
                .given(PLANNER, part(new MarkInError(FULL)))
                .given(NURSE, HomeStart.in(new WithdrawOffer(1, FULL)), HomeStart.in(new ConfirmDecision(1)));

        assertThat(looks()).isEmpty();
    }

    @Test
    void ourOwnNoToTheWholeLeavesThePartToBeLookedInto() {
        run.given(PLANNER, passesOn(PART, HomeStart.HANDOFF))
                .given(PLANNER, answer(1, declined()), HomeStart.in(new ConfirmDecision(1)));

        assertThat(looks()).containsExactly(PLANNER.role() + " offer-1-whole-ended");
    }

    private static Answer declined() {
        return new Answer.Decline(FULL, Sensitive.none());
    }

    private List<String> looks() {
        return run.record().chart().obligations().open().stream()
                .filter(o -> o.key().kind().equals(Kinds.LOOK_INTO))
                .map(o -> o.holder().role() + " " + o.key().subject())
                .toList();
    }

    private List<Refusal> refusals(InHandoff command) {
        return NoteTest.refusals(run, PLANNER, command);
    }

    private List<Code> waitsFor() {
        return run
                .record()
                .gates(run.rules())
                .whyBlocked(HomeStart.HANDOFF, Step.ACCEPT, run.now())
                .orElseThrow()
                .missing()
                .stream()
                .map(Missing::item)
                .toList();
    }

    private static InHandoff accept(int offer) {
        return answer(offer, new Answer.Accept());
    }

    private static InHandoff passesOn(HandoffId part, HandoffId whole) {
        return passesOn(part, whole, INTAKE);
    }

    private static InHandoff passesOn(HandoffId part, HandoffId whole, Holder to) {
        return offered(part, to, Optional.of(whole));
    }

    /** A part is settled in this record, the whole on the server of whoever asked for it. */
    private static InHandoff offered(HandoffId part, Holder to, Optional<HandoffId> whole) {
        Arbiter arbiter = whole.isPresent() ? Arbiter.RECORD : Arbiter.SERVER;
        return new InHandoff(
                part,
                RUN,
                new OfferHandoff(OfferKind.FIRM, to, ask(), Optional.empty(), arbiter, Optional.empty(), whole));
    }

    private static InHandoff part(HandoffCommand command) {
        return new InHandoff(PART, RUN, command);
    }
}
