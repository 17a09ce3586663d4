package care.baton.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WireNameTest {

    record AlphaZulu09() {}

    record B() {}

    record Under_score() {}

    record With$Sign() {}

    record At2Zz() {}

    enum Word {
        A_Z,
        LEVEL_09,
        Lower,
        COST$
    }

    @Test
    void aTypeIsNamedInLowerCaseWithAHyphenBeforeEachCapital() {
        assertThat(WireName.ofType(AlphaZulu09.class)).isEqualTo("alpha-zulu09");
        assertThat(WireName.ofType(B.class)).isEqualTo("b");
        assertThat(WireName.ofType(At2Zz.class)).isEqualTo("at2-zz");
    }

    @Test
    void aTypeWithOtherLettersIsRefusedByItsName() {
        for (Class<?> wrong : List.of(Under_score.class, With$Sign.class)) {
            assertThatThrownBy(() -> WireName.ofType(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong.getSimpleName());
        }
    }

    @Test
    void aChoiceIsNamedInLowerCaseWithAHyphenForEachUnderscore() {
        assertThat(WireName.ofConstant(Word.A_Z)).isEqualTo("a-z");
        assertThat(WireName.ofConstant(Word.LEVEL_09)).isEqualTo("level-09");
        assertThatThrownBy(() -> WireName.ofConstant(Word.Lower)).hasMessageContaining("capitals");
        assertThatThrownBy(() -> WireName.ofConstant(Word.COST$)).hasMessageContaining("capitals");
    }

    @Test
    void aFieldBeginsSmallHasLettersAndDigitsOnlyAndAtMostSixtyFour() {
        assertThat(List.of("a", "z", "aA", "aZ", "a0", "a9", "az", "aa", "z" + "Z".repeat(63)))
                .allMatch(WireName::isField);
        assertThat(List.of("", "A", "0", "{", "`", "a/", "a:", "a@", "a[", "a`", "a{", "aé", "a" + "b".repeat(64)))
                .noneMatch(WireName::isField);
    }
}
