package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.RawDocument;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.server.Reply.Stored;
import care.baton.fhir.server.Reply.Turned;
import care.baton.fhir.server.Reply.Unchanged;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A system that writes the same address or time in another form has changed nothing that only the sender may say. */
class SameInOtherWordsTest {

    private static final String NAME = "h1";
    private static final List<String> ADDRESSES = List.of("owner", "requester", "for", "focus");

    private final Ward ward = new Ward();
    private final String id = offered();

    /** By a clock that counts nanoseconds. */
    private String offered() {
        ward.now = Instant.parse("2026-03-02T15:00:00.800295516Z");
        return ward.offers(Ward.CARE, NAME);
    }

    private void whole(ObjectNode task) {
        for (String element : ADDRESSES) {
            ObjectNode there = task.withObject("/" + element);
            there.put("reference", ward.base + "/" + there.path("reference").asText());
        }
    }

    /** As JavaScript's clock has it, and with another name for the same zone. */
    private static void milliseconds(ObjectNode task) {
        task.put("authoredOn", inMilliseconds(task.path("authoredOn")));
        for (JsonNode extension : task.path("extension")) {
            if (extension.path("url").asText().equals(FhirSystems.RESPOND_BY)) {
                ((ObjectNode) extension).put("valueDateTime", inMilliseconds(extension.path("valueDateTime")));
            }
        }
    }

    private static String inMilliseconds(JsonNode time) {
        Instant at = Instant.parse(time.asText()).truncatedTo(ChronoUnit.MILLIS);
        return at.toString().replace("Z", "+00:00");
    }

    @Test
    void anAnswerWithWholeAddressesIsOne() {
        assertThat(stands(this::whole)).isEqualTo("accepted");
        assertThat(ward.holder(NAME)).contains(Ward.CARE);
        assertThat(shown().json().element("owner").path("reference").asText()).isEqualTo(Ward.CARE.value());
    }

    @Test
    void anAnswerWithTimesInMillisecondsIsOne() {
        String authored = shown().json().element("authoredOn").asText();

        assertThat(stands(SameInOtherWordsTest::milliseconds)).isEqualTo("accepted");
        assertThat(ward.holder(NAME)).contains(Ward.CARE);
        assertThat(shown().json().element("authoredOn").asText()).isEqualTo(authored);
    }

    @Test
    void aTimeToFinishByInMillisecondsIsTheSame() {
        ObjectNode laid = shown().json().tree();
        laid.withObject("/restriction/period").put("end", "2026-03-09T15:00:00.800295516Z");
        ObjectNode written = laid.deepCopy();
        written.withObject("/restriction/period").put("end", "2026-03-09T10:00:00.800-05:00");

        assertThat(Document.merged(
                        FhirJson.of(laid),
                        FhirJson.of(written),
                        ward.desk(Ward.CARE).endpoint()))
                .isEqualTo(FhirJson.of(laid));
    }

    @Test
    void nothingElseIsNoChangeAtAll() {
        assertThat(reply(task -> {
                    whole(task);
                    milliseconds(task);
                }))
                .isInstanceOf(Unchanged.class);
    }

    @Test
    @Promise(19)
    void anotherServersAddressIsAnotherAndSoIsAnotherMillisecond() {
        assertThat(turned(task ->
                        task.withObject("/owner").put("reference", "http://other.example/fhir/" + Ward.CARE.value())))
                .containsExactly("owner-replaced Task.owner");
        assertThat(turned(task -> task.put("authoredOn", "2026-03-02T15:00:00.801Z")))
                .containsExactly("not-yours-to-change Task.authoredOn");
    }

    private String stands(Consumer<ObjectNode> change) {
        Folder before = ward.folder(NAME);
        Reply reply = reply(change.andThen(task -> task.put("status", "accepted")));
        assertThat(reply).isInstanceOfSatisfying(Stored.class, stored -> ward.store(before, stored.after()));
        return shown().json().element("status").asText();
    }

    private List<String> turned(Consumer<ObjectNode> change) {
        return ((Turned) reply(change))
                .issues().stream()
                        .map(issue -> issue.code().value() + " " + issue.path())
                        .toList();
    }

    private Reply reply(Consumer<ObjectNode> change) {
        ObjectNode tree = shown().json().tree();
        change.accept(tree);
        Folder folder = ward.folder(NAME);
        RawDocument body = new RawDocument(FhirJson.of(tree).text().getBytes(StandardCharsets.UTF_8));
        return ward.desk(Ward.CARE)
                .answer(
                        folder.record(),
                        folder.links(),
                        new Edit(id, Optional.of(shown().version()), body),
                        ward.salt(),
                        ward.now);
    }

    private Found shown() {
        return ward.desk(Ward.CARE).shown(ward.folder(NAME).links(), "Task", id).orElseThrow();
    }
}
