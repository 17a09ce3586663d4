package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Limits;
import care.baton.fhir.exchange.Response.Found;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Sends one request to the partner's server and gives back what came of it, always as a value. It follows no redirect,
 * repeats nothing by itself, speaks to no other origin, and takes in no more than the limits allow before anything is
 * parsed. Safe for use by several threads.
 */
public final class Wire implements AutoCloseable {

    private static final int PAGES = 100;
    private static final Comparator<Found> LOWEST_ID =
            Comparator.comparing((Found f) -> f.id().length()).thenComparing(Found::id);

    private final Endpoint endpoint;
    private final Line line;

    /**
     * A wire to one partner's server.
     *
     * @param endpoint the server
     * @param limits how much is taken in at once
     * @param patience how long to wait for a connection, and for each part of an answer; ten times that for the whole
     */
    public Wire(Endpoint endpoint, Limits limits, Duration patience) {
        this(endpoint, limits, patience, Optional::empty);
    }

    /**
     * A wire to one partner's server that asks who we are.
     *
     * @param endpoint the server
     * @param limits how much is taken in at once
     * @param patience how long to wait for a connection, and for each part of an answer; ten times that for the whole
     * @param token the bearer token as it is now; sent to this origin and to no other, and never kept here
     */
    public Wire(Endpoint endpoint, Limits limits, Duration patience, Supplier<Optional<String>> token) {
        this.endpoint = endpoint;
        this.line = new Line(endpoint.base(), limits, patience, token);
    }

    /**
     * Sends one request.
     *
     * @param request what to ask
     * @return what came of it
     */
    public Response perform(Request request) {
        if (request instanceof Request.Create r) {
            return create(r);
        }
        if (request instanceof Request.Update r) {
            return update(r);
        }
        if (request instanceof Request.Read r) {
            return one(r.key(), r.number(), line.get("/" + r.key().type() + "/" + r.id()));
        }
        if (request instanceof Request.Find r) {
            return found(r.key(), r.number());
        }
        if (request instanceof Request.Poll r) {
            return poll(r);
        }
        Request.Listen listen = (Request.Listen) request;
        List<String> ids = listen.questions().stream()
                .map(id -> "CommunicationRequest/" + id)
                .toList();
        return search("/Communication?based-on=" + encode(String.join(",", ids)) + "&_count=50", "Communication");
    }

    private Response create(Request.Create r) {
        Raw raw = line.post("/" + r.key().type(), r.body().text(), identifier(r.key()));
        if (raw.isConflict()) {
            return found(r.key(), r.number());
        }
        Response response = one(r.key(), r.number(), raw);
        return response instanceof Response.Stands stands && !bears(stands.found(), r.key())
                ? new Response.Rejected(Optional.of(r.key()), r.number(), Code.of("other-resource"))
                : response;
    }

    private Response update(Request.Update r) {
        Raw raw = line.put("/" + r.key().type() + "/" + r.id(), r.body().text(), r.version());
        return raw.status() == 201
                ? new Response.Rejected(Optional.of(r.key()), r.number(), Absorber.RECREATED)
                : one(r.key(), r.number(), raw);
    }

    /** Those addressed to us and those that we sent; the earlier of the two times holds for both. */
    private Response poll(Request.Poll r) {
        String since = r.since().map(s -> "&_lastUpdated=ge" + encode(s)).orElse("");
        String rest = "=" + encode(endpoint.ownReference()) + since + "&_sort=_lastUpdated&_count=50";
        Response received = search("/Task?owner" + rest, "Task");
        if (!(received instanceof Response.Page ours)) {
            return received;
        }
        Response sent = search("/Task?requester" + rest, "Task");
        if (!(sent instanceof Response.Page theirs)) {
            return sent;
        }
        List<Found> all = new ArrayList<>(ours.resources());
        theirs.resources().stream().filter(f -> !all.contains(f)).forEach(all::add);
        return new Response.Page(all, theirs.until().isPresent() ? ours.until() : Optional.empty());
    }

    private static String identifier(LinkKey key) {
        return "identifier=" + encode(FhirSystems.IDENTIFIERS + "|" + key.identifier());
    }

