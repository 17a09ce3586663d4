package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.Limits;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What all pages of one search may take together. */
class AllowanceTest {

    private static final JsonNode EMPTY = JsonNodeFactory.instance.objectNode();
    private static final Duration TIME = Duration.ofSeconds(10);

    /** A clock that may count from anywhere, also past its end. */
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);

    private Allowance of(long bytes, int values) {
        return new Allowance(bytes, new Limits(1_000, 64, 1_000, 1_000, values), TIME, clock::get);
    }

    @Test
    void aHundredPagesAreRead() {
        Allowance allowance = of(1_000, 1_000);
        for (int page = 0; page < 100; page++) {
            assertThat(allowance.isLeft()).isTrue();
            allowance.spend(1, EMPTY);
        }
        assertThat(allowance.isLeft()).isFalse();
    }

    @Test
    void soManyBytesAreRead() {
        Allowance allowance = of(100, 1_000);
        allowance.spend(99, EMPTY);
        assertThat(allowance.isLeft()).isTrue();
        allowance.spend(1, EMPTY);
        assertThat(allowance.isLeft()).isFalse();
    }

    @Test
    void asManyValuesAreReadAsTwoPagesMayHave() {
        JsonNode three = JsonNodeFactory.instance
                .objectNode()
                .set("a", JsonNodeFactory.instance.arrayNode().add(1));
        Allowance allowance = of(1_000, 2);
        allowance.spend(1, three);
        assertThat(allowance.isLeft()).isTrue();
        allowance.spend(1, EMPTY);
        assertThat(allowance.isLeft()).isFalse();
    }

    /** How many pages are read until nothing is left. */
    private static int pages(Allowance allowance) {
        int pages = 0;
        while (allowance.isLeft()) {
            allowance.spend(1, EMPTY);
            pages++;
        }
        return pages;
    }

    private Allowance ofTwo() {
        return Allowance.ofSeveral(2, new Limits(1_000, 64, 1_000, 1_000, 1_000), TIME, clock::get);
    }

    @Test
    void severalSearchesShareTheirPagesAndEachComesALittleFurther() {
        Allowance two = ofTwo();

        assertThat(pages(two.share(2, TIME))).isEqualTo(100);
        assertThat(pages(two.share(2, TIME))).isEqualTo(50);
        assertThat(pages(two.share(1, TIME))).isEqualTo(50);
        assertThat(pages(two.share(1, TIME))).isEqualTo(10);
        assertThat(pages(two.share(2, TIME))).isEqualTo(10);
        assertThat(pages(ofTwo().share(1, TIME))).isEqualTo(100);
    }

    private void lasts(Allowance allowance, Duration time) {
        clock.addAndGet(time.toNanos() - 1);
        assertThat(allowance.isLeft()).isTrue();
        clock.incrementAndGet();
        assertThat(allowance.isLeft()).isFalse();
    }

    @Test
    void severalSearchesShareTheirTimeAndEachHasALittle() {
        Allowance two = ofTwo();

        lasts(two.share(2, TIME), TIME);
        lasts(two.share(2, TIME), TIME.dividedBy(2));
        lasts(two.share(1, TIME), TIME.dividedBy(2));
        lasts(two.share(1, TIME), TIME.dividedBy(20));
        lasts(ofTwo().share(1, TIME), TIME);
    }

    @Test
    void soMuchTimeIsTaken() {
        Allowance allowance = of(1_000, 1_000);
        clock.addAndGet(TIME.toNanos() - 1);
        assertThat(allowance.isLeft()).isTrue();
        clock.incrementAndGet();
        assertThat(allowance.isLeft()).isFalse();
    }
}
