package care.baton.fhir.exchange;

import care.baton.evidence.Salt;
import care.baton.fhir.Limits;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.Selection;
import care.baton.fhir.partner.Writer;
import care.baton.fhir.task.Move;
import care.baton.fhir.task.SeenReference.Sameness;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.TaskContext;
import care.baton.fhir.task.TaskReader;
import care.baton.fhir.task.TaskReading;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.OfferKind;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.PersonId;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.Rulebook;
import care.baton.time.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The three verbs between a record and a partner's server. Only {@code perform} touches the network, and that is
 * {@link Wire}'s. Before it leaves, a request is stored as tried ({@link #plan}); after a crash, planning again reads
 * what became of it.
 */
public final class Exchange {

    private final Endpoint endpoint;
    private final Rulebook rules;

    /**
     * An exchange with one partner.
     *
     * @param endpoint the partner's server and who is who on it
     * @param rules the definitions and the calendar
     */
    public Exchange(Endpoint endpoint, Rulebook rules) {
        this.endpoint = endpoint;
        this.rules = rules;
    }

    /**
     * What is still owed to the server. With the same links it asks for the same; with those it returned, it first reads
     * what became of each request.
     *
     * @param record the record as it stands
     * @param links the links as stored
     * @param now the host's clock; resources carry it
     * @return the links to store before anything leaves, and the requests
     */
    public Planned plan(CoordinationRecord record, Links links, Instant now) {
        return new Planner(record, links, endpoint, now).plan();
    }

    /**
     * What became of a request, or what a search found.
     *
     * @param record the record as it stands
     * @param links the links as stored
     * @param response what came back
     * @param salt fresh random bytes from the host
     * @param now the host's clock
     * @return what to store, in one transaction
     */
    public Absorbed absorb(CoordinationRecord record, Links links, Response response, Salt salt, Instant now) {
        return new Absorber(record, links, endpoint, rules, salt, now).absorb(response);
    }

    /**
     * The search for what the partner answered to questions and conditions that are still open.
     *
     * @param record the record as it stands
     * @param links the links as stored
     * @return the search; empty when nothing is open
     */
    public Optional<Request> listen(CoordinationRecord record, Links links) {
        List<String> open = links.all().stream()
                .filter(l -> l.key().type().equals("CommunicationRequest") && isOpen(record, l.key()))
                .flatMap(l -> l.id().stream())
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(new Request.Listen(open));
    }

    private static boolean isOpen(CoordinationRecord record, LinkKey key) {
        return record.chart()
                .handoffs()
                .get(HandoffId.of(key.handoff()))
                .map(t -> t.offers().values().stream()
                        .anyMatch(o ->
                                o.state() instanceof OfferState.Clarifying || o.state() instanceof OfferState.Proposed))
                .orElse(false);
    }

    /**
     * The offers to us among what a search found that no record holds yet.
     *
     * @param page what the search found
     * @param links every link that the host has stored for this partner
     * @return Tasks that offer us something
     */
    public List<Found> offered(Response.Page page, Links links) {
        return page.resources().stream()
                .filter(f -> f.type().equals("Task") && links.to("Task", f.id()).isEmpty())
                .filter(f -> Link.fits(f.json().text()))
                .filter(this::isOffer)
                .toList();
    }

    private boolean isOffer(Found found) {
        return read(found) instanceof TaskReading.KnownMove known
                && known.move() == Move.OFFERED
                && mayBeOurs(known.seen())
                && isPartners(known.seen());
    }

    /** A server may leave the search's condition out: a Task that is addressed to another is not offered to us. */
    private boolean mayBeOurs(SeenTask task) {
        return task.owner()
                .filter(owner -> owner.reference().isPresent())
                .map(new WhoIsWho(endpoint)::isUs)
                .orElse(true);
    }

    /** Where the partner states what an invitation is, an acceptance of one is a bid. */
    private boolean isInvitation(Found found) {
        return found.json().element("intent").asText("").equals("proposal")
                && endpoint.profile().channels().selection() == Selection.INTENT_PROPOSAL;
    }

    /** Whoever asks is the partner, and nobody else whose Task lies on its server. */
    private boolean isPartners(SeenTask task) {
        return task.requester().map(new WhoIsWho(endpoint)::mayBePartner).orElse(true);
    }

    private boolean isFor(SeenTask task, PersonId person) {
        return task.person()
                .filter(p -> new WhoIsWho(endpoint).compare(p, WhoIsWho.written(person.value())) == Sameness.DIFFERENT)
                .isEmpty();
    }

    private TaskReading read(Found found) {
        return TaskReader.read(
                found.json().text().getBytes(StandardCharsets.UTF_8),
                Limits.standard(),
                new TaskContext(endpoint.profile(), Writer.UNVERIFIED, Optional.empty(), Optional.empty()));
    }

    /**
     * Takes an offer of the partner into a record. The partner holds it until we accept and the server has stored
     * that. A Task that is no offer of the partner to us, or is for another person than is asked for here, is not taken
     * in: a refusal says so, and the issue {@code not-an-offer-to-us} or {@code for-another-person} beside it.
     *
     * @param record the record of the person it is for
     * @param links the links as stored
     * @param run the run that it begins
     * @param handoff a new handoff on that run
     * @param ask what is asked, as the host reads it: see {@link ReadAsk}
     * @param found the Task
     * @param salt fresh random bytes from the host
     * @param now the host's clock
     * @return what to store, in one transaction
     */
    public Absorbed take(
            CoordinationRecord record,
            Links links,
            Code run,
            HandoffId handoff,
            Ask ask,
            Found found,
            Salt salt,
            Instant now) {
        if (!isOffer(found)) {
            return turnedAway(record, links, "not-an-offer-to-us", Refusal.of(Reason.OFFER_UNKNOWN, "Task"));
        }
        if (!isFor(SeenTask.of(found.json(), Optional.empty()), ask.person())) {
            return turnedAway(record, links, "for-another-person", Refusal.of(Reason.VALUE_MALFORMED, "Task.for"));
        }
        if (!Link.fits(found.json().text())) {
            return turnedAway(record, links, "too-large", Refusal.of(Reason.TOO_LARGE, "Task"));
        }
        OfferHandoff offer = OfferHandoff.builder()
                .kind(isInvitation(found) ? OfferKind.INVITATION : OfferKind.FIRM)
                .to(endpoint.own())
                .ask(ask)
                .arbiter(Arbiter.SERVER)
                .respondBy(ReadAsk.respondBy(found.json()))
                .build();
        CommandId id = Recording.id(handoff.value() + "/Task/" + found.id() + "#offer");
        int number = record.chart()
                        .handoffs()
                        .get(handoff)
                        .map(t -> t.offers().size())
                        .orElse(0)
                + 1;
        LinkKey key = LinkKey.task(handoff.value(), number);
        Link link = Link.unknown(key)
                .at(found.id(), found.version(), found.json().text())
                .taking(found.json())
                .told(OurMarks.asked(found.json()));
        return record.decide(
                        new InHandoff(handoff, run, offer),
                        Act.of(id, Recording.present(record, endpoint.partner()), Stamp.at(now)),
                        salt,
                        rules)
                .fold(
                        done -> new Absorbed(
                                done.state(), done.events(), links.with(link), List.of(), List.of(), List.of()),
                        no -> new Absorbed(record, List.of(), links, List.of(), List.of(), no));
    }

    private static Absorbed turnedAway(CoordinationRecord record, Links links, String issue, Refusal why) {
        return new Absorbed(
                record, List.of(), links, List.of(), List.of(MappingIssue.error(issue, why.path())), List.of(why));
    }
}
