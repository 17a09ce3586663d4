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
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.function.BiConsumer;
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
    private static final List<Duration> LENGTHS =
            List.of(Duration.ofNanos(1), Duration.ofMinutes(90), Duration.ofHours(24), Duration.ofDays(200));

    @Test
    void everyTimeAroundEveryChangeIsTheFirstInstantThatShowsItOrALaterOne() {
        int changes = eachChange((id, change) -> {
            ServiceCalendar calendar = calendar(id);
            WallClockOracle oracle = new WallClockOracle(ZoneId.of(id));
            for (LocalDateTime local : around(change)) {
                assertThat(calendar.instantOf(local.toLocalDate(), local.toLocalTime()))
                        .as("%s %s", id, local)
                        .isEqualTo(oracle.first(local));
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
                String where = id + " " + from;
                assertThat(new SameDay().due(from, calendar))
                        .as(where)
                        .isEqualTo(oracle.firstAfter(from, today.plusDays(1).atStartOfDay()));
                assertThat(new BusinessDays(1).due(from, calendar))
                        .as(where)
                        .isEqualTo(oracle.firstAfter(from, today.plusDays(1).atTime(CLOSES)));
                assertThat(new Daily(LOOK, false).due(from, calendar))
                        .as(where)
                        .isEqualTo(nextLook(oracle, from, today));
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
                assertThat(rule.passed(first, until, calendar))
                        .as("%s %s %s", id, change, rule)
                        .isEqualTo(Stepping.passed(rule, first, until, calendar));
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
                    if (!rule.due(from, calendar).equals(from.plusNanos(length.toNanos()))) {
                        fail("%s %s %s", id, from, length);
                    }
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
                assertThat(calendar.zone()).isEqualTo(ZoneId.of(id));
                assertThat(calendar.instantOf(local.toLocalDate(), local.toLocalTime()))
                        .as("%s %s", id, local)
                        .isEqualTo(rule);
            }
        });
    }

    /** So what the checks above take from one set of tables is not believed on its own word. */
    @Test
    void theOlderTimeZoneClassesShowTheSameClock() {
        eachChange((id, change) -> {
            for (Instant at : List.of(change.getInstant().minusSeconds(1), change.getInstant())) {
                assertThat(TimeZone.getTimeZone(id).getOffset(at.toEpochMilli()))
                        .as("%s %s", id, at)
                        .isEqualTo(ZoneId.of(id).getRules().getOffset(at).getTotalSeconds() * 1000);
            }
        });
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

    private static int eachChange(BiConsumer<String, ZoneOffsetTransition> check) {
        int changes = 0;
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneRules rules = ZoneId.of(id).getRules();
            ZoneOffsetTransition change = rules.nextTransition(FROM.minusSeconds(1));
            while (change != null && change.getInstant().isBefore(TO)) {
                check.accept(id, change);
                changes++;
                change = rules.nextTransition(change.getInstant());
            }
        }
        return changes;
    }
}
