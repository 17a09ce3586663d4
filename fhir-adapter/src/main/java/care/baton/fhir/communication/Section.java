package care.baton.fhir.communication;

import care.baton.fhir.Concepts;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.OurExtension;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One part of a structured message: its name and what it says. A reader who knows nothing of ours reads the words; we
 * read back which part they are.
 *
 * <p>Source: FHIR R4 Communication.payload, CommunicationRequest.payload.
 *
 * @param name which part, such as {@code situation}
 * @param text what it says
 */
public record Section(Code name, Sensitive text) {

    /**
     * Checks that it says something.
     *
     * @throws IllegalArgumentException if nothing is said, or it was erased
     */
    public Section {
        Objects.requireNonNull(name, "name");
        if (text.text().isEmpty()) {
            throw new IllegalArgumentException("text: not empty");
        }
    }

    /**
     * Whether it is that part.
     *
     * @param other the name of a part
     * @return true when it is named so
     */
    public boolean is(Code other) {
        return name.equals(other);
    }

    /**
     * The part as FHIR writes it.
     *
     * @return a payload
     */
    public ObjectNode json() {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.putArray("extension")
                .add(new OurExtension.Value(FhirSystems.SECTION, OurExtension.Kind.CODE, name.value()).json());
        return payload.put("contentString", text.text().orElseThrow());
    }

    /**
     * The parts that payloads say they are, in order.
     *
     * @param payload the payloads, in whatever shape
     * @return the parts; payloads that name none, or say nothing, are left out
     */
    public static List<Section> read(JsonNode payload) {
        Objects.requireNonNull(payload, "payload");
        List<Section> sections = new ArrayList<>();
        for (JsonNode one : payload) {
            JsonNode text = one.path("contentString");
            if (text.isTextual() && Sensitive.fits(text.textValue())) {
                name(one).ifPresent(name -> sections.add(new Section(name, Sensitive.of(text.textValue()))));
            }
        }
        return sections;
    }

    /**
     * Which part a payload, or a reference, says it is.
     *
     * @param named what may carry our extension
     * @return the name; empty when it has none
     */
    public static Optional<Code> name(JsonNode named) {
        Objects.requireNonNull(named, "named");
        return Concepts.of(OurExtension.in(named.path("extension"), FhirSystems.SECTION)
                .path("valueCode")
                .asText(""));
    }

    /** The name of the part only. */
    @Override
    public String toString() {
        return "Section[" + name + "]";
    }
}
