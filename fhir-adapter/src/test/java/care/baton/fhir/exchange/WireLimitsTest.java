package care.baton.fhir.exchange;

import static care.baton.fhir.exchange.ScriptedServer.json;
import static care.baton.fhir.exchange.WireTest.CREATE;
import static care.baton.fhir.exchange.WireTest.FIND;
import static care.baton.fhir.exchange.WireTest.KEY;
import static care.baton.fhir.exchange.WireTest.POLL;
import static care.baton.fhir.exchange.WireTest.READ;
import static care.baton.fhir.exchange.WireTest.TASK;
import static care.baton.fhir.exchange.WireTest.UPDATE;
import static care.baton.fhir.exchange.WireTest.bundle;
import static care.baton.fhir.exchange.WireTest.perform;
import static care.baton.fhir.exchange.WireTest.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.fhir.Limits;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.trace.Promise;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a server may say, how slowly, and what its "yes" has to show before it counts. */
@Execution(ExecutionMode.CONCURRENT)
class WireLimitsTest {

    private static final Response UNKNOWN = new Response.Unknown(Optional.of(KEY), 3);
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/fhir+json\r\n";

    /** One answer that never stops beginning, and what is made of it. */
    private record Drip(String what, String begin, String drip, String end) implements Callable<Response> {
        @Override
        public Response call() {
            try (DrippingServer server = new DrippingServer(begin, drip, end);
                    Wire wire = new Wire(endpoint(server.origin()), Limits.standard(), Duration.ofMillis(100))) {
                return wire.perform(UPDATE);
            }
        }
    }

