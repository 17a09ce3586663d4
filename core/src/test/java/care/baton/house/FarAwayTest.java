package care.baton.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.handoff.HandoffCommand.HoldWarmHandoff;
import care.baton.obligation.Level;
import care.baton.outcome.Code;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.Relayed;
import care.baton.party.Sensitive;
import care.baton.pathway.Rung;
import care.baton.pathway.Waivable;
import care.baton.plan.Engagement.SharedDecision;
import care.baton.plan.Engagement.TeachBack;
import care.baton.plan.Within;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.risk.Instrument;
import care.baton.risk.Score;
import care.baton.time.BusinessDays;
import care.baton.time.DueRule;
import care.baton.time.Horizon;
import care.baton.trace.Promise;
import java.lang.reflect.Executable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Every call that takes an instant, a length of time or a date, given the ends of all time. */
@Promise(27)
class FarAwayTest {

    private static final List<Object> INSTANTS = List.of(
            Specimens.NOON,
            Instant.MIN,
            Instant.MAX,
            Instant.EPOCH,
            Horizon.EARLIEST,
            Horizon.EARLIEST.minusNanos(1),
            Horizon.LATEST,
            Horizon.LATEST.plusNanos(1));
    private static final List<Object> LENGTHS = List.of(
            Duration.ofHours(1),
            Duration.ZERO,
            Duration.ofNanos(-1),
            Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
            Duration.ofSeconds(Long.MIN_VALUE),
            Horizon.LONGEST.plusNanos(1));
    private static final List<Object> DATES = List.of(LocalDate.of(2026, 3, 2), LocalDate.MIN, LocalDate.MAX);

    private static final Specimens SPECIMENS = Specimens.all();

    /** A malformed value is refused by name where it is made; nothing overflows, here or later. */
    @Test
    void nothingOverflowsAtTheEndsOfAllTime() {
        Set<String> overflowed = new TreeSet<>();
        int calls = 0;
        for (Executable what : Calls.all()) {
            if (Arrays.stream(what.getGenericParameterTypes()).anyMatch(FarAwayTest::isTime)) {
                calls += Calls.call(
                        what,
                        SPECIMENS,
                        FarAwayTest::values,
                        call -> call.thrown()
                                .filter(thrown -> thrown.getClass() != IllegalArgumentException.class)
                                .ifPresent(thrown ->
                                        overflowed.add(what + " " + Arrays.toString(call.with()) + ": " + thrown)));
            }
        }
        assertThat(overflowed).isEmpty();
        assertThat(calls).isGreaterThan(500);
    }

    /** So that nothing that is worked out from them can overflow, a definition's lengths are bounded too. */
    @Test
    void lengthsOfTenThousandYearsAreRefusedWhereTheyAreSaid() {
        Duration tooLong = Duration.ofDays(3_652_500);
        Code role = Code.of("nurse");
        DueRule rule = new BusinessDays(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rung(tooLong, role, rule))
                .withMessage("after: not negative, at most 3653 days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Level(tooLong, Holder.of(OrganizationId.of("ward"), role), rule))
                .withMessage("after: not negative, at most 7306 days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Waivable(role, role, tooLong))
                .withMessage("longest: more than zero, at most 3653 days");
    }

    /** What a host says of a time is bounded where it is said, so that no store and no partner ever sees more. */
    @Test
    void datesBeyondTheHorizonAreRefusedWhereTheyAreSaid() {
        OrganizationId agency = OrganizationId.of("agency");
        Holder person = Holder.of(agency, Code.of("nurse"), PersonId.of("nurse-1"));
        for (Instant far :
                List.of(Instant.MIN, Horizon.EARLIEST.minusNanos(1), Horizon.LATEST.plusNanos(1), Instant.MAX)) {
            refused("from", () -> agreement(agency, far, Optional.empty()));
            refused("saidAt", () -> new Relayed(person, Channel.PHONE, far));
            refused("until", () -> new GrantWaiver(person.role(), person.role(), person.role(), far));
            refused("at", () -> new HoldWarmHandoff(person, person, far));
            refused("until", () -> agreement(agency, Horizon.EARLIEST, Optional.of(far)));
        }
        assertThat(agreement(agency, Horizon.EARLIEST, Optional.of(Horizon.LATEST))
                        .holdsAt(Specimens.NOON))
                .isTrue();
    }

    /** Else what is counted from it would overflow where it is read: a view of the plan, for everybody. */
    @Test
    void daysBeyondTheHorizonAreRefusedWhereTheyAreSaid() {
        Code code = Code.of("discharge");
        Holder person = Holder.of(OrganizationId.of("home"), Code.of("person"));
        Sensitive words = Sensitive.none();
        for (LocalDate far :
                List.of(LocalDate.MIN, LocalDate.of(1899, 12, 31), LocalDate.of(9999, 1, 2), LocalDate.MAX)) {
            refused("from", () -> new Within(1, code, far));
            refused("date", () -> new Score(Instrument.LACE, 9, code, far));
            refused("on", () -> new SharedDecision(far, person, code, code, code, words));
            refused("on", () -> new TeachBack(far, person, code, true, words));
        }
        assertThat(new Within(3653, code, LocalDate.of(9999, 1, 1)).due()).isEqualTo(LocalDate.of(10_009, 1, 1));
    }

    private static void refused(String field, ThrowingCallable made) {
        assertThatIllegalArgumentException()
                .isThrownBy(made)
                .withMessageStartingWith(field + ": between 1900-01-01 and 9999-01-01");
    }

    private static Agreement agreement(OrganizationId partner, Instant from, Optional<Instant> until) {
        return new Agreement(partner, Channel.PHONE, new BusinessDays(1), Optional.empty(), List.of(), from, until);
    }

    private static boolean isTime(Type type) {
        return type instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments()).anyMatch(FarAwayTest::isTime)
                : type == Instant.class || type == Duration.class || type == LocalDate.class;
    }

    private static List<Object> values(Type type) {
        if (type instanceof ParameterizedType generic && isTime(type)) {
            List<Object> all = new ArrayList<>();
            for (Object one : values(generic.getActualTypeArguments()[0])) {
                all.add(generic.getRawType() == Optional.class ? Optional.of(one) : List.of(one));
            }
            return all;
        }
        return type == Instant.class
                ? INSTANTS
                : type == Duration.class ? LENGTHS : type == LocalDate.class ? DATES : SPECIMENS.of(type, 0);
    }
}
