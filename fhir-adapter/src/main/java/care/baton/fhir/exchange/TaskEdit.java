package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.OurExtension;
import care.baton.handoff.Input;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Writes what we have to say into a Task that may be somebody else's: everything we do not own stays as it is. */
final class TaskEdit {

    private TaskEdit() {}

    static FhirJson of(FhirJson task, Face face, String command, Instant now) {
        ObjectNode tree = task.tree();
        face.status().ifPresent(s -> tree.put("status", s.code()));
        if (!face.business().isEmpty()) {
            object(tree, "businessStatus").put("text", face.business());
        }
        face.reason().ifPresent(code -> {
            ObjectNode reason = object(tree, "statusReason");
            reason.put("text", code.value().replace('-', ' '));
            coding(reason, code.value());
        });
        ArrayNode extensions = array(tree, "extension");
        remove(extensions, FhirSystems.TERM);
        remove(extensions, FhirSystems.COMMAND);
        face.terms().forEach(t -> extensions.add(t.extension().json()));
        extensions.add(new OurExtension.Value(FhirSystems.COMMAND, OurExtension.Kind.STRING, command).json());
        if (!face.output().isEmpty()) {
            ArrayNode output = array(tree, "output");
            face.output().forEach(o -> result(output, o));
        }
        tree.put("lastModified", now.toString());
        return FhirJson.of(tree);
    }

    /** One result, unless it stands there already: a write that is repeated doubles nothing. */
    private static void result(ArrayNode output, Input result) {
        String text = result.value().text().orElse("(removed)");
        for (JsonNode one : output) {
            boolean same = one.path("type")
                            .path("text")
                            .asText("")
                            .equals(result.name().value())
                    && one.path("valueString").asText("").equals(text);
            if (same) {
                return;
            }
        }
        ObjectNode one = output.addObject();
        one.putObject("type").put("text", result.name().value());
        one.put("valueString", text);
    }

    private static void coding(ObjectNode concept, String code) {
        ArrayNode codings = array(concept, "coding");
        for (int i = codings.size() - 1; i >= 0; i--) {
            if (codings.get(i).path("system").asText("").equals(FhirSystems.REASONS)) {
                codings.remove(i);
            }
        }
        codings.addObject().put("system", FhirSystems.REASONS).put("code", code);
    }

    private static ObjectNode object(ObjectNode tree, String name) {
        return tree.get(name) instanceof ObjectNode present ? present : tree.putObject(name);
    }

    private static ArrayNode array(ObjectNode tree, String name) {
        return tree.get(name) instanceof ArrayNode present ? present : tree.putArray(name);
    }

    private static void remove(ArrayNode list, String url) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i).path("url").asText("").equals(url)) {
                list.remove(i);
            }
        }
    }
}
