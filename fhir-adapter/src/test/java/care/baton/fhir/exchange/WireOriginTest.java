package care.baton.fhir.exchange;

import static care.baton.fhir.exchange.ScriptedServer.json;
import static care.baton.fhir.exchange.WireTest.KEY;
import static care.baton.fhir.exchange.WireTest.READ;
import static care.baton.fhir.exchange.WireTest.TASK;
import static care.baton.fhir.exchange.WireTest.perform;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.Limits;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.trace.Promise;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing of ours leaves the one server that we speak to, whatever its answers say. */
class WireOriginTest {

    @ParameterizedTest
    @MethodSource("bases")
    void theBaseMayEndInASlashOrBeTheRoot(String base, String line) {
        try (ScriptedServer server = new ScriptedServer(a -> json(200, TASK))) {
            Endpoint endpoint = new Endpoint(
                    URI.create(server.origin() + base),
                    PartnerProfiles.plainR4(),
                    Two.SENDER,
                    Two.RECEIVER,
                    "Organization/receiver");
            try (Wire wire = new Wire(endpoint, Limits.standard(), Duration.ofSeconds(5))) {
                assertThat(wire.perform(READ)).isInstanceOf(Response.Stands.class);
            }
            assertThat(server.asked().get(0).line()).isEqualTo(line);
            assertThat(server.asked().get(0).says("Authorization")).isFalse();
        }
    }

    static List<Arguments> bases() {
        return List.of(
                Arguments.of("/fhir", "GET /fhir/Task/t1 HTTP/1.1"),
                Arguments.of("/fhir/", "GET /fhir/Task/t1 HTTP/1.1"),
                Arguments.of("", "GET /Task/t1 HTTP/1.1"),
                Arguments.of("/a/b/fhir", "GET /a/b/fhir/Task/t1 HTTP/1.1"));
    }

    @Promise(21)
    @Test
    void anIdThatClimbsOutIsNotAskedFor() {
        try (ScriptedServer server = new ScriptedServer(a -> json(200, TASK))) {
            for (String id : List.of("../../admin", "..", "%2e%2e/x", "a\\..\\b", "a#b", "a b", "x\r\nHost: y")) {
                Response response = perform(server, new Request.Read(KEY, 3, id));
                assertThat(response).as(id).isInstanceOf(Response.Rejected.class);
            }
            assertThat(server.asked()).isEmpty();
        }
    }
}
