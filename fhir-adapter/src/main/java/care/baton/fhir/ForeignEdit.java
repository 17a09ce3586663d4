package care.baton.fhir;

import care.baton.outcome.Copy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A change to a resource that somebody else wrote: its status, a note, extensions of ours, and
 * nothing else. All that stands on it besides is kept, known to us or not; what extensions of the status said of the
 * one before goes with that. It is done whole or not
 * at all.
 *
 * @param status the new status, as FHIR's code; empty to leave it
 * @param notes remarks to add
 * @param extensions extensions of ours; each takes the place of ours with the same address
 * @param dropped addresses of extensions of ours that do not hold any more
 */
public record ForeignEdit(
        Optional<String> status, List<Note> notes, List<OurExtension> extensions, List<String> dropped) {

    private static final Set<String> WITH_NOTE =
            Set.of("Task", "ServiceRequest", "Communication", "CommunicationRequest", "CarePlan", "Goal", "CareTeam");

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the status is no code, or an extension is not ours
     */
    public ForeignEdit {
        Objects.requireNonNull(status, "status");
        notes = Copy.of(notes, "notes");
        extensions = Copy.of(extensions, "extensions");
        dropped = Copy.of(dropped, "dropped");
        if (status.isPresent() && !status.get().matches("[a-z][a-z-]{0,40}")) {
            throw new IllegalArgumentException("status: a FHIR code");
        }
        if (!urls(extensions, dropped).allMatch(url -> url.startsWith(FhirSystems.OURS + "/"))) {
            throw new IllegalArgumentException("extensions, dropped: addresses of ours");
        }
    }

    /**
     * Applies the change.
     *
     * @param resource the resource as last read
     * @return the changed resource; partial when the resource itself has another shape than FHIR's;
     *     unreadable, and nothing changed, when it has no room for the change
     */
    public Mapped<FhirJson> applyTo(FhirJson resource) {
        Objects.requireNonNull(resource, "resource");
        List<MappingIssue> obstacles = obstacles(resource);
        if (!obstacles.isEmpty()) {
            return new Mapped.Unreadable<>(obstacles);
        }
        ObjectNode tree = resource.tree();
        status.filter(code -> !tree.path("status").asText("").equals(code)).ifPresent(code -> {
            tree.put("status", code);
            silence(tree, "_status");
        });
        notes.forEach(remark -> array(tree, "note").add(json(remark, tree)));
        urls(extensions, dropped).distinct().forEach(url -> remove(tree, url));
        extensions.forEach(extension -> array(tree, "extension").add(extension.json()));
        return Mapped.of(FhirJson.owning(tree), R4.shape(resource));
    }

    private List<MappingIssue> obstacles(FhirJson resource) {
        String type = resource.resourceType().filter(R4::isResource).orElse("");
        List<MappingIssue> issues = new ArrayList<>();
        if (type.isEmpty()) {
            issues.add(MappingIssue.error("resource-type-unknown", ""));
        }
        ObjectNode tree = resource.peek();
        if (status.isPresent()) {
            if (R4.definition(type)
                    .filter(definition -> definition.getChildByName("status") != null)
                    .isEmpty()) {
                issues.add(MappingIssue.error("no-status", type));
            } else if (!tree.path("status").isTextual() && tree.has("status")) {
                issues.add(MappingIssue.error("wrong-json-type", type + ".status"));
            }
        }
        if (!notes.isEmpty() && !WITH_NOTE.contains(type)) {
            issues.add(MappingIssue.error("no-note", type));
        }
        room(!notes.isEmpty(), tree, "note", type).ifPresent(issues::add);
        room(urls(extensions, dropped).findAny().isPresent(), tree, "extension", type)
                .ifPresent(issues::add);
        return issues;
    }

    private static Optional<MappingIssue> room(boolean asked, ObjectNode tree, String element, String type) {
        boolean taken = asked && tree.has(element) && !tree.path(element).isArray();
        return taken ? Optional.of(MappingIssue.error("single-for-array", type + "." + element)) : Optional.empty();
    }

    private static ArrayNode array(ObjectNode tree, String name) {
        return tree.get(name) instanceof ArrayNode present ? present : tree.putArray(name);
    }

    /** What extensions said of the value that was there is not so of the value that is there now. */
    static void silence(ObjectNode tree, String beside) {
        if (tree.get(beside) instanceof ObjectNode said) {
            said.remove("extension");
            if (said.isEmpty()) {
                tree.remove(beside);
            }
        }
    }

    private static void remove(ObjectNode tree, String url) {
        if (!(tree.get("extension") instanceof ArrayNode list)) {
            return;
        }
        for (int i = list.size() - 1; i >= 0; i--) {
            JsonNode at = list.get(i).path("url");
            if (at.isTextual() && at.textValue().equals(url)) {
                list.remove(i);
            }
        }
        if (list.isEmpty()) {
            tree.remove("extension");
        }
    }

    private static Stream<String> urls(List<OurExtension> extensions, List<String> dropped) {
        return Stream.concat(extensions.stream().map(OurExtension::url), dropped.stream());
    }

    private static ObjectNode json(Note note, ObjectNode maker) {
        ObjectNode node = maker.objectNode();
        note.author().ifPresent(author -> node.put("authorString", author));
        return node.put("time", note.time()).put("text", note.text());
    }
}
