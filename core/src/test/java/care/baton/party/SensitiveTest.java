package care.baton.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words about a person. */
class SensitiveTest {

    private static final Digest FINGERPRINT = Digest.of(new byte[] {1});
    private static final Sensitive SAID = Sensitive.of("has asked for the front door key back");
    private static final Sensitive ERASED = Sensitive.removed(FINGERPRINT);

    @Test
    void whatWasSaidIsGivenBackToWhoeverMayReadIt() {
        assertThat(SAID.text()).contains("has asked for the front door key back");
        assertThat(SAID.removed()).isEmpty();
        assertThat(SAID.isNone()).isFalse();
    }

    @Test
    void whereNothingWasSaidThereIsNothingToReadAndNothingWasErased() {
        assertThat(Sensitive.none().isNone()).isTrue();
        assertThat(Sensitive.none().text()).isEmpty();
        assertThat(Sensitive.none().removed()).isEmpty();
    }

    @Test
    void erasedWordsWereSaidAndLeaveTheirFingerprint() {
        assertThat(ERASED.isNone()).isFalse();
        assertThat(ERASED.text()).isEmpty();
        assertThat(ERASED.removed()).contains(FINGERPRINT);
        assertThatNullPointerException()
                .isThrownBy(() -> Sensitive.removed(null))
                .withMessage("digest");
    }

    @Test
    void whatIsKeptInOnePieceIsNotBlankAndAtMostAQuarterOfAMillionCharacters() {
        String longest = "x".repeat(262_144);
        assertThat(Sensitive.fits(longest)).isTrue();
        assertThat(Sensitive.of(longest).text()).contains(longest);
        assertThat(Sensitive.fits(".")).isTrue();
        for (String wrong : List.of("", " \n", longest + "x")) {
            assertThat(Sensitive.fits(wrong)).isFalse();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Sensitive.of(wrong))
                    .withMessage("text: not blank, at most 262144 characters");
        }
    }

    @Test
    void theSameWordsAreTheSameAndSaidErasedAndNothingAreThree() {
        assertThat(SAID)
                .isEqualTo(Sensitive.of("has asked for the front door key back"))
                .hasSameHashCodeAs(Sensitive.of("has asked for the front door key back"))
                .isNotEqualTo(Sensitive.of("has the front door key"))
                .doesNotHaveSameHashCodeAs(Sensitive.of("has the front door key"))
                .isNotEqualTo(ERASED)
                .isNotEqualTo(Sensitive.none())
                .isNotEqualTo("has asked for the front door key back");
        assertThat(ERASED)
                .isEqualTo(Sensitive.removed(FINGERPRINT))
                .isNotEqualTo(Sensitive.removed(Digest.of(new byte[] {2})))
                .isNotEqualTo(Sensitive.none());
    }

    @Test
    void neitherWhatIsSaidNorWhetherAnythingIsCanBeToldFromWhatItPrints() {
        assertThat(List.of(SAID, ERASED, Sensitive.none()))
                .allSatisfy(any -> assertThat(any).hasToString("Sensitive"));
    }
}
