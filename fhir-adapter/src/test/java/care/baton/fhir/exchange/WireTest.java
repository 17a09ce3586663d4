package care.baton.fhir.exchange;

import static care.baton.fhir.exchange.ScriptedServer.answer;
import static care.baton.fhir.exchange.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Limits;
import care.baton.fhir.exchange.ScriptedServer.Asked;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.trace.Promise;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    static final LinkKey KEY = LinkKey.task("handoff-1", 1);
    static final String SECRET = "Zyxwvut";
    static final String TOKEN = "token-of-ours";
    static final String TASK = "{\"resourceType\":\"Task\",\"id\":\"t1\",\"meta\":{\"versionId\":\"7\"},"
            + "\"identifier\":[{\"system\":\"" + FhirSystems.IDENTIFIERS + "\",\"value\":\"handoff-1/offer-1\"}]}";
    static final FhirJson BODY = FhirJson.read("{\"resourceType\":\"Task\",\"description\":\"" + SECRET + "\"}")
            .value()
            .orElseThrow();
    static final Request READ = new Request.Read(KEY, 3, "t1");
    static final Request UPDATE = new Request.Update(KEY, 3, "t1", "6", BODY);
    static final Request CREATE = new Request.Create(KEY, 3, BODY);
    static final Request FIND = new Request.Find(KEY, 3);
    static final Request POLL = new Request.Poll(Optional.empty());

    static Response perform(ScriptedServer server, Request request) {
        return perform(server, request, Limits.standard(), Duration.ofSeconds(5));
    }

    static Response perform(ScriptedServer server, Request request, Limits limits, Duration patience) {
        Endpoint endpoint = new Endpoint(
                URI.create(server.origin() + "/fhir"),
                PartnerProfiles.plainR4(),
                Two.SENDER,
                Two.RECEIVER,
                "Organization/receiver");
        try (Wire wire = new Wire(endpoint, limits, patience, () -> Optional.of(TOKEN))) {
            return wire.perform(request);
        }
    }

    static Response said(Request request, Function<Asked, byte[]> script) {
        try (ScriptedServer server = new ScriptedServer(script)) {
            return perform(server, request);
        }
    }

    static String bundle(String next, String... resources) {
        StringBuilder out =
                new StringBuilder("{\"resourceType\":\"Bundle\",\"meta\":{\"lastUpdated\":\"2026-03-02T15:00:00Z\"},");
        if (!next.isEmpty()) {
            out.append("\"link\":[{\"relation\":\"next\",\"url\":\"")
                    .append(next.replace("\\", "\\\\"))
                    .append("\"}],");
        }
        out.append("\"entry\":[");
        for (int i = 0; i < resources.length; i++) {
            out.append(i == 0 ? "" : ",")
                    .append("{\"resource\":")
                    .append(resources[i])
                    .append('}');
        }
        return out.append("]}").toString();
    }

    @Test
    void anUpdateNamesTheVersionThatWasReadAndACreateItsIdentifier() {
        try (ScriptedServer server = new ScriptedServer(a -> json(200, TASK))) {
            perform(server, UPDATE);
            perform(server, CREATE);

            assertThat(server.asked().get(0).line()).isEqualTo("PUT /fhir/Task/t1 HTTP/1.1");
            assertThat(server.asked().get(0).says("If-Match: W/\"6\"\r\n")).isTrue();
            assertThat(server.asked().get(1).line()).isEqualTo("POST /fhir/Task HTTP/1.1");
            assertThat(server.asked().get(1).says("If-None-Exist: identifier=")).isTrue();
            assertThat(server.asked().get(1).says("Authorization: Bearer " + TOKEN))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        try (ScriptedServer other = new ScriptedServer(a -> json(200, TASK));
                ScriptedServer server =
                        new ScriptedServer(a -> json(status, "", "Location: " + other.origin() + "/fhir/Task/t1"))) {
            for (Request request : List.of(READ, UPDATE, CREATE, FIND, POLL)) {
                assertThat(perform(server, request)).isInstanceOf(Response.Refused.class);
            }
            assertThat(other.asked()).isEmpty();
            assertThat(server.asked()).hasSize(5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412})
    void anotherVersionIsAConflictAsAValue(int status) {
        assertThat(said(UPDATE, a -> json(status, ""))).isEqualTo(new Response.Conflict(KEY, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void nothingThereIsAbsent(int status) {
        assertThat(said(READ, a -> json(status, ""))).isEqualTo(new Response.Absent(KEY, 3));
    }

    @Test
    void laterIsHonouredInSecondsAndAsADateAndNeverMoreThanADay() {
        String date = "Date: Mon, 02 Mar 2026 15:00:00 GMT";
        assertThat(after("Retry-After: 120")).hasValue(Duration.ofSeconds(120));
        for (String ever : List.of("999999999", "2147483647", "9".repeat(1_000))) {
            assertThat(after("Retry-After: " + ever)).as(ever).hasValue(Duration.ofDays(1));
        }
        assertThat(after("Retry-After: Mon, 02 Mar 2026 15:02:00 GMT", date)).hasValue(Duration.ofMinutes(2));
        assertThat(after("Retry-After: Mon, 02 Mar 2026 14:02:00 GMT", date)).hasValue(Duration.ZERO);
        assertThat(after("Retry-After: Fri, 06 Mar 2026 15:02:00 GMT", date)).hasValue(Duration.ofDays(1));
        for (String odd : List.of("-1", "soon", "1.5", "", "Mon, 02 Foo 2026")) {
            assertThat(after("Retry-After: " + odd, date)).as(odd).isEmpty();
        }
    }

    static Optional<Duration> after(String... headers) {
        Response response = said(UPDATE, a -> json(429, "", headers));
        return ((Response.Refused) response).after();
    }

    @Test
    void everyStatusOfFailureIsAValue() {
        for (int status = 400; status < 600; status++) {
            int one = status;
            Response response = said(UPDATE, a -> answer(one, "text/html", "<p>" + SECRET + "</p>"));

            boolean unknown = one == 408 || (one >= 500 && one != 501 && one != 503);
            Class<? extends Response> expected = one == 409 || one == 412
                    ? Response.Conflict.class
                    : unknown ? Response.Unknown.class : Response.Refused.class;
            assertThat(response).as("status " + one).isInstanceOf(expected);
            assertThat(response.toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void aConnectionThatBreaksLeavesTheOutcomeUnknown() {
        byte[] whole = json(200, TASK);
        for (int length : new int[] {0, 5, 20, whole.length - 60, whole.length - 1}) {
            assertThat(said(UPDATE, a -> Arrays.copyOf(whole, length)))
                    .as("after " + length)
                    .isEqualTo(new Response.Unknown(Optional.of(KEY), 3));
        }
    }

    @Test
    void aServerThatIsNotThereLeavesTheOutcomeUnknown() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Endpoint endpoint = new Endpoint(
                URI.create("http://127.0.0.1:" + port),
                PartnerProfiles.plainR4(),
                Two.SENDER,
                Two.RECEIVER,
                "Organization/r");
        try (Wire wire = new Wire(endpoint, Limits.standard(), Duration.ofSeconds(5))) {
            assertThat(wire.perform(UPDATE)).isEqualTo(new Response.Unknown(Optional.of(KEY), 3));
        }
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForLongerThanAgreed() {
        CountDownLatch done = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(a -> {
            try {
                done.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return json(200, TASK);
        })) {
            Response response = perform(server, UPDATE, Limits.standard(), Duration.ofMillis(300));
            done.countDown();

            assertThat(response).isEqualTo(new Response.Unknown(Optional.of(KEY), 3));
        }
    }

    @Test
    void whatIsNotTheResourceAskedForIsNotTakenIn() {
        assertThat(said(READ, a -> answer(200, "text/html", "<html>" + SECRET + "</html>")))
                .isInstanceOf(Response.Unknown.class);
        assertThat(said(READ, a -> answer(200, "text/html", TASK))).isInstanceOf(Response.Unknown.class);
        assertThat(said(READ, a -> json(200, "{\"resourceType\":\"Task\"" + SECRET)))
                .isInstanceOf(Response.Unknown.class);
        assertThat(said(READ, a -> json(200, ""))).isInstanceOf(Response.Unknown.class);
        assertThat(reason(said(READ, a -> json(200, TASK.replace("\"Task\"", "\"Patient\"")))))
                .isEqualTo("other-resource");
        assertThat(reason(said(READ, a -> json(200, TASK.replace("\"versionId\":\"7\"", "\"other\":\"7\"")))))
                .isEqualTo("without-id-or-version");
        assertThat(reason(said(READ, a -> json(200, TASK.replace("\"id\":\"t1\"", "\"id\":\"../t1\"")))))
                .isEqualTo("without-id-or-version");
        assertThat(reason(said(CREATE, a -> json(201, TASK.replace("offer-1", "offer-2")))))
                .isEqualTo("other-resource");
    }

    static String reason(Response response) {
        return ((Response.Rejected) response).reason().value();
    }

    @Test
    void aTooLargeBodyIsTurnedAwayUnread() {
        Limits limits = new Limits(1_000, 64, 1_000, 1_000);
        String padded = TASK.substring(0, TASK.length() - 1) + ",\"x\":\"" + "y".repeat(2_000) + "\"}";
        try (ScriptedServer server = new ScriptedServer(a -> json(200, padded))) {
            assertThat(reason(perform(server, READ, limits, Duration.ofSeconds(5))))
                    .isEqualTo("too-large");
        }
    }

    @Test
    void aWriteThatMadeTheResourceAnewIsNamedAndNotTakenForStored() {
        assertThat(reason(said(UPDATE, a -> json(201, TASK)))).isEqualTo("recreated");
        assertThat(said(CREATE, a -> json(201, TASK))).isInstanceOf(Response.Stands.class);
    }

    @Test
    void aConflictOnACreateIsResolvedByASearchAndTheLowestIdLives() {
        String second = TASK.replace("\"t1\"", "\"t0\"");
        String foreign = TASK.replace("\"t1\"", "\"a\"").replace("offer-1", "offer-9");
        Response response = said(
                CREATE,
                a -> a.line().startsWith("POST") ? json(412, "") : json(200, bundle("", TASK, second, foreign)));

        assertThat(((Response.Stands) response).found().id()).isEqualTo("t0");
    }

    @Test
    void ofTwoNumbersTheShorterIsTheLower() {
        String ninth = TASK.replace("\"t1\"", "\"9\"");
        String tenth = TASK.replace("\"t1\"", "\"10\"");

        assertThat(said(FIND, a -> json(200, bundle("", tenth, ninth))))
                .isInstanceOfSatisfying(
                        Response.Stands.class,
                        stands -> assertThat(stands.found().id()).isEqualTo("9"));
    }

    @Test
    void severalChoicesAreARefusal() {
        assertThat(said(READ, a -> json(300, TASK)))
                .isEqualTo(new Response.Refused(Optional.of(KEY), 3, 300, Optional.empty()));
    }

    @Test
    void aStatusThatIsNoneLeavesTheOutcomeUnknown() {
        for (int none : List.of(0, 99)) {
            assertThat(said(UPDATE, a -> json(none, TASK))).isEqualTo(new Response.Unknown(Optional.of(KEY), 3));
        }
    }

    @Test
    void whatGoesDeeperThanIsReadIsTurnedAwayByName() {
        String deep = TASK.substring(0, TASK.length() - 1) + ",\"x\":" + "[".repeat(200) + "]".repeat(200) + "}";

        assertThat(reason(said(READ, a -> json(200, deep)))).isEqualTo("too-deep");
    }

    @Test
    void itIsWaitedForAnHourAtMostAndNothingIsSentOnceItIsClosed() {
        try (ScriptedServer server = new ScriptedServer(a -> json(200, TASK))) {
            Endpoint endpoint = new Endpoint(
                    URI.create(server.origin()), PartnerProfiles.plainR4(), Two.SENDER, Two.RECEIVER, "Organization/r");
            Wire wire = new Wire(endpoint, Limits.standard(), Duration.ofHours(1));
            assertThat(wire.perform(READ)).isInstanceOf(Response.Stands.class);
            wire.close();

            assertThat(reason(wire.perform(READ))).isEqualTo("wire-closed");
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void aSearchThatLeavesTheIdentifierOutFindsNothingOfOurs() {
        assertThat(said(FIND, a -> json(200, bundle("", TASK.replace("offer-1", "offer-9")))))
                .isEqualTo(new Response.Absent(KEY, 3));
        assertThat(said(FIND, a -> json(200, bundle("")))).isEqualTo(new Response.Absent(KEY, 3));
        assertThat(said(FIND, a -> json(500, ""))).isEqualTo(new Response.Unknown(Optional.of(KEY), 3));
    }

    @Test
    void allPagesAreReadEachOnceAndTheFirstTimeHolds() {
        try (ScriptedServer server = new ScriptedServer(a -> a.line().contains("page=2")
                ? json(200, bundle("", TASK.replace("\"t1\"", "\"t2\"")).replace("15:00:00", "16:00:00"))
                : json(200, bundle("?page=2", TASK)))) {
            Response.Page page = (Response.Page) perform(server, POLL);

            assertThat(page.resources()).extracting(Response.Found::id).containsExactly("t1", "t2");
            assertThat(page.until()).hasValue("2026-03-02T15:00:00Z");
            assertThat(server.asked().get(0).line()).contains("owner=Organization%2Freceiver");
            assertThat(server.asked().get(2).line()).contains("requester=Organization%2Freceiver");
        }
    }

    @Test
    void pagesThatGoRoundOrNeverEndAreBounded() {
        assertThat(reason(said(POLL, a -> json(200, bundle("?page=1", TASK))))).isEqualTo("pages-go-round");
        int[] count = {0};
        try (ScriptedServer server = new ScriptedServer(a -> json(200, bundle("?page=" + count[0]++, TASK)))) {
            Response response = perform(server, FIND);

            assertThat(response).isInstanceOf(Response.Stands.class);
            assertThat(server.asked()).hasSize(100);
        }
    }

    @Test
    void aSearchThatIsNoBundleIsTurnedAway() {
        assertThat(reason(said(POLL, a -> json(200, TASK)))).isEqualTo("not-a-bundle");
        assertThat(reason(said(POLL, a -> answer(200, "text/html", "<html/>")))).isEqualTo("page-not-read");
    }

    @Promise(21)
    @Test
    void nothingThatIsPrintedSaysWhatWasSentOrCameBack() {
        for (Request request : List.of(CREATE, UPDATE)) {
            assertThat(request.toString()).doesNotContain(SECRET).doesNotContain("handoff-1");
        }
        String back = TASK.replace("\"id\"", "\"description\":\"" + SECRET + "\",\"id\"");
        assertThat(said(READ, a -> json(200, back)).toString()).doesNotContain(SECRET);
        assertThat(said(POLL, a -> json(200, bundle("", back))).toString()).doesNotContain(SECRET);
    }
}
