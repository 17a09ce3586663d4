package care.baton.handoff;

import static care.baton.handoff.HandoffTest.accept;
import static care.baton.handoff.HandoffTest.offered;
import static care.baton.handoff.HandoffTest.story;
import static care.baton.handoff.Parties.ACCESS_LEAD;
import static care.baton.handoff.Parties.CALENDAR;
import static care.baton.handoff.Parties.COORDINATOR;
import static care.baton.handoff.Parties.HOME_CARE;
import static care.baton.handoff.Parties.INTAKE;
import static care.baton.handoff.Parties.LADDER;
import static care.baton.handoff.Parties.MONDAY;
import static care.baton.handoff.Parties.NO_CAPACITY;
import static care.baton.handoff.Parties.PATIENT;
import static care.baton.handoff.Parties.POLLED;
import static care.baton.handoff.Parties.PRACTICE;
import static care.baton.handoff.Parties.SOUTH;
import static care.baton.handoff.Parties.hours;
import static care.baton.handoff.Parties.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.ReportProgress;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.TakeBack;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffEvent.ProgressReported;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.Obligations;
import care.baton.obligation.Opening;
import care.baton.obligation.Standing;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.time.Stamp;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From the acceptance to the end, and what an offer says of its times. */
class CarryingOutTest {

    private static final Sensitive WORDS = Sensitive.of("words");
    private static final CompleteAction DONE = new CompleteAction(List.of(new Input(Code.of("report"), WORDS)));

    private static HandoffFixture accepted() {
        return offered().given(INTAKE, accept(1));
    }

    private static Ask urgent(Instant finishBy) {
        return new Ask(HOME_CARE.code(), PATIENT, Priority.URGENT, WORDS, WORDS, List.of(), Optional.of(finishBy));
    }

    @Test
    void beginningIsSaidOnce() {
        HandoffFixture story = accepted().given(INTAKE, new StartAction());

        assertThat(story.handoff().negotiation().course()).isEqualTo(Course.STARTED);
        story.when(INTAKE, new StartAction()).thenRefused(Reason.STEP_NOT_OPEN);
    }

    @Test
    void aReportIsKeptAndTheNextIsOwedFromThenOn() {
        HandoffFixture story = accepted().after(Duration.ofDays(6)).given(INTAKE, new ReportProgress(WORDS));

        assertThat(story.events())
                .extracting(Recorded::event)
                .contains(new ProgressReported(HandoffId.of("handoff-1"), INTAKE, story.now(), WORDS));
        assertThat(story.open(Kinds.UPDATE))
                .singleElement()
                .satisfies(o -> assertThat(o.due()).isEqualTo(story.now().plus(Duration.ofHours(168))));
    }

    @Test
    void whatIsDoneNeedsNoMoreReports() {
        accepted().given(INTAKE, DONE).thenOwed(Kinds.UPDATE).thenOwed(Kinds.VALIDATE, COORDINATOR);
    }

    @Test
    void theSendersConfirmationIsDoneAndNotJustOver() {
        HandoffFixture story = accepted().given(INTAKE, DONE);
        Key validate = story.open(Kinds.VALIDATE).get(0).key();

        story.given(COORDINATOR, new ValidateCompletion());

        assertThat(story.handoff().obligations().get(validate).orElseThrow().standing())
                .isInstanceOf(Standing.Discharged.class);
    }

    @Test
    void whatLimitedTheAcceptanceIsOverWhenItIsTakenBack() {
        Condition weekdays = new Condition(WORDS, Condition.Kind.LIMITATION, INTAKE, MONDAY.plus(Duration.ofDays(3)));
        HandoffFixture story = offered()
                .given(
                        INTAKE,
                        new AnswerOffer(1, HOME_CARE.digest(), new Answer.AcceptWithConditions(List.of(weekdays))));
        OfferState.Proposed before = (OfferState.Proposed)
                story.handoff().negotiation().current().orElseThrow().state();
        story.given(COORDINATOR, new AgreeConditions(1));
        OfferState.Proposed agreed = (OfferState.Proposed)
                story.handoff().negotiation().current().orElseThrow().state();

        assertThat(before.isReady()).isFalse();
        assertThat(agreed.isReady()).isTrue();
        story.given(INTAKE, accept(1)).thenOwed(Kinds.FOLLOW_UP, INTAKE);
        story.given(INTAKE, new GiveBack(NO_CAPACITY)).given(COORDINATOR, new TakeBack());
        story.thenOwed(Kinds.FOLLOW_UP).thenOwner(COORDINATOR);
    }

