package care.baton.fhir.exchange;

import care.baton.fhir.Concepts;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Pointer;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.TaskStatus;
import care.baton.outcome.Code;
import care.baton.party.PersonId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tries on a server what the exchange relies on, before anybody's care does: what {@link Wire#probe} reads is only what
 * the server says. It puts one Task there, a draft, so that nobody is asked for anything, and leaves it marked as recorded
 * in error; where the server does not let it be changed, the draft stays. Use a person and organizations that are made
 * for it. For use by one thread, once.
 */
public final class ServerTrial {

    /** What came of one thing that was tried. */
    public enum Result {
        /** The server did what the exchange relies on. */
        HELD,
        /** It did not. */
        NOT_HELD,
        /** Something before it did not hold, so that nothing could be tried. */
        NOT_TRIED
    }

    /**
     * One thing that the exchange relies on.
     *
     * @param what what it is
     * @param result what came of it
     * @param why where it did not hold, what the server answered instead of a resource or a page: {@code no-answer},
     *     {@code server-refused-401} or another status, {@code absent}, {@code conflict}, or why the answer was not taken
     *     ({@link Response.Rejected}); {@code nothing-given-back} where the function gave back nothing; empty where the
     *     answer was a resource or a page, and not as the exchange needs it
     */
    public record Tried(Code what, Result result, Optional<Code> why) {
        /** Checks that nothing is absent. */
        public Tried {
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(result, "result");
            Objects.requireNonNull(why, "why");
        }
    }

    private final Function<Request, Response> server;
    private final Endpoint endpoint;
    private final PersonId person;
    private final LinkKey key;
    private final Instant now;
    private final List<Tried> tried = new ArrayList<>();
    private Optional<Found> first = Optional.empty();
    private Optional<Found> last = Optional.empty();
    private Optional<String> until = Optional.empty();
    private Optional<Code> why = Optional.empty();
    private long number;

    private ServerTrial(
            Function<Request, Response> server, Endpoint endpoint, PersonId person, LinkKey key, Instant now) {
        this.server = server;
        this.endpoint = endpoint;
        this.person = person;
        this.key = key;
        this.now = now;
    }

    /**
     * Tries everything, in this order: {@code stored}, {@code kept-whole} (every element and extension, as it was
     * written), {@code stored-once} (the same again makes no second one), {@code found-by-identifier},
     * {@code found-by-who-it-is-for} (by owner or requester), {@code written-over-what-was-read},
     * {@code another-version-each-time}, {@code not-written-over-another-version}, {@code found-since} (by when it was
     * last changed), {@code recorded-in-error}.
     *
     * @param server sends one request and gives back what came of it, such as {@code wire::perform}
     * @param endpoint the server, and two organizations that it knows
     * @param person a person that it knows, by the address there, such as {@code Patient/13}
     * @param name a name for the trial, another each time
     * @param now the host's clock
     * @return each thing, and what came of it
     * @throws IllegalArgumentException if the name is blank, over 256 characters, or has blanks in it
     */
    public static List<Tried> of(
            Function<Request, Response> server, Endpoint endpoint, PersonId person, String name, Instant now) {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(person, "person");
        LinkKey.check(name, "name");
        Objects.requireNonNull(now, "now");
        return new ServerTrial(server, endpoint, person, LinkKey.task(name, 1), now).run();
    }

    private List<Tried> run() {
        FhirJson body = task();
        holds("stored", () -> {
            first = stands(new Request.Create(key, ++number, body));
            last = first;
            return first.isPresent();
        });
        after("kept-whole", () -> isKept(body, first.orElseThrow()));
        after(
                "stored-once",
                () -> stands(new Request.Create(key, ++number, body))
                        .filter(again -> again.id().equals(first.orElseThrow().id()))
                        .isPresent());
        after(
                "found-by-identifier",
                () -> stands(new Request.Find(key, ++number))
                        .filter(found -> found.id().equals(first.orElseThrow().id()))
                        .isPresent());
        after("found-by-who-it-is-for", () -> isPolled(Optional.empty()));
        after("written-over-what-was-read", () -> {
            Optional<Found> written = write(first.orElseThrow(), TaskStatus.CANCELLED);
            last = written.or(() -> last);
            return written.filter(w -> is(w, TaskStatus.CANCELLED)).isPresent();
        });
        after(
                "another-version-each-time",
                () -> !last.orElseThrow().version().equals(first.orElseThrow().version()));
        after("not-written-over-another-version", this::isGuarded);
        after("found-since", () -> until.isPresent() && isPolled(until));
        after(
                "recorded-in-error",
                () -> write(last.orElseThrow(), TaskStatus.ENTERED_IN_ERROR)
                        .filter(w -> is(w, TaskStatus.ENTERED_IN_ERROR))
                        .isPresent());
        return List.copyOf(tried);
    }

