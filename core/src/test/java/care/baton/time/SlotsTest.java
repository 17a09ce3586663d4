package care.baton.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.trace.Promise;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private static final Instant START = Instant.parse("2026-05-22T21:30:00Z");
    private static final Daily LOOK = new Daily(LocalTime.of(9, 0), false);

    @Test
    void aDailyLookMissedOverTheWeekendHasPassedThreeTimesAndComesNextOnMonday() {
        Slots slots = LOOK.passed(
                Instant.parse("2026-05-22T14:00:00Z"), Instant.parse("2026-05-25T13:59:59Z"), in("America/Chicago"));
        assertThat(slots)
                .isEqualTo(new Slots(3, Instant.parse("2026-05-24T14:00:00Z"), Instant.parse("2026-05-25T14:00:00Z")));
    }

    @Test
    void theInstantUpToWhichIsCountedCountsItself() {
        ServiceCalendar calendar = in("UTC");
        Elapsed hourly = new Elapsed(Duration.ofHours(1));
        Instant next = START.plus(Duration.ofHours(1));
        assertThat(hourly.passed(START, START, calendar)).isEqualTo(new Slots(1, START, next));
        assertThat(hourly.passed(START, next.minusNanos(1), calendar)).isEqualTo(new Slots(1, START, next));
        assertThat(hourly.passed(START, next, calendar)).isEqualTo(new Slots(2, next, next.plus(Duration.ofHours(1))));
    }

    @Test
    void visitsRepeatAtTheirLatest() {
        BeforeVisits rule = new BeforeVisits(2, Duration.ofDays(7));
        Instant until = START.plus(Duration.ofDays(15));
        assertThat(rule.passed(START, until, in("UTC")))
                .isEqualTo(new Elapsed(Duration.ofDays(7)).passed(START, until, in("UTC")));
    }

    @Test
    @Promise(27)
    void everyMinuteForAHundredYearsIsCountedExactly() {
        Instant until = Instant.parse("2126-05-22T21:30:30Z");
        Slots slots = new Elapsed(Duration.ofMinutes(1)).passed(START, until, in("UTC"));
        assertThat(slots.count()).isEqualTo(Duration.between(START, until).toMinutes() + 1);
        assertThat(slots.last()).isEqualTo(until.minusSeconds(30));
        assertThat(slots.next()).isEqualTo(until.plusSeconds(30));
    }

    @Test
    @Promise(27)
    void theShortestRepetitionAcrossTheWholeHorizonStillAnswers() {
        Slots slots = new Elapsed(Duration.ofNanos(1)).passed(Horizon.EARLIEST, Horizon.LATEST, in("UTC"));
        assertThat(slots).isEqualTo(new Slots(Long.MAX_VALUE, Horizon.LATEST, Horizon.LATEST));
    }

    @Test
    @Promise(27)
    void aDailyLookAcrossTheWholeHorizonIsCountedByTheCalendar() {
        Instant first = Instant.parse("1900-01-01T09:00:00Z");
        long days = Duration.between(Horizon.EARLIEST, Horizon.LATEST).toDays();
        assertThat(LOOK.passed(first, Horizon.LATEST.minusNanos(1), in("UTC")))
                .isEqualTo(new Slots(days, Instant.parse("9998-12-31T09:00:00Z"), Horizon.LATEST));
        assertThat(LOOK.passed(first, Horizon.LATEST, in("UTC")))
                .isEqualTo(new Slots(days + 1, Horizon.LATEST, Horizon.LATEST));
    }

    @Test
    void theLastRepetitionIsCutShortByTheEndOfTheHorizonAndCountsOnce() {
        Elapsed daily = new Elapsed(Duration.ofDays(1));
        Slots ended = new Slots(3, Horizon.LATEST, Horizon.LATEST);
        assertThat(daily.passed(Horizon.LATEST.minus(Duration.ofHours(36)), Horizon.LATEST, in("UTC")))
                .isEqualTo(ended);
        assertThat(daily.passed(Horizon.LATEST.minus(Duration.ofHours(48)), Horizon.LATEST, in("UTC")))
                .isEqualTo(ended);
    }

    /** 2026 has 261 days from Monday to Friday; Memorial Day is one of them. */
    @Test
    void aLookOnBusinessDaysIsCountedWithoutWeekendsAndHolidaysForAYear() {
        ServiceCalendar office = new ServiceCalendar(
                ZoneId.of("America/Chicago"),
                List.of(DayOfWeek.values()).subList(0, 5),
                LocalTime.of(8, 0),
                LocalTime.of(17, 0),
                List.of(LocalDate.of(2026, 5, 25)));
        Instant first = Instant.parse("2026-01-01T15:00:00Z");
        Instant until = Instant.parse("2026-12-31T23:00:00Z");
        assertThat(new Daily(LocalTime.of(9, 0), true).passed(first, until, office))
                .isEqualTo(
                        new Slots(260, Instant.parse("2026-12-31T15:00:00Z"), Instant.parse("2027-01-01T15:00:00Z")));
        assertThat(new BusinessDays(4).passed(first, until, office))
                .isEqualTo(new Slots(65, Instant.parse("2026-12-28T23:00:00Z"), Instant.parse("2027-01-01T23:00:00Z")));
        assertThat(LOOK.passed(first, until, office).count()).isEqualTo(365);
    }

    /** Nuuk puts its clock forward from 23:00 to midnight each spring: a close of 23:30 is then the next day. */
    @Test
    void aCloseOfBusinessThatTheClockLeavesOutEachYearIsSteppedOverEachYear() {
        ServiceCalendar nuuk = in("America/Nuuk");
        Instant first = Instant.parse("2024-01-01T00:00:00Z");
        Instant until = Instant.parse("2074-01-01T00:00:00Z");
        for (DueRule rule : List.of(new BusinessDays(1), new BusinessDays(3), new SameDay())) {
            assertThat(rule.passed(first, until, nuuk)).isEqualTo(Stepping.passed(rule, first, until, nuuk));
        }
    }

    @Test
    @Promise(26)
    void aClockThatWentBackIsRefusedAndNotCountedNegative() {
        for (DueRule rule : List.of(LOOK, new SameDay(), new BusinessDays(1), new Elapsed(Duration.ofDays(1)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rule.passed(START, START.minusNanos(1), in("UTC")))
                    .withMessage("until: not before first");
        }
    }

    @Test
    void slotsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slots(0, START, START))
                .withMessage("count: at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slots(1, START, START.minusNanos(1)))
                .withMessage("next: not before last");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slots(1, Instant.MIN, START))
                .withMessageStartingWith("last:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slots(1, START, Instant.MAX))
                .withMessageStartingWith("next:");
    }

    private static ServiceCalendar in(String zone) {
        return new ServiceCalendar(
                ZoneId.of(zone), List.of(DayOfWeek.values()), LocalTime.of(8, 0), LocalTime.of(23, 30), List.of());
    }
}
