package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.RawDocument;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.server.Reply.Stored;
import care.baton.fhir.server.Reply.Turned;
import care.baton.fhir.server.Reply.Unchanged;
import care.baton.fhir.server.Reply.Why;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.MeetCondition;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.HandoffId;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a partner's system may not write is turned away with its place, and nothing is stored; on values alone. */
class TurnedAwayTest {

    private static final String NAME = "h1";

    private final Ward ward = new Ward();
    private final String id = ward.offers(Ward.CARE, NAME);

    private static Arguments edit(String code, String path, Consumer<ObjectNode> change) {
        return Arguments.of(code, path, change);
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                edit(
                        "owner-replaced",
                        "Task.owner",
                        t -> accepted(t).putObject("owner").put("reference", "Organization/other")),
                edit("owner-replaced", "Task.owner", t -> accepted(t).remove("owner")),
                edit(
                        "owner-replaced",
                        "Task.owner",
                        t -> accepted(t)
                                .withObject("/owner")
                                .put("reference", "Organization/other")
                                .putObject("identifier")
                                .put("value", "care")),
                edit(
                        "requester-changed",
                        "Task.requester",
                        t -> t.putObject("requester").put("reference", "Organization/other")),
                edit(
                        "requester-changed",
                        "Task.requester",
                        t -> t.withObject("/requester").putObject("identifier").put("value", "npi-77")),
                edit(
                        "owner-replaced",
                        "Task.owner",
                        t -> accepted(t)
                                .withObject("/owner")
                                .putObject("identifier")
                                .put("value", "npi-77")),
                edit("person-changed", "Task.for", t -> t.putObject("for").put("reference", "Patient/p2")),
                edit("asked-changed", "Task.description", t -> t.put("description", "Every day")),
                edit("asked-changed", "Task.priority", t -> accepted(t).put("priority", "stat")),
                edit(
                        "asked-changed",
                        "Task.input",
                        t -> t.withArray("/input")
                                .addObject()
                                .put("valueString", "More")
                                .putObject("type")
                                .put("text", "more")),
                edit("asked-changed", "Task.focus", t -> t.putObject("focus").put("reference", "ServiceRequest/s2")),
                edit(
                        "asked-changed",
                        "Task.focus",
                        t -> accepted(t).putObject("focus").put("reference", "ServiceRequest/s1/_history/1")),
                edit(
                        "not-yours-to-change",
                        "Task.note",
                        t -> t.withArray("/note")
                                .addObject()
                                .put("text", "Agreed")
                                .putObject("authorReference")
                                .put("reference", Ward.US.value())),
                edit("not-yours-to-change", "Task.intent", t -> t.put("intent", "plan")),
                edit("not-yours-to-change", "Task.authoredOn", t -> t.put("authoredOn", "2020-01-01")),
                edit("not-yours-to-change", "Task.groupIdentifier", t -> t.remove("groupIdentifier")),
                edit("not-yours-to-change", "Task.identifier", t -> t.remove("identifier")),
                edit(
                        "not-yours-to-change",
                        "Task.extension",
                        t -> ours(t, FhirSystems.RESPOND_BY).put("valueDateTime", "2030-01-01T00:00:00Z")),
                edit(
                        "not-yours-to-change",
                        "Task.extension",
                        t -> t.withArray("/extension")
                                .addObject()
                                .put("url", FhirSystems.SEEN_BY_SENDER)
                                .put("valueString", "1")),
                edit(
                        "not-yours-to-change",
                        "Task.extension",
                        t -> t.put("status", "cancelled")
                                .withArray("/extension")
                                .addObject()
                                .put("url", FhirSystems.COMMAND)
                                .put("valueString", "h1/offer-1#s9-cancelled")),
                edit("status-missing", "Task.status", t -> t.remove("status")),
                edit("status-went-back", "Task.status", t -> t.put("status", "draft")),
                edit("writer-not-entitled", "Task.status", t -> t.put("status", "entered-in-error")),
                edit("reason-missing", "Task.statusReason", t -> t.put("status", "rejected")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("edits")
    void isTurnedAwayWithItsPlaceAndNothingIsStored(String code, String path, Consumer<ObjectNode> change) {
        int entries = ward.entries.size();
        Turned turned = turned(change);

        assertThat(turned.why()).isEqualTo(Why.NOT_ALLOWED);
        assertThat(turned.issues())
                .extracting(i -> i.code().value() + " " + i.path())
                .contains(code + " " + path)
                .doesNotHaveDuplicates();
        assertThat(ward.entries).hasSize(entries);
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                edit("not-a-task", "", t -> t.put("resourceType", "Patient")),
                edit("other-id", "Task.id", t -> t.put("id", "another")),
                edit("other-id", "Task.id", t -> t.remove("id")),
                edit(
                        "cut-short",
                        "Task.meta",
                        t -> t.withObject("/meta").putArray("tag").addObject().put("code", "SUBSETTED")),
                edit("unknown-element", "Task", t -> t.put("colour", "blue")),
                edit("value-not-allowed", "Task.lastModified", t -> t.put("lastModified", "yesterday")),
                edit(
                        "value-not-allowed",
                        "Task.note",
                        t -> t.withArray("/note").addObject().put("text", "Rung\u000b twice")),
                edit("value-not-allowed", "Task.status", t -> t.put("status", "acceptd")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("documents")
    void isNoTaskOrNotThatOne(String code, String path, Consumer<ObjectNode> change) {
        Turned turned = turned(change);

        assertThat(turned.why()).isEqualTo(Why.MALFORMED);
        assertThat(turned.issues())
                .extracting(i -> i.code().value() + " " + i.path())
                .contains(code + " " + path);
    }

    @Test
    @Promise(20)
    void aMeaningThatWeDoNotKnowIsTurnedAway() {
        assertThat(turned(t -> accepted(t)
                                .putArray("modifierExtension")
                                .addObject()
                                .put("url", "http://ehr.example/not")
                                .put("valueBoolean", true))
                        .issues())
                .extracting(i -> i.code().value())
                .contains("modifier-extension-unknown");
    }

    @Test
    void whatIsAskedOtherwiseIsSaidOnceOfEachElement() {
        assertThat(codes(t -> accepted(t).put("description", "Every day").put("priority", "stat")))
                .containsExactly("asked-changed Task.description", "asked-changed Task.priority");
    }

    @Test
    void aVersionMayBeNamedAsAHeaderNamesIt() {
        Edit edit = new Edit(id, Optional.of("W/\"" + task().version() + "\""), body(TurnedAwayTest::accepted));

        assertThat(edit.version()).contains(task().version());
        assertThat(reply(edit)).isInstanceOf(Stored.class);
    }

    @Test
    @Promise(10)
    void withoutAVersionNothingIsWritten() {
        assertThat(reply(new Edit(id, Optional.empty(), body(TurnedAwayTest::accepted))))
                .isEqualTo(Turned.away(Why.NO_VERSION, "version-not-named", "Task.meta.versionId"));
    }

    @Test
    @Promise(10)
    void anotherVersionIsNotWrittenOver() {
        String before = task().version();
        store(t -> t.putArray("note").addObject().put("text", "Seen"));

        assertThat(reply(new Edit(id, Optional.of(before), body(TurnedAwayTest::accepted))))
                .isEqualTo(Turned.away(Why.OTHER_VERSION, "other-version", "Task.meta.versionId"));
        assertThat(ward.holder(NAME)).contains(Ward.US);
    }

    @Test
    @Promise(19)
    void aTaskOfAnotherDeskIsNotThereWhateverIsWritten() {
        Folder folder = ward.folder(NAME);
        Reply reply = ward.desk(Ward.OTHER)
                .answer(
                        folder.record(),
                        folder.links(),
                        new Edit(id, Optional.of(task().version()), body(TurnedAwayTest::accepted)),
                        ward.salt(),
                        ward.now);

        assertThat(reply).isEqualTo(Turned.away(Why.NOT_THERE, "not-there", "Task"));
        assertThat(ward.desk(Ward.OTHER).shown(folder.links(), "Task", id)).isEmpty();
    }

    @Test
    void whatWasRemarkedStays() {
        store(t -> t.putArray("note").addObject().put("text", "Seen"));

        assertThat(codes(t -> t.putArray("note").addObject().put("text", "Never seen")))
                .containsExactly("not-yours-to-change Task.note");
    }

    @Test
    void nobodyGoesBackBehindAnAcceptance() {
        store(TurnedAwayTest::accepted);

        assertThat(codes(t -> t.put("status", "requested"))).contains("offer-live-again Task.status");
        assertThat(codes(t -> t.put("status", "received"))).contains("offer-live-again Task.status");
        assertThat(ward.holder(NAME)).contains(Ward.CARE);
    }

    /** Accepted while its own conditions are open it is held, and owed an agreement; until that is given nothing begins. */
    @Test
    void whatTheRecordMissesBeforeAStepIsSaidAndTheStepIsNotTaken() {
        store(t -> {
            ArrayNode parts = accepted(t)
                    .withArray("/extension")
                    .addObject()
                    .put("url", FhirSystems.TERM)
                    .putArray("extension");
            parts.addObject().put("url", "text").put("valueString", "A ramp");
            parts.addObject().put("url", "kind").put("valueCode", "precondition");
            parts.addObject().put("url", "holder").put("valueString", "case-manager");
            parts.addObject().put("url", "due").put("valueDateTime", "2026-03-04T15:00:00Z");
        });
        assertThat(ward.holder(NAME)).contains(Ward.CARE);
        Turned turned = turned(t -> t.put("status", "in-progress"));

        assertThat(turned.why()).isEqualTo(Why.NOT_ALLOWED);
        assertThat(turned.refusals()).extracting(Refusal::code).contains(Reason.CONDITIONS_NOT_AGREED);
        assertThat(task().json().element("status").asText()).isEqualTo("accepted");
        ward.says(HandoffId.of(NAME), new AgreeConditions(1));
        ward.says(HandoffId.of(NAME), new MeetCondition(1, 1));
        store(t -> t.put("status", "in-progress"));
        assertThat(ward.talks(NAME).course()).isEqualTo(Course.STARTED);
    }

    @Test
    void nothingIsAcceptedThatWasWithdrawn() {
        ward.says(HandoffId.of(NAME), new WithdrawOffer(1, Code.of("found-another")));

        assertThat(codes(TurnedAwayTest::accepted)).contains("live-after-end Task.status");
        assertThat(ward.holder(NAME)).contains(Ward.US);
    }

    @Test
    void whatOnlyTheSenderMayDoIsNotTheReceivers() {
        Ward bser = new Ward(PartnerProfiles.bser());
        String task = bser.offers(Ward.CARE, NAME);
        Folder folder = bser.folder(NAME);
        Found found = bser.desk(Ward.CARE).shown(folder.links(), "Task", task).orElseThrow();
        ObjectNode tree = found.json().tree();
        tree.put("status", "in-progress")
                .putObject("businessStatus")
                .putArray("coding")
                .addObject()
                .put("system", FhirSystems.BSER_BUSINESS_STATUS)
                .put("code", "5.2");
        Reply reply =
                bser.desk(Ward.CARE).answer(folder.record(), folder.links(), edit(found, tree), bser.salt(), bser.now);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Turned.class,
                        no -> assertThat(no.issues())
                                .contains(MappingIssue.error("writer-not-entitled", "Task.status")));
    }

    @Test
    @Promise(31)
    void narrativeIsNotTakenIn() {
        store(t -> {
            t.putObject("text")
                    .put("status", "additional")
                    .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">Rose</div>");
            t.putArray("note").addObject().put("text", "Seen");
        });

        assertThat(task().json().has("text")).isFalse();
    }

    @Test
    void theNameOfAVersionComesAgainForNoOtherHistory() {
        String first = task().version();
        store(t -> t.put("status", "received"));
        String second = task().version();
        store(t -> t.putArray("note").addObject().put("text", "Seen"));

        assertThat(List.of(first, second, task().version())).doesNotHaveDuplicates();
        assertThat(reply(new Edit(id, Optional.of(task().version()), body(t -> {}))))
                .isInstanceOf(Unchanged.class);
    }

    private List<String> codes(Consumer<ObjectNode> change) {
        return turned(change).issues().stream()
                .map(i -> i.code().value() + " " + i.path())
                .toList();
    }

    private Turned turned(Consumer<ObjectNode> change) {
        Reply reply = reply(new Edit(id, Optional.of(task().version()), body(change)));
        assertThat(reply).isInstanceOf(Turned.class);
        return (Turned) reply;
    }

    private void store(Consumer<ObjectNode> change) {
        Folder before = ward.folder(NAME);
        Reply reply = reply(new Edit(id, Optional.of(task().version()), body(change)));
        assertThat(reply).isInstanceOfSatisfying(Stored.class, stored -> ward.store(before, stored.after()));
    }

    private Reply reply(Edit edit) {
        Folder folder = ward.folder(NAME);
        return ward.desk(Ward.CARE).answer(folder.record(), folder.links(), edit, ward.salt(), ward.now);
    }

    private Found task() {
        return ward.desk(Ward.CARE).shown(ward.folder(NAME).links(), "Task", id).orElseThrow();
    }

    private RawDocument body(Consumer<ObjectNode> change) {
        ObjectNode tree = task().json().tree();
        change.accept(tree);
        return raw(tree);
    }

    private static Edit edit(Found found, ObjectNode tree) {
        return new Edit(found.id(), Optional.of(found.version()), raw(tree));
    }

    private static RawDocument raw(ObjectNode tree) {
        return new RawDocument(FhirJson.of(tree).text().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode accepted(ObjectNode task) {
        return task.put("status", "accepted");
    }

    private static ObjectNode ours(ObjectNode task, String url) {
        for (var extension : (ArrayNode) task.get("extension")) {
            if (extension.path("url").asText().equals(url)) {
                return (ObjectNode) extension;
            }
        }
        throw new AssertionError(url);
    }
}
