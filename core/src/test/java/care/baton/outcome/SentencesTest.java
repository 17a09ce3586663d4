package care.baton.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void everyReasonHasASentenceAndNoSentenceIsWithoutAReason() throws IOException {
        Set<String> reasons = Arrays.stream(Reason.values()).map(Reason::name).collect(Collectors.toSet());

        assertThat(shipped().keySet()).isEqualTo(reasons);
    }

    @Test
    void theSentencesStandInTheOrderOfTheReasons() throws IOException {
        try (InputStream stream = Sentences.class.getResourceAsStream("refusals.properties")) {
            List<String> written = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();

            assertThat(written)
                    .isEqualTo(Arrays.stream(Reason.values()).map(Reason::name).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everySentenceShowsEveryFactOfTheRefusal(Reason reason) {
        Refusal refusal = Refusal.of(reason, "plan/goals[2]", List.of(Code.of("supervisor"), Code.of("nurse")))
                .at(NOON);

        assertThat(Sentences.english().of(refusal))
                .contains("plan/goals[2]")
                .contains("supervisor, nurse")
                .contains("2026-03-02T12:00:00Z")
                .doesNotContain("{", "}");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everySentenceIsWholeWithThePathAlone(Reason reason) {
        String sentence = Sentences.english().of(Refusal.of(reason, "handoff"));

        assertThat(sentence)
                .contains("handoff")
                .endsWith(".")
                .matches("\\p{Lu}.*|handoff .*")
                .doesNotContain("{", "}", "[", "]", "  ", " ;", " .");
    }

    @Test
    void aKnownFactTakesItsPartOfTheSentenceWithIt() {
        Refusal refusal = Refusal.of(Reason.FIELD_MISSING, "allergies", List.of(Code.of("nurse")));

        assertThat(Sentences.english().of(refusal)).isEqualTo("allergies is missing; it can come from nurse.");
    }

    @Test
    void aHostMayBringItsOwnSentencesAndGetsEnglishForTheRest() throws IOException {
        Sentences german =
                Sentences.from(new PropertyResourceBundle(new StringReader("FIELD_MISSING=Es fehlt: {path}.")));

        assertThat(german.of(Refusal.of(Reason.FIELD_MISSING, "allergies"))).isEqualTo("Es fehlt: allergies.");
        assertThat(german.of(Refusal.of(Reason.TOO_LARGE, "entry")))
                .isEqualTo(Sentences.english().of(Refusal.of(Reason.TOO_LARGE, "entry")));
    }

    @Test
    void aFactThatIsNotKnownLeavesItsOwnPlaceAndItsOwnBracketsAlone() throws IOException {
        Refusal since = Refusal.of(Reason.FIELD_MISSING, "allergies").at(NOON);
        Refusal from = Refusal.of(Reason.FIELD_MISSING, "allergies", List.of(Code.of("nurse")));

        assertThat(saying("{roles}: {path}[, since {at}].").of(since))
                .isEqualTo(": allergies, since 2026-03-02T12:00:00Z.");
        assertThat(saying("{roles}: {path}[, since {at}].").of(from)).isEqualTo("nurse: allergies.");
        assertThat(saying("[Since {at}] {path}[ from {roles}].").of(from)).isEqualTo(" allergies from nurse.");
        assertThat(saying("[Since {at}, ]no {path} ({roles}, {at})[; again since {at}].")
                        .of(from))
                .isEqualTo("no allergies (nurse, ).");
        assertThat(saying("{path}[ {names}").of(from)).isEqualTo("allergies  (nurse)");
    }

    private static Sentences saying(String sentence) throws IOException {
        return Sentences.from(new PropertyResourceBundle(new StringReader("FIELD_MISSING=" + sentence)));
    }

    private static PropertyResourceBundle shipped() throws IOException {
        try (InputStream stream = Sentences.class.getResourceAsStream("refusals.properties")) {
            return new PropertyResourceBundle(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
    }
}
