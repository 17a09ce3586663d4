package care.baton.fhir.exchange;

import care.baton.evidence.Entry;
import care.baton.evidence.Salt;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Response.Found;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Ask;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.RefuseCompletion;
import care.baton.handoff.Negotiation;
import care.baton.handoff.OfferKind;
import care.baton.outcome.Applied;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.Rulebook;
import care.baton.time.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The three verbs between a record and a partner's server. Only {@code perform} touches the network, and that is
 * {@link Wire}'s. Before it leaves, a request is stored as tried ({@link #plan}); after a crash, planning again reads
 * what became of it.
 *
 * <p>What we create is found on the server by the handoff's identifier and nothing else: let it be another for every
 * handoff of every record and of every organization that writes to the partner's server, such as a random UUID.
 *
 * <p>Command ids that begin with {@code fhir:} are the exchange's: a host that gives one to a command of its own keeps
 * what was read on the server out of the record until it is read again.
 */
public final class Exchange {

    /**
     * What a person of the sender's names ({@link care.baton.handoff.HandoffCommand.NameDiscrepancy}) to have the partner
     * asked to stop what it has taken, once for each offer. The look that it opens is theirs; when that is fulfilled and
     * nothing was answered, a Task that asks is taken back. A business status that asks stays until the partner answers.
     */
    public static final Code TO_BE_STOPPED = Code.of("to-be-stopped");

    private static final Code OFFERED_AGAIN = Code.of("offered-again");

    private final Endpoint endpoint;
    private final Rulebook rules;

    /**
     * An exchange with one partner.
     *
     * @param endpoint the partner's server and who is who on it
     * @param rules the definitions and the calendar
     */
    public Exchange(Endpoint endpoint, Rulebook rules) {
        this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
        this.rules = Objects.requireNonNull(rules, "rules");
    }

    /**
     * What is still owed to the server. With the same links it asks for the same; with those it returned, it first reads
     * what became of each request.
     *
     * <p>An offer goes out when it is from our organization to the partner's and its arbiter is the server
     * ({@link Arbiter#SERVER}), whoever of either organization is named in it. What else there is between the two says
     * so in {@link Planned#issues}, as long as the offer is live:
     *
     * <ul>
     *   <li>{@code settled-by-the-record}, for information: the arbiter is the record ({@link Arbiter#RECORD}, which
     *       {@link OfferHandoff#firm} takes), as for a partner who works in the same record or is reached by telephone.
     *       Nothing is sent. A partner who is to answer on its server needs an offer whose arbiter is the server.
     *   <li>{@code invitation-not-sent}, a warning: the partner's profile does not state selection, so an accepted Task
     *       would say there that they hold it. Nothing is sent. Send {@link care.baton.fhir.communication.Invitation}
     *       yourself, and let the record settle what comes back; or make a firm offer.
     *   <li>{@code role-not-named}, a warning until the Task is stored: the offer is to another role than that of
     *       {@link Endpoint#partner}. A Task names the organization alone, so the partner does not learn which role is
     *       asked; what it answers is recorded as that role's.
     *   <li>{@code task-not-taken}, a warning: the time to answer by has passed, and the Task as last read is still open.
     *       It ends nothing; whoever owes the answer is reminded by the record.
     *   <li>{@code focus-not-an-address}, an error: {@link Ask#focus} is neither an address on the partner's server nor an
     *       absolute one (http, https or urn). Nothing is sent; offer again with an address, or with none.
     *   <li>{@code refused-by-the-server}, a warning with the type of the resource: the server has refused for good what
     *       was asked of it ({@link Link#refused}). Somebody of ours owes a look, and it is asked again once that is
     *       fulfilled, or once the host has stored {@link Link#seenTo}.
     *   <li>{@code stop-not-asked}, a warning: somebody of ours wants it to be stopped ({@link #TO_BE_STOPPED}), and the
     *       partner's profile has neither a Task nor a business status that asks for that, and does not let the sender
     *       cancel what is held. Nothing is sent; call them.
     *   <li>{@code no-room-on-the-task}, an error: an element of the Task in which we have something to say has another
     *       shape than FHIR's. Nothing is written over it.
     *   <li>{@code give-back-not-said}, a warning: we give it back, and the partner's profile has no status that says so
     *       from where the Task stands. Nothing is sent, and somebody of ours owes a look; call them.
     * </ul>
     *
     * <p>Offers between other organizations are no business of this exchange and are passed over. Of an offer of the
     * partner to us, what we answer goes out where the arbiter is the server. A withdrawal goes out by the way that the
     * partner's profile has for the status in which the Task stands; where it has none, the Task stays as it is. Where the
     * way is a second Task that asks to stop the first ({@code abort}), that goes out; and so it does, whatever the status,
     * for what the partner has taken and a person of ours wants to be stopped. Their answer to it is for a person
     * ({@code stop-agreed}, {@code stop-refused}); who holds the work is said by the first Task alone. Such a Task of the
     * partner's is a {@code cancellation-asked} that somebody of ours owes a look: it is answered with accepted once the
     * work is declined or given back, and with rejected once somebody has looked and goes on. Where a business status asks,
     * it is the same on the one Task: giving it back says that it is cancelled, and until somebody has looked, nothing is
     * written over it. Where we asked for the work, it is answered once somebody has looked: with accepted where the Task
     * is withdrawn, or, if it is about the request behind it, where that was our own and has ended with the offer; else
     * with rejected.
     *
     * <p>What nobody tells us of is looked at all the same: until the action closes, each Task by which we offered it, the
     * one that we may still answer or hold, and what that is about, are read again at least once a day.
     *
     * @param record the record as it stands
     * @param links the links as stored
     * @param now the host's clock; resources carry it
     * @return the links to store before anything leaves, the requests, and what stays unsaid
     */
    public Planned plan(CoordinationRecord record, Links links, Instant now) {
        given(record, links, now);
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
        given(record, links, now);
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(salt, "salt");
        return new Absorber(record, links, endpoint, rules, salt, now).absorb(response);
    }

