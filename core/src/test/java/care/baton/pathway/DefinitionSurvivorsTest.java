package care.baton.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.catalog.UnderAuthorized;
import care.baton.time.Elapsed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a host learns of the tests of its own definition. */
class DefinitionSurvivorsTest {

    private static final Pathway SHIPPED = UnderAuthorized.reassessment();

    @Test
    void whatATestDoesNotAskForLivesAndWhatItAsksForDoesNot() {
        List<String> survivors = DefinitionMutants.survivors(
                SHIPPED, p -> assertThat(p.review().each()).isEqualTo(new Elapsed(Duration.ofDays(30))));
        assertThat(survivors).isNotEmpty().noneMatch(path -> path.startsWith("/review/each"));
        assertThat(survivors).contains("/version+", "/handoff/rounds+").doesNotContain("/title");
        assertThat(DefinitionMutants.survivors(SHIPPED, p -> assertThat(p).isEqualTo(SHIPPED)))
                .isEmpty();
    }

    @Test
    void whateverATestThrowsIsWhatItNoticed() {
        assertThat(DefinitionMutants.survivors(SHIPPED, p -> {
                    if (!p.equals(SHIPPED)) {
                        throw new IllegalStateException("refused");
                    }
                }))
                .isEmpty();
    }

    @Test
    void aDefinitionThatDoesNotPassItselfIsSaidToBeThat() {
        assertThatThrownBy(() -> DefinitionMutants.survivors(
                        SHIPPED, p -> assertThat(p.stages()).isEmpty()))
                .isInstanceOf(AssertionError.class);
    }
}
