package care.baton.fhir.exchange;

import static care.baton.fhir.exchange.ScriptedServer.json;
import static care.baton.fhir.exchange.WireTest.KEY;
import static care.baton.fhir.exchange.WireTest.POLL;
import static care.baton.fhir.exchange.WireTest.READ;
import static care.baton.fhir.exchange.WireTest.TASK;
import static care.baton.fhir.exchange.WireTest.bundle;
import static care.baton.fhir.exchange.WireTest.perform;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.Limits;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.trace.Promise;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing of ours leaves the one server that we speak to, whatever its answers say. */
class WireOriginTest {

    @Test
    void noAddressInAnAnswerLeadsToAnotherOrigin() {
        try (ScriptedServer other = new ScriptedServer(a -> json(200, bundle("", TASK)))) {
            List<String> asked = new ArrayList<>();
            String[] next = {""};
            try (ScriptedServer server = new ScriptedServer(a -> {
                asked.add(a.line());
                return json(200, a.line().contains("_count=50") ? bundle(next[0], TASK) : bundle("", TASK));
            })) {
                List<String> tricks = tricks(server, other);
                assertThat(tricks).hasSizeGreaterThan(200);
                for (String trick : tricks) {
                    next[0] = trick;
                    asked.clear();
                    Response response = perform(server, POLL);

                    assertThat(other.asked()).as(trick).isEmpty();
                    assertThat(asked)
                            .as(trick)
                            .allMatch(line -> line.startsWith("GET /fhir/") || line.startsWith("GET /fhir?"));
                    assertThat(response).as(trick).isInstanceOf(Response.Rejected.class);
                }
            }
        }
    }

    /** Addresses that leave scheme, host, port or path prefix, plainly or in disguise. */
    static List<String> tricks(ScriptedServer server, ScriptedServer other) {
        String ours = "127.0.0.1:" + server.port();
        String theirs = "127.0.0.1:" + other.port();
        List<String> hosts = List.of(
                theirs,
                ours + "@" + theirs,
                "user:pass@" + ours,
                ours + ".example.invalid",
                "localhost:" + server.port(),
                "127.1:" + server.port(),
                "0x7f000001:" + server.port(),
                "2130706433:" + server.port(),
                "[::1]:" + server.port(),
                "[::ffff:127.0.0.1]:" + server.port(),
                "127.0.0.1",
                "127.0.0.1:",
                "127.0.0.1:0" + other.port(),
                ours + "%00." + theirs,
                ours + "#@" + theirs,
                ours + "\\@" + theirs,
                "%31%32%37.0.0.1:" + server.port(),
                "127.0.0.1.:" + server.port(),
                "127\u30020\u30020\u30021:" + server.port(),
                "\uff11\uff12\uff17.0.0.1:" + server.port());
        List<String> schemes = List.of(
                "http://", "https://", "HTTP://", "ftp://", "//", "http:///", "http:\\\\", "file://", "jar:http://");
        List<String> tricks = new ArrayList<>();
        for (String scheme : schemes) {
            for (String host : hosts) {
                tricks.add(scheme + host + "/fhir/Task?x=1");
            }
        }
        for (String path : List.of(
                "/fhir/../admin",
                "/fhir/./../admin",
                "/fhir/%2e%2e/admin",
                "/fhir/%2E%2E/admin",
                "/fhir/.%2e/admin",
                "/fhir/..%2fadmin",
                "/fhir/..%2Fadmin",
                "/fhir/..\\admin",
                "/fhirx/Task",
                "/fhi",
                "/admin",
                "/",
                "",
                "//fhir/Task",
                "/fhir/Task#x",
                "/FHIR/Task",
                "/fhir%2fTask",
                "/fhir/%5c..%5cadmin")) {
            tricks.add("http://" + ours + path);
            tricks.add(path.isEmpty() ? "http:" : path.equals("/") ? "/" : path.replace("/fhir/", "/other/"));
        }
        tricks.addAll(List.of(
                "javascript:alert(1)",
                "data:text/plain,x",
                "mailto:a@b",
                "urn:uuid:1",
                "http:",
                "::",
                " ",
                "\u0000",
                "../admin",
                "../../admin"));
        return tricks.stream().distinct().toList();
    }

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

    @Test
    void aTokenThatIsNoneIsNotSent() {
        try (ScriptedServer server = new ScriptedServer(a -> json(200, TASK))) {
            Endpoint endpoint = new Endpoint(
                    URI.create(server.origin()), PartnerProfiles.plainR4(), Two.SENDER, Two.RECEIVER, "Organization/r");
            try (Wire wire = new Wire(
                    endpoint, Limits.standard(), Duration.ofSeconds(5), () -> Optional.of("a\r\nX-Other: b"))) {
                wire.perform(READ);
            }
            assertThat(server.asked().get(0).says("X-Other")).isFalse();
            assertThat(server.asked().get(0).says("Authorization")).isFalse();
        }
    }
}
