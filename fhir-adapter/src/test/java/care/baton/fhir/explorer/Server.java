package care.baton.fhir.explorer;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.exchange.LinkKey;
import care.baton.fhir.exchange.Request;
import care.baton.fhir.exchange.Response;
import care.baton.fhir.exchange.Response.Found;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The FHIR server as a value: it orders versioned writes. Versions and the names of writes are counted per resource, so
 * that two histories that lead to the same resources are one state.
 *
 * @param stored the resources, in the order in which they came
 * @param accepted the Tasks that their addressee has accepted, as bits
 * @param edited the Tasks of which somebody changed what is asked, as bits
 * @param spent how often each move of a system that knows nothing of Baton was made, four bits each
 */
record Server(List<Found> stored, int accepted, int edited, long spent) {

    private static final Set<String> OPEN = Set.of("draft", "requested", "received");
    private static final Set<String> HELD = Set.of("accepted", "in-progress", "on-hold", "completed");
    private static final Set<String> ENDED = Set.of("rejected", "cancelled", "failed", "entered-in-error");
    private static final Pattern INSTANT = Pattern.compile("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern MARK = Pattern.compile("(handoff-1/offer-\\d+#[sr])\\d+");

    /** What came of a request: the server then, the answer, and what was wrong with the write, if anything. */
    record Done(Server server, Response response, Optional<String> fault) {}

    static Server empty() {
        return new Server(List.of(), 0, 0, 0);
    }

    Done perform(Request request) {
        if (request instanceof Request.Create r) {
            Optional<Found> there = named(r.key());
            Server next =
                    there.isPresent() ? this : put(r.key().type(), id(r.key().type()), r.body());
            Found found = there.orElseGet(() -> next.stored.get(next.stored.size() - 1));
            return new Done(next, new Response.Stands(r.key(), r.number(), found), Optional.empty());
        }
        if (request instanceof Request.Update r) {
            return update(r);
        }
        if (request instanceof Request.Read r) {
            return answer(r.key(), r.number(), get(r.key().type(), r.id()));
        }
        Request.Find r = (Request.Find) request;
        return answer(r.key(), r.number(), named(r.key()));
    }

    private Done answer(LinkKey key, long number, Optional<Found> found) {
        return new Done(
                this,
                found.<Response>map(f -> new Response.Stands(key, number, f))
                        .orElseGet(() -> new Response.Absent(key, number)),
                Optional.empty());
    }

    private Done update(Request.Update r) {
        Optional<Found> there = get(r.key().type(), r.id());
        if (there.isEmpty() || !there.get().version().equals(r.version())) {
            Response no = there.isEmpty()
                    ? new Response.Absent(r.key(), r.number())
                    : new Response.Conflict(r.key(), r.number());
            return new Done(this, no, Optional.empty());
        }
        Server next = put(r.key().type(), r.id(), r.body());
        Found found = next.get(r.key().type(), r.id()).orElseThrow();
        boolean revived = ENDED.contains(status(there.get())) && !ENDED.contains(status(found));
        return new Done(
                next,
                new Response.Stands(r.key(), r.number(), found),
                revived ? Optional.of("a write over a Task that has ended") : Optional.empty());
    }

    /** Somebody who knows nothing of Baton writes, whatever version stands there. */
    Server blindly(int task, Consumer<ObjectNode> change) {
        Found before = get("Task", "t" + (task + 1)).orElseThrow();
        ObjectNode tree = before.json().tree();
        String asked = tree.path("description").asText();
        change.accept(tree);
        Server next = put("Task", before.id(), FhirJson.of(tree));
        boolean other = !tree.path("description").asText().equals(asked);
        return new Server(next.stored, next.accepted, next.edited | (other ? 1 << task : 0), next.spent);
    }

    Server put(String type, String id, FhirJson body) {
        Optional<Found> there = get(type, id);
        int version =
                there.map(f -> Integer.parseInt(f.version().substring(1)) + 1).orElse(1);
        ObjectNode tree = named(body, there, version);
        tree.put("id", id);
        tree.putObject("meta").put("versionId", "v" + version);
        Found found = new Found(type, id, "v" + version, FhirJson.of(tree));
        List<Found> all = new ArrayList<>(stored);
        if (there.isPresent()) {
            all.set(all.indexOf(there.get()), found);
        } else {
            all.add(found);
        }
        int bit = type.equals("Task") ? 1 << index(id) : 0;
        boolean taken = there.filter(f -> !HELD.contains(status(f))
                        && owner(f).equals(owner(found))
                        && (HELD.contains(status(found)) || status(found).equals("failed")))
                .isPresent();
        return new Server(all, accepted | (taken ? bit : 0), edited, spent);
    }

    /** Each new write's name is that of its version. */
    private static ObjectNode named(FhirJson body, Optional<Found> there, int version) {
        ObjectNode tree = body.tree();
        String before = there.map(f -> mark(f.json().tree())).orElse("");
        String mark = mark(tree);
        if (mark.isEmpty() || mark.equals(before)) {
            return tree;
        }
        for (JsonNode extension : tree.path("extension")) {
            if (extension.path("url").asText().equals(FhirSystems.COMMAND)) {
                ((ObjectNode) extension).put("valueString", MARK.matcher(mark).replaceAll("$1" + version));
            }
        }
        return tree;
    }

    private static String mark(JsonNode tree) {
        for (JsonNode extension : tree.path("extension")) {
            if (extension.path("url").asText().equals(FhirSystems.COMMAND)) {
                return extension.path("valueString").asText();
            }
        }
        return "";
    }

    List<Found> tasks() {
        return stored.stream().filter(f -> f.type().equals("Task")).toList();
    }

    Optional<Found> get(String type, String id) {
        return stored.stream()
                .filter(f -> f.type().equals(type) && f.id().equals(id))
                .findFirst();
    }

    private Optional<Found> named(LinkKey key) {
        return stored.stream()
                .filter(f -> f.type().equals(key.type())
                        && f.json()
                                .tree()
                                .path("identifier")
                                .path(0)
                                .path("value")
                                .asText()
                                .equals(key.handoff() + "/" + key.part()))
                .findFirst();
    }

    /** Whether somebody has answered a question of this part of the handoff. */
    boolean hasAnswerTo(String part) {
        return stored.stream()
                .filter(f -> f.type().equals("CommunicationRequest"))
                .filter(f -> get("Communication", "c" + f.id()).isPresent())
                .anyMatch(f -> f.json()
                        .tree()
                        .path("identifier")
                        .path(0)
                        .path("value")
                        .asText()
                        .startsWith("handoff-1/" + part));
    }

    Response.Page page(String... types) {
        List<String> wanted = List.of(types);
        return new Response.Page(
                stored.stream().filter(f -> wanted.contains(f.type())).toList(), Optional.empty());
    }

    int spent(int move) {
        return (int) (spent >>> (4 * move)) & 15;
    }

    Server spending(int move) {
        return new Server(stored, accepted, edited, spent + (1L << (4 * move)));
    }

    String id(String type) {
        long there = stored.stream().filter(f -> f.type().equals(type)).count();
        return (type.equals("Task") ? "t" : "q") + (there + 1);
    }

    /** Its number among the Tasks is in its id. */
    static int index(String id) {
        return Integer.parseInt(id.substring(1)) - 1;
    }

    static String status(Found task) {
        return task.json().tree().path("status").asText();
    }

    static String owner(Found task) {
        return task.json().tree().path("owner").path("reference").asText();
    }

    static boolean saysHeld(Found task) {
        return HELD.contains(status(task));
    }

    static boolean saysOpen(Found task) {
        return OPEN.contains(status(task));
    }

    /** All that matters of it: instants do not. */
    String outline() {
        StringBuilder out = new StringBuilder()
                .append(accepted)
                .append('|')
                .append(edited)
                .append('|')
                .append(spent);
        for (Found found : stored) {
            out.append('|').append(found.type()).append(found.id()).append(found.version());
            out.append(outline(found.json()));
        }
        return out.toString();
    }

    static String outline(FhirJson json) {
        return withoutInstants(MARK.matcher(json.text()).replaceAll("$1"));
    }

    static String withoutInstants(String text) {
        return INSTANT.matcher(text).replaceAll("T");
    }
}
