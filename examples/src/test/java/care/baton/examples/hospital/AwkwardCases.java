package care.baton.examples.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import care.baton.examples.hospital.ExchangeSuite.Trial;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Limits;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.LinkKey;
import care.baton.fhir.exchange.Request;
import care.baton.fhir.exchange.Response;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.exchange.Wire;
import care.baton.party.PersonId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.IdType;
import org.opentest4j.TestAbortedException;

/** What goes wrong between two organizations on any server sooner or later, and what the exchange is told then. */
final class AwkwardCases {

    private static final int RACES = 20;
    private static final int MANY = 120;

    private final Endpoint endpoint;
    private final IGenericClient client;
    private final PersonId person;
    private final String run = "awkward-" + UUID.randomUUID();
    private int handoffs;
    private long number;

    AwkwardCases(Endpoint endpoint, IGenericClient client, PersonId person) {
        this.endpoint = endpoint;
        this.client = client;
        this.person = person;
    }

    Map<String, Trial> all() {
        Map<String, Trial> all = new LinkedHashMap<>();
        all.put("of-two-writers-one-is-told-of-a-conflict", this::twoWriters);
        all.put("whoever-lost-reads-and-writes-again", this::writtenAgain);
        all.put("created-once-by-two-at-once", this::createdByTwo);
        all.put("looked-for-since-the-last-time", this::lookedForSince);
        all.put("answer-lost-after-create", this::lostAfterCreate);
        all.put("answer-lost-after-update", this::lostAfterUpdate);
        all.put("deleted", this::deleted);
        all.put("large-page", this::largePage);
        return all;
    }

    private void twoWriters() {
        try (Wire one = wire(endpoint);
                Wire other = wire(endpoint)) {
            Request.Create create = create();
            LinkKey key = create.key();
            Found stands = stands(one.perform(create));
            for (int race = 0; race < RACES; race++) {
                Request mine = update(key, stands, "received", "one");
                Request theirs = update(key, stands, "received", "other");
                List<Response> answers = atOnce(() -> one.perform(mine), () -> other.perform(theirs));
                assertThat(answers).hasAtLeastOneElementOfType(Response.Stands.class);
                assertThat(answers).hasAtLeastOneElementOfType(Response.Conflict.class);
                Found now = stands(one.perform(new Request.Read(key, ++number, stands.id())));
                assertThat(description(now)).isEqualTo(answers.get(0) instanceof Response.Stands ? "one" : "other");
                assertThat(now.version()).isNotEqualTo(stands.version());
                stands = now;
            }
        }
    }

    private void writtenAgain() {
        try (Wire wire = wire(endpoint)) {
            Request.Create create = create();
            LinkKey key = create.key();
            Found first = stands(wire.perform(create));
            stands(wire.perform(update(key, first, "received", "theirs")));
            assertThat(wire.perform(update(key, first, "accepted", "ours"))).isInstanceOf(Response.Conflict.class);
            Found read = stands(wire.perform(new Request.Read(key, ++number, first.id())));
            assertThat(description(read)).isEqualTo("theirs");
            assertThat(description(stands(wire.perform(update(key, read, "accepted", "ours")))))
                    .isEqualTo("ours");
        }
    }

    /** Both may be told that it stands, or one may be told that it is not known: a second look shows the same one. */
    private void createdByTwo() {
        try (Wire one = wire(endpoint);
                Wire other = wire(endpoint)) {
            for (int race = 0; race < RACES / 4; race++) {
                Request.Create create = create();
                List<Response> answers = atOnce(() -> one.perform(create), () -> other.perform(create));
                assertThat(answers).hasAtLeastOneElementOfType(Response.Stands.class);
                String first = stands(one.perform(create)).id();
                assertThat(stands(other.perform(new Request.Find(create.key(), ++number)))
                                .id())
                        .isEqualTo(first);
                assertThat(ids(one, Optional.empty(), create.key())).containsExactly(first);
            }
        }
    }

    private void lookedForSince() {
        try (Wire wire = wire(endpoint)) {
            Request.Create untouched = create();
            stands(wire.perform(untouched));
            Request.Create changed = create();
            Found before = stands(wire.perform(changed));
            Request.Create last = create();
            stands(wire.perform(last));
            Response.Page page = page(wire, Optional.empty());
            assertThat(page.until()).isPresent();

            stands(wire.perform(update(changed.key(), before, "received", "changed")));

            assertThat(ids(wire, page.until(), changed.key())).containsExactly(before.id());
            assertThat(ids(wire, page.until(), untouched.key())).isEmpty();
        }
    }

    private void lostAfterCreate() throws Exception {
        try (Wire wire = wire(endpoint);
                AnswerLost lost = AnswerLost.before(endpoint.base());
                Wire losing = wire(through(lost))) {
            Request.Create create = create();
            assertThat(losing.perform(create)).isInstanceOf(Response.Unknown.class);
            assertThat(lost.carried()).isEqualTo(201);
            Found stands = stands(wire.perform(create));
            assertThat(ids(wire, Optional.empty(), create.key())).containsExactly(stands.id());
        }
    }

