package care.baton.fhir.exchange;

import static care.baton.fhir.exchange.ScriptedServer.json;
import static care.baton.fhir.exchange.WireTest.KEY;
import static care.baton.fhir.exchange.WireTest.said;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.exchange.Response.Stands;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A late copy of a Task is told by the numbers of its versions; where they are none, by the server's own times. */
class OlderVersionTest {

    @ParameterizedTest
    @CsvSource({"7, 6, true", "10, 9, true", "7, 8, false", "9, 10, false", "7, 7, false", "07, 7, false"})
    void numbersTellTheOlderWhateverTheTimesSay(String known, String read, boolean older) {
        assertThat(Meanwhile.isOlder(known(known, 5), read(read, 4, true))).isEqualTo(older);
        assertThat(Meanwhile.isOlder(known(known, 5), read(read, 6, false))).isEqualTo(older);
    }

    @ParameterizedTest
    @CsvSource({"a, b", "7, b", "a, 8"})
    void namesAreToldByTheirTimesWhereTheHistoryTellsNothing(String known, String read) {
        assertThat(Meanwhile.isOlder(known(known, 5), read(read, 4, true))).isTrue();
        assertThat(Meanwhile.isOlder(known(known, 5), read(read, 5, true))).isFalse();
        assertThat(Meanwhile.isOlder(known(known, 5), read(read, 6, true))).isFalse();
        assertThat(Meanwhile.isOlder(known(known, 5), read(read, 4, false))).isFalse();
        assertThat(Meanwhile.isOlder(known(known, 5), read(read, 0, true))).isFalse();
        assertThat(Meanwhile.isOlder(known(known, 0), read(read, 4, true))).isFalse();
    }

    @Test
    void theSameNameIsNotOlderThanItself() {
        assertThat(Meanwhile.isOlder(known("a", 5), read("a", 4, true))).isFalse();
    }

    @Test
    void aServerThatSaysSoTimeAfterTimeIsBelieved() {
        assertThat(Meanwhile.isOlder(failed("a", 4), read("b", 4, true))).isTrue();
        assertThat(Meanwhile.isOlder(failed("a", 5), read("b", 4, true))).isFalse();
    }

    @Test
    void whatNobodyAsksForAnyMoreIsAGapUnlessItIsTheNext() {
        assertThat(Meanwhile.isGap(failed("7", 5), read("9", 6, false))).isTrue();
        assertThat(Meanwhile.isGap(failed("7", 4), read("9", 6, false))).isFalse();
        assertThat(Meanwhile.isGap(failed("7", 4), read("9", 6, true))).isTrue();
        assertThat(Meanwhile.isGap(failed("7", 5), read("8", 6, false))).isFalse();
        assertThat(Meanwhile.isGap(failed("7", 5), read("7", 5, false))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"7, 9, true", "7, b, false", "a, 9, false", "a, b, false"})
    void onlyNumbersShowThatOneWasLeftOut(String known, String read, boolean proven) {
        assertThat(Meanwhile.isProven(known(known, 5), read(read, 6, true))).isEqualTo(proven);
    }

    @Test
    void aHistoryThatHasWhatIsKnownAfterWhatStandsIsThatOfALateCopy() {
        assertThat(history(version("5", 9), version("6", 8), version("7", 7)))
                .isEqualTo(new Response.Rejected(Optional.of(KEY), 3, Meanwhile.OLDER));
        assertThat(history(version("5", 7), version("7", 7)))
                .isEqualTo(new Response.Rejected(Optional.of(KEY), 3, Meanwhile.OLDER));
    }

    @Test
    void aHistoryThatBeginsAtTheOtherEndIsToldByItsTimes() {
        assertThat(history(version("5", 5), version("6", 6), version("7", 7)))
                .isInstanceOfSatisfying(Stands.class, stands -> {
                    assertThat(stands.between()).extracting(Found::version).containsExactly("6");
                    assertThat(stands.gap()).isFalse();
                });
    }

    @Test
    void aHistoryThatBeginsAtTheOtherEndAndTellsNoTimesIsAGap() {
        for (Response heard :
                List.of(history(version("5", 0), version("7", 7)), history(version("5", 9), version("7", 0)))) {
            assertThat(heard)
                    .isInstanceOfSatisfying(
                            Stands.class, stands -> assertThat(stands.gap()).isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503})
    void aHistoryThatDoesNotAnswerNowIsNoAnswer(int status) {
        assertThat(said(reading(), a -> a.line().contains("_history") ? json(status, "") : json(200, version("7", 7))))
                .isNotInstanceOf(Stands.class);
    }

    @Test
    void aHistoryThatBreaksOffIsNoAnswerAndOneThatIsTooLargeIsAGap() {
        assertThat(said(reading(), a -> a.line().contains("_history") ? new byte[0] : json(200, version("7", 7))))
                .isEqualTo(new Response.Unknown(Optional.of(KEY), 3));
        String large = "{\"resourceType\":\"Bundle\",\"x\":\"" + "y".repeat(2_000) + "\"}";
        try (ScriptedServer server =
                new ScriptedServer(a -> json(200, a.line().contains("_history") ? large : version("7", 7)))) {
            assertThat(WireTest.perform(server, reading(), new Limits(1_000, 64, 1_000, 1_000), Duration.ofSeconds(5)))
                    .isInstanceOfSatisfying(
                            Stands.class, stands -> assertThat(stands.gap()).isTrue());
        }
    }

    @Test
    void aHistoryWithoutEndIsLeftAfterAHundredPages() {
        int[] page = {0};
        Response heard = said(
                reading(),
                a -> !a.line().contains("_history")
                        ? json(200, version("7", 7))
                        : json(
                                200,
                                WireTest.bundle(
                                        page[0]++ < 150 ? "Task/t1/_history?page=" + page[0] : "", version("7", 7))));

        assertThat(page[0]).isEqualTo(100);
        assertThat(heard)
                .isInstanceOfSatisfying(
                        Stands.class, stands -> assertThat(stands.gap()).isTrue());
    }

    private static Response history(String... versions) {
        String entries = Stream.of(versions)
                .map(version -> "{\"resource\":" + version + "}")
                .collect(Collectors.joining(","));
        String bundle = "{\"resourceType\":\"Bundle\",\"entry\":[" + entries + "]}";
        String last = versions[versions.length - 1];
        return said(reading(), a -> json(200, a.line().contains("_history") ? bundle : last));
    }

    private static Request reading() {
        return new Request.Read(KEY, 3, "t1", Optional.of("5"));
    }

    private static Link known(String version, int second) {
        return Link.unknown(KEY).at("t1", version, version(version, second), Two.START);
    }

    private static Link failed(String version, int times) {
        Link link = known(version, 5);
        for (int i = 0; i < times; i++) {
            link = link.unresolved(Two.START, Duration.ZERO);
        }
        return link;
    }

    private static Stands read(String version, int second, boolean gap) {
        FhirJson json = FhirJson.read(version(version, second)).value().orElseThrow();
        return new Stands(KEY, 3, new Found("Task", "t1", version, json), List.of(), gap);
    }

    /** Stored at that second; at 0 the server tells no time. */
    private static String version(String version, int second) {
        String at = second == 0 ? "" : ",\"lastUpdated\":\"" + Two.START.plusSeconds(second) + "\"";
        return "{\"resourceType\":\"Task\",\"id\":\"t1\",\"meta\":{\"versionId\":\"" + version + "\"" + at + "}}";
    }
}