    private static List<Drip> drips() {
        String rest = "Content-Length: " + TASK.length() + "\r\n\r\n" + TASK;
        return List.of(
                new Drip("lines before the answer", "", "wait\r\n", HEAD + rest),
                new Drip("the status line", "HTTP/1.1 200 O", "o", "K\r\n" + rest),
                new Drip("answers that say to go on", "", "HTTP/1.1 100 Continue\r\n\r\n", HEAD + rest),
                new Drip("one header", HEAD + "X: ", "x", "\r\n" + rest),
                new Drip("a folded header", HEAD + "X: y\r\n", " y", "\r\n" + rest),
                new Drip("the body", HEAD + "\r\n", " ", TASK),
                new Drip("chunks", HEAD + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n", "0\r\n\r\n"),
                new Drip("a chunk's size", HEAD + "Transfer-Encoding: chunked\r\n\r\n", "0", "1\r\n \r\n0\r\n\r\n"));
    }

    /** No part of it is slow, so that no wait for a part ends it: the whole has an end of its own. */
    @Test
    void anAnswerThatDripsIsCutOffAsAWhole() throws InterruptedException, ExecutionException {
        List<Drip> drips = drips();
        ExecutorService each = Executors.newFixedThreadPool(drips.size());
        try {
            List<Future<Response>> heard = each.invokeAll(drips);
            for (int i = 0; i < drips.size(); i++) {
                assertThat(heard.get(i).get()).as(drips.get(i).what()).isEqualTo(UNKNOWN);
            }
        } finally {
            each.shutdownNow();
        }
    }

    @Test
    void itWaitsForSomeTimeAndAtMostAnHour() {
        Endpoint endpoint = Two.senders(PartnerProfiles.plainR4());
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(25))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Wire(endpoint, Limits.standard(), wrong))
                    .withMessageStartingWith("patience");
        }
    }

    @Test
    void aHeaderThatIsTooLongOrOneOfTooManyIsNotTakenIn() {
        String[] many = IntStream.range(0, 300).mapToObj(i -> "X-" + i + ": y").toArray(String[]::new);
        String[] most = IntStream.range(0, 150).mapToObj(i -> "X-" + i + ": y").toArray(String[]::new);

        assertThat(said(READ, a -> json(200, TASK, "X: " + "y".repeat(100_000))))
                .isEqualTo(UNKNOWN);
        assertThat(said(READ, a -> json(200, TASK, many))).isEqualTo(UNKNOWN);
        assertThat(said(READ, a -> json(200, TASK, "X: " + "y".repeat(10_000)))).isInstanceOf(Response.Stands.class);
        assertThat(said(READ, a -> json(200, TASK, most))).isInstanceOf(Response.Stands.class);
    }

    @Test
    void allPagesTogetherTakeNoMoreThanTwentyTimesTheBytesOfOne() {
        Limits limits = new Limits(4_000, 64, 1_000, 4_000);
        int[] page = {0};
        String padded = TASK.replace("\"id\"", "\"description\":\"" + "y".repeat(3_000) + "\",\"id\"");
        try (ScriptedServer server = new ScriptedServer(a -> json(200, bundle("?page=" + page[0]++, padded)))) {
            Response.Page found =
                    (Response.Page) perform(server, new Request.Listen(List.of("q1")), limits, Duration.ofSeconds(5));

            assertThat(found.until()).as("not all was read").isEmpty();
            assertThat(server.asked()).hasSizeBetween(20, 27);
        }
    }

    @Test
    void allPagesTogetherTakeNoMoreThanTwentyTimesTheTimeOfOne() {
        AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
        int[] page = {0};
        try (ScriptedServer server = new ScriptedServer(a -> {
            clock.addAndGet(Duration.ofSeconds(10).toNanos());
            return json(200, bundle("?page=" + page[0]++, TASK));
        })) {
            Endpoint endpoint = endpoint(server.origin());
            try (Wire wire =
                    new Wire(endpoint, Limits.standard(), Duration.ofSeconds(5), Optional::empty, clock::get)) {
                Response.Page found = (Response.Page) wire.perform(new Request.Listen(List.of("q1")));

                assertThat(found.until()).as("not all was read").isEmpty();
                assertThat(server.asked()).hasSize(10);
            }
        }
    }

    /** A search that could be repeated in three sizes of pages and two ways, each cut short by the hundredth page. */
    @Test
    void allSearchesOfOnePollTogetherAreHardlyMoreThanEachOfThemOnce() {
        Limits limits = new Limits(20_000, 64, 1_000, 4_000);
        int[] page = {0};
        try (ScriptedServer server = new ScriptedServer(a -> page[0]++ % 99 == 98
                ? json(200, "{\"a\":\"" + "y".repeat(30_000) + "\"}")
                : json(200, bundle("?page=" + page[0], TASK)))) {
            Response.Page found = (Response.Page) perform(server, POLL, limits, Duration.ofSeconds(5));

            assertThat(found.whole()).isFalse();
            assertThat(server.asked()).hasSizeBetween(200, 250);
        }
    }

    @Test
    void aPackedAnswerIsNotUnpackedAndATwofoldOneNeither() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(TASK.getBytes(StandardCharsets.UTF_8));
        }
        for (String way : List.of("gzip", "x-gzip", "deflate", "br", "GZIP, gzip", "gzip,".repeat(3_200) + "gzip")) {
            Response response = said(READ, a -> packed(200, "Content-Encoding: " + way, packed.toByteArray()));

            assertThat(WireTest.reason(response)).isEqualTo("answer-packed");
        }
        assertThat(said(UPDATE, a -> packed(412, "Content-Encoding: gzip", packed.toByteArray())))
                .isEqualTo(new Response.Conflict(KEY, 3));
        assertThat(said(READ, a -> json(200, TASK, "Content-Encoding: identity")))
                .isInstanceOf(Response.Stands.class);
    }

    private static byte[] packed(int status, String header, byte[] body) {
        byte[] head = ("HTTP/1.1 " + status + " OK\r\nConnection: close\r\nContent-Type: application/fhir+json\r\n"
                        + header + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    @Test
    void nothingIsAskedForPacked() {
        try (ScriptedServer server = new ScriptedServer(a -> json(200, TASK))) {
            perform(server, READ);
            perform(server, UPDATE);

            assertThat(server.asked()).allMatch(asked -> asked.says("Accept-Encoding: identity\r\n"));
            assertThat(server.asked()).noneMatch(asked -> asked.head().contains("gzip"));
        }
    }

    @Promise(11)
    @Test
    void halfASearchDoesNotSayThatNothingWasStored() {
        int[] page = {0};
        String other = TASK.replace("offer-1", "offer-9");

        assertThat(said(FIND, a -> json(200, bundle("?page=" + page[0]++, other))))
                .isEqualTo(UNKNOWN);
        assertThat(said(FIND, a -> json(200, bundle("", other)))).isEqualTo(new Response.Absent(KEY, 3));
    }

    @Promise(10)
    @Test
    void aWriteThatIsAnsweredWithTheVersionItWasToReplaceWroteNothing() {
        String old = TASK.replace("\"7\"", "\"6\"");

        assertThat(said(UPDATE, a -> json(200, old))).isEqualTo(new Response.Conflict(KEY, 3));
        assertThat(said(UPDATE, a -> json(200, TASK))).isInstanceOf(Response.Stands.class);
        assertThat(said(READ, a -> json(200, old))).isInstanceOf(Response.Stands.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 203, 204, 205, 206, 207, 226, 299})
    void onlyDoneIsDone(int status) {
        for (Request request : List.of(UPDATE, CREATE, READ)) {
            assertThat(said(request, a -> json(status, TASK))).isEqualTo(UNKNOWN);
        }
    }

    @Promise(11)
    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aCreateThatFindsNoPlaceIsRefusedByName(int status) {
        assertThat(said(CREATE, a -> json(status, "")))
                .isEqualTo(new Response.Refused(Optional.of(KEY), 3, status, Optional.empty()));
    }

    @Test
    void whatIsReadIsReadAnewAndFromNoStoreOnTheWay() {
        List<String> heads = new ArrayList<>();
        try (ScriptedServer server = new ScriptedServer(a -> {
            heads.add(a.head());
            return json(200, a.line().contains("?") ? bundle("", TASK) : TASK);
        })) {
            for (Request request : List.of(READ, FIND, POLL)) {
                perform(server, request);
            }
        }

        assertThat(heads).hasSize(4).allMatch(head -> head.contains("\r\nCache-Control: no-cache\r\n"));
    }

    private static Endpoint endpoint(String origin) {
        return new Endpoint(
                URI.create(origin + "/fhir"),
                PartnerProfiles.plainR4(),
                Two.SENDER,
                Two.RECEIVER,
                "Organization/receiver");
    }
}
