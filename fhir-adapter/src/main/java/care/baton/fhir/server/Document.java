package care.baton.fhir.server;

import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.OurExtension;
import care.baton.fhir.R4;
import care.baton.fhir.task.AskedDigest;
import care.baton.fhir.task.SeenReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A Task as a partner's system sends it: whether it is one, and what of it is kept. */
final class Document {

    /** What the sender leaves on a Task; a system that drops extensions has not taken them back. */
    static final List<String> SENDERS =
            List.of(FhirSystems.RESPOND_BY, FhirSystems.TASK_REPLACES, FhirSystems.SEEN_BY_SENDER, FhirSystems.COMMAND);

    /** What the sender has said of itself, of the receiver and of the person, and what it asks. */
    private static final List<String> SENDERS_ELEMENTS = Stream.concat(
                    Stream.of(
                            "intent",
                            "groupIdentifier",
                            "focus",
                            "for",
                            "code",
                            "description",
                            "priority",
                            "authoredOn",
                            "requester",
                            "owner",
                            "input",
                            "restriction",
                            "contained"),
                    AskedDigest.LEFT_ASIDE.stream())
            .toList();

    private static final List<String> PARTIES = List.of("requester", "owner", "for");

    private static final Set<String> SERVERS = Set.of("versionId", "lastUpdated");

    private Document() {}

    /** Why it is no Task of FHIR R4, or not that one; empty where it is. */
    static List<MappingIssue> faults(FhirJson written, String id) {
        if (!written.resourceType().equals(Optional.of("Task"))) {
            return List.of(MappingIssue.error("not-a-task", ""));
        }
        if (!written.element("id").asText("").equals(id)) {
            return List.of(MappingIssue.error("other-id", "Task.id"));
        }
        if (written.isCutShort()) {
            return List.of(MappingIssue.error("cut-short", "Task.meta"));
        }
        List<MappingIssue> shape = R4.shape(written);
        return shape.isEmpty() && !isValid(written) ? List.of(MappingIssue.error("value-not-allowed", "Task")) : shape;
    }

    /** Whether each value is one that its type allows; what the parser says of it is its own words, and stays here. */
    private static boolean isValid(FhirJson written) {
        try {
            IParser parser = R4.context().newJsonParser();
            parser.setParserErrorHandler(new StrictErrorHandler());
            parser.parseResource(written.text());
            return true;
        } catch (RuntimeException | StackOverflowError no) {
            return false;
        }
    }

    /**
     * What was written, without narrative, and with what the sender left there and the partner's system dropped. What the
     * sender says stands in the sender's own form, where what was written says the same in another.
     */
    static FhirJson merged(FhirJson before, FhirJson written) {
        ObjectNode tree = written.tree();
        tree.remove("text");
        for (JsonNode inside : tree.path("contained")) {
            if (inside instanceof ObjectNode resource) {
                resource.remove("text");
            }
        }
        SENDERS_ELEMENTS.stream()
                .filter(element -> saysTheSame(element, before.element(element), tree.path(element)))
                .forEach(element -> putBack(before, tree, element));
        Stream.of("language", "_intent", "_priority", "_authoredOn", "_instantiatesCanonical", "_instantiatesUri")
                .forEach(element -> putBack(before, tree, element));
        labels(before, tree);
        for (String url : SENDERS) {
            JsonNode ours = OurExtension.in(before.element("extension"), url);
            if (ours.isObject() && OurExtension.in(tree.path("extension"), url).isMissingNode()) {
                ArrayNode extensions =
                        tree.get("extension") instanceof ArrayNode there ? there : tree.putArray("extension");
                extensions.add(ours);
            }
        }
        return FhirJson.of(tree);
    }

    /**
     * What a server shows beside a code or an address says nothing of its own; of those who are named, neither does
     * anything else.
     */
    private static boolean saysTheSame(String element, JsonNode before, JsonNode written) {
        if (PARTIES.contains(element)) {
            return SeenReference.read(before)
                    .filter(ours -> SeenReference.read(written)
                            .filter(theirs -> theirs.reference().equals(ours.reference())
                                    && (theirs.identifier().isEmpty()
                                            || theirs.identifier().equals(ours.identifier())))
                            .isPresent())
                    .isPresent();
        }
        return !before.isMissingNode() && !written.isMissingNode() && AskedDigest.saysTheSame(before, written);
    }

    private static void putBack(FhirJson before, ObjectNode tree, String element) {
        if (before.has(element)) {
            tree.set(element, before.element(element));
        } else {
            tree.remove(element);
        }
    }

    /** How confidential it is, the sender says. */
    private static void labels(FhirJson before, ObjectNode tree) {
        JsonNode ours = before.element("meta").path("security");
        if (tree.get("meta") instanceof ObjectNode meta) {
            meta.remove("security");
        }
        if (!ours.isMissingNode()) {
            tree.withObject("/meta").set("security", ours);
        }
    }

    /** Whether two versions say the same but for what the server itself sets. */
    static boolean sameAs(FhirJson one, FhirJson other) {
        return plain(one).equals(plain(other));
    }

    private static ObjectNode plain(FhirJson json) {
        ObjectNode tree = json.tree();
        if (tree.get("meta") instanceof ObjectNode meta) {
            meta.remove(SERVERS);
            if (meta.isEmpty()) {
                tree.remove("meta");
            }
        }
        return tree;
    }
}
