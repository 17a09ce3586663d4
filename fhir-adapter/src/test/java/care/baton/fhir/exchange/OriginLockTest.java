package care.baton.fhir.exchange;

import static care.baton.fhir.exchange.ScriptedServer.json;
import static care.baton.fhir.exchange.WireTest.CREATE;
import static care.baton.fhir.exchange.WireTest.FIND;
import static care.baton.fhir.exchange.WireTest.POLL;
import static care.baton.fhir.exchange.WireTest.READ;
import static care.baton.fhir.exchange.WireTest.TASK;
import static care.baton.fhir.exchange.WireTest.TOKEN;
import static care.baton.fhir.exchange.WireTest.UPDATE;
import static care.baton.fhir.exchange.WireTest.bundle;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.exchange.ScriptedServer.Asked;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing of ours, and above all no token, leaves the one server that was named, whatever that server says. A second
 * server on the same machine counts what reaches it.
 */
@Promise(21)
@Execution(ExecutionMode.CONCURRENT)
class OriginLockTest {

    private static final List<Request> REQUESTS = List.of(READ, UPDATE, CREATE, FIND, POLL);

    private final ScriptedServer other = new ScriptedServer(a -> json(200, bundle("", TASK)));
    private byte[] says = json(200, TASK);
    private final ScriptedServer server = new ScriptedServer(a -> says);
    private final Endpoint endpoint = new Endpoint(
            URI.create(server.origin() + "/fhir"),
            PartnerProfiles.plainR4(),
            Two.SENDER,
            Two.RECEIVER,
            "Organization/receiver");
    private final Wire wire = new Wire(endpoint, Limits.standard(), Duration.ofSeconds(5), () -> Optional.of(TOKEN));

    @AfterEach
    void nothingReachedTheOtherServer() {
        wire.close();
        server.close();
        other.close();
        assertThat(other.asked()).as("requests and credentials that left").isEmpty();
        for (Asked asked : server.asked()) {
            assertThat(asked.line()).matches("(GET|PUT|POST) /fhir[/?][!-~]* HTTP/1.1");
            assertThat(asked.says("Host: 127.0.0.1:" + server.port() + "\r\n")).isTrue();
            assertThat(asked.says("Authorization: Bearer " + TOKEN + "\r\n")).isTrue();
        }
    }

    static List<Arguments> kinds() {
        return UrlTricks.of(50_001, 50_002).entrySet().stream()
                .map(kind -> Arguments.of(kind.getKey(), kind.getValue().size()))
                .toList();
    }

    @Test
    void thereAreMoreThanTwoHundredTricks() {
        int tricks = UrlTricks.all(server.port(), other.port()).size();

        System.out.println("origin lock: " + tricks + " addresses, each as the next page, in the headers of 11 statuses"
                + " and as what a Task is about");
        assertThat(tricks).isGreaterThanOrEqualTo(200);
    }

    @ParameterizedTest(name = "{0}: {1} addresses")
    @MethodSource("kinds")
    void aNextPageIsNotElsewhere(String kind, int count) {
        List<String> tricks = UrlTricks.of(server.port(), other.port()).get(kind);
        for (String trick : tricks) {
            says = json(200, bundle(trick.replace("\"", "%22"), TASK));

            assertThat(wire.perform(POLL))
                    .as(trick)
                    .isInstanceOfSatisfying(
                            Response.Rejected.class,
                            no -> assertThat(no.reason().value()).as(trick).isIn("leaves-the-origin", "page-not-read"));
        }
        assertThat(tricks).hasSize(count);
        // a page that cannot be read at all is asked for once more, as a list
        assertThat(server.asked()).hasSizeBetween(count, 2 * count);
    }

