package care.baton.handoff;

import static care.baton.handoff.HandoffTest.accept;
import static care.baton.handoff.HandoffTest.decline;
import static care.baton.handoff.HandoffTest.offered;
import static care.baton.handoff.HandoffTest.story;
import static care.baton.handoff.Parties.COORDINATOR;
import static care.baton.handoff.Parties.HOME_CARE;
import static care.baton.handoff.Parties.INTAKE;
import static care.baton.handoff.Parties.INTAKE_COVER;
import static care.baton.handoff.Parties.MEDICATION;
import static care.baton.handoff.Parties.MONDAY;
import static care.baton.handoff.Parties.OTHER_PLAN;
import static care.baton.handoff.Parties.PHARMACIST;
import static care.baton.handoff.Parties.SCHEDULER;
import static care.baton.handoff.Parties.SOUTH;
import static care.baton.handoff.Parties.WARD_NURSE;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Condition.Kind;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.AssignPerson;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.HandoffEvent.AnswerSetAside;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Another organization hears that it is not its turn, and no more; one's own colleagues hear all that is wrong. */
class WhoseTurnTest {

    private static final Sensitive WORDS = Sensitive.of("words");
    private static final AnswerOffer UNLISTED =
            new AnswerOffer(1, HOME_CARE.digest(), new Answer.Decline(Code.of("no-reason-listed"), WORDS));
    private static final OfferHandoff YESTERDAY = new OfferHandoff(
            OfferKind.INVITATION,
            PHARMACIST,
            HOME_CARE,
            Optional.empty(),
            Arbiter.RECORD,
            Optional.of(MONDAY.minus(Duration.ofDays(1))),
            Optional.empty());

    @Test
    void aStrangersAnswerIsNotLookedInto() {
        offered().when(SOUTH, UNLISTED).thenRefused(Reason.NOT_YOUR_TURN);
        offered().when(SCHEDULER, UNLISTED).thenRefused(Reason.ROLE_NOT_PERMITTED, Reason.REASON_NOT_LISTED);
        offered().when(INTAKE, UNLISTED).thenRefused(Reason.REASON_NOT_LISTED);
    }

    @Test
    void aStrangersOfferIsNotLookedInto() {
        offered().when(SOUTH, YESTERDAY).thenRefused(Reason.NOT_YOUR_TURN);
        offered().when(WARD_NURSE, YESTERDAY).thenRefused(Reason.ROLE_NOT_PERMITTED, Reason.DUE_IN_THE_PAST);
        offered().when(COORDINATOR, YESTERDAY).thenRefused(Reason.DUE_IN_THE_PAST);
    }

    @Test
    void aStrangersWithdrawalIsNotLookedInto() {
        HandoffFixture accepted = offered().given(INTAKE, accept(1));
        WithdrawOffer withdraw = new WithdrawOffer(1, OTHER_PLAN);

        accepted.when(SOUTH, withdraw).thenRefused(Reason.NOT_YOUR_TURN);
        accepted.when(WARD_NURSE, withdraw).thenRefused(Reason.ROLE_NOT_PERMITTED, Reason.OFFER_ALREADY_ACCEPTED);
        accepted.when(COORDINATOR, withdraw).thenRefused(Reason.OFFER_ALREADY_ACCEPTED);
    }

    @Test
    void aStrangersWordOnConditionsOrQuestionsIsNotLookedInto() {
        AgreeConditions agree = new AgreeConditions(1);
        AnswerClarification reply = new AnswerClarification(1, MEDICATION, WORDS, Optional.empty());

        offered().when(SOUTH, agree).thenRefused(Reason.NOT_YOUR_TURN);
        offered().when(WARD_NURSE, agree).thenRefused(Reason.ROLE_NOT_PERMITTED, Reason.NOTHING_PROPOSED);
        offered().when(COORDINATOR, agree).thenRefused(Reason.NOTHING_PROPOSED);
        offered().when(SOUTH, reply).thenRefused(Reason.NOT_YOUR_TURN);
        offered().when(WARD_NURSE, reply).thenRefused(Reason.ROLE_NOT_PERMITTED, Reason.ITEM_NOT_ASKED);
        offered().when(COORDINATOR, reply).thenRefused(Reason.ITEM_NOT_ASKED);
    }

    @Test
    void nothingIsSaidOfAnOfferThatNeverWas() {
        AnswerClarification reply = new AnswerClarification(9, MEDICATION, WORDS, Optional.empty());

        offered().when(COORDINATOR, new AgreeConditions(9)).thenRefused(Reason.OFFER_UNKNOWN);
        offered().when(COORDINATOR, reply).thenRefused(Reason.OFFER_UNKNOWN);
        offered().when(COORDINATOR, new WithdrawOffer(9, OTHER_PLAN)).thenRefused(Reason.OFFER_UNKNOWN);
        offered().when(SOUTH, accept(9)).thenRefused(Reason.OFFER_UNKNOWN);
    }