    /**
     * The search for what the partner answers to our questions and conditions: while they are open, and, because an
     * answer may be corrected or taken back, until the handoff that they belong to has ended.
     *
     * @param record the record as it stands
     * @param links the links as stored
     * @return the search; empty when nothing was asked in what still goes on
     */
    public Optional<Request> listen(CoordinationRecord record, Links links) {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(links, "links");
        List<String> open = links.all().stream()
                .filter(l -> l.key().type().equals("CommunicationRequest")
                        && !l.key().isFocus()
                        && isOpen(record, l.key()))
                .flatMap(l -> l.id().stream())
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(new Request.Listen(open));
    }

    private static boolean isOpen(CoordinationRecord record, LinkKey key) {
        return record.chart()
                .handoffs()
                .get(HandoffId.of(key.handoff()))
                .filter(t -> !t.course().isEnded())
                .map(t -> t.offers().values().stream()
                        .filter(o -> key.isOf(o.number()))
                        .anyMatch(o -> o.isLive() || t.taken().equals(Optional.of(o))))
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
        return unheld(page, links)
                .filter(f -> Link.fits(f.json().text()))
                .filter(new Incoming(endpoint)::isOffer)
                .toList();
    }

    /**
     * The Tasks for us among what a search found that no record holds yet and that cannot be taken in: nothing that
     * lies there for us is passed over in silence. What asks to stop something, is addressed to nobody and is about
     * nothing that these links know is somebody else's.
     *
     * @param page what the search found
     * @param links every link that the host has stored for this partner
     * @return the Tasks, each with what a person has to look at
     */
    public List<Doubtful> doubtful(Response.Page page, Links links) {
        Incoming incoming = new Incoming(endpoint);
        return unheld(page, links)
                .filter(f -> !incoming.stopsAnothers(f, links))
                .flatMap(f -> {
                    List<MappingIssue> issues = incoming.doubts(f);
                    return issues.isEmpty() ? Stream.empty() : Stream.of(new Doubtful(f, issues));
                })
                .toList();
    }

