package care.baton.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What somebody may have meant. */
class NearTest {

    @Test
    void aSlipOfThePenIsNearestToTheWordThatWasMeant() {
        List<Code> listed = codes("staffing-plan", "authorization-status", "risk-information");

        assertThat(Near.to(Code.of("authorisation-status"), listed).get(0)).isEqualTo(Code.of("authorization-status"));
        assertThat(Near.to(Code.of("stafing-plan"), listed).get(0)).isEqualTo(Code.of("staffing-plan"));
        assertThat(Near.to(Code.of("risk-informations"), listed).get(0)).isEqualTo(Code.of("risk-information"));
    }

    @Test
    void theWholeIsMeantWhereOneOfItsWordsIsSaid() {
        assertThat(Near.to(Code.of("medication"), codes("declining", "medication-uncertainty", "mediation")))
                .isEqualTo(codes("medication-uncertainty", "mediation", "declining"));
    }

    @Test
    void wordsThatAreEquallyLikeItStandInTheirOwnOrderAndOnce() {
        assertThat(Near.to(Code.of("b"), codes("c", "a", "c"))).isEqualTo(codes("a", "c"));
    }

    @Test
    void eachLetterPutInLeftOutOrChangedMakesAWordLessLikeIt() {
        assertThat(Near.to(Code.of("nurse"), codes("clerk", "horse", "house", "nurse", "purse")))
                .isEqualTo(codes("nurse", "purse", "horse", "house", "clerk"));
        assertThat(Near.to(Code.of("ward-b"), codes("ward-a", "ward-b"))).isEqualTo(codes("ward-b", "ward-a"));
        assertThat(Near.to(Code.of("b"), codes("abbb", "c"))).isEqualTo(codes("c", "abbb"));
        assertThat(Near.to(Code.of("bbbc"), codes("a", "bc"))).isEqualTo(codes("bc", "a"));
    }

    @Test
    void noMoreThanFiveAreNamed() {
        assertThat(Near.to(Code.of("a"), codes("a1", "a2", "a3", "a4", "a5", "a6")))
                .hasSize(5);
        assertThat(Near.to(Code.of("a"), List.of())).isEmpty();
    }

    private static List<Code> codes(String... words) {
        return Stream.of(words).map(Code::of).toList();
    }
}
