package care.baton.fhir.task;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Pointer;
import care.baton.fhir.partner.TaskStatus;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Picks the elements of a Task out of its JSON; a wrong shape is the same as absence. */
final class TaskElements {

    private final ObjectNode task;

    TaskElements(ObjectNode task) {
        this.task = task;
    }

    SeenTask seen(FhirJson json, Optional<FhirJson> focus) {
        Optional<String> status = text(task, "status");
        return new SeenTask(
                text(task, "id"),
                text(task.path("meta"), "versionId"),
                status,
                status.flatMap(TaskStatus::of),
                codes("businessStatus"),
                text(task, "intent"),
                codes("code"),
                SeenReference.read(task.path("owner")),
                SeenReference.read(task.path("requester")),
                SeenReference.read(task.path("for")),
                SeenReference.read(task.path("focus")),
                text(task.path("restriction").path("period"), "end"),
                extensions(FhirSystems.RESPOND_BY)
                        .flatMap(extension -> text(extension, "valueDateTime").stream())
                        .findFirst(),
                extensions(FhirSystems.TERM).map(TaskElements::term).toList(),
                identifier(task.path("groupIdentifier")),
                extensions(FhirSystems.TASK_REPLACES)
                        .flatMap(extension -> SeenReference.read(extension.path("valueReference")).stream())
                        .toList(),
                task.path("output").isArray() && !task.path("output").isEmpty(),
                codes("statusReason"),
                text(task.path("statusReason"), "text").isPresent(),
                AskedDigest.of(task),
                focus.map(FhirJson::tree).map(AskedDigest::content),
                AskedDigest.ours(task),
                json);
    }

    static Stream<JsonNode> items(JsonNode list) {
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.empty();
    }

    static Optional<String> text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() && !value.textValue().isBlank() ? Optional.of(value.textValue()) : Optional.empty();
    }

    private Stream<JsonNode> extensions(String url) {
        return items(task.path("extension"))
                .filter(extension -> text(extension, "url").filter(url::equals).isPresent());
    }

    private List<SeenCode> codes(String name) {
        return items(task.path(name).path("coding"))
                .filter(JsonNode::isObject)
                .map(coding -> new SeenCode(
                        text(coding, "system").orElse(""), text(coding, "code").orElse("")))
                .toList();
    }

    static Optional<SeenIdentifier> identifier(JsonNode node) {
        return text(node, "value")
                .map(value -> new SeenIdentifier(text(node, "system").orElse(""), value));
    }

    private static SeenTerm term(JsonNode extension) {
        JsonNode parts = extension.path("extension");
        return new SeenTerm(
                part(parts, "text", "valueString").orElse(""),
                part(parts, "kind", "valueCode").orElse(""),
                part(parts, "holder", "valueString").orElse(""),
                pointer(parts, "organization"),
                pointer(parts, "person"),
                part(parts, "due", "valueDateTime"),
                flag(parts, "agreed"),
                flag(parts, "met"));
    }

    private static Optional<String> pointer(JsonNode parts, String name) {
        return named(parts, name)
                .flatMap(extension -> Pointer.read(extension.path("valueReference")).stream())
                .map(Pointer::name)
                .findFirst();
    }

    static Optional<String> part(JsonNode parts, String name, String value) {
        return named(parts, name)
                .flatMap(extension -> text(extension, value).stream())
                .findFirst();
    }

    private static boolean flag(JsonNode parts, String name) {
        return named(parts, name)
                .anyMatch(extension -> extension.path("valueBoolean").asBoolean(false));
    }

    private static Stream<JsonNode> named(JsonNode parts, String name) {
        return items(parts)
                .filter(extension -> text(extension, "url").filter(name::equals).isPresent());
    }
}
