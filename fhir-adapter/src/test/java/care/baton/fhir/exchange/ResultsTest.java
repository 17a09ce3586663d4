package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.handoff.Input;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What came of it is known by its name where it has a name and words and nothing more, and by its number else. */
class ResultsTest {

    private static List<Input> read(String... outputs) {
        String task = "{\"resourceType\":\"Task\",\"output\":[" + String.join(",", outputs) + "]}";
        return Results.read(FhirJson.read(task).value().orElseThrow());
    }

    @Test
    void aNameAndWordsAreReadAsTheyStand() {
        assertThat(read("{\"type\":{\"text\":\"result\"},\"valueString\":\"Stable at home\"}"))
                .containsExactly(new Input(Code.of("result"), Sensitive.of("Stable at home")));
    }

    @Test
    void whatHasMoreOrLessThanANameAndWordsIsKeptWholeByItsNumber() {
        List<String> others = List.of(
                "{\"id\":\"o\",\"type\":{\"text\":\"result\"},\"valueString\":\"Stable\"}",
                "{\"type\":{\"id\":\"t\",\"text\":\"result\"},\"valueString\":\"Stable\"}",
                "{\"type\":{\"id\":\"result\"},\"valueString\":\"Stable\"}",
                "{\"type\":{\"text\":5},\"valueString\":\"Stable\"}",
                "{\"type\":{\"text\":\"result\"},\"valueInteger\":5}",
                "{\"type\":{\"text\":\"result\"},\"valueString\":5}",
                "{\"type\":{\"text\":\"result\"},\"valueString\":\" \"}",
                "{\"type\":{\"text\":\"No code at all\"},\"valueString\":\"Stable\"}");

        List<Input> read = read(others.toArray(String[]::new));

        assertThat(read).extracting(input -> input.value().text().orElseThrow()).isEqualTo(others);
        assertThat(read)
                .extracting(input -> input.name().value())
                .containsExactly(
                        "output-1", "output-2", "output-3", "output-4", "output-5", "output-6", "output-7", "output-8");
    }
}