    @Test
    void termsThatAreAgreedAreNotReadyWhileAPreconditionIsOpen() {
        Condition first = new Condition(WORDS, Condition.Kind.PRECONDITION, INTAKE, MONDAY.plus(Duration.ofDays(3)));

        assertThat(new OfferState.Proposed(List.of(first), true, List.of()).isReady())
                .isFalse();
        assertThat(new OfferState.Proposed(List.of(first), true, List.of(1)).isReady())
                .isTrue();
    }

    @Test
    void theAcceptedOfferBindsAndNotOneThatWasMadeAfterIt() {
        HandoffFixture story = offered()
                .given(
                        COORDINATOR,
                        new OfferHandoff(
                                OfferKind.INVITATION,
                                SOUTH,
                                HOME_CARE,
                                Optional.empty(),
                                Arbiter.RECORD,
                                Optional.empty(),
                                Optional.empty()))
                .given(INTAKE, accept(1));

        assertThat(story.handoff().negotiation().binding()).map(Offer::number).contains(1);
        assertThat(Arrays.stream(Course.values()).filter(Course::isWithReceiver))
                .containsExactly(Course.HELD, Course.STARTED, Course.GIVING_BACK, Course.DONE);
    }

    @Test
    void anUrgentStartIsDecidedBeforeItAndNoClarificationMovesThat() {
        HandoffFixture story =
                story().given(COORDINATOR, OfferHandoff.firm(INTAKE, urgent(MONDAY.plus(Duration.ofHours(10)))));
        HandoffFixture routine = story().given(
                        COORDINATOR,
                        OfferHandoff.firm(
                                INTAKE,
                                urgent(MONDAY.plus(Duration.ofHours(10))).with(Priority.ROUTINE)));

        Obligation response = story.open(Kinds.RESPONSE).get(0);
        assertThat(response.due()).isEqualTo(MONDAY.plus(Duration.ofHours(8)));
        assertThat(response.latest()).contains(MONDAY.plus(Duration.ofHours(8)));
        assertThat(routine.open(Kinds.RESPONSE).get(0).due()).isEqualTo(MONDAY.plus(Duration.ofHours(24)));
        assertThat(routine.open(Kinds.RESPONSE).get(0).latest()).isEmpty();
    }

    @Test
    void theDailyLookIsForWhoeverHasThatSeatAndElseForTheSendersOrganization() {
        Holder lead = Parties.holder("north", "access-lead", "n-9");
        Practice seated = new Practice(terms(false), LADDER, CALENDAR, Optional.empty(), List.of(SOUTH, lead));
        OfferHandoff offer = OfferHandoff.firm(INTAKE, HOME_CARE.with(Priority.URGENT));

        HandoffFixture.of(seated, MONDAY).given(COORDINATOR, offer).thenOwed(Kinds.URGENT_LOOK, lead);
        HandoffFixture.of(PRACTICE, MONDAY)
                .given(COORDINATOR, offer)
                .thenOwed(Kinds.URGENT_LOOK, Holder.of(COORDINATOR.organization(), ACCESS_LEAD));
    }

    @Test
    void anAgreementCountsForThePartnerItWasMadeWith() {
        HandoffFixture partner =
                HandoffFixture.of(POLLED, MONDAY).given(COORDINATOR, OfferHandoff.firm(INTAKE, HOME_CARE));
        HandoffFixture other =
                HandoffFixture.of(POLLED, MONDAY).given(COORDINATOR, OfferHandoff.firm(SOUTH, HOME_CARE));

        assertThat(partner.open(Kinds.RESPONSE).get(0).due()).isEqualTo(MONDAY.plus(Duration.ofHours(48)));
        assertThat(other.open(Kinds.RESPONSE).get(0).due()).isEqualTo(MONDAY.plus(Duration.ofHours(24)));
        assertThat(Practice.of(terms(false), LADDER, CALENDAR).agreement()).isEmpty();
        assertThat(Practice.of(terms(false), LADDER, CALENDAR).seats()).isEmpty();
    }

    @Test
    void oneInvitationThatIsLateDoesNotMakeTheNextOneLate() {
        OfferHandoff later = new OfferHandoff(
                OfferKind.INVITATION,
                SOUTH,
                HOME_CARE,
                Optional.empty(),
                Arbiter.RECORD,
                Optional.empty(),
                Optional.empty());
        HandoffFixture story = offered().after(Duration.ofHours(23)).given(COORDINATOR, later);

        story.whenTimePasses(Duration.ofHours(2)).thenShown(Shown.AWAITING);
    }

    @Test
    void whatAHostAsksOfAHandoffIsAtHand() {
        Handoff handoff = offered().handoff();

        assertThat(handoff.shown()).contains(Shown.AWAITING);
        assertThat(handoff.nextDue()).contains(MONDAY.plus(Duration.ofHours(24)));
        assertThat(Handoff.of(HandoffId.of("handoff-2")).shown()).isEmpty();
    }

