package care.baton.fhir.exchange;

import care.baton.fhir.Concepts;
import care.baton.fhir.FhirJson;
import care.baton.handoff.Input;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came of it, as it stands on a Task: by the name it has there, or whole where it has more than a name and words. */
final class Results {

    private Results() {}

    static List<Input> read(FhirJson task) {
        List<Input> results = new ArrayList<>();
        for (JsonNode one : task.element("output")) {
            Code numbered = Code.of("output-" + (results.size() + 1));
            results.add(named(one).orElseGet(() -> new Input(numbered, Sensitive.of(one.toString()))));
        }
        return results;
    }

    /** Nothing is lost by its name: it has a name and words and nothing more. */
    private static Optional<Input> named(JsonNode one) {
        JsonNode name = one.path("type").path("text");
        JsonNode words = one.path("valueString");
        boolean plain = one.size() == 2
                && one.path("type").size() == 1
                && name.isTextual()
                && words.isTextual()
                && !words.textValue().isBlank();
        return plain
                ? Concepts.of(name.textValue()).map(code -> new Input(code, Sensitive.of(words.textValue())))
                : Optional.empty();
    }
}
