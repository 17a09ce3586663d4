package care.baton.handoff;

import static care.baton.handoff.Parties.ACCESS_LEAD;
import static care.baton.handoff.Parties.COORDINATOR;
import static care.baton.handoff.Parties.DIRECTOR;
import static care.baton.handoff.Parties.HOME_CARE;
import static care.baton.handoff.Parties.INTAKE;
import static care.baton.handoff.Parties.MONDAY;
import static care.baton.handoff.Parties.NO_CAPACITY;
import static care.baton.handoff.Parties.OTHER_PLAN;
import static care.baton.handoff.Parties.PRACTICE;
import static care.baton.handoff.Parties.SCHEDULER;
import static care.baton.handoff.Parties.SOUTH;
import static care.baton.handoff.Parties.SUPERVISOR;
import static care.baton.handoff.Parties.WARD_NURSE;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.escalation.Escalation;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.AnswerSetAside;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandoffTest {

    static final OfferHandoff TO_INTAKE = OfferHandoff.firm(INTAKE, HOME_CARE);

    static AnswerOffer accept(int offer) {
        return new AnswerOffer(offer, HOME_CARE.digest(), new Answer.Accept());
    }

    static AnswerOffer decline(int offer) {
        return new AnswerOffer(
                offer, HOME_CARE.digest(), new Answer.Decline(NO_CAPACITY, Sensitive.of("ask the south office")));
    }

    static HandoffFixture story() {
        return HandoffFixture.of(PRACTICE, MONDAY);
    }

    static HandoffFixture offered() {
        return story().given(COORDINATOR, TO_INTAKE);
    }

    private static OfferHandoff urgent() {
        return OfferHandoff.firm(INTAKE, HOME_CARE.with(Priority.URGENT));
    }

    @Test
    @Requirement({"OWN-15", "HND-52"})
    @Promise(1)
    void theSenderHoldsItUntilTheReceiverAccepts() {
        HandoffFixture story = offered().thenOwner(COORDINATOR).thenShown(Shown.AWAITING);

        story.after(Duration.ofHours(3))
                .when(INTAKE, accept(1))
                .thenOwner(INTAKE)
                .thenShown(Shown.ACCEPTED);

        assertThat(story.handoff().ownerAt(MONDAY.plusSeconds(3 * 3600 - 1))).contains(COORDINATOR);
        assertThat(story.handoff().ownerAt(MONDAY.plusSeconds(3 * 3600))).contains(INTAKE);
        assertThat(story.handoff().ownerAt(MONDAY.minusSeconds(1))).isEmpty();
    }

    @Test
    @Requirement("HND-35")
    void acceptingStopsTheResponseClockAndTheReceiverOwesReports() {
        HandoffFixture story =
                offered().given(INTAKE, accept(1)).thenOwner(INTAKE).thenOwed(Kinds.RESPONSE);

        story.thenOwed(Kinds.UPDATE, INTAKE).whenTimePasses(Duration.ofHours(25));

        assertThat(story.open(Escalation.ESCALATION))
                .noneMatch(o -> o.key().subject().startsWith("response"));
    }

    @Test
    @Requirement("HND-38")
    void aDeclineKeepsItWithTheSenderWhoMustFindSomebodyElse() {
        HandoffFixture story = offered().when(INTAKE, decline(1));

        story.thenOwner(COORDINATOR).thenShown(Shown.DECLINED).thenOwed(Kinds.PLACE, COORDINATOR);
        story.when(COORDINATOR, OfferHandoff.firm(SOUTH, HOME_CARE)).thenOwed(Kinds.PLACE);
        story.when(SOUTH, accept(2)).thenOwner(SOUTH);
    }

    @Test
    @Requirement("HND-38")
    void aDeclineNeedsAReasonThatTheDefinitionLists() {
        Answer busy = new Answer.Decline(Code.of("busy"), Sensitive.none());

        offered().when(INTAKE, new AnswerOffer(1, HOME_CARE.digest(), busy)).thenRefused(Reason.REASON_NOT_LISTED);
    }

    @Test
    @Requirement("HND-34")
    void everyOfferHasARespondByFromTheOfferTheAgreementOrTheDefinition() {
        OfferHandoff byTen = new OfferHandoff(
                OfferKind.FIRM,
                INTAKE,
                HOME_CARE,
                Optional.empty(),
                Arbiter.RECORD,
                Optional.of(MONDAY.plus(Duration.ofHours(1))),
                Optional.empty());
        HandoffFixture agreed = HandoffFixture.of(Parties.POLLED, MONDAY).given(COORDINATOR, TO_INTAKE);

        assertThat(due(offered())).isEqualTo(Duration.ofHours(24));
        assertThat(due(story().given(COORDINATOR, byTen))).isEqualTo(Duration.ofHours(1));
        assertThat(due(agreed)).isEqualTo(Duration.ofHours(48));
    }

    private static Duration due(HandoffFixture story) {
        return Duration.between(MONDAY, story.open(Kinds.RESPONSE).get(0).due());
    }

    @Test
    void whatIsDueInThePastIsRefusedAndEverythingThatIsWrongIsNamed() {
        Ask late = new Ask(
                HOME_CARE.code(),
                HOME_CARE.person(),
                Priority.ROUTINE,
                Sensitive.none(),
                Sensitive.none(),
                List.of(),
                Optional.of(MONDAY));
        OfferHandoff wrong = new OfferHandoff(
                OfferKind.FIRM,
                COORDINATOR,
                late,
                Optional.empty(),
                Arbiter.RECORD,
                Optional.of(MONDAY),
                Optional.empty());

        offered()
                .when(WARD_NURSE, wrong)
                .thenRefused(
                        Reason.ROLE_NOT_PERMITTED,
                        Reason.OFFER_TO_OWN_ROLE,
                        Reason.OFFER_ALREADY_LIVE,
                        Reason.DUE_IN_THE_PAST,
                        Reason.DUE_IN_THE_PAST);
    }

    @Test
    @Requirement({"HND-39", "ESC-08"})
    @Promise(6)
    void silenceBecomesNoResponseAndIsHeardButMovesAndEndsNothing() {
        HandoffFixture story = offered().whenTimePasses(Duration.ofHours(24)).thenShown(Shown.NO_RESPONSE);
        story.thenOwner(COORDINATOR).thenOwed(Kinds.RESPONSE, INTAKE);
        assertThat(lateResponse(story)).containsExactly(SUPERVISOR);

        story.whenTimePasses(Duration.ofHours(24)).whenTimePasses(Duration.ofHours(1));

        assertThat(lateResponse(story)).containsExactly(SUPERVISOR, DIRECTOR);
        story.thenOwner(COORDINATOR).thenOwed(Kinds.RESPONSE, INTAKE);
    }

    private static List<Holder> lateResponse(HandoffFixture story) {
        return story.open(Escalation.ESCALATION).stream()
                .filter(o -> o.key().subject().startsWith("response"))
                .map(Obligation::holder)
                .toList();
    }

    @Test
    @Requirement("HND-39")
    void thereAreFourAnswersAndNoFifth() {
        assertThat(Answer.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(
                        Answer.Accept.class,
                        Answer.AcceptWithConditions.class,
                        Answer.RequestClarification.class,
                        Answer.Decline.class);
    }

    @Test
    @Requirement("OWN-54")
    void anActionSaysWhoWhatWhenAndHow() {
        Ask ask = new Ask(
                Code.of("home-care"),
                Parties.PATIENT,
                Priority.ROUTINE,
                Sensitive.of("request 7"),
                Sensitive.of("with a lifting aid"),
                List.of(new Input(Code.of("profile"), Sensitive.of("attached"))),
                Optional.of(MONDAY.plus(Duration.ofDays(5))));
        HandoffFixture story = story().given(COORDINATOR, OfferHandoff.firm(INTAKE, ask))
                .given(INTAKE, new AnswerOffer(1, ask.digest(), new Answer.Accept()));

        Obligation action = story.open(Kinds.ACTION).get(0);
        assertThat(action.holder()).isEqualTo(INTAKE);
        assertThat(action.due()).isEqualTo(MONDAY.plus(Duration.ofDays(5)));
        assertThat(story.handoff().negotiation().binding().orElseThrow().ask()).isEqualTo(ask);
    }

    @Test
    void aLateAcceptanceIsValidAndRecordedAsLate() {
        HandoffFixture story = offered().after(Duration.ofDays(3)).when(INTAKE, accept(1));

        story.thenOwner(INTAKE).thenShown(Shown.ACCEPTED);
        assertThat(given(story).late()).isTrue();
        assertThat(lateResponse(story)).isEmpty();
        assertThat(given(offered().given(INTAKE, accept(1))).late()).isFalse();
    }

    private static AnswerGiven given(HandoffFixture story) {
        return story.events().stream()
                .map(Recorded::event)
                .filter(AnswerGiven.class::isInstance)
                .map(AnswerGiven.class::cast)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    @Test
    void withdrawingLosesToAnAcceptanceAndAnAcceptanceToAWithdrawal() {
        offered()
                .given(INTAKE, accept(1))
                .when(COORDINATOR, new WithdrawOffer(1, OTHER_PLAN))
                .thenRefused(Reason.OFFER_ALREADY_ACCEPTED)
                .thenOwner(INTAKE);

        offered()
                .given(COORDINATOR, new WithdrawOffer(1, OTHER_PLAN))
                .when(INTAKE, accept(1))
                .thenOwner(COORDINATOR)
                .thenShown(Shown.WITHDRAWN)
                .thenOwed(Kinds.PLACE, COORDINATOR)
                .when(COORDINATOR, new WithdrawOffer(1, OTHER_PLAN))
                .thenRefused(Reason.OFFER_ALREADY_ENDED);
    }

    @Test
    @Promise(3)
    void aStaleAnswerIsSetAsideOnceWithItsReason() {
        HandoffFixture story = offered()
                .given(INTAKE, decline(1))
                .given(COORDINATOR, OfferHandoff.firm(SOUTH, HOME_CARE))
                .given(INTAKE, accept(1))
                .thenOwner(COORDINATOR)
                .thenShown(Shown.AWAITING);
        AnswerSetAside aside =
                (AnswerSetAside) story.events().get(story.events().size() - 1).event();

        assertThat(aside.reason()).isEqualTo(Code.of("offer-ended"));
        story.when(INTAKE, accept(1)).thenNothingHappened();
        story.when(SOUTH, accept(7))
                .thenOwner(COORDINATOR)
                .when(SOUTH, accept(7))
                .thenNothingHappened();
    }

    @Test
    void anAnswerToChangedContentGoesBackToAPerson() {
        Answer yes = new Answer.Accept();

        offered()
                .when(INTAKE, new AnswerOffer(1, HOME_CARE.with(Priority.STAT).digest(), yes))
                .thenRefused(Reason.CONTENT_CHANGED)
                .thenOwner(COORDINATOR);
    }

    @Test
    @Promise(2)
    void nobodyAnswersForSomebodyElse() {
        offered().when(SOUTH, accept(1)).thenRefused(Reason.NOT_YOUR_TURN);
        offered().when(SCHEDULER, accept(1)).thenRefused(Reason.ROLE_NOT_PERMITTED);
        offered().when(SOUTH, new WithdrawOffer(1, OTHER_PLAN)).thenRefused(Reason.NOT_YOUR_TURN);
        offered().when(WARD_NURSE, new WithdrawOffer(1, OTHER_PLAN)).thenRefused(Reason.ROLE_NOT_PERMITTED);
        offered().when(INTAKE, new StartAction()).thenRefused(Reason.STEP_NOT_OPEN);
        HandoffFixture held = offered().given(INTAKE, accept(1)).when(COORDINATOR, new StartAction());
        held.thenRefused(Reason.NOT_YOUR_TURN);
        assertThat(held.answer().refusals()).flatExtracting(Refusal::roles).containsExactly(INTAKE.role());
    }

    @Test
    void thereIsOneFirmOfferAtATime() {
        offered().when(COORDINATOR, OfferHandoff.firm(SOUTH, HOME_CARE)).thenRefused(Reason.OFFER_ALREADY_LIVE);
        offered()
                .given(INTAKE, accept(1))
                .when(COORDINATOR, OfferHandoff.firm(SOUTH, HOME_CARE))
                .thenRefused(Reason.HANDOFF_NOT_ON_OFFER);
    }

    @Test
    @Requirement("ESC-06")
    void theDailyLookAtAnUrgentReferralGoesOnUntilItIsDecided() {
        Holder lead = Holder.of(COORDINATOR.organization(), ACCESS_LEAD);
        AnswerOffer yes = new AnswerOffer(1, HOME_CARE.with(Priority.URGENT).digest(), new Answer.Accept());
        HandoffFixture story = story().given(COORDINATOR, urgent()).thenOwed(Kinds.URGENT_LOOK, lead);
        assertThat(story.open(Kinds.URGENT_LOOK).get(0).due()).isEqualTo(MONDAY.plus(Duration.ofDays(1)));

        story.whenTimePasses(Duration.ofDays(2)).thenOwed(Kinds.URGENT_LOOK, lead);
        story.when(INTAKE, yes).thenOwed(Kinds.URGENT_LOOK);
        offered().thenOwed(Kinds.URGENT_LOOK);
    }

    @Test
    @Promise(4)
    void theSameCommandAgainDoesNothingAndItsIdentifierIsNotForAnother() {
        HandoffFixture story = story().whenSentAs("a", COORDINATOR, TO_INTAKE).given(INTAKE, accept(1));

        story.after(Duration.ofDays(2)).whenSentAs("a", COORDINATOR, TO_INTAKE).thenNothingHappened();
        story.whenSentAs("a", COORDINATOR, OfferHandoff.firm(SOUTH, HOME_CARE)).thenRefused(Reason.COMMAND_ID_REUSED);
    }

    @Test
    @Requirement({"INT-05", "OWN-67", "OWN-16"})
    void anyOrganizationCanTakeItAndNoCoordinatorIsNeeded() {
        Holder foodBank = Holder.of(OrganizationId.of("food-bank"), Code.of("intake-worker"));
        Holder carrier = Holder.of(OrganizationId.of("carrier"), Code.of("dispatcher"));
        for (Holder taker : List.of(foodBank, carrier)) {
            story().given(WARD_NURSE, OfferHandoff.firm(taker, HOME_CARE))
                    .given(taker, accept(1))
                    .thenOwner(taker);
        }
    }
}
