package care.baton.fhir.exchange;

import static care.baton.fhir.exchange.ScriptedServer.json;
import static care.baton.fhir.exchange.WireTest.bundle;
import static care.baton.fhir.exchange.WireTest.perform;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Salt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A server that brings fewer than it counts has not brought all, whatever it says of a next page. */
class ShortSearchTest {

    private static String task(int number) {
        return WireTest.TASK
                .replace("\"t1\"", "\"t" + number + "\"")
                .replace("\"versionId\"", "\"lastUpdated\":\"" + stored(number) + "\",\"versionId\"");
    }

    private static Instant stored(int number) {
        return Instant.parse("2026-03-02T15:00:00Z").plusSeconds(number);
    }

    private static String counting(int total, String bundle) {
        return bundle.replaceFirst("\\{", "{\"total\":" + total + ",");
    }

    private static List<String> issues(Response.Page page) {
        Site site = new Site(Two.receivers(TwoSites.SDOH), Two.START);
        return site.exchange.absorb(site.record, site.links, page, Salt.of(new byte[32]), Two.START).issues().stream()
                .map(i -> i.code().value())
                .toList();
    }

    @Test
    void fewerThanTheServerCountsIsNotTheWholeAndTheNextSearchGoesOnFromThere() {
        try (ScriptedServer server =
                new ScriptedServer(asked -> json(200, counting(5, bundle("", task(1), task(2)))))) {
            Response.Page found = (Response.Page) perform(server, new Request.Poll(Optional.empty()));

            assertThat(found.whole()).isFalse();
            assertThat(found.until()).hasValue(stored(2).toString());
            assertThat(issues(found)).containsExactlyInAnyOrder("fewer-than-counted", "search-goes-on");
        }
    }

    @Test
    void aServerWithoutPagesIsReadToItsEnd() {
        try (ScriptedServer server = new ScriptedServer(asked -> {
            String since = asked.line().replace("%3A", ":").replaceAll(".*_lastUpdated=ge([^&]*)&.*", "$1");
            int from = since.startsWith("2026")
                    ? (int) Duration.between(stored(0), Instant.parse(since)).toSeconds()
                    : 0;
            String[] some = IntStream.range(from, Math.min(from + 3, 8))
                    .mapToObj(ShortSearchTest::task)
                    .toArray(String[]::new);
            return json(200, counting(8 - from, bundle("", some)));
        })) {
            Optional<String> since = Optional.empty();
            Response.Page page = (Response.Page) perform(server, new Request.Poll(since));
            for (int rounds = 0; !page.whole() && rounds < 6; rounds++) {
                page = (Response.Page) perform(server, new Request.Poll(page.until()));
            }

            assertThat(page.whole()).isTrue();
            assertThat(page.resources()).extracting(Response.Found::id).contains("t7");
        }
    }

    @Test
    void whatWasWrittenIsNotSaidToBeMissingWhereTheServerCountsOneAndShowsNone() {
        try (ScriptedServer server = new ScriptedServer(asked -> json(200, counting(1, bundle(""))))) {
            assertThat(perform(server, WireTest.FIND)).isInstanceOf(Response.Unknown.class);
        }
    }

    @Test
    void asManyAsTheServerCountsIsTheWholeAlsoBesideARemarkOfItsOwn() {
        String remark = "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"information\"}]}";
        try (ScriptedServer server =
                new ScriptedServer(asked -> json(200, counting(2, bundle("", task(1), remark, task(2)))))) {
            Response.Page found = (Response.Page) perform(server, new Request.Poll(Optional.empty()));

            assertThat(found.whole()).isTrue();
            assertThat(issues(found)).isEmpty();
        }
    }
}
