package care.baton.fhir.server;

import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Instants;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.OurExtension;
import care.baton.fhir.R4;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.OurMarks;
import care.baton.fhir.task.AskedDigest;
import care.baton.fhir.task.SeenReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
                    Stream.of("intent", "groupIdentifier", "authoredOn", "requester", "owner"),
                    AskedDigest.ELEMENTS.stream())
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
        return shape.isEmpty() && !isValid(written.tree())
                ? List.of(MappingIssue.error("value-not-allowed", place(written)))
                : shape;
    }

    /** The first element whose value is not allowed even alone, beside no more than the names of what is contained. */
    private static String place(FhirJson written) {
        ObjectNode whole = written.tree();
        List<String> names = new ArrayList<>(List.of("contained"));
        whole.fieldNames().forEachRemaining(names::add);
        ObjectNode alone = whole.objectNode().put("resourceType", "Task");
        named(whole.path("contained"), alone);
        return names.stream()
                .filter(whole::has)
                .filter(name -> !isValid(alone.deepCopy().set(name, whole.get(name))))
                .findFirst()
                .map(name -> "Task." + name.replaceFirst("^_", ""))
                .orElse("Task");
    }

    private static void named(JsonNode contained, ObjectNode alone) {
        for (JsonNode one : contained) {
            if (one instanceof ObjectNode resource) {
                alone.withArray("contained").add(resource.deepCopy().retain("resourceType", "id"));
            }
        }
    }

    /** Whether each value is one that its type allows; what the parser says of it is its own words, and stays here. */
    private static boolean isValid(ObjectNode written) {
        try {
            IParser parser = R4.context().newJsonParser();
            parser.setParserErrorHandler(new StrictErrorHandler());
            parser.parseResource(written.toString());
            return isText(written);
        } catch (RuntimeException | StackOverflowError no) {
            return false;
        }
    }

    /** Whether its words are such as FHIR has them: without a sign that no page of XML could show. */
    private static boolean isText(JsonNode node) {
        for (JsonNode one : node) {
            if (!isText(one)) {
                return false;
            }
        }
        return node.asText().chars().allMatch(c -> (c >= ' ' && c < 0xFFFE) || c == '\t' || c == '\n' || c == '\r');
    }

    /**
     * What was written, without narrative, and with what the sender left there and the partner's system dropped. What the
     * sender says stands in the sender's own form, where what was written says the same in another.
     */
    static FhirJson merged(FhirJson before, FhirJson written, Endpoint endpoint) {
        ObjectNode tree = written.tree();
        tree.remove("text");
        keep(before.tree(), tree, endpoint);
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
            JsonNode theirs = OurExtension.in(tree.path("extension"), url);
            keep(ours, theirs, endpoint);
            if (ours.isObject() && theirs.isMissingNode()) {
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
        return !before.isMissingNode()
                && !written.isMissingNode()
                && AskedDigest.saysTheSame(before, versioned(before, written));
    }

    /** An address without the version that stood behind it: many a system keeps no more of it. */
    private static JsonNode versioned(JsonNode before, JsonNode written) {
        String then = before.path("reference").asText("");
        String now = written.path("reference").asText("") + "/_history/";
        return then.startsWith(now) ? ((ObjectNode) written.deepCopy()).put("reference", then) : written;
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

    /** What says the same as before in another form stands as before, so that it is no change to anybody. */
    private static void keep(JsonNode before, JsonNode written, Endpoint endpoint) {
        for (int i = 0; written.isArray() && i < written.size(); i++) {
            keep(before.path(i), written.get(i), endpoint);
        }
        if (written instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                JsonNode then = before.path(field.getKey());
                if (isSame(field.getKey(), then, field.getValue(), endpoint)) {
                    field.setValue(then);
                } else {
                    keep(then, field.getValue(), endpoint);
                }
            });
        }
    }

    /** A place with or without this server's address, or a time to the millisecond: many a system keeps no more of it. */
    private static boolean isSame(String element, JsonNode then, JsonNode now, Endpoint endpoint) {
        if (!then.isTextual() || !now.isTextual()) {
            return false;
        }
        if (element.equals("reference")) {
            return OurMarks.local(then.textValue(), endpoint).equals(OurMarks.local(now.textValue(), endpoint));
        }
        Optional<Instant> at = Instants.read(then).map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        return at.isPresent() && at.equals(Instants.read(now).map(time -> time.truncatedTo(ChronoUnit.MILLIS)));
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
