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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.obligation.ObligationEvent.SuspensionLifted;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.time.BusinessDays;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How what is owed ends, goes on after waiting, or is let go. */
class EndingTest {

    private static final Code PLACED_ELSEWHERE = Code.of("placed-elsewhere");

    @Test
    void whatIsLetGoEndsThenWithItsReasonAndWhatServesItToo() {
        Cases cases = clarified(Cases.response(8));
        cases.then(Ending.released(cases.state(), RESPONSE, PLACED_ELSEWHERE, after(4), CALENDAR));

        assertThat(cases.get(RESPONSE).standing()).isEqualTo(new Standing.Released(after(4), PLACED_ELSEWHERE));
        assertThat(cases.get(RESPONSE).endedAt()).contains(after(4));
        assertThat(cases.get(CLARIFICATION).endedAt()).contains(after(4));
        assertThat(Ending.released(cases.state(), RESPONSE, PLACED_ELSEWHERE, after(5), CALENDAR))
                .isEmpty();
    }

    @Test
    void whatAnotherThingTookThePlaceOfHasEndedThen() {
        Key second = Key.of(RESPONSE.cause(), RESPONSE.kind(), "2");
        Cases cases = Cases.begin()
                .opens(Cases.response(8), MONDAY)
                .opens(Opening.of(second, Optional.empty(), INTAKE, PLANNER, after(9), Cases.LADDER), after(1));
        cases.then(Ending.replaced(cases.state(), RESPONSE, second, after(2), CALENDAR));

        assertThat(cases.get(RESPONSE).endedAt()).contains(after(2));
        assertThat(Waited.on(cases.state(), RESPONSE, after(9)))
                .containsExactly(new Charge(INTAKE, RESPONSE, MONDAY, after(2)));
    }

    @Test
    void whatHasEndedIsReckonedAsOfAnEarlierInstantUntilThatInstant() {
        Cases cases = Cases.begin().opens(Cases.response(8), MONDAY).done(RESPONSE, after(6));

        assertThat(Waited.on(cases.state(), RESPONSE, after(2)))
                .containsExactly(new Charge(INTAKE, RESPONSE, MONDAY, after(2)));
    }

    @Test
    void whatIsNotOpenCannotBeDone() {
        Cases cases = Cases.begin().opens(Cases.response(8), MONDAY).done(RESPONSE, after(1));
        Refusal notOpen = Refusal.of(Reason.NOT_OPEN, "response");

        assertThat(Discharge.of(cases.state(), RESPONSE, Proofs.none(), after(2), CALENDAR)
                        .refusals())
                .containsExactly(notOpen);
        assertThat(Discharge.of(Obligations.none(), RESPONSE, Proofs.none(), after(2), CALENDAR)
                        .refusals())
                .containsExactly(notOpen);
    }

    @Test
    void whatIsOwedWithProofIsDoneOnceTheProofIsThereAndElseNamesWhatIsMissing() {
        Cases cases = Cases.begin().opens(Cases.response(8).proving(List.of(Proofs.DUTY)), MONDAY);

        assertThat(Discharge.of(cases.state(), RESPONSE, Proofs.none(), after(2), CALENDAR)
                        .refusals())
                .containsExactly(
                        Refusal.of(Reason.DUTY_NOT_DONE, "confirm-staff-availability", List.of(Code.of("scheduler"))));
        assertThat(Discharge.of(cases.state(), RESPONSE, Proofs.none().doing(Proofs.STAFFING), after(2), CALENDAR)
                        .orThrow()
                        .state()
                        .get(RESPONSE)
                        .orElseThrow()
                        .standing())
                .isEqualTo(new Standing.Discharged(after(2)));
    }

    @Test
    void aWaitEndsWhenWhatItWaitsForPassesToItsOwnHolder() {
        Cases cases = clarified(Cases.response(8));
        cases.then(Passing.to(cases.state(), CLARIFICATION, INTAKE, Code.of("reassigned"), after(9), CALENDAR));

        assertThat(cases.get(RESPONSE).isSuspended()).isFalse();
        assertThat(cases.get(RESPONSE).due()).isEqualTo(after(9 + 5));
    }

