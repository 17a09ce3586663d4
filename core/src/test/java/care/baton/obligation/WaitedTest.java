package care.baton.obligation;

import static care.baton.obligation.Cases.CLARIFICATION;
import static care.baton.obligation.Cases.INTAKE;
import static care.baton.obligation.Cases.MONDAY;
import static care.baton.obligation.Cases.PLANNER;
import static care.baton.obligation.Cases.RESPONSE;
import static care.baton.obligation.Cases.SUPERVISOR;
import static care.baton.obligation.Cases.after;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Code;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitedTest {

    private static final Code CAUSE = Code.of("reassigned");

    @Test
    void theTimeIsItsHoldersAndWhileItWaitsThatOfWhoeverItWaitsFor() {
        Cases cases = waiting().done(CLARIFICATION, after(27)).done(RESPONSE, after(30));

        List<Charge> charges = Waited.on(cases.state(), RESPONSE, after(100));

        assertThat(charges)
                .containsExactly(
                        new Charge(INTAKE, RESPONSE, MONDAY, after(3)),
                        new Charge(PLANNER, CLARIFICATION, after(3), after(27)),
                        new Charge(INTAKE, RESPONSE, after(27), after(30)));
        assertThat(Waited.running(charges, RESPONSE)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void whileItIsStillOwedTheTimeIsReckonedUntilNow() {
        assertThat(Waited.on(waiting().state(), RESPONSE, after(5)))
                .containsExactly(
                        new Charge(INTAKE, RESPONSE, MONDAY, after(3)),
                        new Charge(PLANNER, CLARIFICATION, after(3), after(5)));
        assertThat(Waited.on(waiting().state(), RESPONSE, MONDAY)).isEmpty();
        assertThat(Waited.on(Obligations.none(), RESPONSE, MONDAY)).isEmpty();
    }

    @Test
    void theFormerHoldersTimeStaysTheirs() {
        Cases cases = waiting();
        cases.then(Passing.to(
                cases.state(), CLARIFICATION, Cases.holder("hospital", "nurse"), CAUSE, after(10), Story.CALENDAR));
        cases.done(CLARIFICATION, after(12));
        cases.then(Passing.to(cases.state(), RESPONSE, SUPERVISOR, CAUSE, after(13), Story.CALENDAR));

        assertThat(Waited.on(cases.state(), RESPONSE, after(14)))
                .extracting(Charge::holder)
                .containsExactly(INTAKE, PLANNER, Cases.holder("hospital", "nurse"), INTAKE, SUPERVISOR);
    }

    @Test
    void ofSeveralThingsItWaitsForTheOneThatEndedLastIsCharged() {
        Key meet = Key.of("handoff-1", Code.of("meet"), "1");
        Cases cases = waiting();
        cases.opens(Opening.of(meet, Optional.of(RESPONSE), SUPERVISOR, INTAKE, after(9), Cases.LADDER), after(4));
        cases.then(Passing.suspended(cases.state(), RESPONSE, meet, after(4)));

        assertThat(Waited.on(cases.state(), RESPONSE, after(6)))
                .extracting(Charge::key)
                .containsExactly(RESPONSE, CLARIFICATION, CLARIFICATION);

        cases.done(CLARIFICATION, after(7)).done(meet, after(8));

        assertThat(Waited.on(cases.state(), RESPONSE, after(8)))
                .containsExactly(
                        new Charge(INTAKE, RESPONSE, MONDAY, after(3)),
                        new Charge(PLANNER, CLARIFICATION, after(3), after(4)),
                        new Charge(SUPERVISOR, meet, after(4), after(7)),
                        new Charge(SUPERVISOR, meet, after(7), after(8)));
    }

    @Test
    void whatItWaitsForMayItselfWait() {
        Key lookUp = Key.of("handoff-1", Code.of("look-up"), "1");
        Cases cases = waiting();
        cases.opens(
                Opening.of(lookUp, Optional.of(CLARIFICATION), SUPERVISOR, PLANNER, after(9), Cases.LADDER), after(5));
        cases.then(Passing.suspended(cases.state(), CLARIFICATION, lookUp, after(5)));

        assertThat(Waited.on(cases.state(), RESPONSE, after(6)))
                .extracting(Charge::holder)
                .containsExactly(INTAKE, PLANNER, SUPERVISOR);
    }

    private static Cases waiting() {
        return Cases.begin()
                .opens(Cases.response(8), MONDAY)
                .opens(Cases.clarification(30), after(3))
                .waits(after(3));
    }
}
