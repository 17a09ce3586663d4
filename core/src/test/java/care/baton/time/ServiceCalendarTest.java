package care.baton.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceCalendarTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final List<DayOfWeek> WEEKDAYS = List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);
    private static final LocalDate INDEPENDENCE_DAY = LocalDate.of(2025, 7, 4);
    private static final LocalDate LABOR_DAY = LocalDate.of(2025, 9, 1);
    private static final ServiceCalendar OFFICE =
            new ServiceCalendar(CHICAGO, WEEKDAYS, OPENS, CLOSES, List.of(INDEPENDENCE_DAY, LABOR_DAY));

    @Test
    void aHolidayAndAWeekendAreNoBusinessDays() {
        assertThat(OFFICE.isBusinessDay(LocalDate.of(2025, 7, 3))).isTrue();
        assertThat(OFFICE.isBusinessDay(INDEPENDENCE_DAY)).isFalse();
        assertThat(OFFICE.isBusinessDay(LocalDate.of(2025, 7, 5))).isFalse();
        assertThat(OFFICE.isBusinessDay(LocalDate.of(2025, 7, 7))).isTrue();
    }

    @Test
    void twoBusinessDaysAfterTheThirdOfJulyIsTheTuesdayAfterTheLongWeekend() {
        assertThat(OFFICE.plusBusinessDays(LocalDate.of(2025, 7, 3), 2)).isEqualTo(LocalDate.of(2025, 7, 8));
    }

    @Test
    void theDateItselfNeverCountsAndNoDaysGiveItBack() {
        assertThat(OFFICE.plusBusinessDays(INDEPENDENCE_DAY, 0)).isEqualTo(INDEPENDENCE_DAY);
        assertThat(OFFICE.plusBusinessDays(INDEPENDENCE_DAY, 1)).isEqualTo(LocalDate.of(2025, 7, 7));
        assertThat(OFFICE.businessDaysBetween(LocalDate.of(2025, 7, 7), LocalDate.of(2025, 7, 7)))
                .isZero();
        assertThat(OFFICE.businessDaysBetween(LocalDate.of(2025, 7, 6), LocalDate.of(2025, 7, 7)))
                .isOne();
    }

    @Test
    void betweenTheThirdOfJulyAndTheTuesdayAfterLieTwoBusinessDaysAndTwoFewerTheOtherWayRound() {
        LocalDate thursday = LocalDate.of(2025, 7, 3);
        LocalDate tuesday = LocalDate.of(2025, 7, 8);
        assertThat(OFFICE.businessDaysBetween(thursday, tuesday)).isEqualTo(2);
        assertThat(OFFICE.businessDaysBetween(tuesday, thursday)).isEqualTo(-2);
        assertThat(OFFICE.businessDaysBetween(thursday, INDEPENDENCE_DAY)).isZero();
        assertThat(OFFICE.businessDaysBetween(INDEPENDENCE_DAY, tuesday)).isEqualTo(2);
        assertThat(OFFICE.businessDaysBetween(thursday, LABOR_DAY.plusDays(1))).isEqualTo(41);
    }

    @Test
    void builtPartByPartItIsTheSame() {
        assertThat(ServiceCalendar.builder()
                        .zone(CHICAGO)
                        .opens(OPENS)
                        .closes(CLOSES)
                        .addAllWorkingDays(WEEKDAYS)
                        .addHolidays(LABOR_DAY, INDEPENDENCE_DAY)
                        .build())
                .isEqualTo(OFFICE);
    }

    @Test
    void aHolidayOnAWeekendTakesNoBusinessDayAway() {
        ServiceCalendar calendar =
                new ServiceCalendar(CHICAGO, WEEKDAYS, OPENS, CLOSES, List.of(LocalDate.of(2025, 7, 5)));
        assertThat(calendar.plusBusinessDays(LocalDate.of(2025, 7, 3), 2)).isEqualTo(LocalDate.of(2025, 7, 7));
        assertThat(calendar.businessDaysBetween(LocalDate.of(2025, 7, 3), LocalDate.of(2025, 7, 7)))
                .isEqualTo(2);
    }

    @Test
    void aServiceThatIsShutForAYearOpensOnTheFirstDayAfter() {
        List<LocalDate> year =
                LocalDate.of(2025, 1, 1).datesUntil(LocalDate.of(2026, 1, 1)).toList();
        ServiceCalendar shut = new ServiceCalendar(CHICAGO, WEEKDAYS, OPENS, CLOSES, year);
        assertThat(shut.plusBusinessDays(LocalDate.of(2024, 12, 31), 1)).isEqualTo(LocalDate.of(2026, 1, 1));
    }

    @Test
    void businessDaysCanBeCountedAcrossTheWholeHorizon() {
        ServiceCalendar sundays = new ServiceCalendar(CHICAGO, List.of(SUNDAY), OPENS, CLOSES, List.of());
        LocalDate last = LocalDate.of(9999, 12, 31);
        long days = last.toEpochDay() - LocalDate.of(1899, 12, 31).toEpochDay();
        assertThat(sundays.businessDaysBetween(LocalDate.of(1899, 12, 31), last))
                .isEqualTo(days / 7);
        assertThat(sundays.plusBusinessDays(last, Integer.MAX_VALUE).getDayOfWeek())
                .isEqualTo(SUNDAY);
    }

    @Test
    void aTimeThatIsLeftOutWhenClocksGoForwardIsTheInstantTheyDo() {
        assertThat(OFFICE.instantOf(LocalDate.of(2026, 3, 8), LocalTime.of(2, 30)))
                .isEqualTo(Instant.parse("2026-03-08T08:00:00Z"));
        assertThat(OFFICE.instantOf(LocalDate.of(2026, 3, 8), LocalTime.of(3, 0)))
                .isEqualTo(Instant.parse("2026-03-08T08:00:00Z"));
    }

    @Test
    void aTimeShownTwiceWhenClocksGoBackIsTheFirst() {
        assertThat(OFFICE.instantOf(LocalDate.of(2026, 11, 1), LocalTime.of(1, 30)))
                .isEqualTo(Instant.parse("2026-11-01T06:30:00Z"));
    }

    @Test
    void aDateThatAZoneLeftOutIsOverWhenItWouldHaveBegun() {
        ServiceCalendar apia = new ServiceCalendar(ZoneId.of("Pacific/Apia"), WEEKDAYS, OPENS, CLOSES, List.of());
        assertThat(apia.instantOf(LocalDate.of(2011, 12, 30), CLOSES)).isEqualTo(Instant.parse("2011-12-30T10:00:00Z"));
        assertThat(apia.dateOf(Instant.parse("2011-12-30T09:59:59Z"))).isEqualTo(LocalDate.of(2011, 12, 29));
        assertThat(apia.dateOf(Instant.parse("2011-12-30T10:00:00Z"))).isEqualTo(LocalDate.of(2011, 12, 31));
    }

    @Test
    void datesBeyondTheHorizonEndWithIt() {
        assertThat(OFFICE.instantOf(LocalDate.of(12_000, 1, 1), OPENS)).isEqualTo(Horizon.LATEST);
        assertThat(OFFICE.instantOf(LocalDate.of(1800, 1, 1), OPENS)).isEqualTo(Horizon.EARLIEST);
    }

    @Test
    void workingDaysAndHolidaysAreKeptInOrderEachOnce() {
        ServiceCalendar calendar = new ServiceCalendar(
                CHICAGO,
                List.of(FRIDAY, MONDAY, FRIDAY),
                OPENS,
                CLOSES,
                List.of(LABOR_DAY, INDEPENDENCE_DAY, LABOR_DAY));
        assertThat(calendar.workingDays()).containsExactly(MONDAY, FRIDAY);
        assertThat(calendar.holidays()).containsExactly(INDEPENDENCE_DAY, LABOR_DAY);
    }

    @Test
    void aListChangedAfterwardsChangesNothing() {
        List<DayOfWeek> days = new ArrayList<>(WEEKDAYS);
        List<LocalDate> holidays = new ArrayList<>(List.of(LABOR_DAY));
        ServiceCalendar calendar = new ServiceCalendar(CHICAGO, days, OPENS, CLOSES, holidays);
        days.add(SATURDAY);
        holidays.clear();
        assertThat(calendar.workingDays()).isEqualTo(WEEKDAYS);
        assertThat(calendar.holidays()).containsExactly(LABOR_DAY);
    }

    @Test
    void aCalendarWithoutAWorkingDayOrWithItsHoursTheWrongWayRoundIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceCalendar(CHICAGO, List.of(), OPENS, CLOSES, List.of()))
                .withMessage("workingDays: at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceCalendar(CHICAGO, WEEKDAYS, CLOSES, CLOSES, List.of()))
                .withMessage("closes: later than opens");
    }

    @Test
    void holidaysAreAtMostTenThousandAndWithinTheYears() {
        LocalDate start = LocalDate.of(2000, 1, 1);
        List<LocalDate> most = start.datesUntil(start.plusDays(10_000)).toList();
        List<LocalDate> oneMore = start.datesUntil(start.plusDays(10_001)).toList();
        assertThat(new ServiceCalendar(CHICAGO, WEEKDAYS, OPENS, CLOSES, most).holidays())
                .hasSize(10_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceCalendar(CHICAGO, WEEKDAYS, OPENS, CLOSES, oneMore))
                .withMessage("holidays: at most 10000");
        List<LocalDate> ends = List.of(LocalDate.of(1899, 1, 1), LocalDate.of(9999, 12, 31));
        assertThat(new ServiceCalendar(CHICAGO, WEEKDAYS, OPENS, CLOSES, ends).holidays())
                .isEqualTo(ends);
        for (LocalDate wrong : List.of(LocalDate.of(1898, 12, 31), LocalDate.of(10_000, 1, 1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ServiceCalendar(CHICAGO, WEEKDAYS, OPENS, CLOSES, List.of(wrong)))
                    .withMessage("holidays: of the years 1899 to 9999");
        }
    }

    @Test
    void everyPartIsRefusedByNameWhenItIsNothing() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ServiceCalendar(null, WEEKDAYS, OPENS, CLOSES, List.of()))
                .withMessage("zone");
        assertThatNullPointerException()
                .isThrownBy(() -> new ServiceCalendar(CHICAGO, null, OPENS, CLOSES, List.of()))
                .withMessage("workingDays");
        assertThatNullPointerException()
                .isThrownBy(() -> new ServiceCalendar(CHICAGO, WEEKDAYS, null, CLOSES, List.of()))
                .withMessage("opens");
        assertThatNullPointerException()
                .isThrownBy(() -> new ServiceCalendar(CHICAGO, WEEKDAYS, OPENS, null, List.of()))
                .withMessage("closes");
        assertThatNullPointerException()
                .isThrownBy(() -> new ServiceCalendar(CHICAGO, WEEKDAYS, OPENS, CLOSES, Arrays.asList(LABOR_DAY, null)))
                .withMessage("holidays");
    }

    @Test
    void countingRefusesToGoBackwardsAndDatesOutsideTheYears() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.plusBusinessDays(LABOR_DAY, -1))
                .withMessage("days: not negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.plusBusinessDays(LocalDate.MAX, 1))
                .withMessageStartingWith("date:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.dateOf(Instant.MAX))
                .withMessageStartingWith("instant:");
    }
}
