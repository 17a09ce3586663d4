package care.baton.fhir.explorer;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.Salt;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Absorbed;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.Exchange;
import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.LinkKey;
import care.baton.fhir.exchange.Links;
import care.baton.fhir.exchange.Planned;
import care.baton.fhir.exchange.ReadAsk;
import care.baton.fhir.exchange.Request;
import care.baton.fhir.exchange.Response;
import care.baton.fhir.exchange.Response.Found;
import care.baton.handoff.HandoffEvent.DecisionOvertaken;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand;
import care.baton.record.Rulebook;
import care.baton.time.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an organization does, step by step: the production functions and nothing else. A seeded bug overrides one of the
 * places where it can be bent.
 */
class Conduct {

    /** Planning waits for nothing: the host comes back as late as it must. */
    private static final Instant LATER = Instant.parse("2040-01-01T00:00:00Z");

    private static final Salt SALT = Salt.of(new byte[32]);

    final Rulebook rules;

    Conduct(Rulebook rules) {
        this.rules = rules;
    }

    /** What is stored, and what leaves after that. */
    record Sent(House house, List<Request> requests) {}

    // Where a bug may bend it.

    /** What is asked of the record. */
    RecordCommand command(House house, Holder by, RecordCommand command) {
        return command;
    }

    /** What happens. */
    List<Event> events(Seat seat, House before, List<Event> made) {
        return made;
    }

    /** What leaves. */
    List<Request> requests(House before, List<Request> planned) {
        return planned;
    }

    /** What is heard of an answer; empty: it is not listened to. */
    Optional<Response> heard(House house, Response response) {
        return Optional.of(response);
    }

    /** What is stored in the end. */
    House stored(Seat seat, House before, House after) {
        return after;
    }

    /** Whether a host sends before it has stored. */
    boolean sendsFirst() {
        return false;
    }

    // What is done.

    /** The house after a person's word; the same one when the record refuses it. */
    House decide(Seat seat, House house, Holder by, RecordCommand asked) {
        RecordCommand command = command(house, by, asked);
        Act act = act(house, by);
        Outcome<CoordinationRecord, Entry> outcome = house.record().decide(command, act, SALT, rules);
        if (!outcome.isApplied()) {
            return house;
        }
        return stored(
                seat, house, bent(seat, house, house.with(outcome.orThrow().state())));
    }

    Act act(House house, Holder by) {
        return Act.of(CommandId.of("c-" + house.record().version()), by, Stamp.at(house.now()));
    }

    private House bent(Seat seat, House before, House after) {
        List<Entry> entries = Forged.since(before.record(), after.record());
        List<Event> made = entries.stream().map(Entry::event).toList();
        List<Event> events = events(seat, before, made);
        House house = events == made ? after : after.with(Forged.instead(before.record(), entries, events));
        SortedSet<String> named = new TreeSet<>(after.named());
        for (Event event : events) {
            if (event instanceof DecisionOvertaken e) {
                named.add("offer-" + e.number() + " " + e.reason());
            }
        }
        return house.naming(named).at(after.now().plusSeconds(1));
    }

    Sent plan(Seat seat, House house) {
        List<Request> requests = new ArrayList<>();
        Links links = seenLately(house.links());
        for (Endpoint endpoint : seat.endpoints()) {
            Planned planned = new Exchange(endpoint, rules).plan(house.record(), links, LATER);
            links = planned.links();
            requests.addAll(planned.requests());
        }
        return new Sent(stored(seat, house, house.with(links)), requests(house, requests));
    }

    /** No day passes here: what may be read at any moment is what a search hints at. */
    private static Links seenLately(Links links) {
        Links seen = links;
        for (Link l : links.all()) {
            if (l.read().isPresent() && !l.read().get().equals(LATER)) {
                seen = seen.with(new Link(
                        l.key(),
                        l.id(),
                        l.version(),
                        l.seen(),
                        l.taken(),
                        l.tried(),
                        l.requests(),
                        l.again(),
                        l.asked(),
                        l.ended(),
                        l.endedBy(),
                        l.beside(),
                        l.failures(),
                        l.notBefore(),
                        l.refused(),
                        Optional.of(LATER)));
            }
        }
        return seen;
    }

    House absorb(Seat seat, House house, Response response) {
        Optional<Response> heard = heard(house, response);
        if (heard.isEmpty()) {
            return house;
        }
        Endpoint endpoint = key(heard.get())
                .map(k -> seat.endpoint(house, k))
                .orElse(seat.endpoints().get(0));
        Absorbed absorbed =
                new Exchange(endpoint, rules).absorb(house.record(), house.links(), heard.get(), SALT, house.now());
        return took(seat, house, absorbed, key(heard.get()).map(LinkKey::part).orElse("page"));
    }

    private House took(Seat seat, House house, Absorbed absorbed, String about) {
        SortedSet<String> named = new TreeSet<>(house.named());
        absorbed.issues().stream()
                .filter(i -> i.severity() == MappingIssue.Severity.ERROR)
                .forEach(i -> named.add(about + " " + i.code()));
        House after = house.with(absorbed.record()).with(absorbed.links()).naming(named);
        return stored(seat, house, bent(seat, house, after));
    }

    /** Looks for what is new: hints at what is known, and offers that no record holds yet. */
    House poll(Seat seat, House house, Server server) {
        House next = house;
        Exchange exchange = new Exchange(seat.endpoints().get(0), rules);
        Response.Page page = server.page("Task");
        if (!seat.sends()) {
            for (Found found : exchange.offered(page, next.links())) {
                if (Server.owner(found).equals(seat.endpoints().get(0).ownReference())) {
                    Absorbed taken = exchange.take(
                            next.record(),
                            next.links(),
                            Cast.RUN,
                            Cast.HANDOFF,
                            ReadAsk.of(Code.of("home-care"), Cast.PERSON, found.json()),
                            found,
                            SALT,
                            next.now());
                    next = took(seat, next, taken, "offer");
                }
            }
        }
        next = absorb(seat, next, page);
        return exchange.listen(next.record(), next.links()).isPresent()
                ? absorb(seat, next, server.page("Communication"))
                : next;
    }

    /** Time runs out on what is due next of the handoff. */
    House tick(Seat seat, House house) {
        Optional<Instant> next = house.record().chart().obligations().open().stream()
                .filter(o -> o.key().cause().equals(Cast.HANDOFF.value()) && !o.isSuspended())
                .map(Obligation::next)
                .min(Instant::compareTo);
        return next.map(at -> decide(
                        seat,
                        house.at(at.isAfter(house.now()) ? at : house.now()),
                        seat.own(),
                        new RecordCommand.AdvanceTime()))
                .orElse(house);
    }

    static Optional<LinkKey> key(Response response) {
        if (response instanceof Response.Stands r) {
            return Optional.of(r.key());
        }
        if (response instanceof Response.Absent r) {
            return Optional.of(r.key());
        }
        if (response instanceof Response.Conflict r) {
            return Optional.of(r.key());
        }
        return response instanceof Response.Unknown r ? r.key() : Optional.empty();
    }
}
