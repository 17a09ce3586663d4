package care.baton.fhir.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A FHIR server that keeps its word: versions, If-Match, If-None-Exist, and searches in pages. It notes who does not. */
final class HonestServer {

    /** What was asked. */
    record Asked(String method, String path, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** What is answered. */
    record Reply(int status, String body) {}

    static final String BASE = "http://server.example/fhir";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The server's own clock. */
    Instant now;

    /** Writes over what stands there by somebody who does not say over which version. */
    int blind;

    int updates;
    int conflicts;

    /** Whether earlier versions can be read. */
    boolean keepsHistory = true;

    /** How many versions a read of a Task is behind: a copy that has not come as far. */
    int behind;

    /** What the name of a version begins with; with none it is a number. */
    String versions = "";

    /** Every version of a Task, in the order in which they were stored: each may be told of. */
    final List<ObjectNode> told = new ArrayList<>();

    private final Map<String, ObjectNode> standing = new LinkedHashMap<>();
    private final Map<String, List<ObjectNode>> pages = new LinkedHashMap<>();
    private int ids;

    HonestServer(Instant now) {
        this.now = now;
    }

    List<ObjectNode> all(String type) {
        return standing.entrySet().stream()
                .filter(e -> e.getKey().startsWith(type + "/"))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** How many there are beyond the first of each identifier. */
    long doubled() {
        List<String> identifiers = standing.entrySet().stream()
                .flatMap(e -> Stream.ofNullable(e.getValue().get("identifier"))
                        .flatMap(HonestServer::each)
                        .map(i -> e.getKey().replaceAll("/.*", " ") + i))
                .toList();
        return identifiers.size() - identifiers.stream().distinct().count();
    }

    void put(String type, String id, ObjectNode body) {
        store(type, id, body);
    }

    Reply answer(Asked asked) {
        String[] parts = asked.path().replaceFirst("^/fhir/", "").split("\\?", 2);
        String[] at = parts[0].split("/", -1);
        return switch (asked.method()) {
            case "GET" ->
                at.length == 3 && at[2].equals("_history")
                        ? history(at[0] + "/" + at[1])
                        : at.length == 1 || at[1].isEmpty()
                                ? search(at[0], parts.length > 1 ? query(parts[1]) : Map.of())
                                : read(parts[0]);
            case "POST" -> create(at[0], asked);
            case "PUT" -> update(at[0], at[1], asked);
            default -> outcome(405);
        };
    }

    private Reply read(String key) {
        List<ObjectNode> all = told(key);
        ObjectNode late = all.isEmpty() ? null : all.get(Math.max(0, all.size() - 1 - behind));
        return Optional.ofNullable(behind > 0 && late != null ? late : standing.get(key))
                .map(tree -> new Reply(200, tree.toString()))
                .orElseGet(() -> outcome(404));
    }

    /** The newest first. */
    private Reply history(String key) {
        ObjectNode bundle = JsonNodeFactory.instance.objectNode().put("resourceType", "Bundle");
        bundle.put("type", "history");
        List<ObjectNode> stored = told(key);
        if (!keepsHistory || stored.isEmpty()) {
            return outcome(404);
        }
        for (int i = stored.size() - 1; i >= 0; i--) {
            bundle.withArray("/entry").addObject().set("resource", stored.get(i).deepCopy());
        }
        return new Reply(200, bundle.toString());
    }

    private List<ObjectNode> told(String key) {
        return told.stream()
                .filter(tree -> key.equals("Task/" + tree.path("id").asText()))
                .toList();
    }

    private Reply create(String type, Asked asked) {
        if (!asked.header("if-none-exist").isEmpty()) {
            List<ObjectNode> there = matching(type, query(asked.header("if-none-exist")));
            if (!there.isEmpty()) {
                return there.size() > 1
                        ? outcome(412)
                        : new Reply(200, there.get(0).toString());
            }
        }
        return body(asked)
                .map(tree -> new Reply(
                        201, store(type, Integer.toString(++ids), tree).toString()))
                .orElseGet(() -> outcome(400));
    }

    private Reply update(String type, String id, Asked asked) {
        updates++;
        String match = asked.header("if-match");
        if (match.isEmpty()) {
            blind++;
        }
        ObjectNode there = standing.get(type + "/" + id);
        if (there == null) {
            return outcome(404);
        }
        String version = match.replace("W/", "").replace("\"", "");
        if (!match.isEmpty()
                && !version.equals(there.path("meta").path("versionId").asText())) {
            conflicts++;
            return outcome(412);
        }
        return body(asked)
                .map(tree -> new Reply(200, store(type, id, tree).toString()))
                .orElseGet(() -> outcome(400));
    }

    private ObjectNode store(String type, String id, ObjectNode body) {
        ObjectNode before = standing.get(type + "/" + id);
        String last = before == null
                ? versions + 0
                : before.path("meta").path("versionId").asText();
        int version = Integer.parseInt(last.substring(versions.length()));
        ObjectNode tree = body.deepCopy();
        tree.put("id", id);
        tree.withObject("/meta").put("versionId", versions + (version + 1)).put("lastUpdated", now.toString());
        standing.put(type + "/" + id, tree);
        if (type.equals("Task")) {
            told.add(tree);
        }
        return tree;
    }

    private Reply search(String type, Map<String, String> query) {
        String page = query.getOrDefault("_page", "");
        List<ObjectNode> found = page.isEmpty() ? matching(type, query) : pages.getOrDefault(page, List.of());
        int count = Integer.parseInt(query.getOrDefault("_count", "20"));
        ObjectNode bundle = JsonNodeFactory.instance.objectNode().put("resourceType", "Bundle");
        bundle.put("type", "searchset").putObject("meta").put("lastUpdated", now.toString());
        found.stream()
                .limit(count)
                .forEach(tree -> bundle.withArray("/entry").addObject().set("resource", tree.deepCopy()));
        if (found.size() > count) {
            String next = "p" + (pages.size() + 1);
            pages.put(next, List.copyOf(found.subList(count, found.size())));
            bundle.withArray("/link")
                    .addObject()
                    .put("relation", "next")
                    .put("url", BASE + "/" + type + "?_page=" + next + "&_count=" + count);
        }
        return new Reply(200, bundle.toString());
    }

    private List<ObjectNode> matching(String type, Map<String, String> query) {
        Predicate<ObjectNode> all = tree -> query.entrySet().stream()
                .filter(e -> !e.getKey().startsWith("_") || e.getKey().equals("_lastUpdated"))
                .allMatch(e -> matches(tree, e.getKey(), e.getValue()));
        List<ObjectNode> found = new ArrayList<>(all(type).stream().filter(all).toList());
        if (query.getOrDefault("_sort", "").equals("_lastUpdated")) {
            found.sort(Comparator.comparing(HonestServer::stored));
        }
        return found;
    }

    private static boolean matches(ObjectNode tree, String name, String value) {
        return switch (name) {
            case "identifier" ->
                each(tree.path("identifier"))
                        .anyMatch(i -> value.equals(i.path("system").asText() + "|"
                                + i.path("value").asText()));
            case "_lastUpdated" -> !stored(tree).isBefore(Instant.parse(value.substring(2)));
            case "based-on" ->
                each(tree.path("basedOn"))
                        .anyMatch(b -> List.of(value.split(","))
                                .contains(b.path("reference").asText()));
            default -> tree.path(name).path("reference").asText().equals(value);
        };
    }

    private static Instant stored(ObjectNode tree) {
        return Instant.parse(tree.path("meta").path("lastUpdated").asText());
    }

    private static Stream<JsonNode> each(JsonNode list) {
        List<JsonNode> all = new ArrayList<>();
        list.forEach(all::add);
        return all.stream();
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String one : text.split("&")) {
            String[] pair = one.split("=", 2);
            query.put(pair[0], URLDecoder.decode(pair.length > 1 ? pair[1] : "", StandardCharsets.UTF_8));
        }
        return query;
    }

    private static Optional<ObjectNode> body(Asked asked) {
        try {
            return JSON.readTree(asked.body()) instanceof ObjectNode tree ? Optional.of(tree) : Optional.empty();
        } catch (JsonProcessingException half) {
            return Optional.empty();
        }
    }

    static Reply outcome(int status) {
        return new Reply(
                status,
                "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"processing\"}]}");
    }
}
