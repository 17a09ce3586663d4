package care.baton.fhir.request;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.OurExtension;
import care.baton.fhir.Pointer;
import care.baton.fhir.communication.Section;
import care.baton.handoff.Input;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What goes with a request: an address as an address, words as words, each under its name. Whoever reads the words alone
 * sees what they are about: "allergies: none", and never "none".
 */
final class Supporting {

    private Supporting() {}

    static ObjectNode json(Input input) {
        ObjectNode reference = JsonNodeFactory.instance.objectNode();
        reference
                .putArray("extension")
                .add(new OurExtension.Value(
                                FhirSystems.SECTION,
                                OurExtension.Kind.CODE,
                                input.name().value())
                        .json());
        input.value().text().ifPresent(text -> {
            if (new Pointer(text).isAddress()) {
                reference.put("reference", text);
            } else {
                reference.put("display", before(input.name()) + text);
            }
        });
        return reference;
    }

    /** Each by its name, or by its number where it has none. */
    static List<Input> read(JsonNode supporting) {
        List<Input> inputs = new ArrayList<>();
        for (JsonNode one : supporting) {
            Code numbered = Code.of("supporting-info-" + (inputs.size() + 1));
            inputs.add(new Input(
                    Section.name(one).orElse(numbered),
                    value(one, Section.name(one).map(Supporting::before))));
        }
        return inputs;
    }

    private static String before(Code name) {
        return name.value() + ": ";
    }

    /** The words without their name, where it was Baton that put it before them. */
    private static Sensitive value(JsonNode one, Optional<String> before) {
        Stream<String> words = text(one.path("display"))
                .map(shown -> before.filter(shown::startsWith)
                        .map(name -> shown.substring(name.length()))
                        .orElse(shown));
        return Stream.of(
                        text(one.path("reference")), text(one.path("identifier").path("value")), words)
                .flatMap(found -> found)
                .filter(Sensitive::fits)
                .findFirst()
                .map(Sensitive::of)
                .orElse(Sensitive.none());
    }

    private static Stream<String> text(JsonNode node) {
        return node.isTextual() ? Stream.of(node.textValue()) : Stream.empty();
    }
}
