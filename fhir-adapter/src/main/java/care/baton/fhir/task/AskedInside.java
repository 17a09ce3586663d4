package care.baton.fhir.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a Task contains as part of what it asks: all but what only something beside that points to, such as the author of
 * a remark. What nothing points to may be meant, so it counts.
 */
final class AskedInside {

    private static final Set<String> BESIDE = Set.of("note", "output", "owner", "relevantHistory");

    private final Map<String, JsonNode> inside = new HashMap<>();

    private AskedInside(ObjectNode task) {
        TaskElements.items(task.path("contained"))
                .forEach(one -> TaskElements.text(one, "id").ifPresent(id -> inside.put("#" + id, one)));
    }

    /** The list of what counts; as it stands where that is all. */
    static JsonNode of(ObjectNode task) {
        JsonNode all = task.path("contained");
        AskedInside inside = new AskedInside(task);
        if (inside.inside.isEmpty()) {
            return all;
        }
        Set<String> beside = inside.reached(task, true);
        beside.removeAll(inside.reached(task, false));
        ArrayNode asked = task.arrayNode();
        TaskElements.items(all)
                .filter(one -> !beside.contains("#" + one.path("id").asText("")))
                .forEach(asked::add);
        return asked;
    }

    /** What is pointed to from there, also by what is contained itself. */
    private Set<String> reached(ObjectNode task, boolean beside) {
        Deque<JsonNode> from = new ArrayDeque<>();
        task.properties().stream()
                .filter(field -> !field.getKey().equals("contained") && BESIDE.contains(field.getKey()) == beside)
                .forEach(field -> from.add(field.getValue()));
        Set<String> reached = new HashSet<>();
        while (!from.isEmpty()) {
            for (String address : from.remove().findValuesAsText("reference")) {
                if (inside.containsKey(address) && reached.add(address)) {
                    from.add(inside.get(address));
                }
            }
        }
        return reached;
    }
}
