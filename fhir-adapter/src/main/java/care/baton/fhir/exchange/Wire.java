package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Instants;
import care.baton.fhir.Limits;
import care.baton.fhir.Mapped;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.task.SeenIdentifier;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.http.impl.client.HttpClientBuilder;

/**
 * Sends one request to the partner's server and gives back what came of it, always as a value. It follows no redirect,
 * repeats nothing by itself, speaks to no other origin, and takes in no more than the limits allow before anything is
 * parsed. All pages of a search together are at most twenty times the bytes and the patience of one answer. Safe for
 * use by several threads.
 */
public final class Wire implements AutoCloseable {

    private static final int SEARCH = 20;
    private static final int QUESTIONS = 20;
    private static final String CAPABILITIES = "CapabilityStatement";
    private static final List<Integer> PAGE_SIZES = List.of(50, 5, 1);
    private static final Duration MOST_PATIENCE = Duration.ofHours(1);
    private static final Comparator<Found> LOWEST_ID =
            Comparator.comparing((Found f) -> f.id().length()).thenComparing(Found::id);

    private final Endpoint endpoint;
    private final Line line;
    /** Refusals by which a server says that it does not know the search, and not that it does not answer now. */
    private static final Set<Integer> NOT_KNOWN = Set.of(400, 404, 405, 422, 501);

    private static final MappingIssue NOT_BY_IDENTIFIER =
            MappingIssue.warning("search-by-identifier-refused", "Task.owner");

    private static final MappingIssue NOT_BY_CODE = MappingIssue.warning("search-by-code-refused", "Task.code");

    private final Limits limits;
    private final Duration searching;
    private final LongSupplier ticks;

    /**
     * A wire to one partner's server.
     *
     * @param endpoint the server
     * @param limits how much is taken in at once
     * @param patience how long to wait for a connection, and for each part of an answer; ten times that for the whole
     * @throws IllegalArgumentException if the patience is not positive or more than an hour
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
     * @param token the bearer token as it is now: the token alone, without the word Bearer, visible ASCII; empty to send
     *     none. Sent to this origin and to no other, and never kept here. Nothing is sent where it is anything else
     *     ({@code token-malformed}), null, or fails ({@code token-not-available})
     * @throws IllegalArgumentException if the patience is not positive or more than an hour
     */
    public Wire(Endpoint endpoint, Limits limits, Duration patience, Supplier<Optional<String>> token) {
        this(endpoint, limits, patience, token, System::nanoTime);
    }

    Wire(Endpoint endpoint, Limits limits, Duration patience, Supplier<Optional<String>> token, LongSupplier ticks) {
        this(endpoint, limits, patience, token, ticks, UnaryOperator.identity());
    }

    /** By another way than the network's, which is set on the client. */
    Wire(
            Endpoint endpoint,
            Limits limits,
            Duration patience,
            Supplier<Optional<String>> token,
            LongSupplier ticks,
            UnaryOperator<HttpClientBuilder> way) {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(patience, "patience");
        Objects.requireNonNull(token, "token");
        if (patience.isNegative() || patience.isZero() || patience.compareTo(MOST_PATIENCE) > 0) {
            throw new IllegalArgumentException("patience: more than nothing, at most an hour");
        }
        this.endpoint = endpoint;
        this.line = new Line(endpoint.base(), limits, patience, token, way);
        this.limits = limits;
        this.searching = patience.multipliedBy(SEARCH);
        this.ticks = ticks;
    }

    /**
     * Sends one request.
     *
     * @param request what to ask
     * @return what came of it
     */
    public Response perform(Request request) {
        Objects.requireNonNull(request, "request");
        if (request instanceof Request.Create r) {
            return create(r);
        }
        if (request instanceof Request.Update r) {
            return update(r);
        }
        if (request instanceof Request.Read r) {
            Response read = one(r.key(), r.number(), line.get("/" + r.key().type() + "/" + r.id()));
            return read instanceof Response.Stands stands ? Meanwhile.of(line, r, stands, allowance()) : read;
        }
        if (request instanceof Request.Find r) {
            return found(r.key(), r.number());
        }
        if (request instanceof Request.Poll r) {
            return poll(r);
        }
        return listen(((Request.Listen) request).questions());
    }

    /** As many questions to a search as an address has room for on any server. */
    private Response listen(List<String> questions) {
        List<Response.Page> pages = new ArrayList<>();
        for (int from = 0; from < questions.size(); from += QUESTIONS) {
            String ids = questions.subList(from, Math.min(from + QUESTIONS, questions.size())).stream()
                    .map(id -> "CommunicationRequest/" + id)
                    .collect(Collectors.joining(","));
            Response found = search("/Communication?based-on=" + encode(ids) + "&_count=50", "Communication")
                    .page();
            if (!(found instanceof Response.Page page)) {
                return found;
            }
            pages.add(page);
        }
        return pages.isEmpty() ? new Response.Page(List.of(), Optional.empty()) : together(pages, Optional.empty());
    }

