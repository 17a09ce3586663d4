package care.baton.handoff;

import static care.baton.handoff.HandoffTest.accept;
import static care.baton.handoff.HandoffTest.decline;
import static care.baton.handoff.Parties.CLOSES_UNCONFIRMED;
import static care.baton.handoff.Parties.COORDINATOR;
import static care.baton.handoff.Parties.HOME_CARE;
import static care.baton.handoff.Parties.INTAKE;
import static care.baton.handoff.Parties.MONDAY;
import static care.baton.handoff.Parties.NO_CAPACITY;
import static care.baton.handoff.Parties.PRACTICE;
import static care.baton.handoff.Parties.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.OvertakeDecision;
import care.baton.handoff.HandoffCommand.RefuseCompletion;
import care.baton.handoff.HandoffCommand.ReopenHandoff;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.HandoffEvent.DecisionOvertaken;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.Standing;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Sensitive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnconfirmedTest {

    private static final Duration TWO_DAYS = Duration.ofHours(48);
    private static final Key ACTION = Key.of("handoff-1", Kinds.ACTION, "whole");
    private static final Key VALIDATE = Key.of("handoff-1", Kinds.VALIDATE, "whole");
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

    @Test
    void whatWasLateBeforeItClosedWasHeardBeforeItClosed() {
        HandoffFixture story = done(CLOSES_UNCONFIRMED).whenTimePasses(Duration.ofDays(5));

        assertThat(story.handoff().obligations().get(VALIDATE)).hasValueSatisfying(o -> {
            assertThat(o.raised()).isEqualTo(2);
            assertThat(o.standing()).isEqualTo(new Standing.Released(MONDAY.plus(TWO_DAYS), Unconfirmed.UNCONFIRMED));
        });
    }

    @Test
    void anInvitationThatIsStillOpenElsewhereIsWithdrawnAndThoseInvitedAreTold() {
        HandoffFixture story = finishedWhileSouthIsInvited(accept(1))
                .given(COORDINATOR, new OvertakeDecision(1, Code.of("changed-there")));

        story.whenTimePasses(TWO_DAYS).thenOwed(Kinds.TELL, INTAKE, COORDINATOR);

        assertThat(story.open(Kinds.TELL)).extracting(Obligation::owedTo).containsExactlyInAnyOrder(COORDINATOR, SOUTH);
        assertThat(state(story, 1)).isEqualTo(withdrawn());
        assertThat(state(story, 2)).isEqualTo(new OfferState.Accepted(MONDAY));
        assertThat(overtaken(story, Decision.ANSWER)).containsExactly(Unconfirmed.UNCONFIRMED);
    }

    @Test
    void aBidWhoseWithdrawalNobodyConfirmedIsSaidToBeWithdrawnAndTheBidderIsTold() {
        HandoffFixture story = finishedWhileSouthIsInvited(accept(1), new ConfirmDecision(1));

        story.whenTimePasses(TWO_DAYS).thenOwed(Kinds.TELL, INTAKE, COORDINATOR);

        assertThat(state(story, 1)).isEqualTo(withdrawn());
        assertThat(overtaken(story, Decision.ANSWER)).isEmpty();
    }

    @Test
    void anInvitationThatWasDeclinedStaysDeclinedAndNobodyIsToldOfIt() {
        HandoffFixture story = finishedWhileSouthIsInvited(decline(1), new ConfirmDecision(1));

        story.whenTimePasses(TWO_DAYS).thenOwed(Kinds.TELL, INTAKE);

        assertThat(state(story, 1)).isEqualTo(new OfferState.Declined(MONDAY, NO_CAPACITY));
    }

    /** South is invited and has answered; intake accepts an offer of its own and is done. */
    private static HandoffFixture finishedWhileSouthIsInvited(HandoffCommand... southSays) {
        HandoffFixture story = HandoffFixture.of(CLOSES_UNCONFIRMED, MONDAY)
                .given(
                        COORDINATOR,
                        new OfferHandoff(
                                OfferKind.INVITATION,
                                SOUTH,
                                HOME_CARE,
                                Optional.empty(),
                                Arbiter.SERVER,
                                Optional.empty(),
                                Optional.empty()));
        for (HandoffCommand said : southSays) {
            story.given(SOUTH, said);
        }
        return story.given(COORDINATOR, OfferHandoff.firm(INTAKE, HOME_CARE))
                .given(INTAKE, accept(2))
                .given(INTAKE, DONE);
    }

    private static OfferState withdrawn() {
        return new OfferState.Withdrawn(MONDAY.plus(TWO_DAYS), Unconfirmed.UNCONFIRMED);
    }

    private static OfferState state(HandoffFixture story, int offer) {
        return story.handoff().negotiation().offers().get(offer).orElseThrow().state();
    }

    private static List<Code> overtaken(HandoffFixture story, Decision decision) {
        return story.events().stream()
                .map(Recorded::event)
                .filter(DecisionOvertaken.class::isInstance)
                .map(DecisionOvertaken.class::cast)
                .filter(e -> e.decision() == decision)
                .map(DecisionOvertaken::reason)
                .toList();
    }

    private static Instant due(Practice practice) {
        return HandoffFixture.of(practice, MONDAY)
                .given(COORDINATOR, OfferHandoff.firm(INTAKE, HOME_CARE))
                .open(Kinds.ACTION)
                .get(0)
                .due();
    }
}