    @Test
    void whatWaitedBeyondTheLatestThatItMayBecomeIsHeardAtOnceAndNotOnlyTheNextDay() {
        Opening lookedAt = Opening.of(
                        RESPONSE, Optional.empty(), INTAKE, PLANNER, after(5), Route.reminder(new BusinessDays(1)))
                .notAfter(after(6));
        Cases cases = clarified(lookedAt).done(CLARIFICATION, after(8));

        assertThat(cases.get(RESPONSE).due()).isEqualTo(after(6));
        assertThat(cases.get(RESPONSE).next()).isEqualTo(after(8));
    }

    @Test
    void whatWasRemindedOfBeforeItWaitedIsRemindedOfOnceAReminderLaterAndNotAtOnce() {
        Opening reminded =
                Opening.of(RESPONSE, Optional.empty(), INTAKE, PLANNER, after(1), Route.reminder(Cases.hours(24)));
        Cases cases = Cases.begin().opens(reminded, MONDAY).until(after(2));
        cases.opens(Cases.clarification(30), after(3)).waits(after(3)).done(CLARIFICATION, after(8));

        assertThat(cases.get(RESPONSE).reminders()).isEqualTo(1);
        assertThat(cases.get(RESPONSE).next()).isEqualTo(after(8 + 24));
    }

    @Test
    void whatHasTimeLeftAgainIsHeardWhenThatTimeIsUp() {
        Opening reminded = Opening.of(
                        RESPONSE, Optional.empty(), INTAKE, PLANNER, after(1), Route.reminder(Cases.hours(24)))
                .leaving(Duration.ofHours(2));
        Cases cases = Cases.begin().opens(reminded, MONDAY).until(after(2));
        cases.opens(Cases.clarification(30), after(3)).waits(after(3)).done(CLARIFICATION, after(8));

        assertThat(cases.get(RESPONSE).next()).isEqualTo(after(10));
    }

    @Test
    void whatComesRoundAfterTheLastLevelIsHeardByTheNextReminderAndNotByALevelAgain() {
        Opening climbed = new Opening(
                RESPONSE,
                Optional.empty(),
                INTAKE,
                PLANNER,
                after(1),
                Optional.empty(),
                Duration.ZERO,
                new Route(List.of(new Level(Duration.ZERO, SUPERVISOR, Cases.hours(4))), Cases.hours(24)),
                List.of(),
                Optional.empty());
        Cases cases = Cases.begin().opens(climbed, MONDAY).until(after(2));
        cases.opens(Cases.clarification(30), after(3)).waits(after(3)).done(CLARIFICATION, after(8));

        assertThat(cases.get(RESPONSE).raised()).isEqualTo(1);
        assertThat(cases.get(RESPONSE).next()).isEqualTo(after(8 + 24));
    }

    @Test
    void aWaitForOneOfTwoEndsWhereItsHolderTakesThatOneOver() {
        Key meet = Key.of(RESPONSE.cause(), Code.of("meet"), "1");
        Cases cases = clarified(Cases.response(8));
        cases.opens(Opening.of(meet, Optional.of(RESPONSE), SUPERVISOR, INTAKE, after(9), Cases.LADDER), after(3));
        cases.then(Passing.suspended(cases.state(), RESPONSE, meet, after(3)));

        assertThat(Passing.to(cases.state(), RESPONSE, SUPERVISOR, Code.of("reassigned"), after(4), CALENDAR))
                .containsExactly(
                        new HolderChanged(RESPONSE, SUPERVISOR, after(4), Code.of("reassigned")),
                        new SuspensionLifted(RESPONSE, meet, after(4)));
    }

    @Test
    void aKeyAndARouteAreCheckedWhereTheyAreMade() {
        Code kind = Code.of("response");

        assertThat(Key.of("c".repeat(160), kind, "s".repeat(256)).occurrence()).isOne();
        assertThatThrownBy(() -> Key.of("c".repeat(161), kind, "s")).hasMessageContaining("cause");
        assertThatThrownBy(() -> Key.of("c", kind, "s".repeat(257))).hasMessageContaining("subject");
        assertThatThrownBy(() -> new Key("c", kind, "s", 0)).hasMessageContaining("occurrence");
        Level atOnce = new Level(Duration.ZERO, SUPERVISOR, Cases.hours(4));
        assertThatThrownBy(() -> new Route(List.of(atOnce, atOnce), Cases.hours(24)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("levels");
    }

    /** After three hours intake asks the planner, and waits. */
    private static Cases clarified(Opening response) {
        return Cases.begin()
                .opens(response, MONDAY)
                .opens(Cases.clarification(30), after(3))
                .waits(after(3));
    }
}
