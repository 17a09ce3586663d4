package care.baton.time;

import care.baton.outcome.Built;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * The days and hours on which a service is open, and the time zone it lives in: what "business day", "close of
 * business" and "today" mean for it.
 *
 * @param zone the service's time zone
 * @param workingDays the days of the week on which it is open, at least one; kept in the order of the week, each once
 * @param opens when it opens on such a day, on the wall clock
 * @param closes when it closes, later the same day
 * @param holidays the dates on which it is closed though the day of the week is a working day, at most 10,000; kept in
 *     order, each once
 */
@Built
@Value.Builder
public record ServiceCalendar(
        ZoneId zone, List<DayOfWeek> workingDays, LocalTime opens, LocalTime closes, List<LocalDate> holidays) {

    private static final int MOST_HOLIDAYS = 10_000;
    private static final int WEEK = 7;
    /** From the Monday of the first week to 1970-01-01, a Thursday. */
    private static final int EPOCH_DAY_OF_WEEK = 3;

    private static final int FIRST_YEAR = 1899;
    private static final int LAST_YEAR = 9999;

    /**
     * Checks the hours, and puts the days in order.
     *
     * @throws IllegalArgumentException if there is no working day, it does not close after it opens, there are too many
     *     holidays, or one lies outside the years 1899 to 9999
     */
    public ServiceCalendar {
        Objects.requireNonNull(zone, "zone");
        workingDays = ordered(workingDays, "workingDays");
        holidays = ordered(holidays, "holidays");
        Objects.requireNonNull(opens, "opens");
        Objects.requireNonNull(closes, "closes");
        if (workingDays.isEmpty()) {
            throw new IllegalArgumentException("workingDays: at least one");
        }
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("closes: later than opens");
        }
        if (holidays.size() > MOST_HOLIDAYS) {
            throw new IllegalArgumentException("holidays: at most 10000");
        }
        holidays.forEach(day -> checkYear(day, "holidays"));
    }

    /**
     * A calendar, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static ServiceCalendarBuilderStages.BuildStart builder() {
        return ServiceCalendarBuilderStages.start();
    }

    /**
     * Whether the service is open on a date.
     *
     * @param date the date, in the service's zone
     * @return true on a working day that is no holiday
     */
    public boolean isBusinessDay(LocalDate date) {
        Objects.requireNonNull(date, "date");
        return workingDays.contains(date.getDayOfWeek()) && Collections.binarySearch(holidays, date) < 0;
    }

    /**
     * The business day that comes so many business days after a date; the date itself never counts.
     *
     * @param date the date to count from, open or not, of the years 1899 to 9999
     * @param days how many, not negative; 0 gives the date itself
     * @return the business day
     * @throws IllegalArgumentException if the number is negative or the date outside those years
     */
    public LocalDate plusBusinessDays(LocalDate date, int days) {
        checkYear(date, "date");
        if (days < 0) {
            throw new IllegalArgumentException("days: not negative");
        }
        if (days == 0) {
            return date;
        }
        long number = workingDaysUpTo(date) + days;
        LocalDate day = workingDay(number);
        for (int i = holidaysUpTo(date); i < holidays.size() && !holidays.get(i).isAfter(day); i++) {
            if (workingDays.contains(holidays.get(i).getDayOfWeek())) {
                number++;
                day = workingDay(number);
            }
        }
        return day;
    }

    /**
     * How many business days lie after one date and up to another.
     *
     * @param fromExclusive the date after which to count
     * @param toInclusive the last date that counts
     * @return how many; negative by the same count when the dates are the other way round
     */
    public long businessDaysBetween(LocalDate fromExclusive, LocalDate toInclusive) {
        Objects.requireNonNull(fromExclusive, "fromExclusive");
        Objects.requireNonNull(toInclusive, "toInclusive");
        if (toInclusive.isBefore(fromExclusive)) {
            return -businessDaysBetween(toInclusive, fromExclusive);
        }
        long closed = holidays.subList(holidaysUpTo(fromExclusive), holidaysUpTo(toInclusive)).stream()
                .filter(day -> workingDays.contains(day.getDayOfWeek()))
                .count();
        return workingDaysUpTo(toInclusive) - workingDaysUpTo(fromExclusive) - closed;
    }

    /**
     * When the wall clock shows a time on a date: the first instant at which it shows that time or a later one. A time
     * that is left out when clocks go forward is the instant at which they do; of a time shown twice when they go back
     * it is the first, so that a deadline never comes later than a person reading the clock takes it to be.
     *
     * @param date the date, in the service's zone
     * @param time the time on the wall clock
     * @return the instant, or the nearer end of the {@link Horizon} when it lies outside
     */
    public Instant instantOf(LocalDate date, LocalTime time) {
        Objects.requireNonNull(time, "time");
        return Horizon.within(WallClock.first(zone, LocalDateTime.of(date, time)));
    }

    /**
     * The date on the wall at an instant.
     *
     * @param instant the instant
     * @return the date, in the service's zone
     * @throws IllegalArgumentException if the instant lies outside the {@link Horizon}
     */
    public LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(Horizon.check(instant, "instant"), zone);
    }

    /** As {@link #instantOf}, but the second time that the clock shows it, when the first has passed. */
    Instant instantAfter(Instant from, LocalDate date, LocalTime time) {
        Instant first = instantOf(date, time);
        return first.isAfter(from) ? first : Horizon.within(WallClock.last(zone, LocalDateTime.of(date, time)));
    }

    private long workingDaysUpTo(LocalDate date) {
        long days = date.toEpochDay() + EPOCH_DAY_OF_WEEK;
        DayOfWeek today = date.getDayOfWeek();
        int thisWeek = 0;
        while (thisWeek < workingDays.size() && workingDays.get(thisWeek).compareTo(today) <= 0) {
            thisWeek++;
        }
        return Math.floorDiv(days, WEEK) * workingDays.size() + thisWeek;
    }

    private LocalDate workingDay(long number) {
        long week = Math.floorDiv(number - 1, workingDays.size());
        int day = workingDays.get(Math.floorMod(number - 1, workingDays.size())).getValue() - 1;
        return LocalDate.ofEpochDay(week * WEEK + day - EPOCH_DAY_OF_WEEK);
    }

    private int holidaysUpTo(LocalDate date) {
        int found = Collections.binarySearch(holidays, date);
        return found < 0 ? -found - 1 : found + 1;
    }

    private static void checkYear(LocalDate date, String field) {
        Objects.requireNonNull(date, field);
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(field + ": of the years 1899 to 9999");
        }
    }

    private static <T extends Comparable<? super T>> List<T> ordered(Collection<T> values, String field) {
        Objects.requireNonNull(values, field).forEach(value -> Objects.requireNonNull(value, field));
        return values.stream().distinct().sorted().toList();
    }
}
