package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.record.Span.Stretch;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpanTest {

    private final Span span = new Span();

    @Test
    void whatTouchesOrOverlapsIsOneStretchAndEachMomentCountsOnce() {
        adds(2, 5);
        adds(7, 9);
        assertThat(span.outside(at(0), at(10))).containsExactly(free(0, 2), free(5, 7), free(9, 10));

        adds(3, 4);
        assertThat(span.length()).isEqualTo(Duration.ofHours(5));
        adds(5, 6);
        assertThat(span.outside(at(0), at(10))).containsExactly(free(0, 2), free(6, 7), free(9, 10));
        adds(1, 3);
        assertThat(span.outside(at(0), at(10))).containsExactly(free(0, 1), free(6, 7), free(9, 10));
        adds(0, 8);
        assertThat(span.outside(at(0), at(10))).containsExactly(free(9, 10));
        assertThat(span.length()).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void whatHasNoLengthIsNoStretch() {
        adds(3, 3);
        adds(9, 8);

        assertThat(span.outside(at(0), at(10))).containsExactly(free(0, 10));
        assertThat(span.outside(at(4), at(4))).isEmpty();
        assertThat(span.length()).isZero();
    }

    @Test
    void outsideStartsAndEndsWhereOneLooks() {
        adds(2, 5);
        adds(7, 9);

        assertThat(span.outside(at(3), at(8))).containsExactly(free(5, 7));
        assertThat(span.outside(at(5), at(7))).containsExactly(free(5, 7));
        assertThat(span.outside(at(6), at(7))).containsExactly(free(6, 7));
        assertThat(span.outside(at(2), at(5))).isEmpty();
        assertThat(span.outside(at(0), at(1))).containsExactly(free(0, 1));
        assertThat(span.outside(at(9), at(11))).containsExactly(free(9, 11));
    }

    @Test
    void withinIsCutAtBothEnds() {
        adds(2, 5);
        adds(7, 9);

        assertThat(span.within(at(0), at(10)).length()).isEqualTo(Duration.ofHours(5));
        assertThat(span.within(at(3), at(8)).outside(at(0), at(10)))
                .containsExactly(free(0, 3), free(5, 7), free(8, 10));
        assertThat(span.within(at(5), at(7)).length()).isZero();
    }

    private void adds(int from, int until) {
        span.add(at(from), at(until));
    }

    private static Stretch free(int from, int until) {
        return new Stretch(at(from), at(until));
    }

    private static Instant at(int hour) {
        return HomeStart.START.plus(Duration.ofHours(hour));
    }
}
