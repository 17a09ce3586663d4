package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Salt;
import care.baton.fhir.Limits;
import care.baton.fhir.exchange.Response.Found;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.json.Json;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.Rulebook;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * One organization's host as the documentation has it: decide, store, plan, store, send, take in, store. It may die
 * between any two of these, and begins again from what it has stored and nothing else.
 */
final class House {

    /** Between two steps of the loop. */
    enum Point {
        DECIDED,
        STORED,
        PLANNED,
        TRIED,
        SENT,
        TAKEN_IN,
        KEPT
    }

    /** The process is gone. */
    @SuppressWarnings("serial")
    static final class Died extends RuntimeException {
        Died() {
            super("died", null, false, false);
        }
    }

    private static final Rulebook RULES = Two.rules();
    private static final Json JSON = Json.ofRecords();

    final Endpoint endpoint;
    final Exchange exchange;
    final TreeSet<String> issues = new TreeSet<>();

    /** Why a Task for it was not taken in; somebody looks at it. */
    final TreeSet<String> doubts = new TreeSet<>();

    CoordinationRecord record;
    Links links = Links.none();
    Optional<String> since = Optional.empty();

    /** Whether it dies here. */
    Predicate<Point> dies = point -> false;

    private final RecordId id;
    private final Wire wire;
    private final List<Entry> storedEntries = new ArrayList<>();
    private Links storedLinks = Links.none();
    private Optional<String> storedSince = Optional.empty();

    House(Endpoint endpoint, Cable cable, Instant now) {
        this.endpoint = endpoint;
        this.exchange = new Exchange(endpoint, RULES);
        this.wire = new Wire(
                endpoint, Limits.standard(), Duration.ofSeconds(30), Optional::empty, System::nanoTime, cable::on);
        this.id = RecordId.of("record-" + endpoint.own().role());
        this.record = CoordinationRecord.of(id);
        does("open", endpoint.own(), opening(), now);
        does("run", Two.SENDER, new OpenRun(Two.RUN, RULES.pathways().get(0).id(), 1), now);
    }

    private OpenRecord opening() {
        return new OpenRecord(endpoint.own().organization(), Two.PERSON, Two.team(), List.of());
    }

    void closes() {
        wire.close();
    }

    /** From what was stored, written out as text and read back. */
    void begins() {
        List<Entry> entries = JSON.readEntries(JSON.writeEntries(storedEntries)).fold(all -> all, no -> {
            throw new AssertionError("entries: " + no);
        });
        assertThat(entries).isEqualTo(storedEntries);
        links = Links.of(storedLinks.all().stream()
                .map(link -> LinkJson.read(LinkJson.write(link)).value().orElseThrow())
                .toList());
        assertThat(links).isEqualTo(storedLinks);
        record = CoordinationRecord.replay(id, entries);
        since = storedSince;
    }

    /** The same command again under its name changes nothing. */
    List<Refusal> says(String name, HandoffCommand command, Instant now) {
        return says(name, endpoint.own(), command, now);
    }

    /** What a person of ours writes down that somebody else said. */
    List<Refusal> says(String name, Holder by, HandoffCommand command, Instant now) {
        return does(name, by, new InHandoff(Two.HANDOFF, Two.RUN, command), now);
    }

    private List<Refusal> does(String name, Holder by, RecordCommand command, Instant now) {
        Act act = Act.of(CommandId.of(name), by, Stamp.at(now));
        Outcome<CoordinationRecord, Entry> outcome = record.decide(command, act, salt(), RULES);
        return outcome.fold(
                done -> {
                    record = done.state();
                    at(Point.DECIDED);
                    store(done.events());
                    at(Point.STORED);
                    return List.of();
                },
                no -> no);
    }

    /** What is about to be sent is stored first. */
    List<Request> plans(Instant now) {
        Planned planned = exchange.plan(record, links, now);
        links = planned.links();
        at(Point.PLANNED);
        store(List.of());
        at(Point.TRIED);
        return planned.requests();
    }

    Response sends(Request request) {
        Response response = wire.perform(request);
        at(Point.SENT);
        return response;
    }

    Request poll() {
        return new Request.Poll(since);
    }

    /** A page is for new offers too; up to where it held is stored with what was made of it. */
    void hears(Response response, Instant now) {
        if (response instanceof Response.Page page) {
            takes(page, now);
        }
        Absorbed absorbed = exchange.absorb(record, links, response, salt(), now);
        if (response instanceof Response.Page page && page.until().isPresent()) {
            since = page.until();
        }
        keeps(absorbed);
    }

    /** A notification: something may have changed. What is new is found by looking. */
    void hints(Response.Page page, Instant now) {
        keeps(exchange.absorb(record, links, page, salt(), now));
    }

    private void takes(Response.Page page, Instant now) {
        for (Found found : exchange.offered(page, links)) {
            Ask ask = ReadAsk.of(Code.of("home-care"), Two.PERSON, found.json());
            keeps(exchange.take(record, links, Two.RUN, Two.HANDOFF, ask, found, salt(), now));
        }
        exchange.doubtful(page, links)
                .forEach(d -> d.issues().forEach(i -> doubts.add(i.code().value())));
    }

    private void keeps(Absorbed absorbed) {
        record = absorbed.record();
        links = absorbed.links();
        absorbed.issues().forEach(i -> issues.add(i.code().value()));
        at(Point.TAKEN_IN);
        store(absorbed.entries());
        at(Point.KEPT);
    }

    private void store(List<Entry> entries) {
        storedEntries.addAll(entries);
        storedLinks = links;
        storedSince = since;
    }

    private void at(Point point) {
        if (dies.test(point)) {
            throw new Died();
        }
    }

    int entries() {
        return storedEntries.size();
    }

    Optional<Negotiation> talks() {
        return record.chart().handoffs().get(Two.HANDOFF);
    }

    Optional<Offer> offer() {
        return talks().flatMap(Negotiation::current);
    }

    boolean holds(Instant now) {
        return record.work()
                .ownerAt(Two.HANDOFF, now)
                .filter(h -> h.organization().equals(endpoint.own().organization()))
                .isPresent();
    }

    private static Salt salt() {
        return Salt.of(new byte[32]);
    }
}
