package care.baton.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import care.baton.trace.Promise;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every zone there is, at every change of its clock from 1970 to 2037. */
@Promise(25)
class WallClockTest {

    private static final Instant FROM = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2038-01-01T00:00:00Z");
    private static final int FEWEST_CHANGES = 25_000;
    private static final LocalTime CLOSES = LocalTime.of(23, 30);
    private static final LocalTime LOOK = LocalTime.of(1, 30);
    private static final int PARTS = 12;
    private static final Map<ZoneRules, List<String>> NAMES = ZoneId.getAvailableZoneIds().stream()
            .collect(Collectors.groupingBy(id -> ZoneId.of(id).getRules()));
    private static final List<Duration> LENGTHS =
            List.of(Duration.ofNanos(1), Duration.ofMinutes(90), Duration.ofHours(24), Duration.ofDays(200));

    @Test
    void everyTimeAroundEveryChangeIsTheFirstInstantThatShowsItOrALaterOne() {
        int changes = eachChange((id, change) -> {
            ServiceCalendar calendar = calendar(id);
            WallClockOracle oracle = new WallClockOracle(ZoneId.of(id));
            for (LocalDateTime local : around(change)) {
                same(calendar.instantOf(local.toLocalDate(), local.toLocalTime()), oracle.first(local), id, local);
            }
        });
        assertThat(changes).isGreaterThan(FEWEST_CHANGES);
    }

    @Test
    void everyDeadlineAroundEveryChangeIsTheOneReadOffTheWall() {
        eachChange((id, change) -> {
            ServiceCalendar calendar = calendar(id);
            WallClockOracle oracle = new WallClockOracle(ZoneId.of(id));
            for (long seconds : List.of(-7200L, -1L, 0L, 1800L)) {
                Instant from = change.getInstant().plusSeconds(seconds);
                LocalDate today = oracle.at(from).toLocalDate();
                Instant midnight = oracle.firstAfter(from, today.plusDays(1).atStartOfDay());
                Instant closing = oracle.firstAfter(from, today.plusDays(1).atTime(CLOSES));
                same(new SameDay().due(from, calendar), midnight, id, from);
                same(new BusinessDays(1).due(from, calendar), closing, id, from);
                same(new Daily(LOOK, false).due(from, calendar), nextLook(oracle, from, today), id, from);
            }
        });
    }

    @Test
    void repeatingAcrossEveryChangeCountsWhatSteppingCounts() {
        eachChange((id, change) -> {
            ServiceCalendar calendar = calendar(id);
            Instant first = change.getInstant().minus(60, ChronoUnit.HOURS);
            Instant until = change.getInstant().plus(90, ChronoUnit.HOURS);
            for (DueRule rule : List.of(
                    new SameDay(),
                    new BusinessDays(1),
                    new BusinessDays(2),
                    new Daily(LOOK, false),
                    new Daily(LocalTime.of(0, 20), true))) {
                same(rule.passed(first, until, calendar), Stepping.passed(rule, first, until, calendar), id, rule);
            }
        });
    }

    @Test
    void elapsedTimeNeverShiftsAtAnyChange() {
        int changes = eachChange((id, change) -> {
            ServiceCalendar calendar = calendar(id);
            for (Duration length : LENGTHS) {
                Elapsed rule = new Elapsed(length);
                for (Instant from : List.of(change.getInstant().minusSeconds(1), change.getInstant())) {
                    same(rule.due(from, calendar), from.plusNanos(length.toNanos()), id, length);
                }
            }
            Instant first = change.getInstant().minus(36, ChronoUnit.HOURS);
            Instant last = first.plus(48, ChronoUnit.HOURS);
            Slots hourly = new Elapsed(Duration.ofHours(1)).passed(first, last, calendar);
            assertThat(hourly).isEqualTo(new Slots(49, last, last.plusSeconds(3600)));
        });
        assertThat(changes).isGreaterThan(FEWEST_CHANGES);
    }

    /** The rule that the calendar states, read off the tables of the changes themselves. */
    @Test
    void aTimeLeftOutIsTheInstantOfTheChangeAndATimeShownTwiceIsTheFirst() {
        eachChange((id, change) -> {
            ServiceCalendar calendar = calendar(id);
            Duration width = change.getDuration().abs();
            LocalDateTime first = change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
            for (int part = 0; part < PARTS; part++) {
                LocalDateTime local = first.plus(width.multipliedBy(part).dividedBy(PARTS));
                Instant rule = change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
                same(calendar.zone(), ZoneId.of(id), id, local);
                same(calendar.instantOf(local.toLocalDate(), local.toLocalTime()), rule, id, local);
            }
        });
    }

    /** So what the checks above take from one set of tables is not believed on its own word. */
    @Test
    void theOlderTimeZoneClassesShowTheSameClock() {
        eachChange((id, change) -> {
            for (Instant at : List.of(change.getInstant().minusSeconds(1), change.getInstant())) {
                ZoneRules rules = ZoneId.of(id).getRules();
                int seconds = rules.getOffset(at).getTotalSeconds();
                for (String name : NAMES.getOrDefault(rules, List.of())) {
                    same(TimeZone.getTimeZone(name).getOffset(at.toEpochMilli()), seconds * 1000, name, at);
                }
            }
        });
    }

    /** Millions of them are compared: what is told of one is put together when it is wrong. */
    private static void same(Object found, Object expected, Object... where) {
        if (!found.equals(expected)) {
            fail("%s: %s, and not %s", List.of(where), found, expected);
        }
    }

    private static Instant nextLook(WallClockOracle oracle, Instant from, LocalDate today) {
        for (LocalDate day = today.minusDays(1); ; day = day.plusDays(1)) {
            Instant look = oracle.first(day.atTime(LOOK));
            if (look.isAfter(from)) {
                return look;
            }
        }
    }

    private static List<LocalDateTime> around(ZoneOffsetTransition change) {
        LocalDateTime before = change.getDateTimeBefore();
        LocalDateTime after = change.getDateTimeAfter();
        LocalDateTime middle = before.plus(change.getDuration().dividedBy(2));
        return List.of(
                before.minusSeconds(1),
                before,
                before.plusSeconds(1),
                middle,
                after.minusSeconds(1),
                after,
                after.plusSeconds(1));
    }

    private static ServiceCalendar calendar(String id) {
        return new ServiceCalendar(ZoneId.of(id), List.of(DayOfWeek.values()), LocalTime.of(8, 0), CLOSES, List.of());
    }

    /** Zones that are one clock under several names are looked at once, and count as often as they have names. */
    private static int eachChange(BiConsumer<String, ZoneOffsetTransition> check) {
        return NAMES.values().parallelStream()
                .mapToInt(names -> names.size() * eachChange(names.get(0), check))
                .sum();
    }

    private static int eachChange(String id, BiConsumer<String, ZoneOffsetTransition> check) {
        int changes = 0;
        ZoneRules rules = ZoneId.of(id).getRules();
        ZoneOffsetTransition change = rules.nextTransition(FROM.minusSeconds(1));
        while (change != null && change.getInstant().isBefore(TO)) {
            check.accept(id, change);
            changes++;
            change = rules.nextTransition(change.getInstant());
        }
        return changes;
    }
}
