package care.baton.record;

import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.ask;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.MarkInError;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.TakeBack;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferKind;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.pathway.Step;
import care.baton.record.RecordCommand.InHandoff;
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

        run.given(INTAKE, part(new AnswerOffer(1, ask().digest(), new Answer.Decline(FULL, Sensitive.none()))));
        assertThat(waitsFor()).containsExactly(Kinds.PLACE);
    }

    @Test
    void aPartThatWasDeclinedOrHasComeBackIsSoughtAgain() {
        run.given(PLANNER, passesOn(PART, HomeStart.HANDOFF))
                .given(INTAKE, part(new AnswerOffer(1, ask().digest(), new Answer.Decline(FULL, Sensitive.none()))));
        run.when(PLANNER, accept(1)).thenRefused(Reason.PART_NOT_ACCEPTED);

        run.given(PLANNER, part(OfferHandoff.firm(INTAKE, ask())))
                .given(INTAKE, part(new AnswerOffer(2, ask().digest(), new Answer.Accept())))
                .given(INTAKE, part(new GiveBack(FULL)))
                .given(PLANNER, part(new TakeBack()));
        run.when(PLANNER, accept(1)).thenRefused(Reason.PART_NOT_ACCEPTED);
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

        run.when(PLANNER, answer(1, new Answer.Decline(FULL, Sensitive.none()))).thenApplied();
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
                .given(INTAKE, part(new AnswerOffer(1, ask().digest(), new Answer.Decline(FULL, Sensitive.none()))));

        run.when(PLANNER, passesOn(PART, HomeStart.HANDOFF)).thenApplied();
        run.when(PLANNER, passesOn(PART, HandoffId.of("handoff-9")))
                .thenRefused(Reason.OFFER_ALREADY_LIVE, Reason.STEP_NOT_OPEN);
    }

    @Test
    void whatWeHoldIsPassedOnAsWell() {
        run.given(PLANNER, accept(1)).given(PLANNER, passesOn(PART, HomeStart.HANDOFF));

        assertThat(run.record().chart().wholes().get(PART)).contains(HomeStart.HANDOFF);
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
        return offered(part, INTAKE, Optional.of(whole));
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