    /**
     * Takes an offer of the partner into a record. The partner holds it until we accept and the server has stored
     * that. The same Task again for the same handoff changes nothing. Another Task for it, when it was reported as done,
     * is the partner's word that it does not confirm it. A Task that was taken in for another handoff, is no offer of the
     * partner to us, or is for another person than is asked for here, is not taken in: a refusal says so, and the issue
     * {@code already-taken-in}, {@code not-an-offer-to-us} or {@code for-another-person} beside it. One that is about the
     * same as a Task that is still open is taken in with the issue {@code suspected-duplicate}. A time to answer or to
     * finish by that has passed is left out, with the issue {@code respond-by-passed} or {@code finish-by-passed}; whatever
     * else {@link ReadAsk#notRead} names is an issue too, and {@code person-not-checked} where nobody can tell that it is
     * about this person.
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
        given(record, links, now);
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(ask, "ask");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(salt, "salt");
        Optional<Link> before = links.to("Task", found.id());
        Incoming incoming = new Incoming(endpoint);
        Optional<Link> bid = before.filter(link -> incoming.isChosen(record, handoff, link, found));
        if (before.isPresent() && bid.isEmpty()) {
            return before.get().key().handoff().equals(handoff.value())
                    ? new Absorbed(record, List.of(), links, List.of(), List.of(), List.of())
                    : turnedAway(record, links, "already-taken-in", Refusal.of(Reason.STEP_NOT_OPEN, "Task"));
        }
        if (bid.isEmpty() && !incoming.isOffer(found)) {
            return turnedAway(record, links, "not-an-offer-to-us", Refusal.of(Reason.OFFER_UNKNOWN, "Task"));
        }
        if (!incoming.isFor(found, ask.person())) {
            return turnedAway(record, links, "for-another-person", Refusal.of(Reason.OTHER_PERSON, "Task.for"));
        }
        if (!Link.fits(found.json().text())) {
            return turnedAway(record, links, "too-large", Refusal.of(Reason.TOO_LARGE, "Task"));
        }
        OfferHandoff offer = OfferHandoff.builder()
                .kind(bid.isEmpty() && incoming.isInvitation(found) ? OfferKind.INVITATION : OfferKind.FIRM)
                .to(endpoint.own())
                .ask(ask)
                .arbiter(Arbiter.SERVER)
                .respondBy(ReadAsk.respondBy(found.json()))
                .build();
        Recording again = new Recording(record, rules, salt, now);
        record.chart()
                .handoffs()
                .get(handoff)
                .filter(t -> t.course() == Course.VALIDATING)
                .flatMap(Negotiation::sender)
                .ifPresent(sender -> again.run(
                        handoff,
                        "Task/" + found.id() + "#again",
                        List.of(new Said(sender, new RefuseCompletion(OFFERED_AGAIN)))));
        CommandId id = Recording.id(handoff.value() + "/Task/" + found.id() + (bid.isEmpty() ? "#offer" : "#order"));
        Act act = Act.of(id, Recording.present(record, endpoint.partner()), Stamp.at(now));
        Function<OfferHandoff, Outcome<CoordinationRecord, Entry>> decide =
                o -> again.record().decide(new InHandoff(handoff, run, o), act, salt, rules);
        Outcome<CoordinationRecord, Entry> whole = decide.apply(offer);
        Passed passed = Passed.of(offer, now);
        boolean late = !whole.isApplied() && !passed.issues().isEmpty();
        return (late ? decide.apply(passed.rest()) : whole)
                .fold(
                        done -> taken(
                                again.entries(),
                                done,
                                bid.map(link -> links.with(Link.unknown(link.key())))
                                        .orElse(links),
                                handoff,
                                found,
                                late ? passed.issues() : List.of(),
                                now),
                        no -> new Absorbed(record, List.of(), links, List.of(), List.of(), no));
    }

    /** Where the record had it already and the link was lost, the link is made anew for the offer that has none. */
    private Absorbed taken(
            List<Entry> before,
            Applied<CoordinationRecord, Entry> done,
            Links links,
            HandoffId handoff,
            Found found,
            List<MappingIssue> passed,
            Instant now) {
        CoordinationRecord record = done.state();
        List<Entry> entries =
                Stream.concat(before.stream(), done.events().stream()).toList();
        List<MappingIssue> issues = new ArrayList<>(ReadAsk.notRead(found.json()));
        Incoming incoming = new Incoming(endpoint);
        if (incoming.isLikeOneOf(found, links)) {
            issues.add(MappingIssue.warning("suspected-duplicate", "Task"));
        }
        if (record.chart().person().filter(p -> incoming.isUnsureFor(found, p)).isPresent()) {
            issues.add(MappingIssue.warning("person-not-checked", "Task.for"));
        }
        issues.addAll(passed);
        return record.chart().handoffs().get(handoff).stream()
                .flatMap(talks ->
                        talks.offers().values().stream().flatMap(offer -> Stance.of(talks, offer, endpoint).stream()))
                .filter(stance -> !stance.sends())
                .map(Stance::key)
                .filter(key -> links.get(key).isEmpty())
                .reduce((first, last) -> last)
                .map(key -> Link.unknown(key)
                        .at(found.id(), found.version(), found.json().text(), now)
                        .taking(found.json())
                        .told(OurMarks.asked(found.json(), endpoint)))
                .map(link -> new Absorbed(record, entries, links.with(link), List.of(), issues, List.of()))
                .orElseGet(() -> new Absorbed(record, entries, links, List.of(), List.of(), List.of()));
    }

    private static Stream<Found> unheld(Response.Page page, Links links) {
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(links, "links");
        return page.resources().stream()
                .filter(f -> f.type().equals("Task") && links.to("Task", f.id()).isEmpty());
    }

    private static void given(CoordinationRecord record, Links links, Instant now) {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(links, "links");
        Objects.requireNonNull(now, "now");
    }

    private static Absorbed turnedAway(CoordinationRecord record, Links links, String issue, Refusal why) {
        return new Absorbed(
                record, List.of(), links, List.of(), List.of(MappingIssue.error(issue, why.path())), List.of(why));
    }
}
