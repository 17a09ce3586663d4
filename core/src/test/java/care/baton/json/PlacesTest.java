package care.baton.json;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.Ledger;
import care.baton.evidence.LedgerArbitraries;
import care.baton.evidence.Ward;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is wrong in a stored text is told by its place, and by names that can be shown. */
class PlacesTest {

    private static final Json JSON = Json.of(List.of(Ward.class));
    private static final Ledger LEDGER = LedgerArbitraries.ledger(new SplittableRandom(1), "record", 8);
    private static final String STORED = JSON.write(LEDGER.entries().toList().stream()
            .filter(entry -> entry.salt().isPresent() && entry.command().isPresent())
            .findFirst()
            .orElseThrow());

    @Test
    void anEntryByItselfComesBackAsItWas() {
        for (Entry entry : LEDGER.entries().toList()) {
            assertThat(JSON.readEntry(JSON.write(entry)).orThrow()).isEqualTo(entry);
        }
        assertThat(JSON.readEntry(STORED)).hasToString("Complete");
    }

    @Test
    void eachNumberOfAnEnvelopeIsAWholePositiveOne() {
        assertThat(STORED).contains("\"sequence\":");
        for (String wrong : List.of("0", "-1", "2147483648", "\"1\"", "true")) {
            assertThat(JSON.readEntry(STORED.replaceFirst("\"sequence\":\\d+", "\"sequence\":" + wrong))
                            .refusals())
                    .as(wrong)
                    .containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "entry/sequence"));
        }
        for (String right : List.of("1", "2147483647")) {
            assertThat(JSON.readEntry(STORED.replaceFirst("\"sequence\":\\d+", "\"sequence\":" + right))
                            .refusals())
                    .as(right)
                    .isEmpty();
        }
        assertThat(JSON.readEntry(STORED.replaceFirst("\\{", "{\"carried\":0,")).refusals())
                .containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "entry/carried"));
    }

    @Test
    void aFingerprintOrASaltThatIsNoneIsNamed() {
        for (String field : List.of("chain", "salt")) {
            String wrong = STORED.replaceAll("\"" + field + "\":\"[0-9a-f]+\"(?=[,}])", "\"" + field + "\":7");
            assertThat(JSON.readEntry(wrong).refusals())
                    .as(field)
                    .contains(Refusal.of(Reason.VALUE_MALFORMED, "entry/" + field));
        }
        String upper = STORED.replaceFirst("\"chain\":\"[0-9a-f]+\"", "\"chain\":\"" + "AB".repeat(32) + "\"");
        assertThat(JSON.readEntry(upper).refusals()).containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "entry/chain"));
    }

    @Test
    void theMarkOfACommandIsAnObjectOfTheFieldsThatItHas() {
        String none = STORED.replaceFirst("\"command\":\\{[^}]*\\},\"chain\"", "\"command\":[],\"chain\"");
        String more = STORED.replaceFirst("\"command\":\\{(?=\"content\")", "\"command\":{\"canary\":1,");

        assertThat(JSON.readEntry(none).refusals())
                .containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "entry/command"));
        assertThat(JSON.readEntry(more).refusals()).containsExactly(Refusal.of(Reason.FIELD_UNKNOWN, "entry/command"));
    }

    @Test
    void anEntryThatIsNoObjectAndEntriesThatAreNoListAreNamed() {
        assertThat(JSON.readEntry("[]").refusals()).containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "entry"));
        assertThat(JSON.readEntries("{}").refusals()).containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "entries"));
        assertThat(JSON.readEvents("{}").refusals()).containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "events"));
        assertThat(JSON.readRecorded("7").refusals()).containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "events"));
    }

    @Test
    void aListThatIsNoneIsNamed() {
        assertThat(Json.readDefinition(JsonTest.Guide.class, "{\"code\":\"urgent\",\"rules\":{},\"title\":\"Urgent\"}")
                        .refusals())
                .containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "definition/rules"));
    }

    @Test
    void theTypeOfAnEventMayStandAnywhereInItAndAnUnknownFieldIsNeverNamed() {
        List<Event> rested = JSON.readEvents("[{\"type\":\"rested\"}]").orThrow();

        assertThat(rested).containsExactly(new Ward.Rested());
        assertThat(JSON.readEvents("[{\"canary\":\"moved\",\"type\":\"rested\"}]")
                        .refusals())
                .containsExactly(Refusal.of(Reason.FIELD_UNKNOWN, "events/0"));
        assertThat(JSON.readEvents("[{\"type\":7}]").refusals())
                .containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "events/0/type"));
        assertThat(JSON.readEvents("[{}]").refusals())
                .containsExactly(Refusal.of(Reason.FIELD_MISSING, "events/0/type"));
    }

    @Test
    void aNameThatAnyReleaseCouldHaveWrittenIsLettersAndDigitsAfterALetter() {
        for (String name : List.of("a", "z", "A", "Z", "a0", "a9", "zZ09", "a".repeat(64))) {
            assertThat(Form.isName(name)).as(name).isTrue();
        }
        for (String name : List.of(
                "", "0a", "9", "`a", "{a", "@a", "[a", "a/", "a:", "a`", "a{", "a@", "a[", "a-b", "a".repeat(65))) {
            assertThat(Form.isName(name)).as(name).isFalse();
        }
    }

    @Test
    void aNameThatCanBeShownMayHaveDotsAndHyphensToo() {
        for (String name : List.of("a", "z", "A", "Z", "0", "9", ".", "_", "-", "a-b.c_d", "a".repeat(64))) {
            assertThat(Form.isShowable(name)).as(name).isTrue();
        }
        for (String name : List.of("", "/", ":", "@", "[", "`", "{", "a b", "ä", "a".repeat(65))) {
            assertThat(Form.isShowable(name)).as(name).isFalse();
        }
    }

    @Test
    void aPlaceIsShownAsFarAsARefusalCanHoldIt() {
        Path at = Path.root("a".repeat(255)).to("b".repeat(256));

        assertThat(at.text()).hasSize(512);
        assertThat(at.shown()).isEqualTo(at.text());
        assertThat(Path.root("a".repeat(255)).to("b".repeat(257)).shown()).isEqualTo("a".repeat(255));
        assertThat(at.to(1).shown()).isEqualTo(at.text());
    }

    @Test
    void theLimitsThatCanBeSetReachFromOneCharacterToFiveHundredDeep() {
        Limits least = new Limits(1, 1);

        assertThat(JSON.within(least).readEvents("7").refusals())
                .containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "events"));
        assertThat(new Limits(1, 500).depth()).isEqualTo(500);
    }

    @Test
    void halfOfACharacterIsWrittenAsAnEscapeAtEitherEndOfItsRange() {
        for (char half : new char[] {'\uD800', '\uDBFF', '\uDC00', '\uDFFF'}) {
            assertThat(Json.write(new JsonTest.Guide(Code.of("urgent"), List.of(), "" + half)))
                    .contains("\"title\":\"\\u" + Integer.toHexString(half) + "\"");
        }
        for (char whole : new char[] {'\uD7FF', '\uE000'}) {
            assertThat(Json.write(new JsonTest.Guide(Code.of("urgent"), List.of(), "" + whole)))
                    .contains("\"title\":\"" + whole + "\"");
        }
    }
}
