package care.baton.examples.day;

import care.baton.evidence.Entry;
import care.baton.evidence.Salt;
import care.baton.fhir.exchange.Absorbed;
import care.baton.fhir.exchange.Exchange;
import care.baton.fhir.exchange.Message;
import care.baton.fhir.exchange.Planned;
import care.baton.fhir.exchange.Request;
import care.baton.fhir.exchange.Response;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.exchange.Wire;
import care.baton.handoff.Ask;
import care.baton.outcome.Applied;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.HandoffId;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand;
import care.baton.record.Rulebook;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The host: it owns the clock, the store, the random bytes and the loop. One rule makes it safe to kill at any moment:
 * what is about to be sent is stored before it leaves, and what came back is stored in the same transaction as what it
 * means. After a restart the same loop goes on.
 */
public final class HomeCare {

    private static final int ROUNDS = 20;

    private final Shelf shelf;
    private final RecordId id;
    private final Rulebook rules;
    private final Exchange exchange;
    private final Wire wire;
    private final Supplier<Instant> clock;
    private final Consumer<Absorbed> noticed;
    private final SecureRandom random = new SecureRandom();
    private final Set<Message> given = new HashSet<>();
    private Optional<String> until = Optional.empty();

    /**
     * A host for one record.
     *
     * @param shelf where records are kept
     * @param id which record
     * @param rules the definitions and the calendar
     * @param exchange the exchange with the hospital
     * @param wire the connection to the hospital
     * @param clock the host's own clock
     * @param noticed is handed everything that came of an answer: a person is shown its issues and refusals
     */
    public HomeCare(
            Shelf shelf,
            RecordId id,
            Rulebook rules,
            Exchange exchange,
            Wire wire,
            Supplier<Instant> clock,
            Consumer<Absorbed> noticed) {
        this.shelf = shelf;
        this.id = id;
        this.rules = rules;
        this.exchange = exchange;
        this.wire = wire;
        this.clock = clock;
        this.noticed = noticed;
    }

    /**
     * The record as stored.
     *
     * @return the record
     */
    public CoordinationRecord record() {
        return shelf.take(id).record();
    }

    /**
     * Somebody asks something of the record: decided on what is stored, stored, and decided again if somebody else
     * was first.
     *
     * @param command what is asked
     * @param act who asks and when
     * @return everything that stands in the way; nothing when it was done
     */
    public List<Refusal> ask(RecordCommand command, Act act) {
        while (true) {
            Shelf.Kept kept = shelf.take(id);
            Outcome<CoordinationRecord, Entry> outcome = kept.record().decide(command, act, salt(), rules);
            if (!outcome.isApplied()) {
                return outcome.refusals();
            }
            Applied<CoordinationRecord, Entry> done = outcome.orThrow();
            if (shelf.put(kept, done.state(), done.events(), kept.links())) {
                return List.of();
            }
        }
    }

    /**
     * What would come of it: the operation itself, its answer not stored.
     *
     * @param command what would be asked
     * @param act who would ask and when
     * @return everything that stands in the way; nothing when it could be done
     */
    public List<Refusal> would(RecordCommand command, Act act) {
        return record().decide(command, act, salt(), rules).refusals();
    }

    /** Sends whatever is owed to the hospital, until nothing is. */
    public void send() {
        for (int round = 0; round < ROUNDS; round++) {
            Shelf.Kept kept = shelf.take(id);
            Planned planned = exchange.plan(kept.record(), kept.links(), clock.get());
            if (planned.requests().isEmpty()) {
                return;
            }
            if (shelf.put(kept, kept.record(), List.of(), planned.links())) {
                planned.requests().forEach(request -> absorb(wire.perform(request)));
            }
        }
    }

    /**
     * Looks for what the hospital has answered. A message that stands there unchanged is given once; after a restart
     * it is given again.
     *
     * @return what a person has to read
     */
    public List<Message> listen() {
        Shelf.Kept kept = shelf.take(id);
        Optional<Request> question = exchange.listen(kept.record(), kept.links());
        return question.map(q -> absorb(wire.perform(q))).orElse(List.of()).stream()
                .filter(given::add)
                .toList();
    }

    /**
     * Looks for new offers of the hospital, and for what has become of those that are known: all the first time, then
     * what has changed since the last time that everything was read.
     *
     * @return Tasks that offer us something that no record holds yet
     */
    public List<Found> poll() {
        Response response = wire.perform(new Request.Poll(until, clock.get()));
        absorb(response);
        if (response instanceof Response.Page page) {
            until = page.until().or(() -> until);
            return exchange.offered(page, shelf.take(id).links());
        }
        return List.of();
    }

    /**
     * Takes an offer of the hospital into the record.
     *
     * @param run the run that it begins
     * @param handoff a new handoff
     * @param ask what is asked
     * @param found the Task
     * @return everything that stands in the way; nothing when it was done
     */
    public List<Refusal> takeIn(Code run, HandoffId handoff, Ask ask, Found found) {
        while (true) {
            Shelf.Kept kept = shelf.take(id);
            Absorbed absorbed =
                    exchange.take(kept.record(), kept.links(), run, handoff, ask, found, salt(), clock.get());
            if (store(kept, absorbed)) {
                return absorbed.refusals();
            }
        }
    }

    private List<Message> absorb(Response response) {
        while (true) {
            Shelf.Kept kept = shelf.take(id);
            Absorbed absorbed = exchange.absorb(kept.record(), kept.links(), response, salt(), clock.get());
            if (store(kept, absorbed)) {
                noticed.accept(absorbed);
                return absorbed.messages();
            }
        }
    }

    private boolean store(Shelf.Kept before, Absorbed absorbed) {
        return shelf.put(before, absorbed.record(), absorbed.entries(), absorbed.links());
    }

    private Salt salt() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Salt.of(bytes);
    }
}
