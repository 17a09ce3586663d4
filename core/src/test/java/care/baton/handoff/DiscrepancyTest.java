package care.baton.handoff;

import static care.baton.handoff.HandoffTest.accept;
import static care.baton.handoff.HandoffTest.offered;
import static care.baton.handoff.HandoffTest.story;
import static care.baton.handoff.Parties.COORDINATOR;
import static care.baton.handoff.Parties.HOME_CARE;
import static care.baton.handoff.Parties.INTAKE;
import static care.baton.handoff.Parties.OTHER_PLAN;
import static care.baton.handoff.Parties.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.NameDiscrepancy;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.HandoffEvent.DiscrepancyNamed;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.trace.Promise;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the server stores and does not fit is named, changes nothing, and somebody looks. */
class DiscrepancyTest {

    private static final Code PERSON = Code.of("for-another-person");
    private static final NameDiscrepancy OTHER = new NameDiscrepancy(1, PERSON);

    private static HandoffFixture byServer() {
        return story().given(
                        COORDINATOR,
                        new OfferHandoff(
                                OfferKind.FIRM,
                                INTAKE,
                                HOME_CARE,
                                Optional.empty(),
                                Arbiter.SERVER,
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    @Promise(8)
    void whoeverReadItLooksAndNothingElseChanges() {
        HandoffFixture read = byServer().when(INTAKE, OTHER);
        read.thenApplied().thenOwed(Kinds.LOOK_INTO, INTAKE).thenOwed(Kinds.RESPONSE, INTAKE);
        read.thenOwner(COORDINATOR).thenShown(Shown.AWAITING);
        assertThat(read.events())
                .extracting(Recorded::event)
                .contains(new DiscrepancyNamed(read.handoff().negotiation().id(), 1, PERSON));

        byServer().when(COORDINATOR, OTHER).thenOwed(Kinds.LOOK_INTO, COORDINATOR);
    }

    @Test
    void itIsOwedOnceForEachThingThatDoesNotFit() {
        HandoffFixture story = byServer().given(INTAKE, OTHER);

        story.when(INTAKE, OTHER).thenRefused(Reason.STEP_NOT_OPEN);
        story.given(INTAKE, new NameDiscrepancy(1, Code.of("content-changed")))
                .thenOwed(Kinds.LOOK_INTO, INTAKE, INTAKE);
    }

    @Test
    @Promise(6)
    void itIsHeardWhenNobodyLooks() {
        HandoffFixture story = byServer().given(COORDINATOR, OTHER).whenTimePasses(Duration.ofDays(30));

        assertThat(story.open(Kinds.LOOK_INTO))
                .singleElement()
                .satisfies(o -> assertThat(o.raised()).isPositive());
    }

    @Test
    void itOutlivesTheOfferThatItIsAbout() {
        HandoffFixture story = byServer()
                .given(COORDINATOR, OTHER)
                .given(COORDINATOR, new WithdrawOffer(1, OTHER_PLAN))
                .given(COORDINATOR, new ConfirmDecision(1));

        story.thenOwed(Kinds.LOOK_INTO, COORDINATOR);
        story.given(COORDINATOR, new NameDiscrepancy(1, Code.of("held-after-end")))
                .thenOwed(Kinds.LOOK_INTO, COORDINATOR, COORDINATOR);
    }

    @Test
    void nobodyBeginsBeforeTheirOwnHouseHasLooked() {
        HandoffFixture held = byServer().given(INTAKE, accept(1)).given(INTAKE, new ConfirmDecision(1));

        held.given(INTAKE, OTHER).when(INTAKE, new StartAction()).thenRefused(Reason.STILL_OWED);

        HandoffFixture elsewhere = byServer().given(INTAKE, accept(1)).given(INTAKE, new ConfirmDecision(1));
        elsewhere.given(COORDINATOR, OTHER).when(INTAKE, new StartAction()).thenApplied();
    }

    @Test
    void onlyAPartyNamesItAndOnlyWhereAServerSettles() {
        byServer().when(SOUTH, OTHER).thenRefused(Reason.NOT_A_PARTY);
        byServer().when(INTAKE, new NameDiscrepancy(2, PERSON)).thenRefused(Reason.OFFER_UNKNOWN);
        offered().when(INTAKE, OTHER).thenRefused(Reason.STEP_NOT_OPEN);
        offered().given(INTAKE, accept(1)).when(INTAKE, OTHER).thenRefused(Reason.STEP_NOT_OPEN);
    }
}
