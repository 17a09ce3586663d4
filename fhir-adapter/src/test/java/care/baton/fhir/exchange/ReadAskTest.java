package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Limits;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.SharedCases;
import care.baton.handoff.Ask;
import care.baton.handoff.Input;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.trace.Requirement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of what a Task asks, whoever wrote it, nothing is lost without a word. */
class ReadAskTest {

    /** How many characters words of a record may have. */
    private static final int LONGEST = 262_144;

    private static Ask read(FhirJson task) {
        return ReadAsk.of(Code.of("home-care"), Two.PERSON, task);
    }

    @Requirement("INT-09")
    @Test
    void everyInputAndEveryTimeOfAPublishedTaskIsReadOrNamed() {
        int days = 0;
        for (Path file : SharedCases.of("Task")) {
            FhirJson task = FhirJson.read(SharedCases.bytes(file), Limits.standard())
                    .value()
                    .orElseThrow();
            List<String> named = ReadAsk.notRead(task).stream()
                    .map(issue -> issue.code().value())
                    .filter("finish-by-not-read"::equals)
                    .toList();
            JsonNode end = task.element("restriction").path("period").path("end");
            Ask ask = read(task);

            assertThat(ask.input())
                    .as(SharedCases.name(file))
                    .hasSize(task.element("input").size());
            assertThat(ask.finishBy().isPresent() || !named.isEmpty())
                    .as(SharedCases.name(file))
                    .isEqualTo(!end.isMissingNode());
            days += named.size();
        }
        assertThat(days).isGreaterThan(5);
    }

    /** A host with wider limits than ours may be sent more than a record takes. */
    @Test
    void moreInputsThanARecordTakesAreLeftOutAndNamed() {
        String one = "{'type':{'text':'plan'},'valueString':'CarePlan/1'}";
        ObjectNode tree = task("{'input':[" + String.join(",", Collections.nCopies(1_000, one)) + "]}");
        FhirJson most = FhirJson.of(tree);
        tree.withArray("input").add(tree.path("input").path(0).deepCopy());
        FhirJson more = FhirJson.of(tree);

        assertThat(read(most).input()).hasSize(1_000);
        assertThat(ReadAsk.notRead(most)).isEmpty();
        assertThat(read(more).input()).isEqualTo(read(most).input());
        assertThat(ReadAsk.notRead(more))
                .extracting(issue -> issue.severity() + " " + issue.code() + " " + issue.path())
                .containsExactly("ERROR too-large Task");
    }

    @Test
    void wordsLongerThanARecordTakesAreNamedAndNotCut() {
        FhirJson most = FhirJson.of(task("{}").put("description", "x".repeat(LONGEST)));
        FhirJson more = FhirJson.of(task("{}").put("description", "x".repeat(LONGEST + 1)));

        assertThat(ReadAsk.notRead(most)).isEmpty();
        assertThat(read(more).description()).isEqualTo(Sensitive.none());
        assertThat(ReadAsk.notRead(more))
                .extracting(issue -> issue.severity() + " " + issue.code() + " " + issue.path())
                .containsExactly("ERROR too-large Task");
    }

    /** What comes twice under one name is twice something, and the second is kept whole. */
    @Test
    void twoInputsOfOneNameAreTwo() {
        ObjectNode task = task("{'input':[{'type':{'text':'diet'},'valueString':'soft'},"
                + "{'type':{'text':'diet'},'valueString':'no salt'}]}");

        List<Input> read = read(FhirJson.of(task)).input();

        assertThat(read).extracting(i -> i.name().value()).containsExactly("diet", "input-2");
        assertThat(read.get(0).value()).isEqualTo(Sensitive.of("soft"));
        assertThat(read.get(1).value().text().orElseThrow()).contains("diet", "no salt");
    }

    @Test
    void aTimeToAnswerByThatIsNoInstantIsNamed() {
        String day = "{'extension':[{'url':'" + FhirSystems.RESPOND_BY + "','valueDateTime':'2026-03-09'}]}";

        assertThat(ReadAsk.notRead(FhirJson.of(task(day))))
                .containsExactly(MappingIssue.warning("respond-by-not-read", "Task.extension"));
    }

