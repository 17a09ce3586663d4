package care.baton.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ServiceCalendarProperties {

    @Property
    void plusBusinessDaysEqualsCountingDayByDay(
            @ForAll("calendars") ServiceCalendar calendar,
            @ForAll("dates") LocalDate from,
            @ForAll @IntRange(min = 0, max = 400) int days) {
        assertThat(calendar.plusBusinessDays(from, days)).isEqualTo(Stepping.plusBusinessDays(calendar, from, days));
    }

    @Property
    void businessDaysBetweenEqualsCountingDayByDay(
            @ForAll("calendars") ServiceCalendar calendar,
            @ForAll("dates") LocalDate from,
            @ForAll @IntRange(min = 0, max = 3000) int days) {
        LocalDate to = from.plusDays(days);
        long counted = Stepping.businessDaysBetween(calendar, from, to);
        assertThat(calendar.businessDaysBetween(from, to)).isEqualTo(counted);
        assertThat(calendar.businessDaysBetween(to, from)).isEqualTo(-counted);
    }

    @Property
    void plusAndBetweenAreInverse(
            @ForAll("calendars") ServiceCalendar calendar,
            @ForAll("dates") LocalDate from,
            @ForAll @IntRange(min = 1, max = 100_000) int days) {
        LocalDate day = calendar.plusBusinessDays(from, days);
        assertThat(calendar.businessDaysBetween(from, day)).isEqualTo(days);
        assertThat(calendar.businessDaysBetween(from, day.minusDays(1))).isEqualTo(days - 1L);
        assertThat(calendar.isBusinessDay(day)).isTrue();
    }

    @Property
    void aLaterTimeOnTheWallIsNeverAnEarlierInstant(
            @ForAll("calendars") ServiceCalendar calendar,
            @ForAll("dates") LocalDate date,
            @ForAll("times") LocalTime one,
            @ForAll("times") LocalTime other) {
        LocalTime earlier = one.isBefore(other) ? one : other;
        LocalTime later = one.isBefore(other) ? other : one;
        assertThat(calendar.instantOf(date, earlier)).isBeforeOrEqualTo(calendar.instantOf(date, later));
        assertThat(calendar.instantOf(date, later)).isBeforeOrEqualTo(calendar.instantOf(date.plusDays(1), earlier));
    }

    @Provide
    static Arbitrary<ServiceCalendar> calendars() {
        return TimeArbitraries.calendars();
    }

    @Provide
    static Arbitrary<LocalDate> dates() {
        return TimeArbitraries.dates();
    }

    @Provide
    static Arbitrary<LocalTime> times() {
        return TimeArbitraries.times();
    }
}
