package care.baton.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Assumptions;

/** The same tree is dealt the same cases, and no two properties the same. */
class SeedsTest {

    private static final List<Long> ONE = new ArrayList<>();
    private static final List<Long> OTHER = new ArrayList<>();

    @Property(tries = 20)
    void one(@ForAll long number) {
        ONE.add(number);
    }

    @Property(tries = 20)
    void other(@ForAll long number) {
        OTHER.add(number);
    }

    @AfterContainer
    static void eachWasDealtItsOwnAndTheSameAsEver() {
        Assumptions.assumeTrue(System.getProperty("baton.seed") == null);
        assertThat(ONE).isNotEqualTo(OTHER);
        assertThat(ONE.hashCode()).as("what the seed deals").isEqualTo(-646_636_915);
    }
}
