package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Instants;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Response.Found;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a search found, all pages together.
 *
 * @param found the resources, each once
 * @param until the server's own time up to which this holds; where it tells none, or some pages were not read, when the
 *     last that was read was stored, if the server keeps to that order; empty where the server says itself that
 *     something is missing
 * @param isWhole whether every page was read, and the server says of none that something is missing
 * @param issues what somebody may have to look at
 * @param fault why it came to nothing, if it did
 */
record Search(
        List<Found> found,
        Optional<String> until,
        boolean isWhole,
        List<MappingIssue> issues,
        Optional<Response> fault) {

    private static final MappingIssue INCOMPLETE = MappingIssue.error("search-incomplete", "Bundle.entry");
    private static final MappingIssue NOT_READ = MappingIssue.error("entry-not-read", "Bundle.entry");

    /** What an OperationOutcome among the resources says when there may be more than what was found. */
    private static final Set<String> MISSING = Set.of(
            "incomplete", "timeout", "too-costly", "throttled", "transient", "exception", "lock-error", "no-store");

    private static Search failed(Response fault) {
        return new Search(List.of(), Optional.empty(), false, List.of(), Optional.of(fault));
    }

    private static Search rejected(String reason) {
        return failed(new Response.Rejected(Optional.empty(), 0, Code.of(reason)));
    }

    /** All pages of a search; each next address is held to the origin, and none is asked for twice. */
    static Search of(Line line, String path, String type, Allowance allowance) {
        Map<String, Found> all = new LinkedHashMap<>();
        Set<String> asked = new HashSet<>();
        Optional<String> until = Optional.empty();
        Optional<String> next = Optional.of(path);
        Set<MappingIssue> issues = new LinkedHashSet<>();
        while (next.isPresent() && allowance.isLeft()) {
            boolean first = asked.isEmpty();
            if (!asked.add(next.get())) {
                return rejected("pages-go-round");
            }
            Raw raw = line.get(next.get());
            if (raw.status() != 200) {
                return failed(raw.fault(Optional.empty(), 0));
            }
            JsonNode tree = raw.json().map(FhirJson::tree).orElseGet(JsonNodeFactory.instance::objectNode);
            if (!isBundle(tree)) {
                return rejected("not-a-bundle");
            }
            allowance.spend(raw.bytes(), tree);
            if (isMissing(tree)) {
                issues.add(INCOMPLETE);
            }
            if (isUnreadable(tree, type)) {
                issues.add(NOT_READ);
            }
            String stamp = tree.path("meta").path("lastUpdated").asText("");
            until = !first || stamp.isEmpty() ? until : Optional.of(stamp);
            entries(tree).filter(f -> f.type().equals(type)).forEach(f -> all.putIfAbsent(f.id(), f));
            Optional<String> link = next(tree);
            next = link.flatMap(line::within);
            if (link.isPresent() && next.isEmpty()) {
                return rejected("leaves-the-origin");
            }
        }
        List<Found> found = List.copyOf(all.values());
        Optional<String> come = next.isEmpty() && until.isPresent() ? until : reached(found);
        boolean missing = issues.contains(INCOMPLETE);
        return new Search(
                found, come.filter(at -> !missing), next.isEmpty() && !missing, List.copyOf(issues), Optional.empty());
    }

    Response page() {
        return fault.orElseGet(() -> new Response.Page(found, until, isWhole, issues));
    }

    /** When the last one was stored, by the server's clock, where each was stored no earlier than the one before it. */
    private static Optional<String> reached(List<Found> found) {
        Optional<Instant> last = Optional.empty();
        for (Found one : found) {
            Optional<Instant> at = Instants.of(stored(one));
            if (at.isEmpty() || last.filter(at.get()::isBefore).isPresent()) {
                return Optional.empty();
            }
            last = at;
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(stored(found.get(found.size() - 1)));
    }

    private static String stored(Found found) {
        return found.json().element("meta").path("lastUpdated").asText("");
    }

    private static Stream<Found> entries(JsonNode bundle) {
        List<Found> found = new ArrayList<>();
        for (JsonNode entry : bundle.path("entry")) {
            if (entry.path("resource") instanceof ObjectNode resource) {
                resource(FhirJson.of(resource)).ifPresent(found::add);
            }
        }
        return found.stream();
    }

    private static boolean isBundle(JsonNode tree) {
        return tree.path("resourceType").asText("").equals("Bundle")
                && (!tree.has("entry") || tree.path("entry").isArray())
                && (!tree.has("link") || tree.path("link").isArray());
    }

    /** Whether something that was asked for came in a shape in which it can be neither read again nor written over. */
    private static boolean isUnreadable(JsonNode bundle, String type) {
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode resource = entry.path("resource");
            boolean asked = resource.path("resourceType").asText("").equals(type);
            boolean read = resource instanceof ObjectNode tree
                    && resource(FhirJson.of(tree)).isPresent();
            if (!resource.isObject() || (asked && !read)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the server says itself that it did not come to an end, in an entry beside what it found. */
    private static boolean isMissing(JsonNode bundle) {
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode resource = entry.path("resource");
            boolean outcome = resource.path("resourceType").asText("").equals("OperationOutcome");
            for (JsonNode issue : outcome ? resource.path("issue") : MissingNode.getInstance()) {
                String severity = issue.path("severity").asText("");
                if (severity.equals("error")
                        || severity.equals("fatal")
                        || MISSING.contains(issue.path("code").asText(""))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<String> next(JsonNode bundle) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText("").equals("next")) {
                return Optional.of(link.path("url").asText(""));
            }
        }
        return Optional.empty();
    }

    static Optional<Found> resource(FhirJson document) {
        JsonNode tree = document.tree();
        String id = tree.path("id").asText("");
        String version = tree.path("meta").path("versionId").asText("");
        return document.resourceType()
                .filter(type -> Found.isId(id) && Found.isId(version))
                .map(type -> new Found(type, id, version, document));
    }
}
