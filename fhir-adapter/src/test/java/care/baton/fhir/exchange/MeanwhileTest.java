package care.baton.fhir.exchange;

import static care.baton.fhir.exchange.ScriptedServer.json;
import static care.baton.fhir.exchange.WireTest.perform;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partner has done and undone between two looks is read from the server's history, or named as not seen. */
@Promise(17)
class MeanwhileTest {

    private final Instant now = Two.START;
    private final HonestServer server = new HonestServer(now);
    private final Cable cable = new Cable(server, asked -> Fault.NONE);
    private House sender;

    @BeforeEach
    void offered() {
        server.put("ServiceRequest", "s1", TwoSites.order());
        sender = new House(Two.senders(PartnerProfiles.plainR4()), cable, now);
        assertThat(sender.says("offer", TwoSites.asked("ServiceRequest/s1"), now))
                .isEmpty();
        settles();
    }

    @AfterEach
    void closes() {
        sender.closes();
    }

    private void settles() {
        for (int round = 0; round < 20; round++) {
            sender.plans(now).forEach(r -> sender.hears(sender.sends(r), now));
        }
    }

    private void looks() {
        sender.hears(sender.sends(sender.poll()), now);
        settles();
    }

    private void partner(String... statuses) {
        for (String status : statuses) {
            ObjectNode task = server.all("Task").get(0).deepCopy();
            task.put("status", status);
            server.put("Task", task.path("id").asText(), task);
        }
    }

