package care.baton.obligation;

import static care.baton.obligation.Cases.CALENDAR;
import static care.baton.obligation.Cases.CLARIFICATION;
import static care.baton.obligation.Cases.INTAKE;
import static care.baton.obligation.Cases.MONDAY;
import static care.baton.obligation.Cases.PLANNER;
import static care.baton.obligation.Cases.RESPONSE;
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
    void theOldStateStaysAsItWasWhenSomethingHappens() {
        Obligations before = cases.state();

        cases.done(RESPONSE, after(4));

        assertThat(before.isOpen(RESPONSE)).isTrue();
        assertThat(before.openChildren(RESPONSE)).extracting(Obligation::key).containsExactly(CLARIFICATION);
        assertThat(cases.state().isOpen(RESPONSE)).isFalse();
        assertThat(cases.state()).isNotEqualTo(before);
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
}
