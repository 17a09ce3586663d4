package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.trace.Promise;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirJsonTest {

    private static final Limits SMALL = new Limits(200, 4, 3, 10);
    private static final int LONGEST = 100;
    private static final int SCALE = 100;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":2} | duplicate-key",
                "{\"a\":{\"b\":1,\"c\":2,\"b\":3}} | duplicate-key",
                "{\"\":1} | empty-key",
                "{\"a\":\"\\ud800\"} | not-json",
                "{\"a\":\"\\ud800x\"} | not-json",
                "{\"a\":\"x\\udd1e\"} | not-json",
                "{\"a\":\"\\ud834\\udd1e\\udd1e\"} | not-json",
                "{\"a\":1e1000} | number-too-long",
                "{\"a\":1e99999999999} | number-too-long",
                "{\"a\":1} x | not-json",
                "{\"a\":1}{} | not-json",
                "{\"a\":1 | not-json",
                "{'a':1} | not-json",
                "{\"a\":NaN} | not-json",
                "{\"a\":01} | not-json",
                "[] | not-a-resource",
                "\"a\" | not-a-resource",
                "null | not-a-resource",
                "<Task/> | not-json",
                "`` | not-json",
            })
    void turnsAwayWhatIsNoSoundDocumentForOneReason(String text, String code) {
        Mapped<FhirJson> read = FhirJson.read(text);

        assertThat(read.value()).isEmpty();
        assertThat(read.issues()).containsExactly(MappingIssue.error(code, ""));
    }

    @Test
    @Promise(30)
    void readsUpToEachLimitAndNotBeyond() {
        assertThat(code("{\"a\":\"1234567890\"}")).isEqualTo("read");
        assertThat(code("{\"a\":\"12345678901\"}")).isEqualTo("string-too-long");
        assertThat(code("{\"a\":\"123456789\u00e9\"}")).isEqualTo("string-too-long");
        assertThat(code("{\"12345678901\":1}")).isEqualTo("string-too-long");
        assertThat(code("{\"a\":[1,2,3]}")).isEqualTo("read");
        assertThat(code("{\"a\":[1,2,3,4]}")).isEqualTo("too-many-entries");
        assertThat(code("{\"a\":1,\"b\":1,\"c\":1}")).isEqualTo("read");
        assertThat(code("{\"a\":1,\"b\":1,\"c\":1,\"d\":1}")).isEqualTo("too-many-entries");
        assertThat(code("{\"a\":{\"b\":{\"c\":{}}}}")).isEqualTo("read");
        assertThat(code("{\"a\":{\"b\":{\"c\":{\"d\":{}}}}}")).isEqualTo("too-deep");
        assertThat(code("{\"a\":1}" + " ".repeat(193))).isEqualTo("read");
        assertThat(code("{\"a\":1}" + " ".repeat(194))).isEqualTo("too-large");
    }

    @ParameterizedTest
    @CsvSource({"127, 1", "128, 2", "2047, 2", "2048, 3", "65535, 3", "65536, 4", "119070, 4"})
    @Promise(30)
    void aTextIsAsLongAsItsBytesAre(int character, int bytes) {
        String last = new String(Character.toChars(character));

        assertThat(code("{\"a\":\"" + "x".repeat(10 - bytes) + last + "\"}")).isEqualTo("read");
        assertThat(code("{\"a\":\"" + "x".repeat(11 - bytes) + last + "\"}")).isEqualTo("string-too-long");
        assertThat(code("{\"a\":\"" + last + "x".repeat(11 - bytes) + "\"}")).isEqualTo("string-too-long");
    }

    @Test
    @Promise(30)
    void aNumberIsReadUpToItsLimitsAndKeepsItsForm() {
        assertThat(FhirJson.read("{\"a\":" + "1".repeat(LONGEST) + "}").value()).isPresent();
        assertThat(FhirJson.read("{\"a\":" + "1".repeat(LONGEST + 1) + "}").value())
                .isEmpty();
        for (String sign : List.of("", "-")) {
            assertThat(FhirJson.read("{\"a\":1e" + sign + SCALE + "}").value()).isPresent();
            assertThat(FhirJson.read("{\"a\":1e" + sign + (SCALE + 1) + "}").value())
                    .isEmpty();
        }
        for (String form : List.of("1E+2", "1.0", "100")) {
            assertThat(FhirJson.read("{\"a\":" + form + "}")
                            .value()
                            .orElseThrow()
                            .text())
                    .isEqualTo("{\"a\":" + form + "}");
        }
        assertThat(FhirJson.read("{\"a\":1e+2}").value().orElseThrow().text()).isEqualTo("{\"a\":1E+2}");
    }

    @Test
    @Promise(30)
    void countsTheValuesOfTheWholeDocument() {
        Limits few = new Limits(200, 8, 8, 10, 5);

        assertThat(FhirJson.read("{\"a\":[1,2,3]}".getBytes(StandardCharsets.UTF_8), few)
                        .value())
                .isPresent();
        for (String more : List.of("{\"a\":[1,2,3,4]}", "{\"a\":[[],[[]]],\"b\":{}}", "{\"a\":[1,2,3],\"b\":null}")) {
            assertThat(FhirJson.read(more.getBytes(StandardCharsets.UTF_8), few).issues())
                    .containsExactly(MappingIssue.error("too-many-values", ""));
        }
    }

    @Test
    void standsDeepNestingAndLongTextAtTheUsualLimits() {
        Limits usual = Limits.standard();
        String deep = "{\"a\":".repeat(100_000);

        assertThat(FhirJson.read(deep).issues()).containsExactly(MappingIssue.error("too-deep", ""));
        assertThat(FhirJson.read("{\"a\":\"" + "x".repeat(usual.stringBytes()) + "\"}")
                        .value())
                .isPresent();
        assertThat(FhirJson.read("{\"a\":\"" + "x".repeat(usual.stringBytes() + 1) + "\"}")
                        .issues())
                .containsExactly(MappingIssue.error("string-too-long", ""));
        assertThat(FhirJson.read("x".repeat(usual.bytes() + 1)).issues())
                .containsExactly(MappingIssue.error("too-large", ""));
    }

    @Test
    void takesOnlyUtf8() {
        byte[] latin = "{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(FhirJson.read(latin, Limits.standard()).issues())
                .containsExactly(MappingIssue.error("not-json", ""));
    }

    @Test
    void keepsNumbersAsTheyWereWritten() {
        assertThat(FhirJson.read("{\"a\":1.50,\"b\":100000000000000000001}")
                        .value()
                        .orElseThrow()
                        .text())
                .isEqualTo("{\"a\":1.50,\"b\":100000000000000000001}");
    }

    @Test
    void isEqualWhateverTheOrderOfFields() {
        assertThat(FhirJson.read("{\"a\":1,\"b\":2}").value())
                .isEqualTo(FhirJson.read("{\"b\":2,\"a\":1}").value());
        assertThat(FhirJson.read("{\"a\":[1,2]}").value())
                .isNotEqualTo(FhirJson.read("{\"a\":[2,1]}").value());
    }

    private static String code(String text) {
        Mapped<FhirJson> read = FhirJson.read(text.getBytes(StandardCharsets.UTF_8), SMALL);
        return read.value().isPresent() ? "read" : read.issues().get(0).code().value();
    }
}
