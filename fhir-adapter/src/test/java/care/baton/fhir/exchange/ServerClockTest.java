package care.baton.fhir.exchange;

import static care.baton.fhir.exchange.ScriptedServer.json;
import static care.baton.fhir.exchange.WireTest.bundle;
import static care.baton.fhir.exchange.WireTest.perform;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Salt;
import care.baton.trace.Promise;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server's clock that has run ahead is no time from which to ask on: all that is stored until then would be missed. */
@Promise(28)
class ServerClockTest {

    private static final String FAR = "2099-01-01T00:00:00Z";
    private static final String STORED = "2026-03-02T14:00:00Z";

    private static String task(String stored) {
        return WireTest.TASK.replace("\"versionId\"", "\"lastUpdated\":\"" + stored + "\",\"versionId\"");
    }

    /** By the server's clock at this moment. */
    private static String at(String moment, String bundle) {
        return bundle.replaceFirst("(\"Bundle\",\"meta\":\\{\"lastUpdated\":)\"[^\"]*\"", "$1\"" + moment + "\"");
    }

    private static Response.Page page(String bundle, Request.Poll poll) {
        try (ScriptedServer server = new ScriptedServer(asked -> json(200, bundle))) {
            return (Response.Page) perform(server, poll);
        }
    }

    private static List<String> issues(Response.Page page) {
        Site site = new Site(Two.receivers(TwoSites.SDOH), Two.START);
        return site.exchange.absorb(site.record, site.links, page, Salt.of(new byte[32]), Two.START).issues().stream()
                .map(i -> i.code().value())
                .toList();
    }

    @Test
    void theNextSearchGoesOnFromTheLastThatWasStoredInstead() {
        Response.Page found = page(at(FAR, bundle("", task(STORED))), new Request.Poll(Optional.empty(), Two.START));

        assertThat(found.until()).hasValue(STORED);
        assertThat(found.whole()).isTrue();
        assertThat(issues(found)).containsExactly("server-time-ahead");
    }

    @Test
    void whereWhatIsStoredIsAheadAsWellItIsAskedFromWhereThisOneDid() {
        Response.Page found = page(at(FAR, bundle("", task(FAR))), new Request.Poll(Optional.of(STORED), Two.START));

        assertThat(found.resources()).hasSize(1);
        assertThat(found.until()).isEmpty();
        assertThat(issues(found)).containsExactly("server-time-ahead");
    }

    @Test
    void whatWasKeptFromSuchAClockIsNotAskedFrom() {
        try (ScriptedServer server = new ScriptedServer(asked -> json(200, bundle("", task(STORED))))) {
            perform(server, new Request.Poll(Optional.of(FAR), Two.START));

            assertThat(server.asked())
                    .isNotEmpty()
                    .noneMatch(asked -> asked.line().contains("_lastUpdated="));
        }
    }

    @Test
    void aClockThatIsAnHourAheadIsTheServersOwn() {
        String ahead = Two.START.plusSeconds(3_600).toString();
        Response.Page found = page(at(ahead, bundle("", task(STORED))), new Request.Poll(Optional.empty(), Two.START));

        assertThat(found.until()).hasValue(ahead);
        assertThat(issues(found)).isEmpty();
    }
}
