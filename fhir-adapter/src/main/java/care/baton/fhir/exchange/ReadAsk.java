package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Instants;
import care.baton.handoff.Ask;
import care.baton.handoff.Input;
import care.baton.handoff.Priority;
import care.baton.outcome.Code;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a Task asks, in the terms of the record. */
public final class ReadAsk {

    private ReadAsk() {}

    /**
     * Reads what is asked.
     *
     * @param code what it is called here
     * @param person whose care it is, as the record knows them
     * @param task the Task
     * @return what is asked; what the Task does not say is left out
     */
    public static Ask of(Code code, PersonId person, FhirJson task) {
        JsonNode tree = task.tree();
        return Ask.builder()
                .code(code)
                .person(person)
                .priority(priority(tree.path("priority").asText("")))
                .focus(words(tree.path("focus").path("reference")))
                .description(words(tree.path("description")))
                .addAllInput(input(tree))
                .finishBy(instant(tree.path("restriction").path("period").path("end")))
                .build();
    }

    static Optional<Instant> respondBy(FhirJson task) {
        for (JsonNode extension : task.element("extension")) {
            if (extension.path("url").asText("").equals(FhirSystems.RESPOND_BY)) {
                return instant(extension.path("valueDateTime"));
            }
        }
        return Optional.empty();
    }

    private static List<Input> input(JsonNode tree) {
        List<Input> inputs = new ArrayList<>();
        int number = 0;
        for (JsonNode one : tree.path("input")) {
            number++;
            Code numbered = Code.of("input-" + number);
            Code name = code(one.path("type").path("text").asText(""))
                    .filter(c -> inputs.stream().noneMatch(i -> i.name().equals(c)))
                    .orElse(numbered);
            Stream.of(one.path("valueString"), one.path("valueReference").path("reference"))
                    .filter(v -> v.isTextual() && !v.asText().isBlank())
                    .findFirst()
                    .ifPresent(v -> inputs.add(new Input(name, Sensitive.of(v.asText()))));
        }
        return inputs;
    }

    /** What it is called there, where that is a name that a record may have. */
    static Optional<Code> code(String text) {
        try {
            return Optional.of(Code.of(text));
        } catch (IllegalArgumentException words) {
            return Optional.empty();
        }
    }

    private static Priority priority(String code) {
        return Stream.of(Priority.values())
                .filter(p -> p.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElse(Priority.ROUTINE);
    }

    private static Sensitive words(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? Sensitive.of(node.asText()) : Sensitive.none();
    }

    /** A point in time as FHIR writes it; empty when it is none, or lies outside what a record takes. */
    static Optional<Instant> instant(JsonNode node) {
        return Instants.read(node);
    }

    static Optional<Instant> instant(String text) {
        return Instants.of(text);
    }
}
