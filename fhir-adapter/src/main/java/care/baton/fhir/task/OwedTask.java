package care.baton.fhir.task;

import care.baton.fhir.Concepts;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.HolderPointer;
import care.baton.fhir.Instants;
import care.baton.fhir.Mapped;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.OurExtension;
import care.baton.fhir.Pointer;
import care.baton.fhir.R4;
import care.baton.fhir.partner.TaskStatus;
import care.baton.obligation.Key;
import care.baton.obligation.Standing;
import care.baton.outcome.Code;
import care.baton.party.PersonId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something owed as a Task, and back. That it is accepted or begun is never said: nobody has. */
final class OwedTask {

    private static final String WAITING = "waiting";

    private final FhirJson json;
    private final JsonNode tree;
    private final List<MappingIssue> issues = new ArrayList<>();

    OwedTask(FhirJson json) {
        this.json = json;
        this.tree = json.tree();
    }

    static FhirJson write(Owed owed) {
        ObjectNode task = JsonNodeFactory.instance.objectNode().put("resourceType", "Task");
        named(task.putArray("identifier").addObject(), owed.key());
        owed.parent()
                .ifPresent(parent -> named(
                        task.putArray("partOf").addObject().put("type", "Task").putObject("identifier"), parent));
        ended(owed.standing(), task);
        if (owed.waiting()) {
            coded(task.putObject("businessStatus"), FhirSystems.STANDING, WAITING);
        }
        task.put("intent", "order");
        coded(task.putObject("code"), FhirSystems.OBLIGATIONS, owed.key().kind().value());
        task.set("for", new Pointer(owed.person().value()).json());
        owed.standing()
                .endedAt()
                .ifPresent(at -> task.putObject("executionPeriod").put("end", at.toString()));
        task.put("authoredOn", owed.since().toString());
        task.set("requester", new HolderPointer(owed.owedTo()).json());
        task.set("owner", new HolderPointer(owed.holder()).json());
        task.putObject("restriction").putObject("period").put("end", owed.due().toString());
        return FhirJson.of(task);
    }

    private static void ended(Standing standing, ObjectNode task) {
        if (standing instanceof Standing.Released released) {
            task.put("status", TaskStatus.CANCELLED.code());
            coded(
                    task.putObject("statusReason"),
                    FhirSystems.REASONS,
                    released.reason().value());
        } else if (standing instanceof Standing.Replaced replaced) {
            task.put("status", TaskStatus.CANCELLED.code());
            task.putObject("statusReason").put("text", "replaced");
            task.putArray("extension")
                    .add(new OurExtension.To(FhirSystems.REPLACED_BY, OwedName.of(replaced.by())).json());
        } else {
            boolean done = standing instanceof Standing.Discharged;
            task.put("status", done ? TaskStatus.COMPLETED.code() : TaskStatus.REQUESTED.code());
        }
    }

    Mapped<Owed> read() {
        issues.addAll(R4.shape(json));
        Optional<Key> key = need(key(tree.path("identifier").path(0)), "identifier");
        Optional<PersonId> person = need(Pointer.read(tree.path("for")).flatMap(name -> name.as(PersonId::of)), "for");
        Optional<HolderPointer> holder = need(HolderPointer.read(tree.path("owner")), "owner");
        Optional<HolderPointer> owedTo = need(HolderPointer.read(tree.path("requester")), "requester");
        Optional<Instant> since = need(Instants.read(tree.path("authoredOn")), "authoredOn");
        Optional<Instant> due =
                need(Instants.read(tree.path("restriction").path("period").path("end")), "restriction");
        Optional<Standing> standing = need(standing(), "status");
        need(key.filter(k -> k.kind().value().equals(code("code", FhirSystems.OBLIGATIONS))), "code");
        if (!json.resourceType().equals(Optional.of("Task"))
                || issues.stream().anyMatch(issue -> issue.severity() == MappingIssue.Severity.ERROR)) {
            issues.add(MappingIssue.error("not-an-obligation", ""));
            return new Mapped.Unreadable<>(issues);
        }
        Owed owed = new Owed(
                key.orElseThrow(),
                key(tree.path("partOf").path(0).path("identifier")),
                person.orElseThrow(),
                holder.orElseThrow().holder(),
                owedTo.orElseThrow().holder(),
                since.orElseThrow(),
                due.orElseThrow(),
                code("businessStatus", FhirSystems.STANDING).equals(WAITING),
                standing.orElseThrow());
        return Mapped.of(owed, issues);
    }

    /** A status that we never write says nothing that a record could take. */
    private Optional<Standing> standing() {
        Optional<Instant> at = Instants.read(tree.path("executionPeriod").path("end"));
        return TaskStatus.of(tree.path("status").asText("")).flatMap(status -> switch (status) {
            case REQUESTED -> Optional.of(new Standing.Open());
            case COMPLETED -> at.map(Standing.Discharged::new);
            case CANCELLED ->
                at.flatMap(when -> replacedBy()
                        .<Standing>map(by -> new Standing.Replaced(when, by))
                        .or(() -> reason().map(why -> new Standing.Released(when, why))));
            default -> Optional.empty();
        });
    }

    private Optional<Key> replacedBy() {
        return Pointer.read(OurExtension.in(tree.path("extension"), FhirSystems.REPLACED_BY)
                        .path("valueReference"))
                .flatMap(name -> OwedName.read(name.name()));
    }

    private Optional<Code> reason() {
        return Concepts.of(code("statusReason", FhirSystems.REASONS));
    }

    private <T> Optional<T> need(Optional<T> value, String element) {
        if (value.isEmpty()) {
            issues.add(MappingIssue.error("not-as-we-write-it", "Task." + element));
        }
        return value;
    }

    private static Optional<Key> key(JsonNode identifier) {
        return identifier.path("system").asText("").equals(FhirSystems.OBLIGATION_KEYS)
                ? OwedName.read(identifier.path("value").asText(""))
                : Optional.empty();
    }

    private String code(String element, String system) {
        return Concepts.code(tree.path(element), system).orElse("");
    }

    private static void named(ObjectNode identifier, Key key) {
        identifier.put("system", FhirSystems.OBLIGATION_KEYS).put("value", OwedName.of(key));
    }

    private static void coded(ObjectNode concept, String system, String code) {
        Concepts.put(concept, system, code);
        concept.put("text", code.replace('-', ' '));
    }
}