    /**
     * Asks the server what it can do, and names where that falls short of what the exchange needs with this partner's
     * profile. To be asked when a partner is set up, and again after its server changed; a server may do more or less
     * than it states.
     *
     * @return its CapabilityStatement, with {@code other-release}, {@code json-not-stated}, {@code server-not-stated},
     *     {@code versioned-update-not-stated}, {@code conditional-create-not-stated}, and for each resource such as
     *     {@code task-not-served}, {@code task-update-not-stated}, {@code task-history-instance-not-stated} and
     *     {@code task-by-owner-not-stated}: an error where
     *     the exchange cannot go on without, a warning where it can do less. Unreadable with {@code no-answer},
     *     {@code refused} or why the answer was not taken in
     */
    public Mapped<FhirJson> probe() {
        Raw raw = line.get("/metadata");
        if (raw.status() != 200) {
            Code why = raw.reason().orElse(Code.of(raw.status() < 0 ? "no-answer" : "refused"));
            return new Mapped.Unreadable<>(List.of(MappingIssue.error(why.value(), CAPABILITIES)));
        }
        return raw.json()
                .filter(json -> json.resourceType().equals(Optional.of(CAPABILITIES)))
                .map(json -> Mapped.of(json, Capabilities.contradicting(json, endpoint.profile())))
                .orElseGet(() -> new Mapped.Unreadable<>(List.of(MappingIssue.error("other-resource", CAPABILITIES))));
    }

    private Search search(String path, String type) {
        return search(path, type, Optional.empty());
    }

    private Search search(String path, String type, Optional<Instant> latest) {
        Search whole = Searching.of(line, path, type, allowance(), latest);
        return whole.isUnread() ? Searching.alone(line, path, type, allowance(), latest) : whole;
    }

    private Allowance allowance() {
        return new Allowance((long) limits.bytes() * SEARCH, limits, searching, ticks);
    }

    private Response create(Request.Create r) {
        Raw raw = line.post("/" + r.key().type(), r.body().text(), identifier(r.key()));
        if (raw.isConflict()) {
            return found(r.key(), r.number());
        }
        Response response = written(r.key(), r.number(), raw);
        return response instanceof Response.Stands stands && !bears(stands.found(), r.key())
                ? new Response.Rejected(Optional.of(r.key()), r.number(), Code.of("other-resource"))
                : response;
    }

    private Response update(Request.Update r) {
        Raw raw = line.put("/" + r.key().type() + "/" + r.id(), r.body().text(), r.version());
        if (raw.status() == 201) {
            return new Response.Rejected(Optional.of(r.key()), r.number(), Absorber.RECREATED);
        }
        Response response = written(r.key(), r.number(), raw);
        return response instanceof Response.Stands stands
                        && stands.found().version().equals(r.version())
                ? new Response.Conflict(r.key(), r.number())
                : response;
    }

    /** A write that did not leave is no write; one to where nothing is, is refused. */
    private static Response written(LinkKey key, long number, Raw raw) {
        if (raw.isUnsent()) {
            return new Response.NotSent(key, number, raw.reason().orElseThrow());
        }
        return raw.isGone()
                ? new Response.Refused(Optional.of(key), number, raw.status(), raw.after())
                : one(key, number, raw);
    }

    /** Those addressed to us and those that we sent; fewer at a time where many are more than is taken in at once. */
    private Response poll(Request.Poll r) {
        Response answer = poll(r, PAGE_SIZES.get(0));
        for (int size : PAGE_SIZES.subList(1, PAGE_SIZES.size())) {
            boolean tooMuch =
                    answer instanceof Response.Rejected no && no.reason().equals(Searching.TOO_LARGE);
            answer = tooMuch ? poll(r, size) : answer;
        }
        return answer;
    }

    /**
     * What the first search saw, those after it could see too. Where one was cut short, the earliest time holds for all;
     * what ends where it began has not come any further.
     */
    private Response poll(Request.Poll r, int size) {
        String rest =
                r.from().map(s -> "&_lastUpdated=ge" + encode(s)).orElse("") + "&_sort=_lastUpdated&_count=" + size;
        String us = "=" + encode(endpoint.ownReference()) + rest;
        List<Response.Page> pages = new ArrayList<>();
        for (String party : List.of("owner", "requester")) {
            Response found = search("/Task?" + party + us, "Task", r.latest()).page();
            if (!(found instanceof Response.Page page)) {
                return found;
            }
            pages.add(page);
        }
        if (isUntimed(pages.get(0))) {
            Response again = search("/Task?owner" + us, "Task", r.latest()).page();
            if (!(again instanceof Response.Page page)) {
                return again;
            }
            pages = new ArrayList<>(List.of(pages.get(1), page));
        }
        for (Map.Entry<String, MappingIssue> beside : beside().entrySet()) {
            Response found = search("/Task?" + beside.getKey() + rest, "Task", r.latest())
                    .page();
            if (found instanceof Response.Refused no && NOT_KNOWN.contains(no.status())) {
                pages.add(new Response.Page(List.of(), pages.get(0).until(), true, List.of(beside.getValue())));
            } else if (found instanceof Response.Page page) {
                pages.add(page);
            } else {
                return found;
            }
        }
        return together(pages, r.from());
    }

