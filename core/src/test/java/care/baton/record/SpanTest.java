package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Each minute counts once, whoever waited in it. */
class SpanTest {

    @Test
    void stretchesThatMeetOrOverlapAreOne() {
        Span span = span(1, 3, 3, 5, 8, 9, 4, 6);

        assertThat(span.length()).isEqualTo(Duration.ofHours(6));
        assertThat(span.outside(at(0), at(10))).containsExactly(free(0, 1), free(6, 8), free(9, 10));
    }

    @Test
    void aStretchThatHoldsOthersTakesTheirPlaceAndOneWithinAnotherAddsNothing() {
        assertThat(span(2, 3, 5, 6, 1, 7).outside(at(0), at(8))).containsExactly(free(0, 1), free(7, 8));
        assertThat(span(1, 7, 2, 3).outside(at(0), at(8))).containsExactly(free(0, 1), free(7, 8));
        assertThat(span(1, 7, 1, 3).length()).isEqualTo(Duration.ofHours(6));
        assertThat(span(1, 3, 1, 7).length()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void noTimeAndTimeThatRunsBackwardsAddNothing() {
        assertThat(span(3, 3).length()).isZero();
        assertThat(span(4, 3).length()).isZero();
        assertThat(span(3, 3).outside(at(2), at(4))).containsExactly(free(2, 4));
    }

    @Test
    void whatLiesOutsideIsLookedForWithinTheTimeAskedForOnly() {
        Span span = span(2, 4, 6, 8);

        assertThat(span.outside(at(2), at(8))).containsExactly(free(4, 6));
        assertThat(span.outside(at(3), at(5))).containsExactly(free(4, 5));
        assertThat(span.outside(at(2), at(4))).isEmpty();
        assertThat(span.outside(at(4), at(6))).containsExactly(free(4, 6));
        assertThat(span.outside(at(8), at(9))).containsExactly(free(8, 9));
        assertThat(span.outside(at(0), at(1))).containsExactly(free(0, 1));
        assertThat(span.outside(at(7), at(7))).isEmpty();
    }

    @Test
    void aSpanIsCutAtBothEnds() {
        Span cut = span(1, 4, 6, 9).within(at(2), at(7));

        assertThat(cut.outside(at(0), at(10))).containsExactly(free(0, 2), free(4, 6), free(7, 10));
        assertThat(span(1, 4).within(at(1), at(4)).length()).isEqualTo(Duration.ofHours(3));
        assertThat(span(1, 4).within(at(5), at(7)).length()).isZero();
    }

    private static Span span(int... hours) {
        Span span = new Span();
        for (int i = 0; i < hours.length; i += 2) {
            span.add(at(hours[i]), at(hours[i + 1]));
        }
        return span;
    }

    private static Span.Stretch free(int from, int until) {
        return new Span.Stretch(at(from), at(until));
    }

    private static Instant at(int hour) {
        return HomeStart.START.plus(Duration.ofHours(hour));
    }
}
