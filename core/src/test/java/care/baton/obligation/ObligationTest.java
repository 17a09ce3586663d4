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

import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import care.baton.time.Daily;
import care.baton.time.Horizon;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObligationTest {

    private static final Code CAUSE = Code.of("acknowledged");
    private static final PersonId ANN = PersonId.of("ann");

    @Test
    @Requirement("OWN-15")
    void whoOwesItIsKnownAtEveryInstantFromItsEventsAlone() {
        Cases cases = Cases.begin().opens(Cases.response(8), MONDAY);
        cases.then(Passing.to(cases.state(), RESPONSE, SUPERVISOR, CAUSE, after(3), CALENDAR));

        Obligation response = cases.get(RESPONSE);

        assertThat(response.tenure().holderAt(after(3).minusNanos(1))).contains(INTAKE);
        assertThat(response.tenure().holderAt(after(3))).contains(SUPERVISOR);
        assertThat(response.due()).isEqualTo(after(8));
    }

    @Test
    @Requirement("OWN-32")
    @Promise(1)
    void thereIsNoWayToOweSomethingWithNobodyOrTwoHoldingIt() {
        Cases cases = Cases.begin().opens(Cases.response(8), MONDAY).opens(Cases.response(4), after(1));

        assertThat(cases.state().open()).hasSize(1);
        assertThat(cases.get(RESPONSE).holder()).isEqualTo(INTAKE);
        assertThatThrownBy(() -> Holder.of(INTAKE.organization(), null)).isInstanceOf(NullPointerException.class);
        assertThat(Obligation.class.getPermittedSubclasses()).allMatch(form -> !Modifier.isPublic(form.getModifiers()));
    }

    @Test
    void aLevelHearsAtOnceOrUpToTwiceTheLongestThatADefinitionLooksAhead() {
        Duration longest = Horizon.LONGEST.multipliedBy(2);

        assertThat(new Level(Duration.ZERO, SUPERVISOR, Cases.hours(1)).after()).isZero();
        assertThat(new Level(longest, SUPERVISOR, Cases.hours(1)).after()).isEqualTo(longest);
        for (Duration never : List.of(Duration.ofNanos(-1), longest.plusNanos(1))) {
            assertThatThrownBy(() -> new Level(never, SUPERVISOR, Cases.hours(1)))
                    .hasMessage("after: not negative, at most 7306 days");
        }
    }

    @Test
    @Requirement("NOT-24")
    void aPersonWhoIsAskedDoesNotHoldItUntilTheyAcknowledge() {
        Cases cases = Cases.begin().opens(Cases.response(8), MONDAY);
        cases.then(Passing.proposed(cases.state(), RESPONSE, ANN));

        assertThat(cases.get(RESPONSE).proposed()).contains(ANN);
        assertThat(cases.get(RESPONSE).holder()).isEqualTo(INTAKE);
        assertThat(Passing.proposed(cases.state(), RESPONSE, ANN)).isEmpty();

        Holder ann = INTAKE.heldBy(Optional.of(ANN));
        cases.then(Passing.to(cases.state(), RESPONSE, ann, CAUSE, after(2), CALENDAR));

        assertThat(cases.get(RESPONSE).holder()).isEqualTo(ann);
        assertThat(cases.get(RESPONSE).proposed()).isEmpty();
        assertThat(Passing.proposed(cases.state(), RESPONSE, ANN)).isEmpty();
    }

    @Test
    void anAnswerDueInEightHoursHasFiveLeftAfterADayOfWaitingForAClarification() {
        Cases cases = clarified(Cases.response(8));

        assertThat(cases.get(RESPONSE).isSuspended()).isTrue();
        assertThat(cases.get(RESPONSE).isOverdue(after(20))).isFalse();

        cases.done(CLARIFICATION, after(27));

        assertThat(cases.get(RESPONSE).isSuspended()).isFalse();
        assertThat(cases.get(RESPONSE).due()).isEqualTo(after(27 + 5));
        assertThat(cases.get(RESPONSE).stood()).isEqualTo(Duration.ofHours(24));
        assertThat(cases.get(RESPONSE).suspensions())
                .containsExactly(
                        new Suspension(after(3), List.of(CLARIFICATION)), new Suspension(after(27), List.of()));
    }

    @Test
    void aClockThatStoodTwiceStoodForBoth() {
        Key again = CLARIFICATION.again();
        Cases cases = clarified(Cases.response(8)).done(CLARIFICATION, after(5));
        cases.opens(Cases.clarification(30).under(again), after(6));
        cases.then(Passing.suspended(cases.state(), RESPONSE, again, after(6))).done(again, after(10));

        assertThat(cases.get(RESPONSE).stood()).isEqualTo(Duration.ofHours(2 + 4));
        assertThat(cases.get(RESPONSE).due()).isEqualTo(after(8 + 2 + 4));
    }

    @Test
    void somethingIsLeftAtLeastWhereTheDefinitionSaysSo() {
        Cases cases = clarified(Cases.response(8).leaving(Duration.ofHours(6))).done(CLARIFICATION, after(27));

        assertThat(cases.get(RESPONSE).due()).isEqualTo(after(27 + 6));
    }

    @Test
    void whatWasLateAlreadyIsNoLessLateForHavingWaited() {
        Cases cases = Cases.begin().opens(Cases.response(2), MONDAY).until(after(5));
        cases.opens(Cases.clarification(40), after(5)).waits(after(5)).done(CLARIFICATION, after(29));

        assertThat(cases.get(RESPONSE).due()).isEqualTo(after(29 - 3));
        assertThat(cases.get(RESPONSE).isOverdue(after(29))).isTrue();
        assertThat(cases.get(RESPONSE).next()).isEqualTo(after(29 - 3 + 24));
    }

    @Test
    void nothingWaitsForItselfForWhatWaitsForItOrForItsOwnHolder() {
        Cases cases = clarified(Cases.response(8));
        Obligations state = cases.state();
        Key own = Key.of("handoff-1", Code.of("capacity-check"), "1");
        cases.opens(
                Opening.of(own, Optional.of(RESPONSE), INTAKE, INTAKE, after(4), Route.reminder(Cases.hours(24))),
                after(3));

        assertThat(Passing.suspended(state, RESPONSE, RESPONSE, after(4))).isEmpty();
        assertThat(Passing.suspended(state, CLARIFICATION, RESPONSE, after(4))).isEmpty();
        assertThat(Passing.suspended(state, RESPONSE, CLARIFICATION, after(4))).isEmpty();
        assertThat(Passing.suspended(cases.state(), RESPONSE, own, after(4))).isEmpty();
    }

    @Test
    void aWaitEndsWhenBothHoldersBecomeOne() {
        Cases cases = clarified(Cases.response(8));
        cases.then(Passing.to(cases.state(), RESPONSE, PLANNER, CAUSE, after(9), CALENDAR));

        assertThat(cases.get(RESPONSE).isSuspended()).isFalse();
        assertThat(cases.get(RESPONSE).due()).isEqualTo(after(9 + 5));
    }

    @Test
    void whatServesAnAnswerEndsWithIt() {
        Cases cases = clarified(Cases.response(8)).done(RESPONSE, after(9));

        assertThat(cases.state().open()).isEmpty();
        assertThat(cases.get(RESPONSE).standing()).isEqualTo(new Standing.Discharged(after(9)));
        assertThat(cases.get(CLARIFICATION).standing()).isEqualTo(new Standing.Released(after(9), Ending.PARENT_ENDED));
    }

    @Test
    void whatServesAnAnswerGoesOnInTheServiceOfWhatTakesItsPlace() {
        Key second = Key.of("handoff-1", Code.of("response"), "2");
        Cases cases = clarified(Cases.response(8));
        cases.opens(Opening.of(second, Optional.of(RESPONSE), INTAKE, PLANNER, after(30), Cases.LADDER), after(4));
        Obligations withChild = cases.state();
        Key third = Key.of("handoff-1", Code.of("response"), "3");
        Opening beside = Opening.of(third, Optional.empty(), INTAKE, PLANNER, after(30), Cases.LADDER);
        cases.opens(beside, after(4));
        cases.then(Ending.replaced(cases.state(), RESPONSE, third, after(5), CALENDAR));

        assertThat(cases.get(RESPONSE).standing()).isEqualTo(new Standing.Replaced(after(5), third));
        assertThat(cases.state().openChildren(third))
                .extracting(Obligation::key)
                .containsExactly(CLARIFICATION, second);
        assertThat(cases.state().openChildren(RESPONSE)).isEmpty();
        assertThat(cases.get(CLARIFICATION).holder()).isEqualTo(PLANNER);
        assertThat(Ending.replaced(withChild, RESPONSE, second, after(5), CALENDAR))
                .isEmpty();
        assertThat(Ending.replaced(withChild, RESPONSE, RESPONSE, after(5), CALENDAR))
                .isEmpty();
    }

    @Test
    void nothingTakesThePlaceOfWhatIsOwedWhenItHasItselfEnded() {
        Cases cases = Cases.begin().opens(Cases.response(8), MONDAY);
        Key ended = Story.key(2);
        cases.opens(opening(ended, after(9)), MONDAY).done(ended, after(1));

        assertThat(Ending.replaced(cases.state(), RESPONSE, ended, after(2), CALENDAR))
                .isEmpty();
    }

    @Test
    void nothingTakesTheServiceOfWhatHasEnded() {
        Cases cases = Cases.begin().opens(Cases.response(8), MONDAY).done(RESPONSE, after(1));

        assertThat(Cases.clarification(30).on(cases.state(), after(2))).isEmpty();
        assertThat(Ending.discharged(cases.state(), RESPONSE, after(2), CALENDAR))
                .isEmpty();
        assertThat(Passing.to(cases.state(), RESPONSE, PLANNER, CAUSE, after(2), CALENDAR))
                .isEmpty();
    }

    @Test
    void aDailyLookComesRoundUntilTheDecisionAndCountsTheDaysThatWereMissed() {
        Key look = Key.of("referral-1", Code.of("urgent-look"), "1");
        Opening daily = Opening.of(
                        look, Optional.of(RESPONSE), SUPERVISOR, PLANNER, after(7), Route.reminder(Cases.hours(24)))
                .recurring(new Daily(LocalTime.of(16, 0), false));
        Cases cases = Cases.begin().opens(Cases.response(200), MONDAY).opens(daily, MONDAY);

        cases.done(look, after(1));
        Obligation tuesday = cases.get(look.again());
        cases.done(look.again(), after(24 * 3 + 8));
        Obligation friday = cases.get(look.again().again());
        cases.done(RESPONSE, after(24 * 4));

        assertThat(tuesday.due()).isEqualTo(after(24 + 7));
        assertThat(tuesday.missed()).isZero();
        assertThat(friday.due()).isEqualTo(after(4 * 24 + 7));
        assertThat(friday.missed()).isEqualTo(3);
        assertThat(cases.state().open()).isEmpty();
    }

    @Test
    void itIsSeenByTheRoleThatHoldsItAndTheRoleItIsOwedTo() {
        Cases cases = Cases.begin().opens(Cases.response(8), MONDAY);
        cases.then(Passing.to(cases.state(), RESPONSE, SUPERVISOR.heldBy(Optional.of(ANN)), CAUSE, after(3), CALENDAR));

        assertThat(cases.get(RESPONSE).seenBy(MONDAY.minusNanos(1))).isEmpty();
        assertThat(cases.get(RESPONSE).seenBy(MONDAY)).containsExactly(INTAKE, PLANNER);
        assertThat(cases.get(RESPONSE).seenBy(after(3))).containsExactly(SUPERVISOR, PLANNER);
    }

    @Test
    @Promise(26)
    void aClockThatWasPutBackMakesNothingShorterThanNothing() {
        Cases cases = clarified(Cases.response(8)).done(CLARIFICATION, after(1)).done(RESPONSE, MONDAY);

        assertThat(cases.get(RESPONSE).stood()).isZero();
        assertThat(cases.get(RESPONSE).endedAt()).contains(after(3));
        assertThat(cases.get(CLARIFICATION).endedAt()).contains(after(3));
    }

    @Test
    @Promise(27)
    void aDueBeyondTheHorizonIsRefusedWhereItIsMade() {
        assertThatThrownBy(() -> opening(RESPONSE, Instant.MAX)).hasMessageContaining("due");
        assertThatThrownBy(() -> opening(RESPONSE, Instant.MIN)).hasMessageContaining("due");
        assertThatThrownBy(() -> Cases.response(8).notAfter(Horizon.LATEST.plusNanos(1)))
                .hasMessageContaining("latest");
        assertThatThrownBy(() -> Cases.response(8).leaving(Duration.ofNanos(-1)))
                .hasMessageContaining("least");
    }

    @Test
    void nothingServesItselfAndASubjectStaysShortEnoughToBeNamedAgain() {
        String longest = "s".repeat(160);

        assertThatThrownBy(() -> Opening.of(RESPONSE, Optional.of(RESPONSE), INTAKE, PLANNER, after(1), Cases.LADDER))
                .hasMessageContaining("parent");
        assertThatThrownBy(() -> opening(Key.of("c", Code.of("k".repeat(64)), longest + "s"), after(1)))
                .hasMessageContaining("subject");
        Cases cases = Cases.begin().opens(opening(Key.of("c", Code.of("k".repeat(64)), longest), after(1)), MONDAY);
        assertThat(cases.until(after(2)).state().open()).hasSize(2);
    }

    private static Opening opening(Key key, Instant due) {
        return Opening.of(key, Optional.empty(), INTAKE, PLANNER, due, Cases.LADDER);
    }

    /** After three hours intake asks the planner, and waits. */
    private static Cases clarified(Opening response) {
        return Cases.begin()
                .opens(response, MONDAY)
                .opens(Cases.clarification(30), after(3))
                .waits(after(3));
    }
}