    /** Every header by which a server may say "over there", with every address that a header can carry. */
    @ParameterizedTest
    @ValueSource(ints = {200, 201, 300, 301, 302, 303, 305, 307, 308, 401, 407})
    void noHeaderLeadsElsewhere(int status) {
        List<String> tricks = UrlTricks.all(server.port(), other.port()).stream()
                .filter(trick -> trick.chars().noneMatch(Character::isISOControl))
                .toList();
        assertThat(tricks).hasSizeGreaterThanOrEqualTo(200);
        for (int i = 0; i < tricks.size(); i++) {
            String trick = tricks.get(i);
            says = json(
                    status,
                    TASK,
                    "Location: " + trick,
                    "Content-Location: " + trick,
                    "Link: <" + trick + ">; rel=\"next\"",
                    "Refresh: 0; url=" + trick,
                    "Alt-Svc: h2=\"127.0.0.1:" + other.port() + "\"",
                    "Set-Cookie: a=b; Domain=127.0.0.1",
                    "WWW-Authenticate: Basic realm=\"" + i + "\"",
                    "Proxy-Authenticate: Basic realm=\"" + i + "\"");
            wire.perform(REQUESTS.get(i % REQUESTS.size()));
        }
        assertThat(server.asked())
                .as("each is asked once, and nothing is followed or repeated")
                .hasSize(tricks.size())
                .noneMatch(asked -> asked.says("Cookie:") || asked.says("Proxy-Authorization:"));
    }

    @Test
    void nothingThatATaskPointsToIsFetchedFromElsewhere() {
        List<String> tricks = UrlTricks.all(server.port(), other.port());
        Site empty = new Site(endpoint, Two.START);
        ObjectNode offered = offered();
        int taken = 0;
        for (String trick : tricks) {
            says = json(404, "");
            Site site = new Site(empty);
            site.takes(new Response.Page(List.of(task(offered, trick)), Optional.empty()), Two.START);
            if (site.talks().isEmpty()) {
                assertThat(trick)
                        .as("taken in but for what is no text of FHIR's")
                        .containsPattern("[\\p{Cntrl}\\p{Z}]|^$");
                continue;
            }
            taken++;
            site.says(new AnswerOffer(1, site.offer().asked(), new Answer.Accept()), Two.START);
            for (int round = 0; round < 3; round++) {
                site.plans(Two.START).forEach(request -> site.absorbs(wire.perform(request), Two.START));
            }
        }
        assertThat(taken).isGreaterThanOrEqualTo(200);
        assertThat(server.asked()).hasSizeGreaterThanOrEqualTo(taken);
    }

    private static ObjectNode offered() {
        Site sender = new Site(Two.senders(PartnerProfiles.plainR4()), Two.START);
        assertThat(sender.says(TwoSites.asked("ServiceRequest/s1"), Two.START)).isEmpty();
        return ((Request.Create) sender.plans(Two.START).get(0)).body().tree();
    }

    private static Found task(ObjectNode offered, String trick) {
        ObjectNode task = offered.deepCopy();
        task.put("id", "t1");
        task.putObject("meta")
                .put("versionId", "1")
                .put("source", trick)
                .putArray("profile")
                .add(trick);
        task.put("instantiatesUri", trick);
        task.putObject("focus").put("reference", trick);
        task.putArray("basedOn").addObject().put("reference", trick);
        task.putArray("partOf").addObject().put("reference", trick);
        task.putArray("input").addObject().putObject("valueAttachment").put("url", trick);
        task.withArray("/extension").addObject().put("url", trick).put("valueUrl", trick);
        return new Found("Task", "t1", "1", FhirJson.of(task));
    }

    /** What goes into the address or the headers of a request of ours never ends them early. */
    @Test
    void whatIsPutIntoARequestStaysInItsPlace() {
        List<String> odd = new ArrayList<>(UrlTricks.all(server.port(), other.port()));
        IntStream.range(0, 0x30).forEach(c -> odd.add("a" + (char) c + "b"));
        for (String text : odd) {
            wire.perform(new Request.Read(WireTest.KEY, 3, text));
            wire.perform(new Request.Poll(Optional.of(text)));
            wire.perform(new Request.Listen(List.of(text)));
            wire.perform(new Request.Update(WireTest.KEY, 3, "t1", text, WireTest.BODY));
        }
        for (Asked asked : server.asked()) {
            assertThat(asked.head().split("\r\n", -1))
                    .as("no header of its own")
                    .allMatch(line -> line.isEmpty()
                            || line.matches("(GET|PUT) .*")
                            || line.matches(
                                    "(?i)(accept|accept-charset|accept-encoding|prefer|authorization|host|connection"
                                            + "|user-agent|cache-control|content-type|content-length|if-match): .*"));
        }
    }
}
