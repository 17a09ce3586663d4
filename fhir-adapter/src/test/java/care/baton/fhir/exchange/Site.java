package care.baton.fhir.exchange;

import care.baton.evidence.Entry;
import care.baton.evidence.Salt;
import care.baton.fhir.exchange.Response.Found;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** One organization with its record and its links: what it has stored, and nothing else. */
final class Site {

    private static final Rulebook RULES = Two.rules();

    final Endpoint endpoint;
    final Exchange exchange;
    final TreeSet<String> issues = new TreeSet<>();
    final List<Refusal> refused = new ArrayList<>();
    CoordinationRecord record;
    Links links = Links.none();
    private int commands;

    Site(Endpoint endpoint, Instant now) {
        this.endpoint = endpoint;
        this.exchange = new Exchange(endpoint, RULES);
        this.record =
                CoordinationRecord.of(RecordId.of("record-" + endpoint.own().role()));
        does(new OpenRecord(endpoint.own().organization(), Two.PERSON, Two.team(), List.of()), now);
        does(Two.SENDER, new OpenRun(Two.RUN, RULES.pathways().get(0).id(), 1), now);
    }

    /** The same organization at the same moment. */
    Site(Site other) {
        this.endpoint = other.endpoint;
        this.exchange = other.exchange;
        this.record = other.record;
        this.links = other.links;
        this.commands = other.commands;
        this.issues.addAll(other.issues);
    }

    List<Refusal> does(RecordCommand command, Instant now) {
        return does(endpoint.own(), command, now);
    }

    private List<Refusal> does(Holder by, RecordCommand command, Instant now) {
        Act act = Act.of(CommandId.of("c-" + ++commands), by, Stamp.at(now));
        Outcome<CoordinationRecord, Entry> outcome = record.decide(command, act, salt(), RULES);
        if (outcome.isApplied()) {
            record = outcome.orThrow().state();
        }
        return outcome.refusals();
    }

    List<Refusal> says(HandoffCommand command, Instant now) {
        return does(new InHandoff(Two.HANDOFF, Two.RUN, command), now);
    }

    /** What a person of ours writes down that somebody else said. */
    void hears(Holder by, HandoffCommand command, Instant now) {
        does(by, new InHandoff(Two.HANDOFF, Two.RUN, command), now);
    }

    /** What is about to be sent is stored first. */
    List<Request> plans(Instant now) {
        Planned planned = exchange.plan(record, links, now);
        links = planned.links();
        return planned.requests();
    }

    Absorbed absorbs(Response response, Instant now) {
        Absorbed absorbed = exchange.absorb(record, links, response, salt(), now);
        store(absorbed);
        return absorbed;
    }

    void takes(Response.Page page, Instant now) {
        for (Found found : exchange.offered(page, links)) {
            if (found.json().tree().path("owner").path("reference").asText().equals(endpoint.ownReference())) {
                Ask ask = ReadAsk.of(Code.of("home-care"), Two.PERSON, found.json());
                store(exchange.take(record, links, Two.RUN, Two.HANDOFF, ask, found, salt(), now));
            }
        }
    }

    /** Sends all that is owed, with nothing going wrong, until nothing is. */
    void settles(Shelf server, Instant now) {
        for (int round = 0; round < 20; round++) {
            List<Request> requests = plans(now);
            if (requests.isEmpty()) {
                return;
            }
            requests.forEach(r -> absorbs(server.perform(r), now));
        }
        throw new AssertionError("it goes round and round");
    }

    Optional<Negotiation> talks() {
        return record.chart().handoffs().get(Two.HANDOFF);
    }

    Offer offer() {
        return talks().flatMap(Negotiation::current).orElseThrow();
    }

    Optional<Holder> owner(Instant now) {
        return record.work().ownerAt(Two.HANDOFF, now);
    }

    private void store(Absorbed absorbed) {
        record = absorbed.record();
        links = absorbed.links();
        refused.addAll(absorbed.refusals());
        absorbed.issues().forEach(i -> issues.add(i.code().value()));
    }

    private Salt salt() {
        return Salt.of(new byte[32]);
    }
}
