package care.baton.escalation;

import static care.baton.obligation.Cases.CALENDAR;
import static care.baton.obligation.Cases.CLARIFICATION;
import static care.baton.obligation.Cases.INTAKE;
import static care.baton.obligation.Cases.LEAD;
import static care.baton.obligation.Cases.MONDAY;
import static care.baton.obligation.Cases.PLANNER;
import static care.baton.obligation.Cases.RESPONSE;
import static care.baton.obligation.Cases.SUPERVISOR;
import static care.baton.obligation.Cases.after;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.obligation.Cases;
import care.baton.obligation.Ending;
import care.baton.obligation.Level;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.Opening;
import care.baton.obligation.Route;
import care.baton.obligation.Standing;
import care.baton.time.Horizon;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EscalationTest {

    private static final int DAY = 24;

    private final Cases cases = Cases.begin().opens(Cases.response(8), MONDAY);

    @Test
    void nothingIsHeardBeforeItIsDue() {
        assertThat(heard(after(8).minusNanos(1))).isEmpty();
        assertThat(heard(after(8))).isNotEmpty();
    }

    @Test
    @Requirement("ESC-08")
    void whatNobodyAnsweredGoesToTheNextRoleByItselfOnceALevel() {
        cases.until(after(8));

        Obligation told = cases.escalation(1).orElseThrow();
        assertThat(told.holder()).isEqualTo(SUPERVISOR);
        assertThat(told.owedTo()).isEqualTo(PLANNER);
        assertThat(told.parent()).contains(RESPONSE);
        assertThat(told.since()).isEqualTo(after(8));
        assertThat(told.due()).isEqualTo(after(12));
        assertThat(cases.escalation(2)).isEmpty();
        assertThat(heard(after(8))).isEmpty();
    }

    @Test
    void theSecondLevelComesADayAfterItWasDueAndNotADayAfterItWasHeard() {
        cases.until(after(20)).until(after(8 + DAY));

        assertThat(cases.escalation(2)).map(Obligation::holder).contains(LEAD);
        assertThat(cases.escalation(2)).map(Obligation::since).contains(after(8 + DAY));
    }

    @Test
    @Requirement("ESC-08")
    @Promise(2)
    void whoeverOwedItOwesItStillAndByTheSameTime() {
        cases.until(after(30 * DAY));

        assertThat(cases.get(RESPONSE).isOpen()).isTrue();
        assertThat(cases.get(RESPONSE).holder()).isEqualTo(INTAKE);
        assertThat(cases.get(RESPONSE).due()).isEqualTo(after(8));
    }

    @Test
    void afterTheLastLevelEachBusinessDayIsARemindersDayAndOpensNothingNew() {
        cases.until(after(8 + DAY));
        int open = cases.state().open().size();

        cases.until(after(8 + 8 * DAY));

        // Wednesday, Thursday, Friday, Monday and Tuesday, at five
        assertThat(cases.get(RESPONSE).reminders()).isEqualTo(5);
        assertThat(cases.get(RESPONSE).raised()).isEqualTo(2);
        assertThat(cases.state().open()).hasSize(open);
        assertThat(cases.get(RESPONSE).next()).isEqualTo(after(8 + 9 * DAY));
    }

    @Test
    @Promise(27)
    void aCenturyLaterEachLevelIsHeardOnceAndTheRemindersAreCounted() {
        Instant century = MONDAY.plus(Duration.ofDays(36_525));

        List<ObligationEvent> events = heard(century);

        assertThat(events).hasSize(7);
        assertThat(events.stream()
                        .filter(LevelRaised.class::isInstance)
                        .map(LevelRaised.class::cast)
                        .filter(e -> e.key().equals(RESPONSE)))
                .extracting(LevelRaised::level)
                .containsExactly(1, 2, 2);
        cases.then(events);
        assertThat(cases.get(RESPONSE).reminders()).isBetween(26_000L, 26_100L);
        assertThat(heard(century)).isEmpty();
    }

    @Test
    @Promise(27)
    void theEndOfAllTimeIsReachedAndNotWaitedFor() {
        cases.until(Instant.MAX);

        assertThat(heard(Horizon.LATEST)).isEmpty();
        assertThat(heard(Instant.MAX)).isEmpty();
        assertThat(heard(Instant.MIN)).isEmpty();
        assertThat(cases.get(RESPONSE).next()).isBefore(Horizon.LATEST.plusNanos(1));
    }

    @Test
    @Promise(26)
    void aClockThatIsPutBackHearsNothingASecondTime() {
        cases.until(after(3 * DAY));

        assertThat(heard(after(8))).isEmpty();
        assertThat(heard(after(2 * DAY))).isEmpty();
        assertThat(heard(after(3 * DAY))).isEmpty();
    }

    @Test
    void nothingIsHeardWhileItsClockStandsStillAndTheLevelsMoveWithTheDue() {
        cases.opens(Cases.clarification(100), after(3)).waits(after(3)).until(after(60));

        assertThat(cases.get(RESPONSE).raised()).isZero();

        cases.done(CLARIFICATION, after(60)).until(after(64));
        assertThat(cases.get(RESPONSE).raised()).isZero();

        cases.until(after(65));
        assertThat(cases.escalation(1)).map(Obligation::since).contains(after(65));
    }

    @Test
    void whatIsAnsweredIsHeardNoMoreAndThoseWhoWereToldAreReleased() {
        cases.until(after(9)).done(RESPONSE, after(10));

        assertThat(cases.escalation(1))
                .map(Obligation::standing)
                .contains(new Standing.Released(after(10), Ending.PARENT_ENDED));
        assertThat(heard(after(100 * DAY))).isEmpty();
    }

    @Test
    void withoutALadderItsHolderAloneIsReminded() {
        cases.done(RESPONSE, after(1)).opens(reminding(after(8)), after(1)).until(after(8 + DAY));

        assertThat(cases.get(CLARIFICATION).reminders()).isEqualTo(2);
        assertThat(cases.state().open()).hasSize(1);
    }

    @Test
    void whatIsLateAlreadyWhenItIsOpenedIsHeardThenAndNotBefore() {
        cases.done(RESPONSE, after(1)).opens(reminding(MONDAY), after(4)).until(after(4));

        assertThat(cases.get(CLARIFICATION).reminders()).isEqualTo(1);
        assertThat(cases.state().open()).allMatch(o -> o.since().equals(after(4)));
    }

    @Test
    void twoLevelsThatPassedTogetherAreBothHeard() {
        Route route = new Route(
                List.of(
                        new Level(Duration.ZERO, SUPERVISOR, Cases.hours(4)),
                        new Level(Duration.ofMinutes(1), LEAD, Cases.hours(4))),
                Cases.hours(24));
        cases.done(RESPONSE, after(1));
        Opening late = Opening.of(CLARIFICATION, Optional.empty(), INTAKE, PLANNER, MONDAY, route);

        cases.opens(late, after(2)).until(after(2));

        assertThat(cases.state().openChildren(CLARIFICATION))
                .extracting(Obligation::holder)
                .containsExactly(SUPERVISOR, LEAD);
    }

    private static Opening reminding(Instant due) {
        return Opening.of(CLARIFICATION, Optional.empty(), PLANNER, INTAKE, due, Route.reminder(Cases.hours(24)));
    }

    private List<ObligationEvent> heard(Instant now) {
        return Escalation.due(cases.state(), now, CALENDAR);
    }
}
