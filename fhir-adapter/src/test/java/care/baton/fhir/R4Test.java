package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.trace.Promise;
import java.util.List;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class R4Test {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"status\":[\"requested\"] | array-for-single | Task.status",
                "\"identifier\":{\"value\":\"x\"} | single-for-array | Task.identifier",
                "\"identifier\":[] | empty-element | Task.identifier",
                "\"note\":[{\"text\":\"a\"},{\"text\":3}] | wrong-json-type | Task.note[1].text",
                "\"id\":1 | wrong-json-type | Task.id",
                "\"intent\":\" \" | empty-element | Task.intent",
                "\"intent\":null | wrong-json-type | Task.intent",
                "\"owner\":\"x\" | wrong-json-type | Task.owner",
                "\"owner\":{} | empty-element | Task.owner",
                "\"ownerr\":\"x\" | unknown-element | Task",
                "\"owner\":{\"ref\":\"x\"} | unknown-element | Task.owner",
                "\"implicitRules\":\"http://x\" | implicit-rules-unknown | Task.implicitRules",
                "\"modifierExtension\":[{\"url\":\"http://x\",\"valueBoolean\":true}]"
                        + " | modifier-extension-unknown | Task.modifierExtension",
                "\"restriction\":{\"modifierExtension\":[{\"url\":\"http://x\",\"valueBoolean\":true}]}"
                        + " | modifier-extension-unknown | Task.restriction.modifierExtension",
                "\"restriction\":{\"repetitions\":\"1\"} | wrong-json-type | Task.restriction.repetitions",
                "\"contained\":[{\"resourceType\":\"Nonsense\",\"id\":\"x\"}]"
                        + " | resource-type-unknown | Task.contained[0]",
                "\"contained\":[{\"resourceType\":\"Patient\",\"active\":\"yes\"}]"
                        + " | wrong-json-type | Task.contained[0].active",
                "\"_status\":{\"value\":1} | unknown-element | Task.status",
                "\"_id\":\"x\" | wrong-json-type | Task.id",
                "\"_extension\":[] | unknown-element | Task",
                "\"extension\":{\"url\":\"http://x\"} | single-for-array | Task.extension",
                "\"extension\":[\"x\"] | wrong-json-type | Task.extension[0]",
                "\"_owner\":{\"id\":\"x\"} | unknown-element | Task.owner",
                "\"_status\":\"x\" | wrong-json-type | Task.status",
            })
    void namesWhatTheParserWouldDropOrMend(String member, String code, String path) {
        List<MappingIssue> issues = R4.shape(json("{\"resourceType\":\"Task\"," + member + "}"));

        assertThat(issues).hasSize(1);
        assertThat(issues.get(0).code().value()).isEqualTo(code);
        assertThat(issues.get(0).path()).isEqualTo(path);
    }

    @Test
    void whatStandsBesideOneOfSeveralMayBeNothing() {
        String sound = "{\"resourceType\":\"Patient\",\"_id\":{\"extension\":[{\"url\":\"http://x\"}]},\"id\":\"p1\","
                + "\"name\":[{\"given\":[\"a\",null],\"_given\":[null,{\"id\":\"b\"}]}]}";

        assertThat(R4.shape(json(sound))).isEmpty();
    }

    @Test
    @Promise(29)
    void ofEachKindOfFaultTheFirstFiftyPlacesAreNamed() {
        String notes = "{},".repeat(900);
        String task = "{\"resourceType\":\"Task\",\"note\":[" + notes + "{\"tExt\":\"a\",\"text\":3}],"
                + "\"modifierExtension\":[" + notes + "{\"url\":\"http://x\",\"valueBoolean\":true}]}";

        List<MappingIssue> issues = R4.shape(json(task));

        assertThat(issues.stream().map(issue -> issue.code().value()).distinct())
                .containsExactly("empty-element", "unknown-element", "wrong-json-type", "modifier-extension-unknown");
        assertThat(issues).hasSize(53);
        assertThat(issues.get(49).path()).isEqualTo("Task.note[49]");
    }

    @Test
    void findsNothingInASoundTask() {
        String sound =
                "{\"resourceType\":\"Task\",\"id\":\"1\",\"meta\":{\"versionId\":\"2\"},\"status\":\"requested\","
                        + "\"_status\":{\"id\":\"a\",\"extension\":[{\"url\":\"http://x\",\"valueCode\":\"b\"}]},"
                        + "\"extension\":[{\"url\":\"http://y\",\"extension\":[{\"url\":\"z\",\"valueInteger\":3}]}],"
                        + "\"restriction\":{\"repetitions\":1},\"input\":[{\"type\":{\"text\":\"t\"},\"valueBoolean\":true}],"
                        + "\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"p\",\"active\":true}]}";

        assertThat(R4.shape(json(sound))).isEmpty();
        assertThat(R4.parse(json(sound), Task.class)).isInstanceOf(Mapped.Complete.class);
    }

    @Test
    void readsWhatHasUnknownElementsInPartAndWhatIsMalformedNotAtAll() {
        FhirJson foreign = json("{\"resourceType\":\"Task\",\"status\":\"requested\",\"ours\":1}");
        FhirJson malformed = json("{\"resourceType\":\"Task\",\"status\":[\"requested\"]}");

        assertThat(R4.parse(foreign, Task.class)).isInstanceOf(Mapped.Partial.class);
        assertThat(R4.parse(malformed, Task.class)).isInstanceOf(Mapped.Unreadable.class);
        assertThat(R4.parse(foreign, Patient.class).issues())
                .containsExactly(MappingIssue.error("other-resource-type", "Task"));
    }

    @Test
    void keepsTheVersionOfAReferenceInAHistoryEntry() {
        FhirJson entry = json(
                "{\"resourceType\":\"Provenance\",\"target\":[{\"reference\":\"Task/1/_history/3\"}],"
                        + "\"recorded\":\"2026-01-05T09:00:00Z\",\"agent\":[{\"who\":{\"reference\":\"Device/1/_history/2\"}}]}");

        FhirJson again = R4.parse(entry, Provenance.class)
                .value()
                .flatMap(read -> R4.write(read).value())
                .orElseThrow();

        assertThat(again).isEqualTo(entry);
    }

    @Test
    void looksIntoTheResourcesOfABundle() {
        FhirJson bundle = json("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[{\"resource\":"
                + "{\"resourceType\":\"Task\",\"status\":[\"draft\"]}}]}");

        assertThat(R4.shape(bundle))
                .containsExactly(MappingIssue.error("array-for-single", "Bundle.entry[0].resource.status"));
    }

    private static FhirJson json(String text) {
        return FhirJson.read(text).value().orElseThrow();
    }

    @Test
    void anIdLeadsNowhereElseOnAServer() {
        for (String id : new String[] {"12", "a.b-C", "...", "x".repeat(64)}) {
            assertThat(R4.isId(id)).as(id).isTrue();
        }
        for (String none : new String[] {"", ".", "..", "a/b", "a b", "a_b", "12\n", "x".repeat(65)}) {
            assertThat(R4.isId(none)).as(none).isFalse();
        }
    }
}
