package care.baton.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A word from a vocabulary. */
class CodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "a0.9-z", "x--", "case-manager", "icd10.f32"})
    void aWordInLowerCaseIsACodeAndIsPrintedAsItIs(String word) {
        assertThat(Code.of(word)).isEqualTo(new Code(word)).hasToString(word);
    }

    /** What comes just before and just after each row of letters and digits is none of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "`", "{", "A", "0a", "-a", ".a", "a`", "a{", "a/", "a:", "aB", "a_b", "a b", "a\n", "\u00e4",
                "a\u0663"
            })
    void anythingElseIsNoCode(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Code.of(text))
                .withMessage("code: 1 to 64 of a-z, 0-9, '.' and '-', beginning with a letter");
    }

    @Test
    void itHasAtMostSixtyFourCharacters() {
        assertThat(Code.of("x".repeat(64)).value()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> Code.of("x".repeat(65)));
        assertThatNullPointerException().isThrownBy(() -> Code.of(null)).withMessage("code");
    }

    @Test
    void codesStandInTheOrderOfTheirCharacters() {
        assertThat(Stream.of("nurse", "case-manager", "case.manager", "case-manager-2")
                        .map(Code::of)
                        .sorted()
                        .map(Code::value))
                .containsExactly("case-manager", "case-manager-2", "case.manager", "nurse");
        assertThat(Code.of("nurse")).isEqualByComparingTo(Code.of("nurse"));
    }
}