    private void lostAfterUpdate() throws Exception {
        try (Wire wire = wire(endpoint);
                AnswerLost lost = AnswerLost.before(endpoint.base());
                Wire losing = wire(through(lost))) {
            Request.Create create = create();
            Found before = stands(wire.perform(create));
            Request update = update(create.key(), before, "received", "ours");
            assertThat(losing.perform(update)).isInstanceOf(Response.Unknown.class);
            assertThat(lost.carried()).isEqualTo(200);
            Found stored = stands(wire.perform(new Request.Read(create.key(), ++number, before.id())));
            assertThat(description(stored)).isEqualTo("ours");
            assertThat(wire.perform(update)).isInstanceOf(Response.Conflict.class);
            Found now = stands(wire.perform(new Request.Read(create.key(), ++number, before.id())));
            assertThat(now.version()).isEqualTo(stored.version());
        }
    }

    /** It is told as gone, is not found, and is not made anew by a write over it. */
    private void deleted() {
        try (Wire wire = wire(endpoint)) {
            Request.Create create = create();
            Found stands = stands(wire.perform(create));
            try {
                client.delete().resourceById(new IdType("Task", stands.id())).execute();
            } catch (BaseServerResponseException notAllowed) {
                throw new TestAbortedException("the server deletes no Task: " + notAllowed.getStatusCode());
            }
            Request read = new Request.Read(create.key(), ++number, stands.id());
            assertThat(wire.perform(read)).isInstanceOf(Response.Absent.class);
            assertThat(wire.perform(update(create.key(), stands, "received", "ours")))
                    .isInstanceOfAny(Response.Conflict.class, Response.Refused.class);
            assertThat(wire.perform(read)).isInstanceOf(Response.Absent.class);
            assertThat(wire.perform(new Request.Find(create.key(), ++number))).isInstanceOf(Response.Absent.class);
        }
    }

    /** More than two pages of Tasks: all are read, each once. */
    private void largePage() {
        try (Wire wire = wire(endpoint)) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                ids.add(stands(wire.perform(create())).id());
            }
            Response.Page page = page(wire, Optional.empty());
            assertThat(page.whole()).isTrue();
            assertThat(page.issues()).isEmpty();
            assertThat(page.resources()).extracting(Found::id).containsAll(ids).doesNotHaveDuplicates();
        }
    }

    private static List<Response> atOnce(Supplier<Response> one, Supplier<Response> other) {
        CyclicBarrier start = new CyclicBarrier(2);
        List<CompletableFuture<Response>> both = Stream.of(one, other)
                .map(trying -> CompletableFuture.supplyAsync(
                        () -> {
                            await(start);
                            return trying.get();
                        },
                        task -> new Thread(task, "writer").start()))
                .toList();
        return both.stream().map(CompletableFuture::join).toList();
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (BrokenBarrierException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Wire wire(Endpoint endpoint) {
        return new Wire(endpoint, Limits.standard(), Duration.ofSeconds(60));
    }

    private Endpoint through(AnswerLost lost) {
        return new Endpoint(
                lost.base(), endpoint.profile(), endpoint.partner(), endpoint.own(), endpoint.ownReference());
    }

    private static Found stands(Response response) {
        assertThat(response).isInstanceOf(Response.Stands.class);
        return ((Response.Stands) response).found();
    }

    private static Response.Page page(Wire wire, Optional<String> since) {
        Response response = wire.perform(new Request.Poll(since));
        assertThat(response).isInstanceOf(Response.Page.class);
        return (Response.Page) response;
    }

    /** The ids under which the server has what stands for that key, of what is new since then. */
    private static List<String> ids(Wire wire, Optional<String> since, LinkKey key) {
        return page(wire, since).resources().stream()
                .filter(found -> found.json().element("identifier").toString().contains(identifier(key)))
                .map(Found::id)
                .toList();
    }

    private static String identifier(LinkKey key) {
        return key.handoff() + "/" + key.part();
    }

    private static String description(Found found) {
        return found.json().element("description").asText();
    }

    /** A Task that is addressed to our own organization, by an identifier of its own. */
    private Request.Create create() {
        LinkKey key = new LinkKey("Task", run + "-" + ++handoffs, "offer-1");
        ObjectNode task = JsonNodeFactory.instance.objectNode().put("resourceType", "Task");
        task.putArray("identifier")
                .addObject()
                .put("system", FhirSystems.IDENTIFIERS)
                .put("value", identifier(key));
        task.put("status", "requested").put("intent", "order").put("description", "A trial of this server");
        task.putObject("for").put("reference", person.value());
        task.putObject("requester")
                .put("reference", endpoint.partner().organization().value());
        task.putObject("owner").put("reference", endpoint.ownReference());
        return new Request.Create(key, ++number, FhirJson.of(task));
    }

    private Request update(LinkKey key, Found over, String status, String description) {
        ObjectNode task = over.json().tree().put("status", status).put("description", description);
        return new Request.Update(key, ++number, over.id(), over.version(), FhirJson.of(task));
    }
}
