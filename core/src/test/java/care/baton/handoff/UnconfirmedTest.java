package care.baton.handoff;

import static care.baton.handoff.Parties.CLOSES_UNCONFIRMED;
import static care.baton.handoff.Parties.COORDINATOR;
import static care.baton.handoff.Parties.HOME_CARE;
import static care.baton.handoff.Parties.INTAKE;
import static care.baton.handoff.Parties.MONDAY;
import static care.baton.handoff.Parties.PRACTICE;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.RefuseCompletion;
import care.baton.handoff.HandoffCommand.ReopenHandoff;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.Standing;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Sensitive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnconfirmedTest {

    private static final Duration TWO_DAYS = Duration.ofHours(48);
    private static final Key ACTION = Key.of("handoff-1", Kinds.ACTION, "whole");
    private static final CompleteAction DONE =
            new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("visited"))));

    private static HandoffFixture done(Practice practice) {
        return HandoffFixture.of(practice, MONDAY)
                .given(COORDINATOR, OfferHandoff.firm(INTAKE, HOME_CARE))
                .given(INTAKE, new AnswerOffer(1, HOME_CARE.digest(), new Answer.Accept()))
                .given(INTAKE, DONE);
    }

    @Test
    void whatNobodyConfirmsInTimeClosesAsUnconfirmedAtThatInstantAndNotBefore() {
        HandoffFixture story = done(CLOSES_UNCONFIRMED);
        Instant closes = story.now().plus(TWO_DAYS);

        story.whenTimePasses(TWO_DAYS.minusNanos(1)).thenOwner(INTAKE);
        assertThat(story.handoff().negotiation().course()).isEqualTo(Course.DONE);
        assertThat(story.handoff().nextDue()).contains(closes);

        story.whenTimePasses(Duration.ofDays(3));
        assertThat(story.handoff().negotiation().course()).isEqualTo(Course.CLOSED);
        assertThat(story.handoff().obligations().get(ACTION))
                .map(Obligation::standing)
                .contains(new Standing.Released(closes, Unconfirmed.UNCONFIRMED));
        assertThat(story.events())
                .extracting(Recorded::event)
                .filteredOn(CourseTaken.class::isInstance)
                .last()
                .isEqualTo(new CourseTaken(
                        story.handoff().negotiation().id(), Course.CLOSED, closes, Unconfirmed.UNCONFIRMED, List.of()));
    }

    @Test
    void itIsNeverSilentTheSenderHasToBeTold() {
        HandoffFixture story = done(CLOSES_UNCONFIRMED).whenTimePasses(TWO_DAYS);

        story.thenOwed(Kinds.VALIDATE).thenOwed(Kinds.TELL, INTAKE);
        assertThat(story.open(Kinds.TELL)).allMatch(o -> o.owedTo().equals(COORDINATOR));
        assertThat(story.open(Kinds.TELL)).allMatch(o -> o.due().isAfter(story.now()));
        assertThat(story.handoff().nextDue()).isPresent();
    }

    @Test
    void closingIsOnceHoweverOftenTimeIsAsked() {
        HandoffFixture story = done(CLOSES_UNCONFIRMED).whenTimePasses(TWO_DAYS);
        story.whenTimePasses(Duration.ZERO).thenNothingHappened();
    }

    @Test
    void aWordOfTheSenderInTimeIsTheEndOfTheWait() {
        HandoffFixture confirmed = done(CLOSES_UNCONFIRMED).given(COORDINATOR, new ValidateCompletion());
        confirmed.whenTimePasses(TWO_DAYS).thenNothingHappened();
        assertThat(confirmed.handoff().nextDue()).isEmpty();

        HandoffFixture refused =
                done(CLOSES_UNCONFIRMED).given(COORDINATOR, new RefuseCompletion(Code.of("not-what-was-asked")));
        refused.whenTimePasses(TWO_DAYS).thenOwner(COORDINATOR);
        assertThat(refused.handoff().negotiation().course()).isEqualTo(Course.OFFERING);
    }

    @Test
    void aLateConfirmationFindsItClosedAndTheSenderMayTakeItUpAgain() {
        HandoffFixture story = done(CLOSES_UNCONFIRMED).after(TWO_DAYS);
        story.when(COORDINATOR, new ValidateCompletion()).thenRefused(Reason.STEP_NOT_OPEN);
        story.given(COORDINATOR, new ReopenHandoff(Sensitive.of("not finished")))
                .thenOwner(COORDINATOR);
    }

    @Test
    void doneSaidAgainWithTheResultGivesTheSenderItsWholeTime() {
        HandoffFixture story = HandoffFixture.of(CLOSES_UNCONFIRMED, MONDAY)
                .given(COORDINATOR, OfferHandoff.firm(INTAKE, HOME_CARE))
                .given(INTAKE, new AnswerOffer(1, HOME_CARE.digest(), new Answer.Accept()))
                .given(INTAKE, new CompleteAction(List.of()))
                .after(Duration.ofHours(40))
                .given(INTAKE, DONE);
        assertThat(story.handoff().negotiation().closesAt())
                .contains(story.now().plus(TWO_DAYS));
    }

    @Test
    void withoutARuleItWaitsForAsLongAsItTakesAndIsHeard() {
        HandoffFixture story =
                done(PRACTICE).whenTimePasses(Duration.ofDays(400)).thenOwner(INTAKE);

        story.thenOwed(Kinds.VALIDATE, COORDINATOR);
        assertThat(story.open(Kinds.VALIDATE)).allMatch(o -> o.raised() == 2);
    }

    @Test
    void anActionWithoutAWordOnItsEndIsFinishedWithinTheDefinitionsTimeFromWhenTheAnswerIsDue() {
        assertThat(due(CLOSES_UNCONFIRMED)).isEqualTo(MONDAY.plus(Duration.ofHours(24 + 100)));
    }

    @Test
    void withoutSuchATimeItIsNotLateBeforeTheFirstReportWouldBe() {
        assertThat(due(PRACTICE)).isEqualTo(MONDAY.plus(Duration.ofHours(24 + 168)));
    }

    private static Instant due(Practice practice) {
        return HandoffFixture.of(practice, MONDAY)
                .given(COORDINATOR, OfferHandoff.firm(INTAKE, HOME_CARE))
                .open(Kinds.ACTION)
                .get(0)
                .due();
    }
}
