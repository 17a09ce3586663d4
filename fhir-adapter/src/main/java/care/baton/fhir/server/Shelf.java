package care.baton.fhir.server;

import care.baton.evidence.Entry;
import care.baton.evidence.Salt;
import care.baton.fhir.FhirJson;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Absorbed;
import care.baton.fhir.exchange.Exchange;
import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.LinkKey;
import care.baton.fhir.exchange.Links;
import care.baton.fhir.exchange.Message;
import care.baton.fhir.exchange.Planned;
import care.baton.fhir.exchange.Request;
import care.baton.fhir.exchange.Response;
import care.baton.fhir.exchange.Response.Found;
import care.baton.outcome.Code;
import care.baton.outcome.Refusal;
import care.baton.party.Digest;
import care.baton.record.CoordinationRecord;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The server is ours: what the exchange asks of it is done at once, and what comes of it is taken in. */
final class Shelf {

    /** More rounds than any offer needs; what is left then is named, and read again the next time. */
    static final int MOST_ROUNDS = 20;

    private static final int DIGITS = 32;

    private static final Code TOO_LARGE = Code.of("too-large");

    private final Exchange exchange;
    private final Salt salt;
    private final Instant now;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final Set<MappingIssue> issues = new LinkedHashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private CoordinationRecord record;
    private Links links;
    private Optional<Found> written = Optional.empty();
    private int repeated;
    private int turns;

    Shelf(Exchange exchange, CoordinationRecord record, Links links, Salt salt, Instant now) {
        this.exchange = exchange;
        this.record = record;
        this.links = links;
        this.salt = salt;
        this.now = now;
    }

    /** Nothing is owed any more, as far as it can be done here. */
    Absorbed settled() {
        return settled(MOST_ROUNDS);
    }

    /** The same, within so many rounds. */
    Absorbed settled(int rounds) {
        boolean owed = true;
        for (int round = 0; owed && round < rounds; round++) {
            Planned planned = exchange.plan(record, links, now);
            links = planned.links();
            issues.addAll(planned.issues());
            planned.requests().forEach(request -> take(done(request)));
            owed = !planned.requests().isEmpty();
        }
        if (owed) {
            issues.add(MappingIssue.warning("desk-not-settled", ""));
        }
        return new Absorbed(record, entries, links, messages, List.copyOf(issues), refusals, repeated);
    }

    /** The same, where the partner has just written this. */
    Absorbed written(Found task) {
        written = Optional.of(task);
        take(new Response.Page(List.of(task), Optional.empty()));
        return settled();
    }

    private void take(Response response) {
        Absorbed absorbed = exchange.absorb(record, links, response, fresh(), now);
        record = absorbed.record();
        links = absorbed.links();
        entries.addAll(absorbed.entries());
        messages.addAll(absorbed.messages());
        absorbed.issues().stream().filter(issue -> !issues.add(issue)).forEach(again -> repeated++);
        refusals.addAll(absorbed.refusals());
        repeated += absorbed.repeated();
    }

    private Salt fresh() {
        byte[] label = ("desk-" + turns++).getBytes(StandardCharsets.US_ASCII);
        return Salt.of(
                Digest.of(salt.hex().getBytes(StandardCharsets.US_ASCII), label).bytes());
    }

    private Response done(Request request) {
        if (request instanceof Request.Create r) {
            String type = r.key().type();
            Found first = shelved(type, id(r.key()), Optional.empty(), r.body(), now);
            return !type.equals("Task") || Room.isLaid(first.json())
                    ? kept(r.key(), r.number(), first)
                    : new Response.Rejected(Optional.of(r.key()), r.number(), TOO_LARGE);
        }
        if (request instanceof Request.Update r) {
            Found next = shelved(r.key().type(), r.id(), Optional.of(r.version()), r.body(), now);
            if (Room.isKept(next.json())) {
                written = written.filter(task -> !task.id().equals(r.id()));
            }
            return kept(r.key(), r.number(), next);
        }
        if (request instanceof Request.Read r) {
            return there(r.key(), r.number(), r.id());
        }
        if (request instanceof Request.Find r) {
            return there(r.key(), r.number(), id(r.key()));
        }
        return new Response.Page(List.of(), Optional.empty());
    }

    /** What could not be read again is not put there. */
    private static Response kept(LinkKey key, long number, Found next) {
        return Room.isKept(next.json())
                ? new Response.Stands(key, number, next)
                : new Response.Rejected(Optional.of(key), number, TOO_LARGE);
    }

    private Response there(LinkKey key, long number, String id) {
        return written.filter(task -> key.type().equals("Task") && task.id().equals(id))
                .or(() -> links.get(key).flatMap(Shelf::found))
                .<Response>map(found -> new Response.Stands(key, number, found))
                .orElseGet(() -> new Response.Absent(key, number));
    }

    /** What stands by a link; nothing before it is stored. */
    static Optional<Found> found(Link link) {
        Optional<FhirJson> json =
                link.seen().text().flatMap(text -> FhirJson.read(text).value());
        return link.id()
                .flatMap(id -> link.version()
                        .flatMap(version ->
                                json.map(resource -> new Found(link.key().type(), id, version, resource))));
    }

    /** The same however often it is worked out, and made of what stands on the resource as its identifier. */
    private static String id(LinkKey key) {
        String name = key.type() + "/" + key.handoff() + "/" + key.part();
        return Digest.of(name.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGITS);
    }

    /**
     * The next version. Its name is made of the version before and of what can be read in this one, so that it tells
     * nobody of anything else, and comes again for no other history.
     */
    static Found shelved(String type, String id, Optional<String> before, FhirJson body, Instant now) {
        ObjectNode tree = body.tree();
        tree.put("id", id);
        ObjectNode meta = tree.get("meta") instanceof ObjectNode there ? there : tree.putObject("meta");
        meta.remove("versionId");
        meta.put("lastUpdated", now.truncatedTo(ChronoUnit.MILLIS).toString());
        String version = Digest.of(
                        before.orElse("").getBytes(StandardCharsets.UTF_8),
                        tree.toString().getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, DIGITS);
        meta.put("versionId", version);
        return new Found(type, id, version, FhirJson.of(tree));
    }
}
