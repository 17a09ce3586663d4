package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.RawDocument;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.server.Reply.Stored;
import care.baton.fhir.server.Reply.Turned;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.SeenTerm;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a partner's system writes, one after the other, what only we may say stays ours, and one of two holds it. */
class DeskProperties {

    private static final String NAME = "h1";

    /** One change of a Task, with a number that makes it another one each time. */
    private record Change(String name, BiConsumer<ObjectNode, Integer> on) {}

    private static final List<Change> CHANGES = List.of(
            status("requested"),
            status("received"),
            status("accepted"),
            status("rejected"),
            status("in-progress"),
            status("on-hold"),
            status("failed"),
            status("cancelled"),
            status("completed"),
            status("entered-in-error"),
            new Change("reason", (t, n) -> t.putObject("statusReason").put("text", "For reason " + n)),
            new Change("note", (t, n) -> t.withArray("/note").addObject().put("text", "Note " + n)),
            new Change(
                    "output",
                    (t, n) -> t.withArray("/output")
                            .addObject()
                            .put("valueString", "Result " + n)
                            .putObject("type")
                            .put("text", "result")),
            new Change("business", (t, n) -> t.putObject("businessStatus").put("text", "Where it stands: " + n)),
            new Change(
                    "theirs",
                    (t, n) -> t.withArray("/extension")
                            .addObject()
                            .put("url", "http://ehr.example/e" + n)
                            .put("valueString", "x")),
            new Change(
                    "ours",
                    (t, n) -> t.withArray("/extension")
                            .addObject()
                            .put("url", n % 2 == 0 ? FhirSystems.COMMAND : FhirSystems.SEEN_BY_SENDER)
                            .put("valueString", "h1/offer-1#s" + n + "-cancelled")),
            new Change("strip", (t, n) -> t.remove("extension")),
            new Change("owner", (t, n) -> t.putObject("owner").put("reference", "Organization/o" + n)),
            new Change("description", (t, n) -> t.put("description", "Other " + n)),
            new Change("person", (t, n) -> t.putObject("for").put("reference", "Patient/p" + n)),
            new Change(
                    "number",
                    (t, n) -> t.withObject("/requester").putObject("identifier").put("value", "npi-" + n)),
            new Change("confirmed", (t, n) -> t.putObject("businessStatus").put("text", "Done and confirmed")),
            new Change("agreed", (t, n) -> {
                ArrayNode parts = t.withArray("/extension")
                        .addObject()
                        .put("url", FhirSystems.TERM)
                        .putArray("extension");
                parts.addObject().put("url", "text").put("valueString", "Condition " + n);
                parts.addObject().put("url", "agreed").put("valueBoolean", true);
            }));

    private static Change status(String status) {
        return new Change(status, (t, n) -> t.put("status", status));
    }

    @Provide
    Arbitrary<List<List<Integer>>> edits() {
        Arbitrary<Integer> likely = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 14)),
                Tuple.of(1, Arbitraries.integers().between(15, CHANGES.size() - 1)));
        return likely.list().ofMinSize(1).ofMaxSize(3).list().ofMinSize(1).ofMaxSize(6);
    }

    @Property(tries = 150)
    @Promise({2, 14})
    void whatOnlyTheSenderSaysStaysAndOneOfTheTwoHoldsIt(@ForAll("edits") List<List<Integer>> edits) {
        Ward ward = new Ward();
        String id = ward.offers(Ward.CARE, NAME);
        String asked = asked(task(ward, id));
        Set<String> versions = new HashSet<>(Set.of(task(ward, id).version()));
        int number = 0;
        for (List<Integer> edit : edits) {
            Folder before = ward.folder(NAME);
            Found read = task(ward, id);
            ObjectNode tree = read.json().tree();
            for (int change : edit) {
                CHANGES.get(change).on().accept(tree, ++number);
            }
            Reply reply = ward.desk(Ward.CARE)
                    .answer(
                            before.record(),
                            before.links(),
                            new Edit(
                                    id,
                                    Optional.of(read.version()),
                                    new RawDocument(FhirJson.of(tree).text().getBytes(StandardCharsets.UTF_8))),
                            ward.salt(),
                            ward.now);
            if (reply instanceof Stored stored) {
                assertThat(stored.after().refusals()).isEmpty();
                assertThat(ward.store(before, stored.after())).isTrue();
                assertThat(versions.add(task(ward, id).version())).isTrue();
            } else if (reply instanceof Turned turned) {
                assertThat(turned.issues().size() + turned.refusals().size()).isPositive();
            }
            ward.now = ward.now.plusSeconds(60);
            Found now = task(ward, id);
            assertThat(asked(now)).isEqualTo(asked);
            assertThat(now.json().element("owner").path("reference").asText()).isEqualTo("Organization/care");
            assertThat(now.json().element("extension").toString()).contains(FhirSystems.RESPOND_BY);
            assertThat(now.json().element("requester").has("identifier")).isFalse();
            assertThat(SeenTask.of(now.json(), Optional.empty()).terms()).noneMatch(SeenTerm::agreed);
            assertThat(now.json().element("businessStatus").path("text").asText())
                    .isNotEqualTo("Done and confirmed");
            assertThat(ward.holder(NAME)).isIn(Optional.of(Ward.US), Optional.of(Ward.CARE));
            boolean held = SeenTask.of(now.json(), Optional.empty())
                    .status()
                    .filter(s -> s.saysHeld())
                    .isPresent();
            assertThat(ward.holder(NAME).equals(Optional.of(Ward.CARE)))
                    .as("who holds it is who the Task says")
                    .isEqualTo(held && !now.json().element("status").asText().equals("completed"));
        }
    }

    private static String asked(Found task) {
        return SeenTask.of(task.json(), Optional.empty()).asked();
    }

    private static Found task(Ward ward, String id) {
        return ward.desk(Ward.CARE).shown(ward.folder(NAME).links(), "Task", id).orElseThrow();
    }
}