    @Test
    void anIdentifierLetsTimePassOnceAndOnlyWhereItAskedForThat() {
        Handoff handoff = Handoff.of(HandoffId.of("handoff-1"));
        Act offer = Act.of(CommandId.of("c-1"), COORDINATOR, Stamp.at(MONDAY));
        Act clock = Act.of(CommandId.of("c-2"), COORDINATOR, Stamp.at(MONDAY.plus(Duration.ofHours(25))));
        Handoff offered = handoff.decide(OfferHandoff.firm(INTAKE, HOME_CARE), offer, PRACTICE)
                .orThrow()
                .state();
        Handoff late = offered.advance(clock, CALENDAR).orThrow().state();

        assertThat(late.advance(offer, CALENDAR).refusals())
                .containsExactly(Refusal.of(Reason.COMMAND_ID_REUSED, "command"));
        assertThat(late.advance(clock, CALENDAR).orThrow().events()).isEmpty();
        Act muchLater = Act.of(CommandId.of("c-2"), COORDINATOR, Stamp.at(MONDAY.plus(Duration.ofHours(125))));
        assertThat(late.advance(muchLater, CALENDAR).orThrow().events()).isEmpty();
    }

    @Test
    void anEventOfAnotherHandoffChangesNothingHere() {
        Handoff handoff = offered().handoff();
        ProgressReported elsewhere = new ProgressReported(HandoffId.of("handoff-2"), INTAKE, MONDAY, WORDS);

        assertThat(handoff.proceedings().evolve(elsewhere)).isEqualTo(handoff.proceedings());
    }

    @Test
    void theActionServesWhatItBelongsToWhileThatIsOpen() {
        Key outcome = Key.of("run-1", Code.of("outcome"), "whole");
        Obligations owed = Obligations.none();
        for (var event : Opening.of(outcome, Optional.empty(), COORDINATOR, COORDINATOR, MONDAY, LADDER)
                .on(owed, MONDAY)) {
            owed = owed.evolve(event);
        }
        Proceedings proceedings = new Proceedings(Negotiation.of(HandoffId.of("handoff-1")), owed);
        Act act = Act.of(CommandId.of("c-1"), COORDINATOR, Stamp.at(MONDAY));

        Proceedings after = HandoffDecision.decide(
                        proceedings, OfferHandoff.firm(INTAKE, HOME_CARE), act, PRACTICE, Optional.of(outcome))
                .orThrow()
                .state();

        assertThat(after.obligations().openOf("handoff-1", Kinds.ACTION))
                .singleElement()
                .satisfies(o -> assertThat(o.parent()).contains(outcome));
    }

    @Test
    void aTimeBeyondTheHorizonIsRefusedWhereItIsMade() {
        assertThatThrownBy(() -> urgent(Instant.MAX)).hasMessageContaining("finishBy");
        assertThatThrownBy(() -> new OfferHandoff(
                        OfferKind.FIRM,
                        INTAKE,
                        HOME_CARE,
                        Optional.empty(),
                        Arbiter.RECORD,
                        Optional.of(Instant.MAX),
                        Optional.empty()))
                .hasMessageContaining("respondBy");
        assertThat(Ask.of(HOME_CARE.code(), PATIENT).priority()).isEqualTo(Priority.ROUTINE);
        assertThat(PRACTICE.due(hours(2), MONDAY)).isEqualTo(MONDAY.plus(Duration.ofHours(2)));
    }

    @Test
    @Requirement({"HND-53", "HND-54"})
    void everyPartOfWhatIsToldMustSaySomething() {
        List<String> parts = List.of("situation", "background", "assessment", "recommendation");
        for (int i = 0; i < parts.size(); i++) {
            List<Sensitive> said = new ArrayList<>(List.of(WORDS, WORDS, WORDS, WORDS));
            said.set(i, Sensitive.none());
            assertThatThrownBy(() -> new Sbar(said.get(0), said.get(1), said.get(2), said.get(3), WORDS, WORDS))
                    .hasMessage(parts.get(i) + ": not empty");
        }
        Sensitive none = Sensitive.none();
        assertThatThrownBy(() -> new Ipass(none, WORDS, List.of(WORDS), WORDS)).hasMessage("severity: not empty");
        assertThatThrownBy(() -> new Ipass(WORDS, WORDS, List.of(WORDS), none)).hasMessage("contingency: not empty");
        assertThatThrownBy(() -> new Ipass(WORDS, WORDS, List.of(WORDS, none), WORDS))
                .hasMessage("actions: not empty");
    }
}
