package care.baton.fhir.exchange;

import care.baton.fhir.Concepts;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Instants;
import care.baton.fhir.MappingIssue;
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
     * @return what is asked; what the Task does not say, or says in more than 262,144 characters, is left out, and {@link #notRead} says what it does say and could
     *     not be read
     */
    public static Ask of(Code code, PersonId person, FhirJson task) {
        JsonNode tree = task.tree();
        return Ask.builder()
                .code(code)
                .person(person)
                .priority(Concepts.priority(tree.path("priority").asText("")).orElse(Priority.ROUTINE))
                .focus(words(tree.path("focus").path("reference")))
                .description(words(tree.path("description")))
                .addAllInput(input(tree))
                .finishBy(Instants.read(tree.path("restriction").path("period").path("end")))
                .build();
    }

    /**
     * What is asked and could not be read: a time to finish by that is less exact than a second, such as a day. FHIR
     * means the whole of that day; in which zone, a Task does not say, and a record supposes none.
     *
     * @param task the Task
     * @return {@code finish-by-not-read}; empty where all was read
     */
    public static List<MappingIssue> notRead(FhirJson task) {
        JsonNode end = task.element("restriction").path("period").path("end");
        return end.isMissingNode() || Instants.read(end).isPresent()
                ? List.of()
                : List.of(MappingIssue.warning("finish-by-not-read", "Task.restriction.period.end"));
    }

    static Optional<Instant> respondBy(FhirJson task) {
        for (JsonNode extension : task.element("extension")) {
            if (extension.path("url").asText("").equals(FhirSystems.RESPOND_BY)) {
                return Instants.read(extension.path("valueDateTime"));
            }
        }
        return Optional.empty();
    }

    /** Each in its words or its address; whole, as JSON, where it is given as anything else: nothing is lost. */
    private static List<Input> input(JsonNode tree) {
        List<Input> inputs = new ArrayList<>();
        int number = 0;
        for (JsonNode one : tree.path("input")) {
            number++;
            Code numbered = Code.of("input-" + number);
            Code name = Concepts.of(one.path("type").path("text").asText(""))
                    .filter(c -> inputs.stream().noneMatch(i -> i.name().equals(c)))
                    .orElse(numbered);
            if (isOurReport(one)) {
                continue;
            }
            Stream.of(one.path("valueString"), one.path("valueReference").path("reference"))
                    .filter(v -> v.isTextual() && !v.asText().isBlank())
                    .findFirst()
                    .map(JsonNode::asText)
                    .or(() -> Optional.of(one.toString()))
                    .filter(Sensitive::fits)
                    .ifPresent(text -> inputs.add(new Input(name, Sensitive.of(text))));
        }
        return inputs;
    }

    /** The report of an offer of ours goes by a message of its own, which the input only names. */
    private static boolean isOurReport(JsonNode one) {
        JsonNode named = one.path("valueReference").path("identifier").path("system");
        return named.asText("").equals(FhirSystems.IDENTIFIERS)
                && one.path("type").findValuesAsText("system").contains(FhirSystems.REPORTS);
    }

    private static Sensitive words(JsonNode node) {
        return node.isTextual() && Sensitive.fits(node.asText()) ? Sensitive.of(node.asText()) : Sensitive.none();
    }
}
