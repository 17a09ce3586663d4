package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.server.Reply.Stored;
import care.baton.fhir.server.Reply.Turned;
import care.baton.fhir.server.Reply.Unchanged;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.party.HandoffId;
import care.baton.party.OrganizationId;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What only the sender says is turned away, or stands as the sender has said it, whatever a partner's system writes. */
class SendersWordTest {

    private static final String NAME = "h1";
    private static final String PARTNERS = "intake-manager";
    private static final String OURS = "case-manager";

    private final Ward ward = new Ward();
    private final String id = ward.offers(Ward.CARE, NAME);

    @Test
    void aConditionIsNotAgreedBecauseThePartnerSaysSo() {
        assertThat(codes(t -> condition(accepted(t), PARTNERS, true, false)))
                .containsExactly("not-yours-to-change Task.extension");
        assertThat(ward.holder(NAME)).contains(Ward.US);

        assertThat(writes(t -> condition(accepted(t), PARTNERS, false, false))).isInstanceOf(Stored.class);
        assertThat(codes(t -> condition(t, PARTNERS, true, false)))
                .containsExactly("not-yours-to-change Task.extension");
    }

    @Test
    void whetherAConditionIsMetIsSaidByWhoeverHasToMeetIt() {
        assertThat(codes(t -> condition(accepted(t), OURS, false, true)))
                .containsExactly("not-yours-to-change Task.extension");

        assertThat(writes(t -> condition(accepted(t), PARTNERS, false, true))).isInstanceOf(Stored.class);
        assertThat(writes(t -> t.putArray("note").addObject().put("text", "Seen")))
                .isInstanceOf(Stored.class);
    }

    @Test
    void whatItIsPartOfIsAskedByTheSenderAndSaidToBeChangedOnce() {
        assertThat(codes(t -> t.putArray("partOf").addObject().put("reference", "Task/another")))
                .containsExactly("asked-changed Task.partOf");
        assertThat(codes(t -> t.put("instantiatesUri", "http://other.example/protocol")))
                .containsExactly("asked-changed Task.instantiatesUri");
    }

    @Test
    void nobodyConfirmsItsOwnWork() {
        Ward other = new Ward();
        String done = other.offers(Ward.CARE, NAME);
        completes(other, done);
        assertThat(other.says(HandoffId.of(NAME), new ValidateCompletion())).isEmpty();
        String words = other.task(Ward.CARE, done)
                .json()
                .element("businessStatus")
                .path("text")
                .asText();

        assertThat(writes(SendersWordTest::accepted)).isInstanceOf(Stored.class);
        for (String said : new String[] {words, words.toUpperCase(Locale.ROOT).replace(' ', '\u00a0') + "."}) {
            assertThat(codes(t -> completed(t).putObject("businessStatus").put("text", said)))
                    .containsExactly("not-yours-to-change Task.businessStatus");
        }
        assertThat(writes(SendersWordTest::completed)).isInstanceOf(Stored.class);
        assertThat(ward.talks(NAME).course()).isEqualTo(Course.VALIDATING);
        assertThat(other.writes(
                        Ward.CARE, done, t -> t.putArray("note").addObject().put("text", "Seen")))
                .isInstanceOf(Stored.class);
    }

    static Stream<Arguments> beside() {
        return Stream.of(
                beside("requester", t -> t.withObject("/requester").put("display", "Another hospital")),
                beside(
                        "requester",
                        t -> t.withObject("/requester")
                                .putArray("extension")
                                .addObject()
                                .put("url", "http://ehr.example/x")
                                .put("valueString", "a")),
                beside("for", t -> t.withObject("/for").put("display", "Another person")),
                beside("owner", t -> t.withObject("/owner").put("display", "Another house")),
                beside("code", t -> ((ObjectNode) t.at("/code/coding/0")).put("display", "A refill alone")),
                beside("focus", t -> t.withObject("/focus").put("display", "Another request")),
                beside(
                        "_intent",
                        t -> t.putObject("_intent")
                                .putArray("extension")
                                .addObject()
                                .put("url", "http://ehr.example/x")
                                .put("valueString", "a")),
                beside("language", t -> t.put("language", "de")),
                beside(
                        "meta",
                        t -> t.withObject("/meta")
                                .putArray("security")
                                .addObject()
                                .put("system", "http://terminology.hl7.org/CodeSystem/v3-Confidentiality")
                                .put("code", "U")));
    }

