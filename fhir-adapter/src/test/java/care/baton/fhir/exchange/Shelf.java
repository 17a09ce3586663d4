package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.exchange.Response.Found;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A FHIR server as values: it orders versioned writes and answers as the wire would pass its answers on. */
final class Shelf {

    private final Map<String, Found> stored = new LinkedHashMap<>();
    /** What the server's clock says: it may set any time on what it stores. */
    Consumer<ObjectNode> clock = stored -> {};

    private int versions = 100;
    private int ids;

    Shelf() {}

    /** The same server at the same moment. */
    Shelf(Shelf other) {
        stored.putAll(other.stored);
        clock = other.clock;
        versions = other.versions;
        ids = other.ids;
    }

    Response perform(Request request) {
        if (request instanceof Request.Create r) {
            return new Response.Stands(r.key(), r.number(), create(r.key(), r.body()));
        }
        if (request instanceof Request.Update r) {
            Found there = stored.get(r.key().type() + "/" + r.id());
            if (there == null) {
                return new Response.Absent(r.key(), r.number());
            }
            return there.version().equals(r.version())
                    ? new Response.Stands(r.key(), r.number(), put(r.key().type(), r.id(), r.body()))
                    : new Response.Conflict(r.key(), r.number());
        }
        if (request instanceof Request.Read r) {
            return Optional.ofNullable(stored.get(r.key().type() + "/" + r.id()))
                    .<Response>map(f -> new Response.Stands(r.key(), r.number(), f))
                    .orElseGet(() -> new Response.Absent(r.key(), r.number()));
        }
        if (request instanceof Request.Find r) {
            return find(r.key())
                    .<Response>map(f -> new Response.Stands(r.key(), r.number(), f))
                    .orElseGet(() -> new Response.Absent(r.key(), r.number()));
        }
        return page();
    }

    Response.Page page() {
        return new Response.Page(
                stored.values().stream().filter(f -> f.type().equals("Task")).toList(), Optional.empty());
    }

    /** All that it knows. */
    Object state() {
        return List.of(Map.copyOf(stored), versions, ids);
    }

    List<Found> tasks() {
        return page().resources();
    }

    List<Found> all(String type) {
        return stored.values().stream().filter(f -> f.type().equals(type)).toList();
    }

    /** Somebody who knows nothing of Baton writes. */
    void foreign(String type, String id, Consumer<ObjectNode> change) {
        ObjectNode tree = stored.get(type + "/" + id).json().tree();
        change.accept(tree);
        put(type, id, FhirJson.of(tree));
    }

    Found put(String type, String id, FhirJson body) {
        ObjectNode tree = body.tree();
        tree.put("id", id);
        String version = Integer.toString(++versions);
        tree.putObject("meta").put("versionId", version);
        clock.accept(tree);
        Found found = new Found(type, id, version, FhirJson.of(tree));
        stored.put(type + "/" + id, found);
        return found;
    }

    /** As it is, whatever stood there: a server that gives a version twice. */
    void keep(Found found) {
        stored.put(found.type() + "/" + found.id(), found);
    }

    void remove(String type, String id) {
        stored.remove(type + "/" + id);
    }

    private Found create(LinkKey key, FhirJson body) {
        return find(key).orElseGet(() -> put(key.type(), "t" + ++ids, body));
    }

    private Optional<Found> find(LinkKey key) {
        List<Found> found = new ArrayList<>();
        for (Found one : stored.values()) {
            for (JsonNode identifier : one.json().tree().path("identifier")) {
                boolean same = identifier.path("system").asText().equals(FhirSystems.IDENTIFIERS)
                        && identifier.path("value").asText().equals(key.identifier());
                if (same && one.type().equals(key.type())) {
                    found.add(one);
                }
            }
        }
        return found.stream().findFirst();
    }
}
