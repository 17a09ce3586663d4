package care.baton.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.evidence.Ward.Hint;
import care.baton.outcome.Code;
import care.baton.party.Digest;
import care.baton.party.Sensitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanonicalTest {

    private static final Salt SALT = Salt.of(new byte[16]);

    public record Pair(String a, String b) {}

    public record Mixed(Optional<String> a, List<String> b, Optional<Pair> c, Optional<Sensitive> d) implements Event {}

    public record Gate(Code code, Hint hint, @Display String title, List<Hint> more) {}

    public record Holds(Sensitive words) {}

    public record Said(Sensitive words) implements Event {}

    public record Both(Sensitive here, Sensitive gone) {}

    @Test
    void noTwoOfAllSmallValuesGiveTheSameBytes() {
        Map<String, Object> seen = new HashMap<>();
        for (Mixed value : universe()) {
            String bytes = HexFormat.of()
                    .formatHex(Canonical.content(value, Optional.of(SALT), List.of(), new Sheet())
                            .bytes());

            assertThat(seen.put(bytes, value)).isNull();
        }
        assertThat(seen).hasSizeGreaterThan(20_000);
    }

    @Test
    void whatIsShownAndDecidesNothingLeavesTheFingerprintOfADefinition() {
        Gate gate = new Gate(Code.of("start"), new Hint("one"), "Start", List.of());
        Gate reworded = new Gate(Code.of("start"), new Hint("two"), "Begin", List.of(new Hint("three")));
        Gate other = new Gate(Code.of("begin"), new Hint("one"), "Start", List.of());

        assertThat(Canonical.digest(reworded)).isEqualTo(Canonical.digest(gate));
        assertThat(Canonical.digest(other)).isNotEqualTo(Canonical.digest(gate));
    }

    @Test
    void aDefinitionHoldsNoWordsAboutAPerson() {
        assertThatThrownBy(() -> Canonical.digest(new Holds(Sensitive.of("canary"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void aDefinitionHoldsNoWordsThatWereErasedEither() {
        Sensitive gone = Sensitive.removed(Digest.of());

        assertThatThrownBy(() -> Canonical.digest(new Holds(gone))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Canonical.digest(new Both(Sensitive.of("canary"), gone)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlaceGrowsWhereverItIsFull() {
        for (int first = 100; first < 140; first++) {
            for (int second : new int[] {1, 20, 128, 129, 300, 700}) {
                Place place = new Place();
                place.enter("a".repeat(first).getBytes());
                place.enter("b".repeat(second).getBytes());
                place.enter(1_234_567_890);

                assertThat(place.text()).isEqualTo("a".repeat(first) + "/" + "b".repeat(second) + "/1234567890");
            }
        }
    }

    @Test
    void theSameWordsAtAnotherPlaceHaveAnotherFingerprint() {
        Place one = new Place();
        one.enter("event".getBytes());
        one.enter(1);
        Place two = new Place();
        two.enter("event".getBytes());
        two.enter(2);
        Sensitive words = Sensitive.of("x");

        assertThat(Canonical.words(words, SALT, one)).isNotEqualTo(Canonical.words(words, SALT, two));
        assertThat(one.text()).isEqualTo("event/1");
    }

    @Test
    void aPlaceCanBeDeepAndItsNumbersLarge() {
        Place place = new Place();
        StringBuilder expected = new StringBuilder("event");
        place.enter("event".getBytes());
        for (int i = 0; i < 60; i++) {
            int number = i * i * i * 37;
            place.enter(number);
            place.enter("steps".getBytes());
            expected.append('/').append(number).append("/steps");
        }

        assertThat(place.text()).isEqualTo(expected.toString());
        for (int i = 0; i < 120; i++) {
            place.leave();
        }
        assertThat(place.text()).isEqualTo("event");
    }

    @Test
    void theFingerprintOfWhatIsSpokenOfChangesWithItsWords() {
        Holds one = new Holds(Sensitive.of("one"));

        assertThat(Canonical.fingerprint(one)).isEqualTo(Canonical.fingerprint(new Holds(Sensitive.of("one"))));
        assertThat(Canonical.fingerprint(one)).isNotEqualTo(Canonical.fingerprint(new Holds(Sensitive.of("two"))));
    }

    private static List<Mixed> universe() {
        String[] texts = {"", "a", "b", "ab", "ba", "a\0", "\uD83D\uDE00", "\uD83D", "\uDE00", "?"};
        List<Optional<String>> maybe = new ArrayList<>(List.of(Optional.empty()));
        List<List<String>> lists = new ArrayList<>(List.of(List.of()));
        List<Optional<Pair>> pairs = new ArrayList<>(List.of(Optional.empty()));
        for (String one : texts) {
            maybe.add(Optional.of(one));
            lists.add(List.of(one));
            lists.add(List.of(one, "a"));
            lists.add(List.of("a", one, ""));
            pairs.add(Optional.of(new Pair(one, "a")));
            pairs.add(Optional.of(new Pair("ab", one)));
        }
        List<Optional<Sensitive>> words =
                List.of(Optional.empty(), Optional.of(Sensitive.none()), Optional.of(Sensitive.of("a")));
        List<Mixed> all = new ArrayList<>();
        maybe.forEach(a -> lists.stream()
                .distinct()
                .forEach(b ->
                        pairs.stream().distinct().forEach(c -> words.forEach(d -> all.add(new Mixed(a, b, c, d))))));
        return all;
    }
}