    private List<String> toLookInto() {
        return sender.record.chart().obligations().openOf("handoff-1", Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    private boolean gaveBack() {
        return sender.record.ledger().entries().toList().stream()
                .anyMatch(entry -> entry.event() instanceof CourseTaken taken && taken.course() == Course.GIVING_BACK);
    }

    @Test
    void aRefusalAfterAnAcceptanceIsNoPlainDecline() {
        partner("accepted", "rejected");
        looks();

        assertThat(sender.offer().orElseThrow().state()).isInstanceOf(OfferState.Accepted.class);
        assertThat(gaveBack()).isTrue();
        assertThat(sender.holds(now)).isTrue();
        assertThat(sender.issues).contains("read-from-history").doesNotContain("versions-not-seen");
    }

    @Test
    void theSameWhereItWasReadStepByStep() {
        partner("accepted");
        looks();
        partner("rejected");
        looks();
        int entries = sender.entries();
        List<String> steps = steps();

        MeanwhileTest late = new MeanwhileTest();
        late.offered();
        late.partner("accepted", "rejected");
        late.looks();

        assertThat(late.steps()).isEqualTo(steps);
        assertThat(late.sender.entries()).isEqualTo(entries);
        late.closes();
    }

    private List<String> steps() {
        return sender.record.ledger().entries().toList().stream()
                .map(entry -> entry.event().getClass().getSimpleName())
                .toList();
    }

    @Test
    void aRefusalAloneStaysOne() {
        partner("received", "rejected");
        looks();

        assertThat(sender.offer().orElseThrow().state()).isInstanceOf(OfferState.Declined.class);
        assertThat(gaveBack()).isFalse();
    }

    @Test
    void aServerWithoutHistoryIsNamedAndNothingIsGuessed() {
        server.keepsHistory = false;
        partner("accepted", "rejected");
        looks();

        assertThat(sender.offer().orElseThrow().state()).isInstanceOf(OfferState.Declined.class);
        assertThat(gaveBack()).isFalse();
        assertThat(sender.issues).contains("versions-not-seen");
        assertThat(toLookInto()).contains("offer-1-versions-not-seen");
    }

    @Test
    void oneStepAtATimeAsksForNoHistory() {
        server.keepsHistory = false;
        partner("rejected");
        looks();

        assertThat(sender.issues).doesNotContain("versions-not-seen", "read-from-history");
        assertThat(toLookInto()).doesNotContain("offer-1-versions-not-seen");
    }

    private static String version(String id, String version, String status) {
        return "{\"resourceType\":\"Task\",\"id\":\"" + id + "\",\"meta\":{\"versionId\":\"" + version
                + "\"},\"status\":\"" + status + "\"}";
    }

    private static String history(String next, List<String> resources) {
        return WireTest.bundle(next, resources.toArray(String[]::new)).replace("\"searchset\"", "\"history\"");
    }

    private static Response.Stands read(ScriptedServer server) {
        return (Response.Stands) perform(server, new Request.Read(WireTest.KEY, 3, "t1", Optional.of("a")));
    }

    private static ScriptedServer server(String history) {
        return new ScriptedServer(
                asked -> json(200, asked.line().contains("_history") ? history : version("t1", "e", "rejected")));
    }

    @Test
    void theVersionsBetweenComeOneAfterTheOther() {
        List<String> all = new ArrayList<>();
        IntStream.range(0, 6).forEach(i -> all.add(version("t1", "" + (char) ('a' + i), "requested")));
        Collections.reverse(all);
        try (ScriptedServer server = server(history("", all))) {
            Response.Stands read = read(server);

            assertThat(read.between()).extracting(Response.Found::version).containsExactly("b", "c", "d");
            assertThat(read.gap()).isFalse();
            assertThat(read.found().version()).isEqualTo("e");
        }
    }

    /** The order in which the server gives them, one letter a version, stored one second after the other. */
    @ParameterizedTest
    @CsvSource({
        "abcde, bcd",
        "eabcd, bcd",
        "ebcad, bcd",
        "edacb, bcd",
        "aedcb, bcd",
        "eadcbf, bcd",
        "eabcfd, bcd",
        "eac, c"
    })
    void aHistoryInAnyOrderIsPutInOrderByTheServersTimes(String order, String between) {
        List<String> told = order.chars().mapToObj(v -> timed((char) v, v)).toList();
        try (ScriptedServer server = server(history("", told))) {
            Response.Stands read = read(server);

            assertThat(read.between().stream().map(Response.Found::version).collect(Collectors.joining()))
                    .isEqualTo(between);
            assertThat(read.gap()).isFalse();
        }
    }

    /** Stored in the same second as what is known, or as what stands there, or both of these: which was first? */
    @ParameterizedTest
    @CsvSource({"eabcd, b, a", "eabcd, d, e", "eabcd, e, a"})
    void whatTheTimesDoNotTellApartIsAGap(String order, char version, char sameTimeAs) {
        List<String> told = order.chars()
                .mapToObj(v -> timed((char) v, v == version ? sameTimeAs : v))
                .toList();
        try (ScriptedServer server = server(history("", told))) {
            Response.Stands read = read(server);

            assertThat(read.between()).extracting(Response.Found::version).doesNotContain("" + version);
            assertThat(read.gap()).isTrue();
        }
    }

    private static String timed(char version, int second) {
        return version("t1", "" + version, "requested")
                .replace(
                        "\"versionId\"",
                        "\"lastUpdated\":\"2026-03-02T15:00:%02dZ\",\"versionId\"".formatted(second - 'a'));
    }

    @Test
    void aHistoryInPagesIsReadUntilTheVersionThatIsKnown() {
        try (ScriptedServer server = new ScriptedServer(asked -> {
            String line = asked.line();
            if (!line.contains("_history")) {
                return json(200, version("t1", "e", "rejected"));
            }
            return json(
                    200,
                    line.contains("page=2")
                            ? history(
                                    "?page=3", List.of(version("t1", "b", "accepted"), version("t1", "a", "requested")))
                            : history(
                                    "?page=2&_history",
                                    List.of(version("t1", "e", "rejected"), version("t1", "c", "accepted"))));
        })) {
            assertThat(read(server).between())
                    .extracting(Response.Found::version)
                    .containsExactly("b", "c");
            assertThat(server.asked()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"without-known", "of-another", "deleted", "oldest-first", "elsewhere", "no-bundle", "round"})
    void whatAHistoryDoesNotTellIsAGap(String how) {
        List<String> told = new ArrayList<>(List.of(
                version("t1", "e", "rejected"), version("t1", "c", "accepted"), version("t1", "a", "requested")));
        String next = "";
        switch (how) {
            case "without-known" -> told.remove(2);
            case "of-another" -> told.set(1, version("t2", "c", "accepted"));
            case "deleted" -> told.set(1, "null");
            case "oldest-first" -> Collections.reverse(told);
            case "elsewhere" -> {
                told.remove(2);
                next = "http://other.example/fhir/Task/t1/_history?page=2";
            }
            case "round" -> {
                told.remove(2);
                next = "/fhir/Task/t1/_history?_count=50";
            }
            default -> told.clear();
        }
        try (ScriptedServer server = server(how.equals("no-bundle") ? "{}" : history(next, told))) {
            Response.Stands read = read(server);

            assertThat(read.gap()).isTrue();
            assertThat(read.found().version()).isEqualTo("e");
            assertThat(read.between())
                    .allMatch(f -> f.id().equals("t1") && f.version().equals("c"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 410, 422, 501})
    void aHistoryThatIsNotServedIsAGap(int status) {
        try (ScriptedServer server = new ScriptedServer(asked -> asked.line().contains("_history")
                ? json(status, "{\"resourceType\":\"OperationOutcome\"}")
                : json(200, version("t1", "e", "rejected")))) {
            assertThat(read(server).gap()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void aHistoryThatDoesNotAnswerNowIsAskedForAgain(int status) {
        try (ScriptedServer server = new ScriptedServer(asked -> asked.line().contains("_history")
                ? json(status, "{\"resourceType\":\"OperationOutcome\"}")
                : json(200, version("t1", "e", "rejected")))) {
            assertThat(perform(server, new Request.Read(WireTest.KEY, 3, "t1", Optional.of("a"))))
                    .isNotInstanceOf(Response.Stands.class);
        }
    }

    @Test
    void aHistoryThatNeverAnswersKeepsNobodyFromTheTaskForEver() {
        Link link = Link.unknown(WireTest.KEY)
                .at(
                        "t1",
                        "1",
                        FhirJson.read(version("t1", "1", "requested"))
                                .value()
                                .orElseThrow()
                                .text(),
                        now);
        for (int i = 0; i < AsReceiver.MOST; i++) {
            link = link.unresolved(now, java.time.Duration.ZERO);
        }
        Response.Found found = new Response.Found(
                "Task",
                "t1",
                "3",
                FhirJson.read(version("t1", "3", "rejected")).value().orElseThrow());
        Response.Stands alone = new Response.Stands(WireTest.KEY, 3, found);

        assertThat(Meanwhile.isGap(link, alone)).isTrue();
        assertThat(Meanwhile.isGap(link.settled().at("t1", "2", "{}", now), alone))
                .isFalse();
    }
}
