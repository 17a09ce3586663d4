package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What others wrote survives what we write beside it. */
class ForeignResourcesTest {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final OurExtension MARK =
            new OurExtension.Value(FhirSystems.COMMAND, OurExtension.Kind.STRING, "c-1");
    private static final Note NOTE = new Note("Asked again by telephone", "2026-01-05T09:00:00Z", Optional.empty());

    @Test
    void aStatusANoteAndAnExtensionLoseNothingOfTheirs() throws IOException {
        int clean = 0;
        int named = 0;
        List<String> lost = new ArrayList<>();
        List<Path> files =
                SharedCases.of("Task", "ServiceRequest", "Communication", "CommunicationRequest", "Provenance");
        for (Path file : files) {
            boolean provenance = file.getFileName().toString().startsWith("Provenance-");
            ForeignEdit edit = new ForeignEdit(
                    provenance ? Optional.empty() : Optional.of("entered-in-error"),
                    provenance ? List.of() : List.of(NOTE),
                    List.of(MARK),
                    List.of());
            byte[] bytes = SharedCases.bytes(file);
            Mapped<FhirJson> edited =
                    edit.applyTo(FhirJson.read(bytes, Limits.standard()).value().orElseThrow());
            clean += edited instanceof Mapped.Complete ? 1 : 0;
            named += edited instanceof Mapped.Complete ? 0 : 1;
            JsonNode before = MAPPER.readTree(bytes);
            JsonNode after = MAPPER.readTree(edited.value().orElseThrow().text());
            if (!undone((ObjectNode) after.deepCopy(), before, provenance).equals(before) || after.equals(before)) {
                lost.add(SharedCases.name(file));
            }
        }
        System.out.printf(
                java.util.Locale.ROOT,
                "foreign resources: %d files, %d clean, %d named, %d lost%n",
                files.size(),
                clean,
                named,
                lost.size());
        assertThat(lost).isEmpty();
        assertThat(files).hasSizeGreaterThanOrEqualTo(168);
        assertThat(clean + named).isEqualTo(files.size());
    }

    /** Takes our change back by hand, without the code under test. */
    private static ObjectNode undone(ObjectNode after, JsonNode before, boolean provenance) {
        if (!provenance) {
            assertThat(after.get("status").textValue()).isEqualTo("entered-in-error");
            after.set("status", before.get("status"));
            dropLast(after, "note");
        }
        dropLast(after, "extension");
        return after;
    }

    private static void dropLast(ObjectNode tree, String name) {
        ArrayNode list = (ArrayNode) tree.get(name);
        list.remove(list.size() - 1);
        if (list.isEmpty()) {
            tree.remove(name);
        }
    }
}
