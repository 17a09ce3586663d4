package care.baton.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.evidence.Display;
import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.Ledger;
import care.baton.evidence.LedgerArbitraries;
import care.baton.evidence.Ward;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Sensitive;
import care.baton.time.Elapsed;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JsonTest {

    private static final Json JSON = Json.of(List.of(Ward.class));
    private static final Ledger LEDGER = LedgerArbitraries.ledger(new SplittableRandom(1), "record", 8);

    public record Guide(
            Code code, List<Rule> rules, @Display String title) {}

    public record Rule(Elapsed within, int level) {
        public Rule {
            if (level < 0) {
                throw new IllegalArgumentException("level: 0 or more, not canary");
            }
        }
    }

    public record Ward2(Sensitive words) implements Event {}

    public sealed interface Other extends Event {
        record Rested(int hours) implements Other {}
    }

    @Test
    void aDefinitionIsPlainToReadAndComesBackTheSame() {
        Guide guide = new Guide(Code.of("urgent"), List.of(new Rule(new Elapsed(Duration.ofHours(4)), 1)), "Çok acil");

        String text = Json.write(guide);

        assertThat(text)
                .isEqualTo(
                        "{\"code\":\"urgent\",\"rules\":[{\"within\":{\"length\":\"PT4H\"},\"level\":1}],\"title\":\"Çok acil\"}");
        assertThat(Json.readDefinition(Guide.class, text).orThrow()).isEqualTo(guide);
        assertThat(Json.readDefinition(Guide.class, " " + text.replace("PT4H", "PT240M") + "\n")
                        .orThrow())
                .isEqualTo(guide);
    }

    @Test
    void everyFaultOfADefinitionIsToldWithItsPlace() {
        String text = "{\"code\":\"NOT A CODE\",\"rules\":[{\"within\":{\"length\":\"soon\"},\"level\":1.5},7,"
                + "{\"within\":{\"length\":\"PT1H\"},\"level\":-1,\"extra\":{}}]}";

        assertThat(Json.readDefinition(Guide.class, text.replace("1.5", "\"x\""))
                        .refusals())
                .containsExactly(
                        Refusal.of(Reason.VALUE_MALFORMED, "definition/code"),
                        Refusal.of(Reason.VALUE_MALFORMED, "definition/rules/0/within/length"),
                        Refusal.of(Reason.VALUE_MALFORMED, "definition/rules/0/level"),
                        Refusal.of(Reason.VALUE_MALFORMED, "definition/rules/1"),
                        Refusal.of(Reason.FIELD_UNKNOWN, "definition/rules/2/extra"),
                        Refusal.of(Reason.VALUE_MALFORMED, "definition/rules/2/level"),
                        Refusal.of(Reason.FIELD_MISSING, "definition/title"));
        assertThat(Json.readDefinition(Guide.class, text).refusals())
                .containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "definition/rules/0/level"));
    }

    @Test
    @Promise(34)
    void aTextBecomesOnlyWhatWasNamed() {
        assertThat(JSON.readEvents(
                                "[{\"type\":\"java.lang.Runtime\"},{\"type\":\"ward2\",\"words\":{\"$words\":null}}]")
                        .refusals())
                .containsExactly(
                        Refusal.of(Reason.EVENT_KIND_UNKNOWN, "events/0/type"),
                        Refusal.of(Reason.EVENT_KIND_UNKNOWN, "events/1/type"));
        assertThat(JSON.readEvents("[{},{\"type\":7},8]").refusals())
                .containsExactly(
                        Refusal.of(Reason.FIELD_MISSING, "events/0/type"),
                        Refusal.of(Reason.VALUE_MALFORMED, "events/1/type"),
                        Refusal.of(Reason.VALUE_MALFORMED, "events/2"));
    }

    @Test
    void twoKindsOfEventsOfOneNameAreNotTold() {
        assertThatThrownBy(() -> Json.of(List.of(Ward.class, Other.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rested");
        assertThat(Json.of(List.of(Ward.class, Ward.Rested.class, Ward2.class)).kinds())
                .hasSize(6);
    }

    @Test
    void aFieldThatIsThereTwiceIsRefused() {
        String text = JSON.write(LEDGER.entries().last());
        String twice = text.substring(0, text.length() - 1) + ",\"sequence\":8}";

        assertThat(JSON.readEntry(twice).refusals())
                .containsExactly(Refusal.of(Reason.FIELD_REPEATED, "entry/sequence"));
    }

    @Test
    void theEnvelopeOfAnEntryHasNoOtherFields() {
        String text = JSON.write(LEDGER.entries().last());

        assertThat(JSON.readEntry(text.replaceFirst("\\{", "{\"later\":1,")).refusals())
                .containsExactly(Refusal.of(Reason.FIELD_UNKNOWN, "entry"));
    }

    @Test
    void everyMissingFieldOfAnEntryIsTold() {
        assertThat(JSON.readEntry("{\"act\":{},\"command\":{}}").refusals())
                .extracting(Refusal::path)
                .containsExactly(
                        "entry/sequence",
                        "entry/act/command",
                        "entry/act/by",
                        "entry/act/stamp",
                        "entry/event",
                        "entry/command/content",
                        "entry/command/saltDigest",
                        "entry/chain");
    }

    @Test
    void aTextThatIsAbsentIsRefusedAsOneThatIsMalformed() {
        String absent = null;

        assertThat(JSON.readEntry(absent).refusals()).containsExactly(Refusal.of(Reason.JSON_MALFORMED, "entry"));
        assertThat(JSON.readEntries(absent).refusals()).containsExactly(Refusal.of(Reason.JSON_MALFORMED, "entries"));
        assertThat(JSON.readEvents(absent).refusals()).containsExactly(Refusal.of(Reason.JSON_MALFORMED, "events"));
        assertThat(JSON.readRecorded(absent).refusals()).containsExactly(Refusal.of(Reason.JSON_MALFORMED, "events"));
        assertThat(Json.readDefinition(Stamp.class, absent).refusals())
                .containsExactly(Refusal.of(Reason.JSON_MALFORMED, "definition"));
    }

    @Test
    void whatIsAbsentIsNotWritten() {
        Entry entry = null;
        Stamp definition = null;

        assertThatThrownBy(() -> JSON.write(entry))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("entry");
        assertThatThrownBy(() -> Json.write(definition))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("definition");
        assertThatThrownBy(() -> JSON.writeEntries(Collections.singletonList(entry)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageStartingWith("entries");
        assertThatThrownBy(() -> JSON.writeEvents(Collections.singletonList(null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageStartingWith("events");
        assertThatThrownBy(() -> JSON.writeRecorded(Collections.singletonList(null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageStartingWith("recorded");
    }

    @Test
    void wordsAreWordsAndNothingElse() {
        Json json = Json.of(List.of(Ward2.class));
        String head = "[{\"type\":\"ward2\",\"words\":";

        assertThat(json.readEvents(head + "{\"$words\":\"sleeps well\"}}]").orThrow())
                .containsExactly(new Ward2(Sensitive.of("sleeps well")));
        assertThat(json.readEvents(head + "{\"$words\":null}}]").orThrow())
                .containsExactly(new Ward2(Sensitive.none()));
        for (String wrong : List.of(
                "\"sleeps well\"",
                "null",
                "{}",
                "{\"$words\":\" \"}",
                "{\"$words\":7}",
                "{\"$words\":[\"a\"]}",
                "{\"$erased\":null}",
                "{\"$erased\":\"00\"}",
                "{\"$erased\":\"" + "AB".repeat(32) + "\"}",
                "{\"$words\":\"a\",\"b\":\"c\"}",
                "{\"$words\":\"a\",\"$erased\":\"" + "ab".repeat(32) + "\"}")) {
            assertThat(json.readEvents(head + wrong + "}]").refusals())
                    .as(wrong)
                    .isNotEmpty()
                    .allMatch(refusal -> refusal.code() == Reason.VALUE_MALFORMED
                            && refusal.path().startsWith("events/0/words"));
        }
    }

    @Test
    @Promise(30)
    void aTextIsMeasuredBeforeItIsRead() {
        String text = JSON.writeEvents(List.of(new Ward.Rested()));
        Json exact = JSON.within(new Limits(text.length(), 2));

        assertThat(exact.readEvents(text).refusals()).isEmpty();
        assertThat(exact.readEvents(text + " ").refusals()).containsExactly(Refusal.of(Reason.TOO_LARGE, "events"));
        assertThat(exact.readEvents("[[]]").refusals()).containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "events/0"));
        assertThat(exact.readEvents("[[[]]]").refusals()).containsExactly(Refusal.of(Reason.TOO_DEEP, "events"));
        assertThat(JSON.readEvents("[".repeat(5_000_000)).refusals())
                .containsExactly(Refusal.of(Reason.TOO_DEEP, "events"));
        assertThatThrownBy(() -> new Limits(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(1, 501)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Promise({29, 43})
    void whateverIsWrongTheTextItselfIsNeverTold() {
        for (String text : List.of(
                "",
                " ",
                "canary",
                "{",
                "[{\"canary\":",
                "[1] canary",
                "{\"a\":1}{\"canary\":2}",
                "[NaN]",
                "[01]",
                "['canary']",
                "[1,]",
                "[\"\\uZZZZ\"]",
                "[\"\t\"]",
                "[null]",
                "[-0]",
                "[1e3]",
                "[99999999999999999999]",
                "\uFEFF[]",
                "[{\"type\":\"noted\",\"canary canary\":\"canary\",\"canary canary\":1}]",
                "[{\"type\":\"moved\",\"at\":\"canary\",\"to\":{\"organization\":\"can ary\",\"role\":\"CANARY\"}}]",
                "[{\"type\":\"" + "canary".repeat(9999) + "\"}]")) {
            Reading<List<Event>> reading = JSON.readEvents(text);

            assertThat(reading.refusals()).as(text).isNotEmpty();
            assertThat(reading.toString()).doesNotContainIgnoringCase("canary");
            assertThatThrownBy(reading::orThrow).message().doesNotContainIgnoringCase("canary");
        }
    }

    @Test
    void manyFaultsAreToldUpToANumberThatStillHelps() {
        assertThat(JSON.readEvents("[" + "7,".repeat(5000) + "7]").refusals()).hasSize(100);
    }

    @Test
    void entriesComeBackAsTheyWereAndStillVerify() {
        List<Entry> entries = LEDGER.entries().toList();

        assertThat(JSON.readEntries(JSON.writeEntries(entries)).orThrow()).isEqualTo(entries);
        assertThat(Ledger.of(LEDGER.record(), entries).verify(LEDGER.head()).isIntact())
                .isTrue();
    }
}
