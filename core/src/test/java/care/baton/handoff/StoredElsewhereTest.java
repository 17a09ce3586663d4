package care.baton.handoff;

import static care.baton.handoff.HandoffTest.accept;
import static care.baton.handoff.HandoffTest.decline;
import static care.baton.handoff.HandoffTest.story;
import static care.baton.handoff.Parties.COORDINATOR;
import static care.baton.handoff.Parties.HOME_CARE;
import static care.baton.handoff.Parties.INTAKE;
import static care.baton.handoff.Parties.MEDICATION;
import static care.baton.handoff.Parties.OTHER_PLAN;
import static care.baton.handoff.Parties.SOUTH;
import static care.baton.handoff.Parties.WARD_NURSE;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.MarkInError;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.OvertakeDecision;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.HandoffEvent.DecisionOvertaken;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Decisions that count only once a server has stored them. */
class StoredElsewhereTest {

    private static final WithdrawOffer WITHDRAW = new WithdrawOffer(1, OTHER_PLAN);
    private static final ConfirmDecision STORED = new ConfirmDecision(1);
    private static final Sensitive WORDS = Sensitive.of("words");

    private static OfferHandoff offer(OfferKind kind, Holder to, Arbiter arbiter) {
        return new OfferHandoff(kind, to, HOME_CARE, Optional.empty(), arbiter, Optional.empty(), Optional.empty());
    }

    private static HandoffFixture byServer(Holder to) {
        return story().given(COORDINATOR, offer(OfferKind.FIRM, to, Arbiter.SERVER));
    }

    private static OfferState state(HandoffFixture story, int offer) {
        return story.handoff().negotiation().offers().get(offer).orElseThrow().state();
    }

    private static List<DecisionOvertaken> overtaken(HandoffFixture story) {
        return story.events().stream()
                .map(Recorded::event)
                .filter(DecisionOvertaken.class::isInstance)
                .map(DecisionOvertaken.class::cast)
                .toList();
    }

    @Test
    void thatADecisionIsStoredIsOwedToTheOtherSideUnderItsOwnName() {
        HandoffFixture answered = byServer(INTAKE).given(INTAKE, accept(1));
        HandoffFixture withdrawn = byServer(INTAKE).given(COORDINATOR, WITHDRAW);

        assertThat(answered.open(Kinds.CONFIRMATION)).singleElement().satisfies(o -> {
            assertThat(o.owedTo()).isEqualTo(COORDINATOR);
            assertThat(o.key().subject()).isEqualTo("offer-1-answer");
        });
        assertThat(withdrawn.open(Kinds.CONFIRMATION)).singleElement().satisfies(o -> {
            assertThat(o.owedTo()).isEqualTo(INTAKE);
            assertThat(o.key().subject()).isEqualTo("offer-1-withdrawal");
        });
    }

    @Test
    void aWithdrawalThatIsStoredEndsTheOffer() {
        HandoffFixture story = byServer(INTAKE).given(COORDINATOR, WITHDRAW).given(COORDINATOR, STORED);

        story.thenShown(Shown.WITHDRAWN).thenOwed(Kinds.CONFIRMATION).thenOwed(Kinds.PLACE, COORDINATOR);
    }

    @Test
    void aWithdrawalThatWasOvertakenLeavesTheOfferOpen() {
        HandoffFixture story = byServer(INTAKE)
                .given(COORDINATOR, WITHDRAW)
                .given(COORDINATOR, new OvertakeDecision(1, Code.of("changed-there")));

        story.thenShown(Shown.AWAITING).thenOwed(Kinds.CONFIRMATION).thenOwed(Kinds.RESPONSE, INTAKE);
        assertThat(overtaken(story)).extracting(DecisionOvertaken::decision).containsExactly(Decision.WITHDRAWAL);
    }

    @Test
    void aNoThatIsNotStoredYetIsNotShownAsAnAcceptance() {
        byServer(INTAKE).given(INTAKE, decline(1)).thenShown(Shown.AWAITING);
    }

    @Test
    @Promise(7)
    void aNoThatIsStoredOvertakesAWithdrawalOnItsWay() {
        HandoffFixture story = byServer(INTAKE).given(COORDINATOR, WITHDRAW).given(INTAKE, decline(1));

        story.given(INTAKE, STORED).thenShown(Shown.DECLINED).thenOwed(Kinds.CONFIRMATION);

        assertThat(overtaken(story)).singleElement().satisfies(o -> {
            assertThat(o.decision()).isEqualTo(Decision.WITHDRAWAL);
            assertThat(o.reason()).isEqualTo(Code.of("declined-first"));
        });
    }

    @Test
    void aQuestionThatIsStoredOvertakesNothing() {
        Answer.RequestClarification ask =
                new Answer.RequestClarification(List.of(new Question(MEDICATION, WORDS, Sensitive.none())));
        HandoffFixture story = byServer(INTAKE)
                .given(COORDINATOR, WITHDRAW)
                .given(INTAKE, new AnswerOffer(1, HOME_CARE.digest(), ask));

        story.given(INTAKE, STORED).thenOwed(Kinds.CONFIRMATION, COORDINATOR);

        assertThat(overtaken(story)).isEmpty();
    }

    @Test
    void insideOneOrganizationEachRoleSpeaksOfItsOwnDecision() {
        HandoffFixture accepting =
                byServer(WARD_NURSE).given(WARD_NURSE, accept(1)).given(COORDINATOR, WITHDRAW);
        HandoffFixture withdrawing =
                byServer(WARD_NURSE).given(WARD_NURSE, accept(1)).given(COORDINATOR, WITHDRAW);

        accepting.given(WARD_NURSE, STORED).thenOwner(WARD_NURSE);
        withdrawing.given(COORDINATOR, STORED).thenOwner(COORDINATOR).thenShown(Shown.WITHDRAWN);
    }

    @Test
    void atTheEndAWithdrawalThatNobodyConfirmedIsSaidToBeSoAndTheInvitedAreTold() {
        HandoffFixture story = story().given(COORDINATOR, offer(OfferKind.INVITATION, SOUTH, Arbiter.SERVER))
                .given(COORDINATOR, offer(OfferKind.FIRM, INTAKE, Arbiter.RECORD))
                .given(INTAKE, accept(2))
                .given(INTAKE, new CompleteAction(List.of(new Input(Code.of("report"), WORDS))));

        story.given(COORDINATOR, new ValidateCompletion()).thenOwed(Kinds.TELL, COORDINATOR);

        assertThat(state(story, 1))
                .isInstanceOfSatisfying(
                        OfferState.Withdrawn.class,
                        w -> assertThat(w.reason()).isEqualTo(Code.of("withdrawal-unconfirmed")));
        assertThat(state(story, 2)).isInstanceOf(OfferState.Accepted.class);
        assertThat(story.open(Kinds.TELL))
                .singleElement()
                .satisfies(o -> assertThat(o.owedTo()).isEqualTo(SOUTH));
    }

    @Test
    void anOpenOfferThatWasNeverRightIsWithdrawnForThatReason() {
        Code wrong = Code.of("wrong-person");
        HandoffFixture story = story().given(COORDINATOR, offer(OfferKind.FIRM, INTAKE, Arbiter.RECORD))
                .given(COORDINATOR, new MarkInError(wrong));

        assertThat(state(story, 1))
                .isInstanceOfSatisfying(
                        OfferState.Withdrawn.class, w -> assertThat(w.reason()).isEqualTo(wrong));
        story.when(COORDINATOR, new WithdrawOffer(1, OTHER_PLAN)).thenRefused(Reason.OFFER_ALREADY_ENDED);
    }
}
