package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.SharedCases;
import care.baton.handoff.Ask;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.trace.Requirement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Of what a Task asks, whoever wrote it, nothing is lost without a word. */
class ReadAskTest {

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
            JsonNode end = task.element("restriction").path("period").path("end");
            Ask ask = read(task);

            assertThat(ask.input())
                    .as(SharedCases.name(file))
                    .hasSize(task.element("input").size());
            assertThat(ask.finishBy().isPresent() || !ReadAsk.notRead(task).isEmpty())
                    .as(SharedCases.name(file))
                    .isEqualTo(!end.isMissingNode());
            days += ReadAsk.notRead(task).size();
        }
        assertThat(days).isGreaterThan(5);
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
