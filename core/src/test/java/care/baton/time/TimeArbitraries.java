package care.baton.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Calendars, deadline rules and instants, the awkward ones often enough. */
final class TimeArbitraries {

    /** Zones that left out or repeated a midnight or a whole day, or change by odd amounts. */
    private static final List<ZoneId> AWKWARD = List.of(
                    "Pacific/Apia",
                    "Pacific/Kiritimati",
                    "Pacific/Kwajalein",
                    "America/Nuuk",
                    "America/Scoresbysund",
                    "America/St_Johns",
                    "America/Sao_Paulo",
                    "Africa/Casablanca",
                    "Africa/Monrovia",
                    "Antarctica/Troll",
                    "Asia/Gaza",
                    "Australia/Lord_Howe")
            .stream()
            .map(ZoneId::of)
            .toList();

    private static final long DAY = 86_400;

    private TimeArbitraries() {}

    /** What a repetition is counted over. */
    record Repetition(DueRule rule, Instant first, Instant until) {}

    static Arbitrary<ZoneId> zones() {
        List<ZoneId> all =
                ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
        return Arbitraries.oneOf(
                Arbitraries.of(all), Arbitraries.of(AWKWARD), Arbitraries.of(ZoneId.of("-18:00"), ZoneId.of("+18:00")));
    }

    static Arbitrary<ServiceCalendar> calendars() {
        Arbitrary<List<DayOfWeek>> week =
                Arbitraries.of(DayOfWeek.values()).list().uniqueElements().ofMinSize(1);
        Arbitrary<LocalTime> opens = Arbitraries.of(LocalTime.MIDNIGHT, LocalTime.of(0, 10));
        Arbitrary<LocalTime> closes = Arbitraries.oneOf(
                Arbitraries.of(LocalTime.of(0, 20), LocalTime.of(17, 0), LocalTime.of(23, 30), LocalTime.MAX),
                times().filter(time -> time.isAfter(LocalTime.of(0, 10))));
        return Combinators.combine(zones(), week, opens, closes, holidays()).as(ServiceCalendar::new);
    }

    /** Some single dates, and one stretch on which all is shut. */
    static Arbitrary<List<LocalDate>> holidays() {
        Arbitrary<List<LocalDate>> single = dates().list().ofMaxSize(30);
        Arbitrary<List<LocalDate>> stretch = Combinators.combine(
                        dates(), Arbitraries.integers().between(0, 40))
                .as((start, days) -> start.datesUntil(start.plusDays(days)).toList());
        return Combinators.combine(single, stretch)
                .as((some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }

    static Arbitrary<LocalDate> dates() {
        long first = LocalDate.of(2008, 1, 1).toEpochDay();
        long last = LocalDate.of(2014, 12, 31).toEpochDay();
        return Arbitraries.longs().between(first, last).map(LocalDate::ofEpochDay);
    }

    static Arbitrary<LocalTime> times() {
        return Arbitraries.longs().between(0, DAY - 1).map(LocalTime::ofSecondOfDay);
    }

    /** Mostly of our days; now and then anywhere in the horizon, its ends among them. */
    static Arbitrary<Instant> instants() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, between("2008-01-01T00:00:00Z", "2014-12-31T00:00:00Z")),
                Tuple.of(2, between("1965-01-01T00:00:00Z", "2040-01-01T00:00:00Z")),
                Tuple.of(1, between("1900-01-01T00:00:00Z", "9999-01-01T00:00:00Z")),
                Tuple.of(1, Arbitraries.of(Horizon.EARLIEST, Horizon.LATEST.minusNanos(1))));
    }

    static Arbitrary<DueRule> rules() {
        return Arbitraries.oneOf(dayRules(), lengthRules());
    }

    static Arbitrary<DueRule> dayRules() {
        Arbitrary<DueRule> business = Arbitraries.integers().between(1, 12).map(BusinessDays::new);
        Arbitrary<LocalTime> at = Arbitraries.oneOf(
                times(), Arbitraries.of(LocalTime.MIDNIGHT, LocalTime.of(0, 20), LocalTime.of(1, 30)));
        Arbitrary<DueRule> daily =
                Combinators.combine(at, Arbitraries.of(true, false)).as(Daily::new);
        return Arbitraries.oneOf(business, daily, Arbitraries.just(new SameDay()));
    }

    static Arbitrary<DueRule> lengthRules() {
        Arbitrary<DueRule> elapsed = lengths().map(Elapsed::new);
        Arbitrary<DueRule> visits = Combinators.combine(Arbitraries.integers().between(1, 4), lengths())
                .as(BeforeVisits::new);
        return Arbitraries.oneOf(elapsed, visits);
    }

    static Arbitrary<Duration> lengths() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(1, 60 * DAY).map(Duration::ofSeconds),
                Arbitraries.longs().between(1, Horizon.LONGEST.toNanos()).map(Duration::ofNanos));
    }

    /** Short enough to be counted one by one. */
    static Arbitrary<Repetition> repetitions() {
        Arbitrary<Repetition> days = Combinators.combine(
                        dayRules(), instants(), Arbitraries.longs().between(0, 1500 * DAY))
                .as((rule, first, seconds) ->
                        new Repetition(rule, first, Horizon.plus(first, Duration.ofSeconds(seconds))));
        Arbitrary<Repetition> lengths = Combinators.combine(
                        lengths(), instants(), Arbitraries.longs().between(0, 400_000))
                .as((length, first, thousandths) -> new Repetition(
                        new Elapsed(length),
                        first,
                        Horizon.plus(first, length.dividedBy(1000).multipliedBy(thousandths))));
        return Arbitraries.frequencyOf(Tuple.of(4, days), Tuple.of(1, lengths));
    }

    private static Arbitrary<Instant> between(String first, String last) {
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(
                                        Instant.parse(first).getEpochSecond(),
                                        Instant.parse(last).getEpochSecond() - 1),
                        Arbitraries.of(0, 1, 999_999_999))
                .as((second, nano) -> Instant.ofEpochSecond(second, nano));
    }
}
