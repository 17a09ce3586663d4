package care.baton.handoff;

import static care.baton.handoff.HandoffTest.accept;
import static care.baton.handoff.Parties.CLOSES_UNCONFIRMED;
import static care.baton.handoff.Parties.COORDINATOR;
import static care.baton.handoff.Parties.HOME_CARE;
import static care.baton.handoff.Parties.INTAKE;
import static care.baton.handoff.Parties.MONDAY;
import static care.baton.handoff.Parties.PRACTICE;
import static care.baton.handoff.Parties.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.MarkInError;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.RefuseCompletion;
import care.baton.handoff.HandoffCommand.TakeBack;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a server settles it: the sender takes what is left of what is done, and the one who did it lets go. */
@Promise(1)
class ReportedDoneTest {

    private static final Duration TWO_DAYS = Duration.ofHours(48);
    private static final List<Input> RESULT = List.of(new Input(Code.of("report"), Sensitive.of("visited")));
    private static final CompleteAction DONE = new CompleteAction(RESULT);
    private static final CompleteAction NO_RESULT_YET = new CompleteAction(List.of());

    private static HandoffFixture held(Practice practice) {
        return HandoffFixture.of(practice, MONDAY)
                .given(
                        COORDINATOR,
                        new OfferHandoff(
                                OfferKind.FIRM,
                                INTAKE,
                                HOME_CARE,
                                Optional.empty(),
                                Arbiter.SERVER,
                                Optional.empty(),
                                Optional.empty()))
                .given(INTAKE, accept(1))
                .given(INTAKE, new ConfirmDecision(1));
    }

    private static HandoffFixture takenBack(Practice practice) {
        return held(practice).given(INTAKE, DONE).given(COORDINATOR, new TakeBack());
    }

    @Test
    void theOneWhoDidItHoldsItUntilTheSenderTakesWhatIsLeft() {
        HandoffFixture story = held(PRACTICE).given(INTAKE, DONE).thenOwner(INTAKE);

        story.given(COORDINATOR, new TakeBack()).thenOwner(COORDINATOR).thenOwed(Kinds.VALIDATE, COORDINATOR);
        assertThat(story.handoff().negotiation().course()).isEqualTo(Course.VALIDATING);
        assertThat(story.handoff().negotiation().binding()).isEmpty();
        assertThat(story.handoff().negotiation().taken()).map(Offer::number).contains(1);
        assertThat(story.handoff().negotiation().output()).isEqualTo(RESULT);
        story.when(COORDINATOR, new TakeBack()).thenRefused(Reason.STEP_NOT_OPEN);
    }

    @Test
    void onOneRecordThereIsNothingToReadAndItStaysWithWhoeverDidItUntilItIsConfirmed() {
        HandoffFixture story = HandoffFixture.of(PRACTICE, MONDAY)
                .given(COORDINATOR, OfferHandoff.firm(INTAKE, HOME_CARE))
                .given(INTAKE, accept(1))
                .given(INTAKE, DONE);

        story.when(COORDINATOR, new TakeBack()).thenRefused(Reason.STEP_NOT_OPEN);
        story.thenOwner(INTAKE);
    }

    @Test
    void nobodyElseTakesIt() {
        HandoffFixture story = held(PRACTICE).given(INTAKE, DONE);

        story.when(INTAKE, new TakeBack()).thenRefused(Reason.NOT_YOUR_TURN);
        story.when(SOUTH, new TakeBack()).thenRefused(Reason.NOT_YOUR_TURN);
    }

    @Test
    void whatIsLeftIsConfirmedOrRefusedAsBefore() {
        HandoffFixture confirmed = takenBack(PRACTICE).given(COORDINATOR, new ValidateCompletion());
        assertThat(confirmed.handoff().negotiation().course()).isEqualTo(Course.CLOSED);
        assertThat(confirmed.handoff().negotiation().output()).isEqualTo(RESULT);

        HandoffFixture refused =
                takenBack(PRACTICE).given(COORDINATOR, new RefuseCompletion(Code.of("not-what-was-asked")));
        refused.thenOwner(COORDINATOR).thenOwed(Kinds.VALIDATE).thenOwed(Kinds.PLACE, COORDINATOR);
        assertThat(refused.handoff().negotiation().output()).isEmpty();

        HandoffFixture wrong = takenBack(PRACTICE).given(COORDINATOR, new MarkInError(Code.of("wrong-person")));
        assertThat(wrong.handoff().negotiation().course()).isEqualTo(Course.RECORDED_IN_ERROR);
    }

    @Test
    void theResultMayComeLaterAndIsStillOwedByWhoeverDidIt() {
        HandoffFixture story = held(PRACTICE).given(INTAKE, NO_RESULT_YET).given(COORDINATOR, new TakeBack());

        story.when(COORDINATOR, new ValidateCompletion()).thenRefused(Reason.RESULT_MISSING);
        assertThat(story.answer().refusals()).allMatch(r -> r.roles().equals(List.of(INTAKE.role())));
        story.when(INTAKE, NO_RESULT_YET).thenRefused(Reason.RESULT_MISSING);
        story.when(COORDINATOR, DONE).thenRefused(Reason.NOT_YOUR_TURN);

        story.given(INTAKE, DONE).thenOwner(COORDINATOR).thenOwed(Kinds.VALIDATE, COORDINATOR);
        assertThat(story.handoff().negotiation().course()).isEqualTo(Course.VALIDATING);
        story.when(COORDINATOR, new ValidateCompletion()).thenApplied();
    }

    @Test
    void whatNobodyConfirmsStillClosesInTimeAndNobodyHasToBeTold() {
        HandoffFixture story = takenBack(CLOSES_UNCONFIRMED);
        story.whenTimePasses(TWO_DAYS.minusNanos(1)).thenOwner(COORDINATOR);

        story.whenTimePasses(Duration.ofNanos(1));
        assertThat(story.handoff().negotiation().course()).isEqualTo(Course.CLOSED);
        story.thenOwed(Kinds.TELL).thenOwed(Kinds.VALIDATE);
    }
}
