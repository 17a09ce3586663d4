package care.baton.time;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.time.TimeArbitraries.Repetition;
import care.baton.trace.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DueRuleProperties {

    @Property
    @Promise(25)
    void elapsedNeverShiftsWithDaylightSaving(
            @ForAll("calendars") ServiceCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll("lengths") Duration length) {
        Instant due = new Elapsed(length).due(from, calendar);
        assertThat(due).isEqualTo(Horizon.plus(from, length));
        if (due.isBefore(Horizon.LATEST)) {
            assertThat(Duration.between(from, due)).isEqualTo(length);
        }
    }

    @Property
    void dueIsStrictlyAfterStart(
            @ForAll("rules") DueRule rule,
            @ForAll("calendars") ServiceCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll @Size(max = 6) List<@IntRange(min = -20, max = 40) Integer> hours) {
        assertThat(rule.due(from, calendar, visits(from, hours))).isAfter(from).isBeforeOrEqualTo(Horizon.LATEST);
    }

    @Property
    void sameDayIsThatDayUpToItsEnd(@ForAll("calendars") ServiceCalendar calendar, @ForAll("instants") Instant from) {
        Instant due = new SameDay().due(from, calendar);
        LocalDate today = calendar.dateOf(from);
        assertThat(calendar.dateOf(due.minusNanos(1))).isEqualTo(today);
        if (due.isBefore(Horizon.LATEST)) {
            assertThat(calendar.dateOf(due)).isAfter(today);
        }
    }

    @Property
    void businessDaysCountedFromTheStartAreAsManyAsTheRuleSays(
            @ForAll("calendars") ServiceCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(min = 1, max = 300) int days) {
        Instant due = new BusinessDays(days).due(from, calendar);
        LocalDate day = Stepping.plusBusinessDays(calendar, calendar.dateOf(from), days);
        assertThat(due).isAfterOrEqualTo(calendar.instantOf(day, calendar.closes()));
        if (due.isBefore(Horizon.LATEST)) {
            assertThat(calendar.dateOf(due.minusNanos(1))).isBeforeOrEqualTo(day);
        }
    }

    @Property
    void visitsOnlyEverBringADeadlineForward(
            @ForAll("calendars") ServiceCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(min = 1, max = 4) int count,
            @ForAll @Size(max = 6) List<@IntRange(min = -20, max = 40) Integer> hours) {
        BeforeVisits rule = new BeforeVisits(count, Duration.ofHours(24));
        List<Instant> visits = visits(from, hours);
        Instant due = rule.due(from, calendar, visits);
        long before = visits.stream()
                .filter(visit -> visit.isAfter(from) && visit.isBefore(due))
                .distinct()
                .count();
        assertThat(due).isBeforeOrEqualTo(rule.due(from, calendar));
        assertThat(before).isLessThan(count);
        if (due.isBefore(rule.due(from, calendar))) {
            assertThat(before).isEqualTo(count - 1L);
            assertThat(visits).contains(due);
        }
    }

    @Property
    void theOrderOfVisitsDoesNotMatter(
            @ForAll("rules") DueRule rule,
            @ForAll("calendars") ServiceCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll @Size(max = 6) List<@IntRange(min = -20, max = 40) Integer> hours) {
        List<Instant> visits = visits(from, hours);
        List<Instant> reversed = new ArrayList<>(visits);
        Collections.reverse(reversed);
        assertThat(rule.due(from, calendar, reversed)).isEqualTo(rule.due(from, calendar, visits));
    }

    @Property
    void passedEqualsNaiveRepetition(
            @ForAll("calendars") ServiceCalendar calendar, @ForAll("repetitions") Repetition repetition) {
        DueRule rule = repetition.rule();
        assertThat(rule.passed(repetition.first(), repetition.until(), calendar))
                .isEqualTo(Stepping.passed(rule, repetition.first(), repetition.until(), calendar));
    }

    @Property
    @Promise({26, 27})
    void passedInTwoLeapsEqualsPassedInOne(
            @ForAll("rules") DueRule rule,
            @ForAll("calendars") ServiceCalendar calendar,
            @ForAll("instants") Instant one,
            @ForAll("instants") Instant two,
            @ForAll("instants") Instant three) {
        List<Instant> ordered = List.of(one, two, three).stream().sorted().toList();
        Slots early = rule.passed(ordered.get(0), ordered.get(1), calendar);
        Slots all = rule.passed(ordered.get(0), ordered.get(2), calendar);
        if (early.next().isAfter(ordered.get(2)) || early.next().equals(early.last())) {
            assertThat(all).isEqualTo(early);
        } else if (all.count() < Long.MAX_VALUE) {
            Slots rest = rule.passed(early.next(), ordered.get(2), calendar);
            assertThat(all).isEqualTo(new Slots(early.count() + rest.count(), rest.last(), rest.next()));
        }
    }

    @Property
    void passedEndsWhereItWasAskedTo(
            @ForAll("rules") DueRule rule,
            @ForAll("calendars") ServiceCalendar calendar,
            @ForAll("instants") Instant one,
            @ForAll("instants") Instant two) {
        Instant first = one.isBefore(two) ? one : two;
        Instant until = one.isBefore(two) ? two : one;
        Slots slots = rule.passed(first, until, calendar);
        assertThat(slots.last()).isBetween(first, until);
        assertThat(slots.next()).isAfter(until).isEqualTo(rule.due(slots.last(), calendar));
    }

    @Property(tries = 200)
    void theMachinesLocaleAndZoneDoNotMatter(
            @ForAll("rules") DueRule rule,
            @ForAll("calendars") ServiceCalendar calendar,
            @ForAll("zones") ZoneId machine,
            @ForAll("instants") Instant from) {
        Instant due = rule.due(from, calendar);
        Slots slots = rule.passed(from, due, calendar);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(machine));
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "fa-IR", "en-US")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(rule.due(from, calendar)).isEqualTo(due);
                assertThat(rule.passed(from, due, calendar)).isEqualTo(slots);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static List<Instant> visits(Instant from, List<Integer> hours) {
        return hours.stream()
                .map(hour -> from.plusSeconds(hour * 3600L))
                .filter(visit -> !visit.isBefore(Horizon.EARLIEST) && !visit.isAfter(Horizon.LATEST))
                .toList();
    }

    @Provide
    static Arbitrary<ServiceCalendar> calendars() {
        return TimeArbitraries.calendars();
    }

    @Provide
    static Arbitrary<ZoneId> zones() {
        return TimeArbitraries.zones();
    }

    @Provide
    static Arbitrary<Instant> instants() {
        return TimeArbitraries.instants();
    }

    @Provide
    static Arbitrary<Duration> lengths() {
        return TimeArbitraries.lengths();
    }

    @Provide
    static Arbitrary<DueRule> rules() {
        return TimeArbitraries.rules();
    }

    @Provide
    static Arbitrary<Repetition> repetitions() {
        return TimeArbitraries.repetitions();
    }
}