    /** What is known of a write or a read of one resource. */
    private static Response one(LinkKey key, long number, Raw raw) {
        Optional<LinkKey> known = Optional.of(key);
        if (raw.isConflict()) {
            return new Response.Conflict(key, number);
        }
        if (raw.status() == 404 || raw.status() == 410) {
            return new Response.Absent(key, number);
        }
        if (raw.status() >= 300 || raw.status() < 0) {
            return fault(known, number, raw);
        }
        Optional<String> type = raw.json().flatMap(FhirJson::resourceType);
        Optional<Found> found = raw.json().flatMap(Wire::resource);
        if (type.isEmpty() || type.get().equals("OperationOutcome")) {
            return new Response.Unknown(known, number);
        }
        if (!type.get().equals(key.type())) {
            return new Response.Rejected(known, number, Code.of("other-resource"));
        }
        return found.<Response>map(f -> new Response.Stands(key, number, f))
                .orElseGet(() -> new Response.Rejected(known, number, Code.of("without-id-or-version")));
    }

    /** Was it stored or not? The lowest of several is the one that lives. */
    private Response found(LinkKey key, long number) {
        Response search = search("/" + key.type() + "?" + identifier(key) + "&_count=10", key.type());
        if (search instanceof Response.Page page) {
            return page.resources().stream()
                    .filter(f -> bears(f, key))
                    .min(LOWEST_ID)
                    .<Response>map(f -> new Response.Stands(key, number, f))
                    .orElseGet(() -> new Response.Absent(key, number));
        }
        if (search instanceof Response.Refused no) {
            return new Response.Refused(Optional.of(key), number, no.status(), no.after());
        }
        return search instanceof Response.Rejected no
                ? new Response.Rejected(Optional.of(key), number, no.reason())
                : new Response.Unknown(Optional.of(key), number);
    }

    /** A server that does not know a search parameter may leave it out: what it finds then is none of ours. */
    private static boolean bears(Found found, LinkKey key) {
        for (JsonNode identifier : found.json().tree().path("identifier")) {
            if (identifier.path("system").asText("").equals(FhirSystems.IDENTIFIERS)
                    && identifier.path("value").asText("").equals(key.identifier())) {
                return true;
            }
        }
        return false;
    }

    private static Response fault(Optional<LinkKey> key, long number, Raw raw) {
        if (raw.status() < 0) {
            return raw.reason()
                    .<Response>map(reason -> new Response.Rejected(key, number, reason))
                    .orElseGet(() -> new Response.Unknown(key, number));
        }
        return raw.isUnknown()
                ? new Response.Unknown(key, number)
                : new Response.Refused(key, number, raw.status(), raw.after());
    }

    /** All pages of a search; each next address is held to the origin, and none is asked for twice. */
    private Response search(String path, String type) {
        Map<String, Found> all = new LinkedHashMap<>();
        Set<String> asked = new HashSet<>();
        Optional<String> until = Optional.empty();
        Optional<String> next = Optional.of(path);
        for (int page = 0; next.isPresent() && page < PAGES; page++) {
            if (!asked.add(next.get())) {
                return rejected("pages-go-round");
            }
            Raw raw = line.get(next.get());
            if (raw.status() != 200) {
                return fault(Optional.empty(), 0, raw);
            }
            if (!raw.json().flatMap(FhirJson::resourceType).equals(Optional.of("Bundle"))) {
                return rejected("not-a-bundle");
            }
            JsonNode tree = raw.json().orElseThrow().tree();
            String stamp = tree.path("meta").path("lastUpdated").asText("");
            until = page > 0 || stamp.isEmpty() ? until : Optional.of(stamp);
            entries(tree).filter(f -> f.type().equals(type)).forEach(f -> all.putIfAbsent(f.id(), f));
            Optional<String> link = next(tree);
            next = link.flatMap(line::within);
            if (link.isPresent() && next.isEmpty()) {
                return rejected("leaves-the-origin");
            }
        }
        return new Response.Page(List.copyOf(all.values()), next.isPresent() ? Optional.empty() : until);
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

    private static Response rejected(String reason) {
        return new Response.Rejected(Optional.empty(), 0, Code.of(reason));
    }

    private static Optional<String> next(JsonNode bundle) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText("").equals("next")) {
                return Optional.of(link.path("url").asText(""));
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> resource(FhirJson document) {
        JsonNode tree = document.tree();
        String id = tree.path("id").asText("");
        String version = tree.path("meta").path("versionId").asText("");
        return document.resourceType()
                .filter(type -> Found.isId(id) && Found.isId(version))
                .map(type -> new Found(type, id, version, document));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Lets the connections go. */
    @Override
    public void close() {
        line.close();
    }
}