    /** What names us by a number, and what asks to stop something and names nobody; each with what a refusal is told as. */
    private Map<String, MappingIssue> beside() {
        Map<String, MappingIssue> beside = new LinkedHashMap<>();
        for (SeenIdentifier one : endpoint.ownIdentifiers()) {
            String named = encode(one.system().isEmpty() ? one.value() : one.system() + "|" + one.value());
            beside.put("owner:identifier=" + named, NOT_BY_IDENTIFIER);
        }
        if (endpoint.profile().lifecycle().abortsByTask()) {
            beside.put("code=" + encode(FhirSystems.TASK_CODE + "|" + Aborting.ABORT), NOT_BY_CODE);
        }
        return beside;
    }

    /** Each once, as the last search that found it had it. */
    private static Response together(List<Response.Page> pages, Optional<String> since) {
        Map<String, Found> all = new LinkedHashMap<>();
        Set<MappingIssue> issues = new LinkedHashSet<>();
        pages.forEach(page -> {
            page.resources().forEach(found -> all.put(found.id(), found));
            issues.addAll(page.issues());
        });
        boolean whole = pages.stream().allMatch(Response.Page::whole);
        Optional<String> until =
                whole ? pages.get(0).until() : earliest(pages).filter(u -> !since.equals(Optional.of(u)));
        return new Response.Page(List.copyOf(all.values()), until, whole, List.copyOf(issues));
    }

    /** Nothing was found and no time told: it says something only when it was asked after another that tells one. */
    private static boolean isUntimed(Response.Page page) {
        return page.whole() && page.resources().isEmpty() && page.until().isEmpty();
    }

    private static Optional<String> earliest(List<Response.Page> pages) {
        Optional<String> earliest = Optional.empty();
        Optional<Instant> at = Optional.empty();
        for (Response.Page page : pages) {
            if (isUntimed(page)) {
                continue;
            }
            Optional<Instant> one = page.until().flatMap(Instants::of);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            if (at.isEmpty() || one.get().isBefore(at.get())) {
                at = one;
                earliest = page.until();
            }
        }
        return earliest;
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
        if (raw.isGone()) {
            return new Response.Absent(key, number);
        }
        if (raw.status() != 200 && raw.status() != 201) {
            return raw.status() >= 300 || raw.status() < 0
                    ? raw.fault(known, number)
                    : new Response.Unknown(known, number);
        }
        Optional<String> type = raw.json().flatMap(FhirJson::resourceType);
        Optional<Found> found = raw.json().flatMap(Search::resource);
        if (type.isEmpty() || type.get().equals("OperationOutcome")) {
            return raw.reason()
                    .<Response>map(why -> new Response.Rejected(known, number, why))
                    .orElseGet(() -> new Response.Unknown(known, number));
        }
        if (!type.get().equals(key.type())) {
            return new Response.Rejected(known, number, Code.of("other-resource"));
        }
        return found.<Response>map(f -> new Response.Stands(key, number, f))
                .orElseGet(() -> new Response.Rejected(known, number, Code.of("without-id-or-version")));
    }

    /** Was it stored or not? The lowest of several is the one that lives; half a search does not say that none does. */
    private Response found(LinkKey key, long number) {
        Search search = search("/" + key.type() + "?" + identifier(key) + "&_count=10", key.type());
        Optional<LinkKey> known = Optional.of(key);
        if (search.fault().isEmpty()) {
            return search.found().stream()
                    .filter(f -> bears(f, key))
                    .min(LOWEST_ID)
                    .<Response>map(f -> new Response.Stands(key, number, f))
                    .orElseGet(() ->
                            search.isWhole() ? new Response.Absent(key, number) : new Response.Unknown(known, number));
        }
        if (search.fault().get() instanceof Response.Refused no) {
            return new Response.Refused(known, number, no.status(), no.after());
        }
        return search.fault().get() instanceof Response.Rejected no
                ? new Response.Rejected(known, number, no.reason())
                : new Response.Unknown(known, number);
    }

    /** A server that does not know a search parameter may leave it out: what it finds then is none of ours. */
    private static boolean bears(Found found, LinkKey key) {
        for (JsonNode identifier : found.json().element("identifier")) {
            if (identifier.path("system").asText("").equals(FhirSystems.IDENTIFIERS)
                    && identifier.path("value").asText("").equals(key.identifier())) {
                return true;
            }
        }
        return false;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Lets the connections go; nothing is sent after that ({@code wire-closed}). */
    @Override
    public void close() {
        line.close();
    }
}
