package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import care.baton.fhir.Limits;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.trace.Promise;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the line when somebody is too late, unknown, too long or hostile. */
class OverTheLineTest {

    private static final String[] CARE = {"Authorization", "Bearer care", "Content-Type", "application/fhir+json"};
    private static final String CANARY = "Rosemary Canary";
    private static final Ward WARD = new Ward();
    private static final Limits SMALL = new Limits(20_000, 16, 100, 5_000);
    private static OwnServer server;
    private static IGenericClient ehr;
    private static int names;

    @BeforeAll
    static void starts() throws Exception {
        server = new OwnServer(WARD, SMALL);
        ehr = server.ehr("care");
    }

    @AfterAll
    static void stops() {
        server.close();
    }

    @Test
    @Promise(10)
    void ofTwoSystemsThatAnswerAtOnceOneIsToldThatItIsTooLate() throws Exception {
        String id = offers();
        Task read = read(id);
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Future<Integer>> told = new ArrayList<>();
        for (TaskStatus status : List.of(TaskStatus.ACCEPTED, TaskStatus.RECEIVED)) {
            Callable<Integer> answers = () -> {
                try {
                    ehr.update().resource(read.copy().setStatus(status)).execute();
                    return 200;
                } catch (PreconditionFailedException late) {
                    return 412;
                }
            };
            told.add(both.submit(answers));
        }
        both.shutdown();

        assertThat(List.of(told.get(0).get(), told.get(1).get())).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void whatOurOwnPersonDidMeanwhileIsSeenBeforeAnythingIsStored() {
        String id = offers();
        Task read = read(id);
        WARD.meanwhile.add(
                () -> WARD.says(HandoffId.of("line-" + names), new WithdrawOffer(1, Code.of("found-another"))));

        assertThatThrownBy(() -> ehr.update()
                        .resource(read.setStatus(TaskStatus.ACCEPTED))
                        .execute())
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(read(id).getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(WARD.holder("line-" + names)).contains(Ward.US);
    }

    @Test
    void whatTheRecordLearnedMeanwhileIsNoConflictWhereTheTaskIsTheSame() {
        String id = offers();
        Task read = read(id);
        WARD.meanwhile.add(() -> WARD.does(HandoffId.of("line-" + names), Ward.SENDER, new AdvanceTime()));
        ehr.update().resource(read.setStatus(TaskStatus.ACCEPTED)).execute();

        assertThat(WARD.holder("line-" + names)).contains(Ward.CARE);
    }

    @Test
    void aRecordThatNeverStandsStillIsAnsweredLater() throws Exception {
        String id = offers();
        String name = "line-" + names;
        String body = text(read(id).setStatus(TaskStatus.ACCEPTED));
        WARD.restless = true;
        try {
            HttpResponse<String> told = put(id, body);
            assertThat(told.statusCode()).isEqualTo(503);
            assertThat(told.body()).contains("busy");
        } finally {
            WARD.restless = false;
        }
        assertThat(WARD.holder(name)).contains(Ward.US);
    }

    @Test
    void whatIsMissingIsSaidByCodeAndPlaceAndNothingOfWhatWasSent() {
        Task read = read(offers());
        read.setDescription(CANARY).setStatus(TaskStatus.REJECTED);

        assertThatThrownBy(() -> ehr.update().resource(read).execute())
                .isInstanceOfSatisfying(UnprocessableEntityException.class, no -> {
                    OperationOutcome outcome = (OperationOutcome) no.getOperationOutcome();
                    assertThat(outcome.getIssue())
                            .extracting(i -> i.getDetails().getCodingFirstRep().getCode()
                                    + " "
                                    + i.getExpression().get(0).getValue())
                            .contains("asked-changed Task.description", "reason-missing Task.statusReason");
                    assertThat(no.getResponseBody()).doesNotContain(CANARY);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "W/\"1\", W/\"2\"", "1"})
    void withoutOneVersionInIfMatchNothingIsWritten(String version) throws Exception {
        String id = offers();
        String body = text(read(id).setStatus(TaskStatus.ACCEPTED));
        String[] headers =
                version.isEmpty() ? CARE : new String[] {CARE[0], CARE[1], CARE[2], CARE[3], "If-Match", version};

        HttpResponse<String> told = server.put("/Task/" + id, body, headers);

        assertThat(told.statusCode()).isEqualTo(400);
        assertThat(told.body()).contains("version-not-named");
        assertThat(WARD.holder("line-" + names)).contains(Ward.US);
    }

    @Test
    void whoIsReadGetsItsVersionAndWhoHasItIsToldSo() throws Exception {
        String id = offers();
        HttpResponse<String> read = server.get("/Task/" + id, "Authorization", "Bearer care");
        String etag = read.headers().firstValue("ETag").orElseThrow();

        assertThat(etag).isEqualTo("W/\"" + read(id).getMeta().getVersionId() + "\"");
        assertThat(server.get("/Task/" + id, "Authorization", "Bearer care", "If-None-Match", etag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    @Promise(39)
    void anotherOrganizationIsToldThatThereIsNothingInTheWordsThatItHearsForNothing() throws Exception {
        String id = offers();
        String[] other = {"Authorization", "Bearer other"};
        HttpResponse<String> theirs = server.get("/Task/" + id, other);
        HttpResponse<String> nothing = server.get("/Task/none", other);

        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(theirs.body()).isEqualTo(nothing.body());
        String body = text(read(id).setStatus(TaskStatus.ACCEPTED));
        String version = "W/\"" + read(id).getMeta().getVersionId() + "\"";
        HttpResponse<String> written = server.put(
                "/Task/" + id,
                body,
                "Authorization",
                "Bearer other",
                "Content-Type",
                "application/fhir+json",
                "If-Match",
                version);
        assertThat(written.statusCode()).isEqualTo(404);
        assertThat(written.body()).isEqualTo(nothing.body());
    }

    @Test
    void whoIsNotKnownLearnsNothing() throws Exception {
        String id = offers();
        assertThat(server.get("/Task/" + id).statusCode()).isEqualTo(401);
        assertThat(server.get("/Task?status=requested").statusCode()).isEqualTo(401);
        assertThat(server.get("/ServiceRequest/x", "Authorization", "Bearer nobody")
                        .statusCode())
                .isEqualTo(401);
        assertThat(server.put("/Task/" + id, "{}", "Content-Type", "application/fhir+json")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Promise(30)
    void moreThanTheLimitIsNotReadAndOneUnderItIs() throws Exception {
        String id = offers();
        String room = "x".repeat(SMALL.bytes());

        assertThat(put(id, room).statusCode()).isEqualTo(400);
        HttpResponse<String> over = put(id, room + "x");
        assertThat(over.statusCode()).isEqualTo(413);
        assertThat(over.body()).contains("too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"resourceType\":\"Task\",\"resourceType\":\"Task\"}",
                "{\"resourceType\":\"Task\",\"\":1}",
                "{\"resourceType\":\"Rosemary Canary\"}",
                "{\"resourceType\":\"Task\",\"status\":[\"accepted\"]}",
                "{\"resourceType\":\"Task\",\"status\":\"Rosemary Canary\"}",
                "<Task xmlns=\"http://hl7.org/fhir\"><status value=\"accepted\"/></Task>",
                "\u0000\u0001"
            })
    void whateverIsSentIsTurnedAwayWithoutItsWords(String body) throws Exception {
        HttpResponse<String> told = put(offers(), body);

        assertThat(told.statusCode()).isEqualTo(400);
        assertThat(told.body()).contains("OperationOutcome").doesNotContain("Canary", "Exception", "HAPI");
    }

    @Test
    void deepNestingAndLongTextAreTurnedAway() throws Exception {
        String id = offers();
        assertThat(put(id, "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000)).statusCode())
                .isEqualTo(413);
        assertThat(put(id, "{\"resourceType\":\"" + "x".repeat(6_000) + "\"}").statusCode())
                .isEqualTo(413);
    }

    @Test
    void onlyJsonThatIsNotPackedIsReadAtAll() throws Exception {
        String id = offers();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(new byte[3_000_000]);
        }
        assertThat(server.put(
                                "/Task/" + id,
                                packed.toByteArray(),
                                CARE[0],
                                CARE[1],
                                CARE[2],
                                CARE[3],
                                "Content-Encoding",
                                "gzip")
                        .statusCode())
                .isEqualTo(415);
        for (String type : List.of("application/fhir+xml", "text/plain", "multipart/form-data")) {
            assertThat(server.put("/Task/" + id, "{}", CARE[0], CARE[1], "Content-Type", type)
                            .statusCode())
                    .isEqualTo(415);
        }
    }

    @Test
    void whatTheHostCannotDoIsNotExplainedToThePartner() throws Exception {
        Ward broken = new Ward();
        try (OwnServer other = new OwnServer(broken, SMALL)) {
            String id = broken.offers(Ward.CARE, "broken");
            Task task = other.ehr("care").read().resource(Task.class).withId(id).execute();
            broken.meanwhile.add(() -> {
                throw new IllegalStateException(CANARY);
            });
            HttpResponse<String> told = other.put(
                    "/Task/" + id,
                    text(task.setStatus(TaskStatus.ACCEPTED)),
                    CARE[0],
                    CARE[1],
                    CARE[2],
                    CARE[3],
                    "If-Match",
                    "W/\"" + task.getMeta().getVersionId() + "\"");

            assertThat(told.statusCode()).isEqualTo(500);
            assertThat(told.body()).contains("not-available").doesNotContain(CANARY);
        }
    }

    @Test
    void theServerSaysOfItselfWhatItDoes() {
        CapabilityStatement says =
                server.client().capabilities().ofType(CapabilityStatement.class).execute();
        CapabilityStatementRestResourceComponent task = says.getRestFirstRep().getResource().stream()
                .filter(resource -> resource.getType().equals("Task"))
                .findFirst()
                .orElseThrow();

        assertThat(task.getVersioning()).isEqualTo(ResourceVersionPolicy.VERSIONEDUPDATE);
        assertThat(task.getInteraction())
                .extracting(i -> i.getCode().toCode())
                .containsExactlyInAnyOrder("read", "update", "search-type");
        assertThat(task.getSearchParam())
                .extracting(p -> p.getName() + " " + p.getType().toCode())
                .contains(
                        "identifier token",
                        "owner reference",
                        "requester reference",
                        "status token",
                        "_lastUpdated date");
        assertThat(task.getUpdateCreate()).isFalse();
        assertThat(task.getConditionalCreate()).isFalse();
    }

    @Test
    void whatTheServerDoesNotSayItDoesItDoesNotDo() throws Exception {
        String id = offers();
        String[] care = {"Authorization", "Bearer care"};
        assertThat(server.put("/Task/none", "{}", CARE).statusCode()).isEqualTo(404);
        assertThat(server.put("/Task?identifier=x", "{}", CARE).statusCode()).isBetween(400, 499);
        assertThat(server.get("/Task/" + id + "/_history/1", care).statusCode()).isBetween(400, 499);
        assertThat(server.get("/Task?colour=blue", care).statusCode()).isBetween(400, 499);
        for (String method : List.of("POST", "DELETE", "PATCH")) {
            HttpResponse<String> told =
                    server.send(method, "/Task" + (method.equals("POST") ? "" : "/" + id), CANARY, CARE);
            assertThat(told.statusCode()).as(method).isBetween(400, 499);
            assertThat(told.body()).doesNotContain(CANARY);
        }
        assertThat(read(id).getStatus()).isEqualTo(TaskStatus.REQUESTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Task?_lastUpdated=Canary",
                "/Task?_count=Canary",
                "/Task?Canary=1",
                "/Task?owner.Canary=1",
                "/Task/x/_history/Canary",
                "/Task/x/Canary",
                "/Task?_format=Canary&colour=Canary"
            })
    void whatIsAskedInAWayThatIsNotServedIsTurnedAwayWithoutItsWords(String path) throws Exception {
        HttpResponse<String> told = server.get(path, CARE[0], CARE[1]);

        assertThat(told.statusCode()).isBetween(400, 499);
        assertThat(told.body()).contains("OperationOutcome").doesNotContain("Canary", "HAPI", "care.baton");
    }

    private static HttpResponse<String> put(String id, String body) throws Exception {
        String version = "W/\"" + read(id).getMeta().getVersionId() + "\"";
        return server.put(
                "/Task/" + id,
                body.getBytes(StandardCharsets.UTF_8),
                CARE[0],
                CARE[1],
                CARE[2],
                CARE[3],
                "If-Match",
                version);
    }

    private static String offers() {
        return WARD.offers(Ward.CARE, "line-" + ++names);
    }

    private static Task read(String id) {
        return ehr.read().resource(Task.class).withId(id).execute();
    }

    private static String text(Task task) {
        return OwnServer.R4.newJsonParser().encodeResourceToString(task);
    }
}
