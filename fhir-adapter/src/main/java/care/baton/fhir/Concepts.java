package care.baton.fhir;

import care.baton.handoff.Priority;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Codes as FHIR writes them: by their list in a CodeableConcept, or bare. */
public final class Concepts {

    private Concepts() {}

    /**
     * Sets the one coding of a concept; what else stands in it stays.
     *
     * @param concept the CodeableConcept
     * @param system the code list
     * @param code the code
     */
    public static void put(ObjectNode concept, String system, String code) {
        Objects.requireNonNull(concept, "concept");
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(code, "code");
        concept.putArray("coding").addObject().put("system", system).put("code", code);
    }

    /**
     * The first code of a concept in one list.
     *
     * @param concept the CodeableConcept, in whatever shape
     * @param system the code list
     * @return the code as it stands there; empty when the concept has none of that list, or a blank one
     */
    public static Optional<String> code(JsonNode concept, String system) {
        Objects.requireNonNull(concept, "concept");
        Objects.requireNonNull(system, "system");
        for (JsonNode coding : concept.path("coding")) {
            if (coding.path("system").asText("").equals(system)) {
                return Optional.of(coding.path("code").asText("")).filter(code -> !code.isBlank());
            }
        }
        return Optional.empty();
    }

    /**
     * A text as a code of the record.
     *
     * @param text the text
     * @return the code; empty when a record may not have such a one
     */
    public static Optional<Code> of(String text) {
        try {
            return Optional.of(Code.of(text));
        } catch (IllegalArgumentException words) {
            return Optional.empty();
        }
    }

    /**
     * How FHIR says how soon.
     *
     * @param priority how soon
     * @return the code of request-priority
     */
    public static String of(Priority priority) {
        Objects.requireNonNull(priority, "priority");
        return priority.name().toLowerCase(Locale.ROOT);
    }

    /**
     * How soon, as FHIR says it.
     *
     * @param code the code of request-priority
     * @return how soon; empty for no such code
     */
    public static Optional<Priority> priority(String code) {
        Objects.requireNonNull(code, "code");
        return Stream.of(Priority.values()).filter(p -> of(p).equals(code)).findFirst();
    }
}
