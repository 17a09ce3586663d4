package care.baton.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import care.baton.trace.Promise;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HorizonTest {

    @Test
    void bothEndsBelongToTheHorizon() {
        assertThat(Horizon.check(Horizon.EARLIEST, "at")).isEqualTo(Instant.parse("1900-01-01T00:00:00Z"));
        assertThat(Horizon.check(Horizon.LATEST, "at")).isEqualTo(Instant.parse("9999-01-01T00:00:00Z"));
    }

    @Test
    @Promise(27)
    void anInstantOutsideIsRefusedByTheNameOfItsFieldAlone() {
        for (Instant outside :
                new Instant[] {Instant.MIN, Horizon.EARLIEST.minusNanos(1), Horizon.LATEST.plusNanos(1), Instant.MAX}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Horizon.check(outside, "recordedAt"))
                    .withMessage("recordedAt: between 1900-01-01 and 9999-01-01 UTC");
        }
    }

    @Test
    void aLengthIsMoreThanNothingAndAtMostTenYears() {
        assertThat(Horizon.check(Duration.ofNanos(1), "length")).isEqualTo(Duration.ofNanos(1));
        assertThat(Horizon.check(Duration.ofDays(3653), "length")).isEqualTo(Horizon.LONGEST);
        for (Duration wrong : new Duration[] {
            Duration.ZERO, Duration.ofNanos(-1), Horizon.LONGEST.plusNanos(1), Duration.ofSeconds(Long.MAX_VALUE)
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Horizon.check(wrong, "length"))
                    .withMessage("length: more than zero, at most 3653 days");
        }
    }

    @Test
    void anOffsetIsNothingOrMoreAndAtMostTenYears() {
        for (Duration right : new Duration[] {Duration.ZERO, Duration.ofNanos(1), Horizon.LONGEST}) {
            assertThat(Horizon.checkOffset(right, "offset")).isEqualTo(right);
        }
        for (Duration wrong : new Duration[] {Duration.ofNanos(-1), Horizon.LONGEST.plusNanos(1)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Horizon.checkOffset(wrong, "offset"))
                    .withMessage("offset: not negative, at most 3653 days");
        }
    }

    @Test
    void aSecondAddedInTheLastSecondEndsWithTheHorizon() {
        Instant last = Horizon.LATEST.minusNanos(1);
        assertThat(Horizon.plus(last, Duration.ZERO)).isEqualTo(last);
        assertThat(Horizon.plus(last, Duration.ofNanos(1))).isEqualTo(Horizon.LATEST);
        assertThat(Horizon.plus(last, Duration.ofSeconds(1))).isEqualTo(Horizon.LATEST);
        assertThat(Horizon.plus(last.minusSeconds(1), Duration.ofSeconds(1))).isEqualTo(last);
    }

    @Test
    @Promise(27)
    void addingNeverGoesBeyondTheEndAndNeverOverflows() {
        Duration all = Duration.between(Horizon.EARLIEST, Horizon.LATEST);
        assertThat(Horizon.plus(Horizon.EARLIEST, Duration.ZERO)).isEqualTo(Horizon.EARLIEST);
        assertThat(Horizon.plus(Horizon.EARLIEST, all.minusNanos(1))).isEqualTo(Horizon.LATEST.minusNanos(1));
        assertThat(Horizon.plus(Horizon.EARLIEST, all)).isEqualTo(Horizon.LATEST);
        assertThat(Horizon.plus(Horizon.EARLIEST, all.plusNanos(1))).isEqualTo(Horizon.LATEST);
        assertThat(Horizon.plus(Horizon.LATEST, Duration.ofSeconds(Long.MAX_VALUE)))
                .isEqualTo(Horizon.LATEST);
    }

    @Test
    void addingRefusesToGoBackOrToStartOutside() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Horizon.plus(Horizon.LATEST, Duration.ofNanos(-1)))
                .withMessage("length: not negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Horizon.plus(Instant.MIN, Duration.ofDays(1)))
                .withMessageStartingWith("from:");
    }

    @Test
    void nothingIsNotAnInstant() {
        assertThatNullPointerException()
                .isThrownBy(() -> Horizon.check((Instant) null, "at"))
                .withMessage("at");
        assertThatNullPointerException()
                .isThrownBy(() -> Horizon.check((Duration) null, "length"))
                .withMessage("length");
        assertThatNullPointerException()
                .isThrownBy(() -> Horizon.checkOffset(null, "offset"))
                .withMessage("offset");
    }
}
