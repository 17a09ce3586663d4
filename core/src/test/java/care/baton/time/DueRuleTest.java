package care.baton.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Monday 2026-05-25 is a holiday; the Friday before it is 2026-05-22. */
class DueRuleTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final ServiceCalendar OFFICE = new ServiceCalendar(
            CHICAGO,
            List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY),
            LocalTime.of(8, 0),
            LocalTime.of(17, 0),
            List.of(LocalDate.of(2026, 5, 25)));
    private static final Instant FRIDAY_AFTERNOON = at("2026-05-22T16:30");

    @Test
    void aReferralOfFridayAfternoonIsAnsweredWithinTwoBusinessDaysByWednesdayAfterTheHoliday() {
        assertThat(new BusinessDays(2).due(FRIDAY_AFTERNOON, OFFICE)).isEqualTo(at("2026-05-27T17:00"));
    }

    @Test
    void aDischargeOnSaturdayIsFollowedUpWithinTwoBusinessDaysByWednesday() {
        assertThat(new BusinessDays(2).due(at("2026-05-23T10:00"), OFFICE)).isEqualTo(at("2026-05-27T17:00"));
    }

    @Test
    void businessDaysDoNotDependOnTheHourTheyBegin() {
        assertThat(new BusinessDays(1).due(at("2026-05-19T00:00"), OFFICE)).isEqualTo(at("2026-05-20T17:00"));
        assertThat(new BusinessDays(1).due(at("2026-05-19T23:59"), OFFICE)).isEqualTo(at("2026-05-20T17:00"));
    }

    @Test
    void theSameDayEndsAtMidnightInTheServicesZone() {
        assertThat(new SameDay().due(FRIDAY_AFTERNOON, OFFICE)).isEqualTo(at("2026-05-23T00:00"));
        assertThat(new SameDay().due(at("2026-05-23T00:00"), OFFICE)).isEqualTo(at("2026-05-24T00:00"));
    }

    @Test
    void aDayOnWhichClocksGoBackHasTwentyFiveHours() {
        Instant start = at("2026-11-01T00:00");
        assertThat(Duration.between(start, new SameDay().due(start, OFFICE))).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void whereMidnightComesTwiceTheDayEndsAtTheFirstAndThenAtTheSecond() {
        ServiceCalendar stJohns = in("America/St_Johns");
        Instant secondMidnight = Instant.parse("1990-10-28T03:30:00Z");
        assertThat(new SameDay().due(Instant.parse("1990-10-28T02:00:00Z"), stJohns))
                .isEqualTo(Instant.parse("1990-10-28T02:30:00Z"));
        assertThat(new SameDay().due(Instant.parse("1990-10-28T02:45:00Z"), stJohns))
                .isEqualTo(secondMidnight);
    }

    @Test
    void fortyEightHoursAcrossTheChangeToSummerTimeAreFortyEightHours() {
        Instant from = at("2026-03-07T12:00");
        assertThat(new Elapsed(Duration.ofHours(48)).due(from, OFFICE)).isEqualTo(at("2026-03-09T13:00"));
    }

    @Test
    void theDailyLookIsTheNextOneStrictlyAfter() {
        Daily look = new Daily(LocalTime.of(9, 0), false);
        assertThat(look.due(at("2026-05-22T08:59:59"), OFFICE)).isEqualTo(at("2026-05-22T09:00"));
        assertThat(look.due(at("2026-05-22T09:00"), OFFICE)).isEqualTo(at("2026-05-23T09:00"));
    }

    @Test
    void theDailyLookOfBusinessDaysPassesOverTheLongWeekend() {
        Daily look = new Daily(LocalTime.of(9, 0), true);
        assertThat(look.due(FRIDAY_AFTERNOON, OFFICE)).isEqualTo(at("2026-05-26T09:00"));
        assertThat(look.due(at("2026-05-26T08:00"), OFFICE)).isEqualTo(at("2026-05-26T09:00"));
    }

    @Test
    void aDailyTimeShownTwiceCountsOnce() {
        Daily look = new Daily(LocalTime.of(1, 30), false);
        assertThat(look.due(Instant.parse("2026-11-01T06:30:00Z"), OFFICE)).isEqualTo(at("2026-11-02T01:30"));
        assertThat(look.due(Instant.parse("2026-11-01T07:10:00Z"), OFFICE)).isEqualTo(at("2026-11-02T01:30"));
    }

    @Test
    void beforeTheNextTwoVisitsIsTheStartOfTheSecondThatIsStillToCome() {
        BeforeVisits rule = new BeforeVisits(2, Duration.ofDays(14));
        List<Instant> visits =
                List.of(at("2026-05-29T09:00"), at("2026-05-20T09:00"), FRIDAY_AFTERNOON, at("2026-05-26T09:00"));
        assertThat(rule.due(FRIDAY_AFTERNOON, OFFICE, visits)).isEqualTo(at("2026-05-29T09:00"));
    }

    @Test
    void aVisitReportedTwiceCountsOnce() {
        Instant visit = at("2026-05-26T09:00");
        Instant following = at("2026-05-27T09:00");
        assertThat(new BeforeVisits(2, Duration.ofDays(14))
                        .due(FRIDAY_AFTERNOON, OFFICE, List.of(visit, following, visit)))
                .isEqualTo(following);
    }

    @Test
    void visitsNeverPutADeadlineOffBeyondItsLatest() {
        BeforeVisits rule = new BeforeVisits(1, Duration.ofDays(3));
        Instant latest = FRIDAY_AFTERNOON.plus(Duration.ofDays(3));
        assertThat(rule.due(FRIDAY_AFTERNOON, OFFICE, List.of(latest.plusSeconds(1))))
                .isEqualTo(latest);
        assertThat(rule.due(FRIDAY_AFTERNOON, OFFICE, List.of(latest.minusSeconds(1))))
                .isEqualTo(latest.minusSeconds(1));
        assertThat(rule.due(FRIDAY_AFTERNOON, OFFICE)).isEqualTo(latest);
    }

    @Test
    void onlyVisitsWithinTheHorizonCanBePlanned() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new BeforeVisits(1, Duration.ofDays(3)).due(FRIDAY_AFTERNOON, OFFICE, List.of(Instant.MAX)))
                .withMessageStartingWith("visits:");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001, -1, Integer.MAX_VALUE})
    void countsAreOneToAThousand(int wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BusinessDays(wrong))
                .withMessage("days: 1 to 1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BeforeVisits(wrong, Duration.ofDays(1)))
                .withMessage("visits: 1 to 1000");
        assertThat(new BusinessDays(1000).days()).isEqualTo(new BeforeVisits(1000, Duration.ofDays(1)).visits());
    }

    @Test
    void lengthsAndTimesAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Elapsed(Duration.ZERO))
                .withMessageStartingWith("length:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BeforeVisits(1, Duration.ofDays(-1)))
                .withMessageStartingWith("latest:");
        assertThatNullPointerException()
                .isThrownBy(() -> new Daily(null, false))
                .withMessage("at");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CHICAGO).toInstant();
    }

    private static ServiceCalendar in(String zone) {
        return new ServiceCalendar(
                ZoneId.of(zone), List.of(DayOfWeek.values()), LocalTime.of(8, 0), LocalTime.of(17, 0), List.of());
    }
}
