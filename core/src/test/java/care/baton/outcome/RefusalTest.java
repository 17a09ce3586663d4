package care.baton.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One reason why something may not be done now. */
class RefusalTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<Code> NURSE = List.of(Code.of("nurse"));
    private static final List<Code> NAMES = List.of(Code.of("staffing-plan"), Code.of("risk-information"));

    @Test
    void itSaysWhatItConcernsWhoCanPutItRightWhenAndWhatCouldBeSaidInstead() {
        assertThat(Refusal.of(Reason.FIELD_MISSING, "plan"))
                .isEqualTo(new Refusal(Reason.FIELD_MISSING, "plan", List.of(), Optional.empty()));
        assertThat(Refusal.of(Reason.FIELD_MISSING, "plan", NURSE).at(NOON).instead(NAMES))
                .isEqualTo(Refusal.of(Reason.FIELD_MISSING, "plan", NURSE)
                        .instead(NAMES)
                        .at(NOON))
                .isEqualTo(new Refusal(Reason.FIELD_MISSING, "plan", NURSE, Optional.of(NOON), NAMES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "azAZ09", ".", "_", "-", "/", "[", "]", ":", "run:hospital-1/plan/goals[2]/due_by"})
    void aPathIsMadeOfCodesNumbersAndWhatJoinsThem(String path) {
        assertThat(Refusal.of(Reason.FIELD_MISSING, path).path()).isEqualTo(path);
    }

    /** What comes just before and just after each row of letters and digits, and what would show content. */
    @ParameterizedTest
    @ValueSource(
            strings = {"`", "{", "@", "\\", ";", ",", " ", "a b", "plan/{roles}", "\n", "J\u00f6rg", "\u0663", "plan="})
    void wordsAboutAPersonDoNotFitIntoAPath(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Refusal.of(Reason.FIELD_MISSING, path))
                .withMessage("path: letters, digits and . - _ / [ ] : only");
    }

    @Test
    void aPathHasAtMostFiveHundredAndTwelveCharacters() {
        assertThat(Refusal.of(Reason.FIELD_MISSING, "x".repeat(512)).path()).hasSize(512);
        assertThatIllegalArgumentException().isThrownBy(() -> Refusal.of(Reason.FIELD_MISSING, "x".repeat(513)));
        assertThatNullPointerException()
                .isThrownBy(() -> Refusal.of(Reason.FIELD_MISSING, null))
                .withMessage("path");
    }

    @Test
    void aGapAmongTheRolesOrTheNamesIsToldByTheFieldAlone() {
        List<Code> gap = Arrays.asList(Code.of("nurse"), null);

        assertThatNullPointerException()
                .isThrownBy(() -> Refusal.of(Reason.FIELD_MISSING, "plan", gap))
                .withMessage("roles: an element is absent");
        assertThatNullPointerException()
                .isThrownBy(() -> Refusal.of(Reason.FIELD_MISSING, "plan").instead(gap))
                .withMessage("names: an element is absent");
    }
}