    private void holds(String what, BooleanSupplier trial) {
        why = Optional.empty();
        boolean held = trial.getAsBoolean();
        tried.add(new Tried(Code.of(what), held ? Result.HELD : Result.NOT_HELD, held ? Optional.empty() : why));
    }

    private void after(String what, BooleanSupplier trial) {
        if (first.isPresent()) {
            holds(what, trial);
        } else {
            tried.add(new Tried(Code.of(what), Result.NOT_TRIED, Optional.empty()));
        }
    }

    /** Written again from the first version: that is refused, and what stands there is not touched. */
    private boolean isGuarded() {
        Found old = first.orElseThrow();
        FhirJson stale = with(old, TaskStatus.DRAFT);
        boolean guarded = asked(
                        new Request.Update(key, ++number, old.id(), old.version(), stale), Response.Conflict.class)
                .isPresent();
        Optional<Found> there = stands(new Request.Read(key, ++number, old.id()));
        last = there.or(() -> last);
        return guarded && there.filter(t -> !is(t, TaskStatus.DRAFT)).isPresent();
    }

    private boolean isPolled(Optional<String> since) {
        Optional<Response.Page> page = asked(new Request.Poll(since, now), Response.Page.class);
        until = page.flatMap(Response.Page::until).or(() -> until);
        return page.filter(found -> found.resources().stream()
                        .anyMatch(one -> one.id().equals(first.orElseThrow().id())))
                .isPresent();
    }

    private Optional<Found> write(Found over, TaskStatus status) {
        return stands(new Request.Update(key, ++number, over.id(), over.version(), with(over, status)));
    }

    private Optional<Found> stands(Request request) {
        return asked(request, Response.Stands.class).map(Response.Stands::found);
    }

    /** The answer, where it is of the kind that it should be; else why it is not is kept, the first of one trial. */
    private <T extends Response> Optional<T> asked(Request request, Class<T> kind) {
        @Nullable Response answer = server.apply(request);
        if (kind.isInstance(answer)) {
            return Optional.of(kind.cast(answer));
        }
        why = why.or(() -> instead(answer));
        return Optional.empty();
    }

    private static Optional<Code> instead(@Nullable Response answer) {
        if (answer == null) {
            return Optional.of(Code.of("nothing-given-back"));
        } else if (answer instanceof Response.Refused refused) {
            return Optional.of(Code.of("server-refused-" + refused.status()));
        } else if (answer instanceof Response.Rejected rejected) {
            return Optional.of(rejected.reason());
        } else if (answer instanceof Response.Unknown) {
            return Optional.of(Code.of("no-answer"));
        } else if (answer instanceof Response.Absent) {
            return Optional.of(Code.of("absent"));
        }
        return answer instanceof Response.Conflict ? Optional.of(Code.of("conflict")) : Optional.empty();
    }

    private static FhirJson with(Found found, TaskStatus status) {
        return FhirJson.of(found.json().tree().put("status", status.code()));
    }

    private static boolean is(Found found, TaskStatus status) {
        return found.json().element("status").asText("").equals(status.code());
    }

    /** Whether everything that was written stands there; a server may add to it. */
    private static boolean isKept(FhirJson written, Found found) {
        for (Map.Entry<String, JsonNode> element : written.tree().properties()) {
            if (!found.json().element(element.getKey()).equals(element.getValue())) {
                return false;
            }
        }
        return true;
    }

    private FhirJson task() {
        ObjectNode task = Writing.resource("Task", key);
        task.putArray("extension")
                .addObject()
                .put("url", FhirSystems.RESPOND_BY)
                .put("valueDateTime", now.toString());
        task.put("status", TaskStatus.DRAFT.code()).put("intent", "order");
        Concepts.put(task.putObject("code"), FhirSystems.TASK_CODE, "fulfill");
        task.put("description", "A trial of this server; nothing is asked");
        task.set("for", new Pointer(person.value()).json());
        task.put("authoredOn", now.toString());
        task.putObject("requester").put("reference", endpoint.ownReference());
        task.set("owner", new Pointer(endpoint.partner().organization().value()).json());
        return FhirJson.of(task);
    }
}
