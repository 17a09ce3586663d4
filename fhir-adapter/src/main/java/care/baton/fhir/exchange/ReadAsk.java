package care.baton.fhir.exchange;

import care.baton.fhir.Concepts;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Instants;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.task.AskedDigest;
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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a Task asks, in the terms of the record. */
public final class ReadAsk {

    /** What has no place in an ask, and what is asked without. */
    private static final List<String> LEFT_ASIDE = Stream.concat(
                    AskedDigest.LEFT_ASIDE.stream(),
                    Stream.of(
                            "note",
                            "relevantHistory",
                            "_description.extension",
                            "restriction.repetitions",
                            "restriction.recipient",
                            "restriction.period.start"))
            .toList();

    /** As many as an ask has. */
    private static final int MOST = 1_000;

    private ReadAsk() {}

    /**
     * Reads what is asked.
     *
     * @param code what it is called here
     * @param person whose care it is, as the record knows them
     * @param task the Task
     * @return what is asked; what the Task does not say is left out, and {@link #notRead} names what it says and is not
     *     read
     */
    public static Ask of(Code code, PersonId person, FhirJson task) {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(task, "task");
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
     * What is asked and is not read, for a person to look at: what has no place in a record's ask, such as where and why,
     * or what an extension of somebody else's says ({@code left-aside}, with the element), what is longer than a record
     * keeps, and what comes after 1,000 inputs ({@code too-large}), a priority that FHIR does not know
     * ({@code priority-unknown}; it is taken as routine), and a time that is less exact than a second, such as a day
     * ({@code finish-by-not-read}, {@code respond-by-not-read}).
     * FHIR means the whole of that day; in which zone, a Task does not say, and a record supposes none.
     *
     * @param task the Task
     * @return each by its element; empty where all was read
     */
    public static List<MappingIssue> notRead(FhirJson task) {
        Objects.requireNonNull(task, "task");
        JsonNode tree = task.tree();
        List<MappingIssue> issues = new ArrayList<>();
        JsonNode priority = tree.path("priority");
        if (!priority.isMissingNode() && Concepts.priority(priority.asText("")).isEmpty()) {
            issues.add(MappingIssue.warning("priority-unknown", "Task.priority"));
        }
        JsonNode end = tree.path("restriction").path("period").path("end");
        if (!end.isMissingNode() && Instants.read(end).isEmpty()) {
            issues.add(MappingIssue.warning("finish-by-not-read", "Task.restriction.period.end"));
        }
        if (respondByOf(task).filter(by -> Instants.read(by).isEmpty()).isPresent()) {
            issues.add(MappingIssue.warning("respond-by-not-read", "Task.extension"));
        }
        for (String name : LEFT_ASIDE) {
            if (!tree.at("/" + name.replace('.', '/')).isMissingNode()) {
                issues.add(MappingIssue.warning("left-aside", "Task." + name.replace("_", "")));
            }
        }
        for (JsonNode extension : tree.path("extension")) {
            String url = extension.path("url").asText("");
            if (!url.startsWith(FhirSystems.OURS + "/") && !url.equals(FhirSystems.TASK_REPLACES)) {
                issues.add(MappingIssue.warning("left-aside", "Task.extension"));
                break;
            }
        }
        boolean large =
                !fits(tree.path("description")) || !fits(tree.path("focus").path("reference"));
        int inputs = 0;
        for (JsonNode one : tree.path("input")) {
            large |= !Sensitive.fits(one.toString());
            inputs += isOurReport(one) ? 0 : 1;
        }
        large |= inputs > MOST;
        if (large) {
            issues.add(MappingIssue.error("too-large", "Task"));
        }
        return List.copyOf(issues);
    }

    static Optional<Instant> respondBy(FhirJson task) {
        return respondByOf(task).flatMap(Instants::read);
    }

    private static Optional<JsonNode> respondByOf(FhirJson task) {
        for (JsonNode extension : task.element("extension")) {
            if (extension.path("url").asText("").equals(FhirSystems.RESPOND_BY)) {
                return Optional.of(extension.path("valueDateTime"));
            }
        }
        return Optional.empty();
    }

    /**
     * Each in its words or its address under its name; whole, as JSON, where its type is more than a name of the record's,
     * or where it is given as anything else: nothing is lost, least of all what it is that is said.
     */
    private static List<Input> input(JsonNode tree) {
        List<Input> inputs = new ArrayList<>();
        int number = 0;
        for (JsonNode one : tree.path("input")) {
            number++;
            if (isOurReport(one) || inputs.size() == MOST) {
                continue;
            }
            Optional<Code> named = Concepts.of(one.path("type").path("text").asText(""))
                    .filter(c -> inputs.stream().noneMatch(i -> i.name().equals(c)));
            String text = named.flatMap(name -> alone(one)).orElseGet(one::toString);
            if (Sensitive.fits(text)) {
                inputs.add(new Input(named.orElse(Code.of("input-" + number)), Sensitive.of(text)));
            }
        }
        return inputs;
    }

    /** Its words or its address, where there is nothing else to say of it but its name. */
    private static Optional<String> alone(JsonNode input) {
        JsonNode reference = input.path("valueReference");
        boolean address = reference.size() == 1
                && !reference.path("reference").asText("#").startsWith("#");
        JsonNode value = address ? reference.path("reference") : input.path("valueString");
        return input.size() == 2
                        && input.path("type").size() == 1
                        && value.isTextual()
                        && !value.asText().isBlank()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    private static boolean fits(JsonNode text) {
        return !text.isTextual() || Sensitive.fits(text.asText());
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
