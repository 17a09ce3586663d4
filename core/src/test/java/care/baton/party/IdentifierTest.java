package care.baton.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every identifier that a host gives, whatever it names. */
class IdentifierTest {

    /** One kind of identifier: what it prints, how its faults call it, and how it is made. */
    private record Kind<I extends Comparable<I>>(
            String prints, String field, Function<String, I> of, Function<I, String> value) {
        @Override
        public String toString() {
            return prints;
        }
    }

    private static Stream<Kind<?>> kinds() {
        return Stream.of(
                new Kind<>("CommandId", "command id", CommandId::of, CommandId::value),
                new Kind<>("HandoffId", "handoff id", HandoffId::of, HandoffId::value),
                new Kind<>("OrganizationId", "organization id", OrganizationId::of, OrganizationId::value),
                new Kind<>("PersonId", "person id", PersonId::of, PersonId::value),
                new Kind<>("RecordId", "record id", RecordId::of, RecordId::value),
                new Kind<>("VisitId", "visit id", VisitId::of, VisitId::value));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <I extends Comparable<I>> void itIsKeptAsTheHostGaveItUpToAHundredAndTwentyEightCharacters(Kind<I> kind) {
        for (String given : List.of("7", "urn:uuid:1-b_2/C", "\u00fc-7", "x".repeat(128))) {
            assertThat(kind.value().apply(kind.of().apply(given))).isEqualTo(given);
        }
        for (String wrong : List.of("", "x".repeat(129))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kind.of().apply(wrong))
                    .withMessage(kind.field() + ": 1 to 128 characters");
        }
        assertThatNullPointerException().isThrownBy(() -> kind.of().apply(null)).withMessage(kind.field());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <I extends Comparable<I>> void nothingThatCouldBreakALineOrHideIsPartOfItWhereverItStands(Kind<I> kind) {
        for (String hidden :
                List.of(" ", "\n", "\t", "\u2028", "\u0000", "\u007f", "\u00a0", "\u200b", "\u202e", "\ud83d\ude00")) {
            for (String wrong : List.of(hidden + "7", "7" + hidden + "7", "7" + hidden)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> kind.of().apply(wrong))
                        .withMessage(kind.field() + ": no blanks or control characters");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <I extends Comparable<I>> void theyStandInTheOrderOfTheirCharactersAndPrintTheirKindAlone(Kind<I> kind) {
        assertThat(Stream.of("b", "a-2", "a-10", "B").map(kind.of()).sorted().map(kind.value()))
                .containsExactly("B", "a-10", "a-2", "b");
        assertThat(kind.of().apply("a")).isEqualByComparingTo(kind.of().apply("a"));
        assertThat(kind.of().apply("a")).hasToString(kind.prints());
    }
}
