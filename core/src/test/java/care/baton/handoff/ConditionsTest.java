package care.baton.handoff;

import static care.baton.handoff.HandoffTest.accept;
import static care.baton.handoff.HandoffTest.decline;
import static care.baton.handoff.HandoffTest.offered;
import static care.baton.handoff.HandoffTest.story;
import static care.baton.handoff.Parties.COORDINATOR;
import static care.baton.handoff.Parties.HOME_CARE;
import static care.baton.handoff.Parties.INTAKE;
import static care.baton.handoff.Parties.MONDAY;
import static care.baton.handoff.Parties.OTHER_PLAN;
import static care.baton.handoff.Parties.PHARMACIST;
import static care.baton.handoff.Parties.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.handoff.Condition.Kind;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.MeetCondition;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.ReadAnswer;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.TakeBack;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    private static final Condition SCRIPT = condition(Kind.PRECONDITION, PHARMACIST, 10);
    private static final Condition KEY = condition(Kind.PRECONDITION, COORDINATOR, 20);
    private static final Condition OWN_CHECK = condition(Kind.PRECONDITION, INTAKE, 20);
    private static final Condition WEEKDAYS = condition(Kind.LIMITATION, INTAKE, 60);

    private static Condition condition(Kind kind, Holder holder, int hours) {
        return new Condition(Sensitive.of("words"), kind, holder, MONDAY.plus(Duration.ofHours(hours)));
    }

    private static AnswerOffer propose(Condition... conditions) {
        return new AnswerOffer(1, HOME_CARE.digest(), new Answer.AcceptWithConditions(List.of(conditions)));
    }

    private static HandoffFixture proposed(Condition... conditions) {
        return offered().after(Duration.ofHours(4)).given(INTAKE, propose(conditions));
    }

    private static Obligation response(HandoffFixture story) {
        return story.open(Kinds.RESPONSE).get(0);
    }

    @Test
    @Requirement("HND-36")
    @Promise(8)
    void aProposalOpensTheSendersWordAndEachPrecondition() {
        HandoffFixture story = proposed(SCRIPT, KEY, WEEKDAYS);

        story.thenShown(Shown.PROPOSED).thenOwner(COORDINATOR);
        story.thenOwed(Kinds.AGREE, COORDINATOR).thenOwed(Kinds.MEET, PHARMACIST, COORDINATOR);
        assertThat(story.open(Kinds.MEET)).extracting(Obligation::due).containsExactly(SCRIPT.due(), KEY.due());
        assertThat(response(story).suspendedBy()).hasSize(3);
    }

    @Test
    @Requirement("HND-36")
    void itBecomesAnAcceptanceOnlyWhenAgreedAndMetAndEverythingMissingIsNamed() {
        HandoffFixture story = proposed(SCRIPT, KEY, WEEKDAYS).when(INTAKE, accept(1));
        story.thenRefused(Reason.CONDITIONS_NOT_AGREED, Reason.CONDITION_NOT_MET, Reason.CONDITION_NOT_MET);
        assertThat(story.answer().refusals())
                .flatExtracting(Refusal::roles)
                .containsExactly(COORDINATOR.role(), PHARMACIST.role(), COORDINATOR.role());

        story.given(PHARMACIST, new MeetCondition(1, 1)).given(COORDINATOR, new MeetCondition(1, 2));
        story.when(INTAKE, accept(1)).thenRefused(Reason.CONDITIONS_NOT_AGREED).thenOwner(COORDINATOR);
        story.given(COORDINATOR, new AgreeConditions(1))
                .thenShown(Shown.PROPOSED)
                .thenOwner(COORDINATOR);

        story.when(INTAKE, accept(1)).thenOwner(INTAKE).thenOwed(Kinds.FOLLOW_UP, INTAKE);
        assertThat(story.open(Kinds.FOLLOW_UP)).extracting(Obligation::due).containsExactly(WEEKDAYS.due());
        story.given(INTAKE, new MeetCondition(1, 3)).thenOwed(Kinds.FOLLOW_UP);
    }

    @Test
    void theFinalAnswerHasWhatWasLeftAndSilenceThenIsNoResponse() {
        HandoffFixture story = proposed(KEY)
                .after(Duration.ofHours(6))
                .given(COORDINATOR, new MeetCondition(1, 1))
                .given(COORDINATOR, new AgreeConditions(1));

        assertThat(response(story).isSuspended()).isFalse();
        assertThat(response(story).due()).isEqualTo(story.now().plus(Duration.ofHours(20)));
        story.whenTimePasses(Duration.ofHours(19)).thenShown(Shown.PROPOSED);
        story.whenTimePasses(Duration.ofHours(1)).thenShown(Shown.NO_RESPONSE).thenOwner(COORDINATOR);
        story.when(INTAKE, accept(1)).thenOwner(INTAKE);
    }

    @Test
    void aConditionThatTheReceiverSeesToDoesNotStopTheReceiversClock() {
        HandoffFixture story = proposed(OWN_CHECK);
        assertThat(response(story).suspendedBy()).hasSize(1);

        story.given(COORDINATOR, new AgreeConditions(1));

        assertThat(response(story).isSuspended()).isFalse();
        story.when(INTAKE, accept(1)).thenRefused(Reason.CONDITION_NOT_MET);
    }

    @Test
    void theReceiverMayProposeAnewAndWithoutMoreTime() {
        HandoffFixture story = proposed(SCRIPT, KEY).given(PHARMACIST, new MeetCondition(1, 1));
        Instant due = response(story).due();

        story.after(Duration.ofHours(3)).given(INTAKE, propose(KEY));

        story.thenOwed(Kinds.AGREE, COORDINATOR)
                .thenOwed(Kinds.MEET, COORDINATOR)
                .thenShown(Shown.PROPOSED);
        assertThat(response(story).due()).isEqualTo(due);
        story.given(COORDINATOR, new AgreeConditions(1)).given(COORDINATOR, new MeetCondition(1, 1));
        assertThat(response(story).due()).isEqualTo(story.now().plus(Duration.ofHours(20)));
        story.when(INTAKE, accept(1)).thenOwner(INTAKE);
    }

    @Test
    void anAgreementThatNamesTheTermsCannotMeanOthers() {
        HandoffFixture story = proposed(SCRIPT);
        OfferState.Proposed read = (OfferState.Proposed)
                story.handoff().negotiation().current().orElseThrow().state();
        AgreeConditions agree = new AgreeConditions(1, Optional.of(read.terms()));
        story.given(INTAKE, propose(KEY));

        story.when(COORDINATOR, agree).thenRefused(Reason.CONTENT_CHANGED);
        story.given(INTAKE, propose(SCRIPT)).when(COORDINATOR, agree).thenApplied();
    }

    @Test
    void refusedTermsAreAWithdrawalWithItsReason() {
        proposed(SCRIPT)
                .when(COORDINATOR, new WithdrawOffer(1, OTHER_PLAN))
                .thenShown(Shown.WITHDRAWN)
                .thenOwner(COORDINATOR)
                .thenOwed(Kinds.AGREE)
                .thenOwed(Kinds.MEET)
                .thenOwed(Kinds.PLACE, COORDINATOR);
    }

    @Test
    void theReceiverMayDeclineAfterAll() {
        proposed(SCRIPT)
                .given(COORDINATOR, new AgreeConditions(1))
                .when(INTAKE, decline(1))
                .thenShown(Shown.DECLINED)
                .thenOwed(Kinds.MEET);
    }

    @Test
    void onlyWhoeverSeesToAConditionSaysThatItIsMet() {
        proposed(SCRIPT).when(INTAKE, new MeetCondition(1, 1)).thenRefused(Reason.NOT_YOUR_TURN);
        proposed(SCRIPT).when(SOUTH, new AgreeConditions(1)).thenRefused(Reason.NOT_YOUR_TURN);
        proposed(SCRIPT).when(PHARMACIST, new MeetCondition(1, 2)).thenRefused(Reason.CONDITION_UNKNOWN);
        offered().when(COORDINATOR, new AgreeConditions(1)).thenRefused(Reason.NOTHING_PROPOSED);
    }

    @Test
    @Promise({2, 9})
    void anAcceptanceReadFromThePartnerMovesItWhileItsTermsAreOpenAndTheyAreOwedAtOnce() {
        HandoffFixture story = story().given(COORDINATOR, byServer())
                .given(INTAKE, propose(SCRIPT, WEEKDAYS))
                .given(INTAKE, new ConfirmDecision(1))
                .given(PHARMACIST, new MeetCondition(1, 1));
        story.when(INTAKE, accept(1)).thenRefused(Reason.CONDITIONS_NOT_AGREED);

        story.when(INTAKE, new ReadAnswer(1, new Answer.Accept(), List.of()))
                .thenOwner(INTAKE)
                .thenShown(Shown.ACCEPTED);

        story.thenOwed(Kinds.AGREE, COORDINATOR).thenOwed(Kinds.FOLLOW_UP, INTAKE);
        story.when(INTAKE, new StartAction()).thenRefused(Reason.CONDITIONS_NOT_AGREED);
        story.given(COORDINATOR, new AgreeConditions(1)).thenOwed(Kinds.AGREE);
        story.when(INTAKE, new StartAction()).thenOwner(INTAKE).thenApplied();
    }

    @Test
    void termsThatStandOnlyBesideTheAcceptanceAreFollowedUpByWhoeverSeesToThem() {
        HandoffFixture story = story().given(COORDINATOR, byServer())
                .when(INTAKE, new ReadAnswer(1, new Answer.Accept(), List.of(SCRIPT, WEEKDAYS)));

        story.thenOwner(INTAKE).thenOwed(Kinds.AGREE, COORDINATOR).thenOwed(Kinds.FOLLOW_UP, INTAKE, PHARMACIST);
        story.given(INTAKE, new GiveBack(Parties.NO_CAPACITY))
                .given(COORDINATOR, new TakeBack())
                .thenOwed(Kinds.AGREE)
                .thenOwed(Kinds.FOLLOW_UP);
    }

    @Test
    void whatIsReadIsTheReceiversAndOnlyWhereAServerSettlesIt() {
        ReadAnswer read = new ReadAnswer(1, new Answer.Accept(), List.of());
        offered().when(INTAKE, read).thenRefused(Reason.STEP_NOT_OPEN);
        story().given(COORDINATOR, byServer()).when(COORDINATOR, read).thenRefused(Reason.NOT_YOUR_TURN);
        story().given(COORDINATOR, byServer())
                .when(INTAKE, new ReadAnswer(2, read.answer(), List.of()))
                .thenRefused(Reason.OFFER_UNKNOWN);
        story().given(COORDINATOR, byServer())
                .given(INTAKE, read)
                .when(INTAKE, read)
                .thenRefused(Reason.OFFER_ALREADY_ENDED);
    }

    @Test
    void aRefusalThatIsReadEndsTheOfferForAnyReason() {
        Answer.Decline full = new Answer.Decline(Code.of("not-stated"), Sensitive.none());
        story().given(COORDINATOR, byServer())
                .when(INTAKE, new AnswerOffer(1, HOME_CARE.digest(), full))
                .thenRefused(Reason.REASON_NOT_LISTED)
                .when(INTAKE, new ReadAnswer(1, full, List.of()))
                .thenShown(Shown.DECLINED)
                .thenOwner(COORDINATOR)
                .thenOwed(Kinds.PLACE, COORDINATOR);
        assertThatThrownBy(() -> new ReadAnswer(1, full, List.of(SCRIPT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("terms");
    }

    private static OfferHandoff byServer() {
        return new OfferHandoff(
                OfferKind.FIRM,
                INTAKE,
                HOME_CARE,
                Optional.empty(),
                Arbiter.SERVER,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aConditionCannotBeDueInThePast() {
        offered()
                .after(Duration.ofHours(15))
                .when(INTAKE, propose(SCRIPT, KEY, condition(Kind.LIMITATION, INTAKE, 1)))
                .thenRefused(Reason.DUE_IN_THE_PAST, Reason.DUE_IN_THE_PAST);
    }

    @Test
    @Requirement("HND-36")
    @Promise(9)
    void conditionsSaySomethingAndAreSomebodysByATimeAndThereIsAtLeastOne() {
        assertThatThrownBy(() -> new Answer.AcceptWithConditions(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("conditions");
        assertThatThrownBy(() -> new Condition(Sensitive.none(), Kind.LIMITATION, INTAKE, MONDAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("text");
        assertThatThrownBy(() -> new Condition(Sensitive.of("a script"), Kind.LIMITATION, null, MONDAY))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("holder");
        assertThatThrownBy(() -> new Condition(Sensitive.of("a script"), Kind.LIMITATION, INTAKE, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("due");
    }
}