    private static Arguments beside(String element, Consumer<ObjectNode> change) {
        return Arguments.of(element, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beside")
    void whatIsSaidBesideTheSendersWordsIsNotKept(String element, Consumer<ObjectNode> change) {
        FhirJson before = ward.task(Ward.CARE, id).json();

        assertThat(writes(change)).isInstanceOf(Unchanged.class);
        assertThat(writes(t -> change.accept(accepted(t)))).isInstanceOf(Stored.class);
        FhirJson after = ward.task(Ward.CARE, id).json();
        if (element.equals("meta")) {
            assertThat(after.element("meta").has("security")).isFalse();
        } else {
            assertThat(after.element(element)).isEqualTo(before.element(element));
        }
    }

    @Test
    void aVersionThatAPartnersSystemLeavesOutOfAnAddressIsPutBack() {
        String versioned = ward.offers(Ward.CARE, "h2", "ServiceRequest/s1/_history/3");

        assertThat(ward.writes(
                        Ward.CARE,
                        versioned,
                        t -> accepted(t).withObject("/focus").put("reference", "ServiceRequest/s1")))
                .isInstanceOf(Stored.class);
        assertThat(ward.task(Ward.CARE, versioned)
                        .json()
                        .element("focus")
                        .path("reference")
                        .asText())
                .isEqualTo("ServiceRequest/s1/_history/3");
    }

    @Test
    void whatAPartnersSystemLeavesOutBesideTheSendersWordsIsPutBack() {
        ObjectNode ours = ward.task(Ward.CARE, id).json().tree();
        ours.withObject("/requester").put("display", "The ward").put("type", "Organization");
        ((ObjectNode) ours.at("/code/coding/0")).put("display", "Fulfill the focal request");
        ours.withObject("/meta").putArray("security").addObject().put("code", "R");
        ObjectNode theirs = accepted(ward.task(Ward.CARE, id).json().tree());

        assertThat(Document.merged(
                                FhirJson.of(ours),
                                FhirJson.of(theirs),
                                ward.desk(Ward.CARE).endpoint())
                        .tree())
                .isEqualTo(accepted(ours));
    }

    @Test
    @Promise(19)
    void aNumberBesideAnAddressLaysNothingOnAnotherDesk() {
        ObjectNode planted = ward.task(Ward.CARE, id).json().tree();
        planted.withObject("/owner").putObject("identifier").put("value", "npi-77");
        Between third = new Between(ward.desk(OrganizationId.of("npi-77")).endpoint());

        assertThat(third.includes(Shelf.shelved("Task", id, Optional.empty(), FhirJson.of(planted), ward.now)))
                .isFalse();
        planted.withObject("/owner").remove("reference");
        assertThat(third.includes(Shelf.shelved("Task", id, Optional.empty(), FhirJson.of(planted), ward.now)))
                .isTrue();
    }

    private Reply writes(Consumer<ObjectNode> change) {
        return ward.writes(Ward.CARE, id, change);
    }

    private List<String> codes(Consumer<ObjectNode> change) {
        Reply reply = writes(change);
        assertThat(reply).isInstanceOf(Turned.class);
        return ((Turned) reply)
                .issues().stream().map(i -> i.code().value() + " " + i.path()).toList();
    }

    private static void completes(Ward ward, String id) {
        assertThat(ward.writes(Ward.CARE, id, SendersWordTest::accepted)).isInstanceOf(Stored.class);
        assertThat(ward.writes(Ward.CARE, id, SendersWordTest::completed)).isInstanceOf(Stored.class);
    }

    private static ObjectNode accepted(ObjectNode task) {
        task.remove("businessStatus");
        return task.put("status", "accepted");
    }

    private static ObjectNode completed(ObjectNode task) {
        task.putArray("output")
                .addObject()
                .put("valueString", "Stable at home")
                .putObject("type")
                .put("text", "result");
        return task.put("status", "completed");
    }

    private static void condition(ObjectNode task, String holder, boolean agreed, boolean met) {
        for (int i = task.withArray("/extension").size() - 1; i >= 0; i--) {
            if (task.at("/extension/" + i + "/url").asText().equals(FhirSystems.TERM)) {
                task.withArray("/extension").remove(i);
            }
        }
        ArrayNode parts = task.withArray("/extension")
                .addObject()
                .put("url", FhirSystems.TERM)
                .putArray("extension");
        parts.addObject().put("url", "text").put("valueString", "A ramp");
        parts.addObject().put("url", "kind").put("valueCode", "precondition");
        parts.addObject().put("url", "holder").put("valueString", holder);
        parts.addObject().put("url", "due").put("valueDateTime", "2026-03-04T15:00:00Z");
        parts.addObject().put("url", "agreed").put("valueBoolean", agreed);
        parts.addObject().put("url", "met").put("valueBoolean", met);
    }
}
