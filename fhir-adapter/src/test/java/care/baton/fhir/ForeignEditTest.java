package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForeignEditTest {

    private static final Note NOTE = new Note("Asked again", "2026-01-05T09:00:00Z", Optional.of("Night desk"));

    @Test
    void putsOursBesideTheirs() {
        FhirJson before = json("{\"resourceType\":\"Task\",\"status\":\"accepted\",\"_status\":{\"id\":\"k\"},"
                + "\"extension\":[{\"url\":\"http://theirs\",\"valueCode\":\"x\"}],\"note\":[{\"text\":\"Theirs\"}]}");
        OurExtension term = new OurExtension.Group(
                FhirSystems.TERM,
                List.of(
                        new OurExtension.Value("text", OurExtension.Kind.STRING, "After the ramp"),
                        new OurExtension.Value("agreed", OurExtension.Kind.BOOLEAN, "true")));

        Mapped<FhirJson> after =
                new ForeignEdit(Optional.of("in-progress"), List.of(NOTE), List.of(term), List.of()).applyTo(before);

        assertThat(after).isInstanceOf(Mapped.Complete.class);
        assertThat(after.value().orElseThrow())
                .isEqualTo(json("{\"resourceType\":\"Task\",\"status\":\"in-progress\",\"_status\":{\"id\":\"k\"},"
                        + "\"extension\":[{\"url\":\"http://theirs\",\"valueCode\":\"x\"},{\"url\":\""
                        + FhirSystems.TERM
                        + "\",\"extension\":[{\"url\":\"text\",\"valueString\":\"After the ramp\"},"
                        + "{\"url\":\"agreed\",\"valueBoolean\":true}]}],\"note\":[{\"text\":\"Theirs\"},{\"authorString\":\"Night"
                        + " desk\",\"time\":\"2026-01-05T09:00:00Z\",\"text\":\"Asked again\"}]}"));
    }

    @Test
    void takesThePlaceOfOursAndOfNothingElse() {
        FhirJson before = json("{\"resourceType\":\"Task\",\"extension\":[{\"url\":\"" + FhirSystems.COMMAND
                + "\",\"valueString\":\"c-1\"},{\"url\":\"http://theirs\",\"valueCode\":\"x\"}]}");

        FhirJson after = command("c-2").applyTo(before).value().orElseThrow();

        assertThat(after)
                .isEqualTo(json(
                        "{\"resourceType\":\"Task\",\"extension\":[{\"url\":\"http://theirs\",\"valueCode\":\"x\"},"
                                + "{\"url\":\"" + FhirSystems.COMMAND + "\",\"valueString\":\"c-2\"}]}"));
        assertThat(command("c-2").applyTo(after).value()).contains(after);
    }

    @Test
    void isDoneWholeOrNotAtAll() {
        FhirJson provenance = json("{\"resourceType\":\"Provenance\",\"recorded\":\"2026-01-05T09:00:00Z\"}");
        FhirJson odd = json("{\"resourceType\":\"Task\",\"status\":[\"accepted\"],\"note\":{\"text\":\"x\"}}");
        ForeignEdit edit = new ForeignEdit(Optional.of("cancelled"), List.of(NOTE), List.of(), List.of());

        assertThat(edit.applyTo(provenance).issues())
                .containsExactly(
                        MappingIssue.error("no-status", "Provenance"), MappingIssue.error("no-note", "Provenance"));
        assertThat(edit.applyTo(odd).issues())
                .containsExactly(
                        MappingIssue.error("wrong-json-type", "Task.status"),
                        MappingIssue.error("single-for-array", "Task.note"));
        assertThat(edit.applyTo(odd).value()).isEmpty();
        assertThat(edit.applyTo(json("{\"resourceType\":\"Nonsense\"}")).value())
                .isEmpty();
    }

    @Test
    void writesOnlyUnderAddressesOfOurs() {
        List<OurExtension> theirs =
                List.of(new OurExtension.Value("http://theirs", OurExtension.Kind.CODE, "secret-word"));

        assertThatThrownBy(() -> new ForeignEdit(Optional.empty(), List.of(), theirs, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("extensions")
                .hasMessageNotContaining("secret-word");
    }

    private static ForeignEdit command(String id) {
        return new ForeignEdit(
                Optional.empty(),
                List.of(),
                List.of(new OurExtension.Value(FhirSystems.COMMAND, OurExtension.Kind.STRING, id)),
                List.of());
    }

    private static FhirJson json(String text) {
        return FhirJson.read(text).value().orElseThrow();
    }
}