    /** "Do not give: morphine" is not read as morphine. */
    @Test
    void whatAnInputIsIsNeverLostFromIt() {
        String inputs = "[{'type':{'text':'Do not give'},'valueString':'Morphine'},"
                + "{'type':{'coding':[{'display':'Allergies'}]},'valueString':'Penicillin'},"
                + "{'type':{'text':'contact'},'valueReference':{'reference':'#kin','display':'Call first'}},"
                + "{'type':{'text':'plan'},'valueReference':{'reference':'CarePlan/1'}},"
                + "{'type':{'text':'mobility'},'valueString':'two-person-lift'}]";
        ObjectNode task = task("{'input':" + inputs + "}");

        List<Input> read = read(FhirJson.of(task)).input();

        assertThat(read)
                .extracting(i -> i.name().value())
                .containsExactly("input-1", "input-2", "contact", "plan", "mobility");
        assertThat(read.get(0).value().text().orElseThrow()).contains("Do not give", "Morphine");
        assertThat(read.get(1).value().text().orElseThrow()).contains("Allergies", "Penicillin");
        assertThat(read.get(2).value().text().orElseThrow()).contains("Call first");
        assertThat(read.get(3).value()).isEqualTo(Sensitive.of("CarePlan/1"));
        assertThat(read.get(4).value()).isEqualTo(Sensitive.of("two-person-lift"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'priority':'critical'} | priority-unknown | Task.priority",
                "{'restriction':{'period':{'end':'2026-03-09'}}} | finish-by-not-read | Task.restriction.period.end",
                "{'restriction':{'period':{'start':'2026-03-09'}}} | left-aside | Task.restriction.period.start",
                "{'restriction':{'repetitions':3}} | left-aside | Task.restriction.repetitions",
                "{'location':{'reference':'Location/2'}} | left-aside | Task.location",
                "{'note':[{'text':'Beware of the dog'}]} | left-aside | Task.note",
                "{'instantiatesUri':'http://x.example/protocol'} | left-aside | Task.instantiatesUri",
                "{'instantiatesCanonical':'http://x.example/plan'} | left-aside | Task.instantiatesCanonical",
                "{'partOf':[{'reference':'Task/9'}]} | left-aside | Task.partOf",
                "{'extension':[{'url':'http://x.example/interpreter'}]} | left-aside | Task.extension",
                "{'_description':{'extension':[{'url':'u'}]}} | left-aside | Task.description.extension"
            })
    void whatIsAskedAndNotReadIsNamedByItsElement(String json, String code, String path) {
        assertThat(ReadAsk.notRead(FhirJson.of(task(json)))).containsExactly(MappingIssue.warning(code, path));
    }

    @Test
    void whatWeWriteOurselvesIsNoExtensionThatIsNotRead() {
        String ours = "{'extension':[{'url':'" + FhirSystems.RESPOND_BY + "','valueDateTime':'2026-03-09T15:00:00Z'},"
                + "{'url':'" + FhirSystems.TASK_REPLACES + "','valueReference':{'reference':'Task/1'}}]}";

        assertThat(ReadAsk.notRead(FhirJson.of(task(ours)))).isEmpty();
    }

    private static ObjectNode task(String json) {
        String whole = json.replace('\'', '"')
                .replaceFirst("\\{", "{\"resourceType\":\"Task\",")
                .replace(",}", "}");
        return FhirJson.read(whole).value().orElseThrow().tree();
    }

    @Test
    void anInputThatIsNeitherWordsNorAnAddressIsKeptWhole() {
        ObjectNode task = JsonNodeFactory.instance.objectNode().put("resourceType", "Task");
        ObjectNode dose = task.putArray("input").addObject();
        dose.putObject("type").put("text", "dose");
        dose.putObject("valueQuantity").put("value", 2).put("unit", "mg");

        assertThat(read(FhirJson.of(task)).input()).singleElement().satisfies(input -> {
            assertThat(input.name()).isEqualTo(Code.of("dose"));
            assertThat(input.value()).isEqualTo(Sensitive.of(dose.toString()));
        });
    }
}
