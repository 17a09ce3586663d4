package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.party.HandoffId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private static final MappingIssue ISSUE = MappingIssue.error("not-json", "Task.input[0]");

    @Test
    void aReadingPrintsItsIssuesAndNothingElse() {
        assertThat(new Mapped.Complete<>("secret")).hasToString("Complete");
        assertThat(new Mapped.Partial<>("secret", List.of(ISSUE)))
                .hasToString("Partial[ERROR not-json at Task.input[0]]");
        assertThat(new Mapped.Unreadable<String>(List.of(ISSUE)))
                .hasToString("Unreadable[ERROR not-json at Task.input[0]]");
        assertThat(new Note("secret", "2026", Optional.empty())).hasToString("Note");
        assertThat(new RawDocument(new byte[] {1})).hasToString("RawDocument");
        assertThat(Mapped.of("x", List.of())).isEqualTo(new Mapped.Complete<>("x"));
        assertThat(Mapped.of("x", List.of(ISSUE))).isEqualTo(new Mapped.Partial<>("x", List.of(ISSUE)));
    }

    @Test
    void aDocumentIsKeptApartFromTheBytesItWasMadeOf() {
        byte[] bytes = {1, 2};
        RawDocument raw = new RawDocument(bytes);
        bytes[0] = 9;
        raw.bytes()[1] = 9;

        assertThat(raw.bytes()).containsExactly(1, 2);
        assertThat(raw).isEqualTo(new RawDocument(new byte[] {1, 2})).isNotEqualTo(new RawDocument(bytes));
    }

    @Test
    void malformedValuesAreRefusedByFieldAndWithoutContent() {
        refused(() -> MappingIssue.error("not-json", "Task.Anna Berg"), "path");
        refused(() -> new Mapped.Partial<>("x", List.of()), "issues");
        refused(() -> new Mapped.Unreadable<>(List.of()), "issues");
        refused(() -> new Limits(0, 1, 1, 1), "bytes");
        refused(() -> new Limits(1, 0, 1, 1), "depth");
        refused(() -> new Limits(1, 501, 1, 1), "depth");
        refused(() -> new Limits(1, 1, 0, 1), "entries");
        refused(() -> new Limits(1, 1, 1, 0), "stringBytes");
        refused(() -> new Limits(1, 1, 1, 1, 0), "values");
        refused(() -> new Note(" ", "2026", Optional.empty()), "text");
        refused(() -> new OurExtension.Value("", OurExtension.Kind.CODE, "Anna Berg"), "url");
        refused(() -> new OurExtension.Value("x", OurExtension.Kind.CODE, " "), "value");
        refused(() -> new OurExtension.Value("x", OurExtension.Kind.BOOLEAN, "Anna Berg"), "value");
        refused(() -> new OurExtension.Group("x", List.of()), "parts");
        refused(() -> new ForeignEdit(Optional.of("Anna Berg"), List.of(), List.of(), List.of()), "status");
    }

    @Test
    void whatCarriesContentPrintsItsKindAlone() {
        assertThat(json("{\"resourceType\":\"Task\",\"description\":\"secret\"}"))
                .hasToString("FhirJson");
        assertThat(new Pointer("secret")).hasToString("Pointer");
        assertThat(new OfferName(HandoffId.of("secret"), 1, "")).hasToString("OfferName");
    }

    @Test
    void aDocumentSaysWhatItHasAndWhetherItIsWhole() {
        FhirJson task = json("{\"status\":\"draft\",\"meta\":{\"tag\":[{\"code\":\"SUBSETTED\"}]}}");

        assertThat(task.has("status")).isTrue();
        assertThat(task.has("note")).isFalse();
        assertThat(task.isCutShort()).isTrue();
        assertThat(json("{\"meta\":{\"tag\":[{\"code\":\"draft\"}]}}").isCutShort())
                .isFalse();
        assertThat(json("{\"a\":1,\"b\":2}")).hasSameHashCodeAs(json("{\"b\":2,\"a\":1}"));
        assertThat(json("{\"a\":1}").hashCode()).isNotEqualTo(json("{\"a\":2}").hashCode());
    }

    @Test
    void anIssueNamesItsPlaceInFhirsLettersAndNoOthers() {
        assertThat(MappingIssue.error("not-json", "Task.azAZ09[10]").path()).isEqualTo("Task.azAZ09[10]");
        for (String no : List.of("`", "{", "@", "/", ":", "_")) {
            refused(() -> MappingIssue.error("not-json", "Task." + no), "path");
        }
    }

    @Test
    void anExtensionIsTakenOffByItsAddressAndTheOthersStay() {
        FhirJson three = json("{\"extension\":[{\"url\":\"x\"},{\"url\":\"y\"},{\"url\":\"x\"}]}");

        assertThat(OurExtension.without(three, "x")).isEqualTo(json("{\"extension\":[{\"url\":\"y\"}]}"));
        assertThat(OurExtension.without(three, "z")).isEqualTo(three);
        assertThat(OurExtension.without(json("{\"a\":1}"), "x")).isEqualTo(json("{\"a\":1}"));
    }

    @Test
    void aBlankCodeIsNone() {
        assertThat(Concepts.code(coding(" "), "s")).isEmpty();
        assertThat(Concepts.code(coding("a"), "s")).hasValue("a");
        assertThat(Concepts.code(coding("a"), "other")).isEmpty();
    }

    private static ObjectNode coding(String code) {
        ObjectNode concept = JsonNodeFactory.instance.objectNode();
        Concepts.put(concept, "s", code);
        return concept;
    }

    private static FhirJson json(String text) {
        return FhirJson.read(text).value().orElseThrow();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable making, String field) {
        assertThatThrownBy(making)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(field)
                .hasMessageNotContaining("Anna");
    }
}
