package care.baton.obligation;

import static care.baton.obligation.Cases.CALENDAR;
import static care.baton.obligation.Cases.CLARIFICATION;
import static care.baton.obligation.Cases.INTAKE;
import static care.baton.obligation.Cases.MONDAY;
import static care.baton.obligation.Cases.PLANNER;
import static care.baton.obligation.Cases.RESPONSE;
import static care.baton.obligation.Cases.SUPERVISOR;
import static care.baton.obligation.Cases.after;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.obligation.ObligationEvent.DueMoved;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.obligation.ObligationEvent.PersonProposed;
import care.baton.outcome.Code;
import care.baton.party.PersonId;
import care.baton.trace.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObligationsTest {

    private final Cases cases = Cases.begin().opens(Cases.response(8), MONDAY).opens(Cases.clarification(30), after(3));

    @Test
    void nothingIsOwedAndNothingIsNextAtFirst() {
        assertThat(Obligations.none().open()).isEmpty();
        assertThat(Obligations.none().ended()).isEmpty();
        assertThat(Obligations.none().next()).isEmpty();
        assertThat(Obligations.none().get(RESPONSE)).isEmpty();
    }

    @Test
    void whatIsHeardFirstIsAtHand() {
        assertThat(cases.state().next()).contains(new Next(after(8), RESPONSE));
        assertThat(cases.waits(after(3)).state().next()).contains(new Next(after(30), CLARIFICATION));
    }

    @Test
    void aDueThatMovedIsHeardWhenItIsNow() {
        cases.then(List.of(new DueMoved(RESPONSE, after(4), after(4), Code.of("visit-reported"))));

        assertThat(cases.get(RESPONSE).due()).isEqualTo(after(4));
        assertThat(cases.state().next()).contains(new Next(after(4), RESPONSE));
        assertThat(cases.until(after(4)).escalation(1)).isPresent();
    }

    @Test
    void whatIsSaidOfSomethingUnknownChangesNothing() {
        Key unknown = Story.key(9);
        List<ObligationEvent> strange = List.of(
                new PersonProposed(unknown, PersonId.of("ann")),
                new ObligationDischarged(unknown, after(4)),
                new DueMoved(unknown, after(4), after(4), Code.of("visit-reported")));

        assertThat(strange).allMatch(event -> cases.state().evolve(event).equals(cases.state()));
        assertThat(Passing.suspended(cases.state(), RESPONSE, unknown, after(4)))
                .isEmpty();
        assertThat(Ending.released(cases.state(), unknown, Code.of("error"), after(4), CALENDAR))
                .isEmpty();
    }

    @Test
    void whatIsOwedAlreadyIsNotOpenedASecondTime() {
        List<ObligationEvent> twice = Cases.response(4).on(Obligations.none(), after(1));

        assertThat(cases.state().evolve(twice.get(0))).isEqualTo(cases.state());
    }

    @Test
    void theOldStateStaysAsItWasWhenSomethingHappens() {
        Obligations before = cases.state();

        cases.done(RESPONSE, after(4));

        assertThat(before.isOpen(RESPONSE)).isTrue();
        assertThat(before.openChildren(RESPONSE)).extracting(Obligation::key).containsExactly(CLARIFICATION);
        assertThat(cases.state().isOpen(RESPONSE)).isFalse();
        assertThat(cases.state()).isNotEqualTo(before);
    }

    @Test
    void ofOneCauseAndKindEachOneThatIsStillOwedIsFound() {
        Code kind = RESPONSE.kind();
        Key second = Key.of(RESPONSE.cause(), kind, "2");
        cases.opens(opening(second), MONDAY)
                .opens(opening(Key.of(RESPONSE.cause(), Code.of("start"), "1")), MONDAY)
                .opens(opening(Key.of("handoff-2", kind, "1")), MONDAY);

        assertThat(cases.state().openOf(RESPONSE.cause(), kind))
                .extracting(Obligation::key)
                .containsExactly(RESPONSE, second);

        cases.done(second, after(2));

        assertThat(cases.state().openOf(RESPONSE.cause(), kind))
                .extracting(Obligation::key)
                .containsExactly(RESPONSE);
    }

    @Test
    void whoHeldThatKindOfThingIsKnownFromItsOpeningUntilItsEnd() {
        Code kind = RESPONSE.kind();
        cases.opens(opening(Key.of(RESPONSE.cause(), Code.of("start"), "1")), MONDAY)
                .opens(opening(Key.of("handoff-2", kind, "1")), MONDAY.minusSeconds(60));
        cases.then(Passing.to(cases.state(), RESPONSE, SUPERVISOR, Code.of("reassigned"), after(4), CALENDAR));

        assertThat(cases.state().heldAt(RESPONSE.cause(), kind, MONDAY.minusNanos(1)))
                .isEmpty();
        assertThat(cases.state().heldAt(RESPONSE.cause(), kind, MONDAY)).contains(INTAKE);

        cases.done(RESPONSE, after(5));

        assertThat(cases.state().heldAt(RESPONSE.cause(), kind, after(3))).contains(INTAKE);
        assertThat(cases.state().heldAt(RESPONSE.cause(), kind, after(5).minusNanos(1)))
                .contains(SUPERVISOR);
        assertThat(cases.state().heldAt(RESPONSE.cause(), kind, after(5))).isEmpty();
        assertThat(cases.state().heldAt(RESPONSE.cause(), Code.of("resend"), after(3)))
                .isEmpty();
    }

    @Test
    void whatWaitsForTwoThingsNamesThemInOrderAndGoesOnWaitingForTheOther() {
        Key meet = Key.of(RESPONSE.cause(), Code.of("meet"), "1");
        cases.opens(Opening.of(meet, Optional.of(RESPONSE), SUPERVISOR, INTAKE, after(9), Cases.LADDER), after(3));
        cases.then(Passing.suspended(cases.state(), RESPONSE, meet, after(3))).waits(after(4));

        assertThat(cases.get(RESPONSE).suspendedBy()).containsExactly(CLARIFICATION, meet);

        cases.then(Passing.to(cases.state(), CLARIFICATION, INTAKE, Code.of("reassigned"), after(5), CALENDAR));

        assertThat(cases.get(RESPONSE).suspendedBy()).containsExactly(meet);
        assertThat(cases.state().waitingFor(CLARIFICATION)).isEmpty();
        assertThat(cases.state().waitingFor(meet)).extracting(Obligation::key).containsExactly(RESPONSE);
    }

    @Test
    void whatWasOnceDoneCountsAsDoneAndWhatWasOnlyLetGoDoesNot() {
        Code kind = RESPONSE.kind();
        Key second = Key.of(RESPONSE.cause(), kind, "2");
        Key start = Key.of(RESPONSE.cause(), Code.of("start"), "1");
        Key other = Key.of("handoff-2", kind, "1");
        cases.opens(opening(second), MONDAY)
                .opens(opening(start), MONDAY)
                .opens(opening(other), MONDAY)
                .done(start, after(1))
                .done(other, after(1));
        cases.then(Ending.released(cases.state(), RESPONSE, Code.of("placed-elsewhere"), after(2), CALENDAR));

        assertThat(cases.state().isDischarged(RESPONSE.cause(), kind)).isFalse();
        assertThat(cases.state().isDischarged(RESPONSE.cause(), Code.of("absent")))
                .isFalse();
        assertThat(cases.state().isDischarged("handoff-2", kind)).isTrue();
        assertThat(cases.state().isDischarged("handoff-9", kind)).isFalse();

        cases.done(second, after(3));

        assertThat(cases.state().isDischarged(RESPONSE.cause(), kind)).isTrue();
    }

    @Test
    void theSameThingsOwedAndEndedAreTheSameState() {
        Cases same = Cases.begin().opens(Cases.response(8), MONDAY).opens(Cases.clarification(30), after(3));

        assertThat(cases.state())
                .isEqualTo(same.state())
                .hasSameHashCodeAs(same.state())
                .doesNotHaveSameHashCodeAs(
                        Cases.begin().opens(Cases.response(8), MONDAY).state());
    }

    @Test
    void aLongRowOfThingsThatServeOneAnotherEndsTogether() {
        Optional<Key> parent = Optional.empty();
        Cases row = Cases.begin();
        for (int i = 0; i < 1000; i++) {
            Key key = Story.key(i);
            row.opens(Opening.of(key, parent, INTAKE, PLANNER, after(8), Cases.LADDER), MONDAY);
            parent = Optional.of(key);
        }

        row.done(Story.key(0), after(1));

        assertThat(row.state().open()).isEmpty();
        assertThat(row.state().ended()).hasSize(1000);
    }

    @Test
    @Promise(43)
    void itPrintsHowManyAndNothingMore() {
        Instant now = after(1);
        cases.done(RESPONSE, now);

        assertThat(cases.state()).hasToString("Obligations[0 open, 2 ended]");
        assertThat(Key.of("canary", Code.of("response"), "canary")).hasToString("Key[response/1]");
    }

    private static Opening opening(Key key) {
        return Opening.of(key, Optional.empty(), INTAKE, PLANNER, after(20), Cases.LADDER);
    }
}