    @Test
    void whoeverWasAskedAndAnswersAnOfferThatNeverWasIsMistakenAndKept() {
        HandoffFixture story = offered().when(INTAKE, accept(9)).thenApplied().thenOwner(COORDINATOR);

        assertThat(story.events().get(story.events().size() - 1).event())
                .isInstanceOfSatisfying(AnswerSetAside.class, aside -> {
                    assertThat(aside.number()).isEqualTo(9);
                    assertThat(aside.reason()).isEqualTo(Code.of("offer-unknown"));
                });
    }

    @Test
    void whatAnotherOrganizationFindsOfAResultThatIsMissingIsNotSaid() {
        HandoffFixture done = offered().given(INTAKE, accept(1)).given(INTAKE, new CompleteAction(List.of()));

        done.when(SOUTH, new ValidateCompletion()).thenRefused(Reason.NOT_YOUR_TURN);
        done.when(COORDINATOR, new CompleteAction(List.of())).thenRefused(Reason.NOT_YOUR_TURN);
        done.when(SCHEDULER, new CompleteAction(List.of())).thenRefused(Reason.ROLE_NOT_PERMITTED);
        done.when(COORDINATOR, new ValidateCompletion());
        assertThat(done.answer().refusals())
                .containsExactly(Refusal.of(Reason.RESULT_MISSING, "completion/output", List.of(INTAKE.role())));
        offered()
                .given(INTAKE, accept(1))
                .when(COORDINATOR, new ValidateCompletion())
                .thenRefused(Reason.STEP_NOT_OPEN);
    }

    @Test
    void whoMayAskAColleagueIsNamedAndForOnesOwnOnlyOnesOwn() {
        HandoffFixture terms = offered()
                .given(
                        INTAKE,
                        new AnswerOffer(
                                1,
                                HOME_CARE.digest(),
                                new Answer.AcceptWithConditions(List.of(meet(PHARMACIST), meet(INTAKE)))));
        AssignPerson cover = new AssignPerson(Kinds.MEET, INTAKE_COVER.person().orElseThrow());

        terms.when(SCHEDULER, cover);
        assertThat(terms.answer().refusals())
                .containsExactly(Refusal.of(Reason.ROLE_NOT_PERMITTED, "assignment/meet", List.of(INTAKE.role())));
        terms.when(SOUTH, cover);
        assertThat(terms.answer().refusals())
                .containsExactly(
                        Refusal.of(Reason.NOT_YOUR_TURN, "assignment/meet", List.of(INTAKE.role(), PHARMACIST.role())));
    }

    @Test
    void whatSomebodySeesToIsOwedToTheOtherSide() {
        HandoffFixture terms = offered()
                .given(
                        INTAKE,
                        new AnswerOffer(
                                1,
                                HOME_CARE.digest(),
                                new Answer.AcceptWithConditions(List.of(meet(PHARMACIST), meet(INTAKE)))));

        assertThat(terms.open(Kinds.MEET)).extracting(o -> o.holder()).containsExactly(PHARMACIST, INTAKE);
        assertThat(terms.open(Kinds.MEET)).extracting(o -> o.owedTo()).containsExactly(INTAKE, COORDINATOR);
    }

    @Test
    void anInvitationThatIsDeclinedLeavesTheOthersAskedAndTheLastOneLeavesNobody() {
        HandoffFixture invited = story().given(COORDINATOR, invitation(INTAKE)).given(COORDINATOR, invitation(SOUTH));

        invited.given(INTAKE, decline(1)).thenOwed(Kinds.PLACE);
        invited.given(SOUTH, decline(2)).thenOwed(Kinds.PLACE, COORDINATOR);
    }

    @Test
    void aFirmOfferThatIsDeclinedMustBePlacedThoughOthersAreInvited() {
        HandoffFixture story = story().given(COORDINATOR, OfferHandoff.firm(WARD_NURSE, HOME_CARE))
                .given(COORDINATOR, invitation(INTAKE));

        story.given(WARD_NURSE, decline(1)).thenOwed(Kinds.PLACE, COORDINATOR);
    }

    private static Condition meet(Holder holder) {
        return new Condition(WORDS, Kind.PRECONDITION, holder, MONDAY.plus(Duration.ofHours(9)));
    }

    private static OfferHandoff invitation(Holder to) {
        return new OfferHandoff(
                OfferKind.INVITATION,
                to,
                HOME_CARE,
                Optional.empty(),
                Arbiter.RECORD,
                Optional.empty(),
                Optional.empty());
    }
}
