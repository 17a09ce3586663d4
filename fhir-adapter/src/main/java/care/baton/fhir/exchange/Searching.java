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

/** One search under way: page by page, each next address held to the origin, and none asked for twice. */
final class Searching {

    static final Code TOO_LARGE = Code.of("too-large");
    static final Code NOT_READ_AT_ALL = Code.of("page-not-read");

    private static final MappingIssue INCOMPLETE = MappingIssue.error("search-incomplete", "Bundle.entry");
    private static final MappingIssue FEWER = MappingIssue.warning("fewer-than-counted", "Bundle.total");
    private static final MappingIssue AHEAD = MappingIssue.warning("server-time-ahead", "Bundle.meta");
    private static final MappingIssue NOT_READ = MappingIssue.error("entry-not-read", "Bundle.entry");

    /** What an OperationOutcome among the resources says when there may be more than what was found. */
    private static final Set<String> MISSING = Set.of(
            "incomplete", "timeout", "too-costly", "throttled", "transient", "exception", "lock-error", "no-store");

    private final Line line;
    private final String type;
    private final Allowance allowance;
    private final boolean alone;
    private final Map<String, Found> all = new LinkedHashMap<>();
    private final Set<MappingIssue> issues = new LinkedHashSet<>();
    private final Optional<Instant> latest;
    private Optional<String> until = Optional.empty();
    private long counted;
    private long total;
    private Optional<Search> fault = Optional.empty();

    private Searching(Line line, String type, Allowance allowance, Optional<Instant> latest, boolean alone) {
        this.line = line;
        this.latest = latest;
        this.type = type;
        this.allowance = allowance;
        this.alone = alone;
    }

    static Search of(Line line, String path, String type, Allowance allowance, Optional<Instant> latest) {
        return new Searching(line, type, allowance, latest, false).from(path);
    }

    /**
     * The same, where a page cannot be taken in: what there is is listed, and each is read alone, so that one that is too
     * large or cannot be read keeps none of the others back. That one is named, and is there as cut short.
     */
    static Search alone(Line line, String path, String type, Allowance allowance, Optional<Instant> latest) {
        return new Searching(line, type, allowance, latest, true).from(path + "&_elements=id,meta");
    }

    private Search from(String path) {
        Set<String> asked = new HashSet<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent() && allowance.isLeft()) {
            boolean first = asked.isEmpty();
            if (!asked.add(next.get())) {
                return Search.rejected(Code.of("pages-go-round"));
            }
            Raw raw = line.get(next.get());
            if (raw.status() != 200) {
                return Search.failed(raw.fault(Optional.empty(), 0));
            }
            JsonNode tree = raw.json().map(FhirJson::tree).orElseGet(JsonNodeFactory.instance::objectNode);
            if (!isBundle(tree)) {
                return Search.rejected(raw.json().isEmpty() ? NOT_READ_AT_ALL : Code.of("not-a-bundle"));
            }
            allowance.spend(raw.bytes(), tree);
            if (first) {
                until = Optional.of(tree.path("meta").path("lastUpdated").asText(""))
                        .filter(stamp -> Instants.of(stamp).isPresent());
                total = tree.path("total").asLong(0);
            }
            counted += matches(tree);
            boolean whole = read(tree);
            if (fault.isPresent()) {
                return fault.get();
            }
            Optional<String> link = next(tree);
            next = whole ? link.flatMap(line::within) : next;
            if (link.isPresent() && next.isEmpty()) {
                return Search.rejected(Code.of("leaves-the-origin"));
            }
        }
        return come(next.isEmpty());
    }

    /**
     * How far it came: where the server tells no time, or not all was read, to when the last was stored. Where it counts
     * more than it brings, and names no next page, the rest is asked for from there.
     */
    private Search come(boolean read) {
        List<Found> found = List.copyOf(all.values());
        boolean missing = issues.contains(INCOMPLETE);
        boolean whole = read && counted >= total;
        if (read && !whole) {
            issues.add(FEWER);
        }
        Optional<String> server = whole ? until : Optional.empty();
        Optional<String> come =
                server.filter(this::isPast).or(() -> reached(found).filter(this::isPast));
        if (Stream.of(server, reached(found)).flatMap(Optional::stream).anyMatch(at -> !isPast(at))) {
            issues.add(AHEAD);
        }
        return new Search(found, come.filter(at -> !missing), whole && !missing, List.copyOf(issues), Optional.empty());
    }

    /** A time that has not come yet is no time up to which anything was seen: what is stored until then would be missed. */
    private boolean isPast(String stamp) {
        return latest.isEmpty()
                || Instants.of(stamp).filter(at -> !at.isAfter(latest.get())).isPresent();
    }

    /** How many of those that were counted came. */
    private static long matches(JsonNode page) {
        long matches = 0;
        for (JsonNode entry : page.path("entry")) {
            String mode = entry.path("search").path("mode").asText("match");
            String type = entry.path("resource").path("resourceType").asText("");
            matches += mode.equals("match") && !type.equals("OperationOutcome") ? 1 : 0;
        }
        return matches;
    }

    /** What one page brings; false where the allowance ended before the page did. */
    private boolean read(JsonNode page) {
        if (isMissing(page)) {
            issues.add(INCOMPLETE);
        }
        if (isUnreadable(page, type)) {
            issues.add(NOT_READ);
        }
        for (Found listed : entries(page)) {
            if (!listed.type().equals(type) || all.containsKey(listed.id())) {
                continue;
            }
            if (!alone) {
                all.put(listed.id(), listed);
            } else if (allowance.isLeft() && fault.isEmpty()) {
                alone(listed);
            } else {
                return false;
            }
        }
        return true;
    }

    private void alone(Found listed) {
        Raw raw = line.get("/" + type + "/" + listed.id());
        allowance.spend(raw.bytes(), raw.json().map(FhirJson::tree).orElseGet(JsonNodeFactory.instance::objectNode));
        Optional<Found> found = raw.json()
                .filter(json -> raw.status() == 200)
                .flatMap(Search::resource)
                .filter(f -> f.type().equals(type) && f.id().equals(listed.id()));
        if (found.isPresent()) {
            all.put(listed.id(), found.get());
        } else if (raw.status() == 200 || raw.reason().equals(Optional.of(TOO_LARGE))) {
            issues.add(NOT_READ);
            all.put(listed.id(), cutShort(listed));
        } else if (!raw.isGone()) {
            fault = Optional.of(Search.failed(raw.fault(Optional.empty(), 0)));
        }
    }

    /** Whether or not the server says so itself. */
    private static Found cutShort(Found listed) {
        ObjectNode tree = listed.json().tree();
        tree.withObject("/meta").withArray("/tag").addObject().put("code", "SUBSETTED");
        return new Found(listed.type(), listed.id(), listed.version(), FhirJson.of(tree));
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

    private static List<Found> entries(JsonNode bundle) {
        List<Found> found = new ArrayList<>();
        for (JsonNode entry : bundle.path("entry")) {
            if (entry.path("resource") instanceof ObjectNode resource) {
                Search.resource(FhirJson.of(resource)).ifPresent(found::add);
            }
        }
        return found;
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
                    && Search.resource(FhirJson.of(tree)).isPresent();
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

    static Optional<String> next(JsonNode bundle) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText("").equals("next")) {
                return Optional.of(link.path("url").asText(""));
            }
        }
        return Optional.empty();
    }
}
