package care.baton.fhir.server;

import care.baton.evidence.Salt;
import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.Mapped;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Absorbed;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.Exchange;
import care.baton.fhir.exchange.ForAPerson;
import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.Links;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.server.Reply.Turned;
import care.baton.fhir.server.Reply.Why;
import care.baton.record.CoordinationRecord;
import care.baton.record.Rulebook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where one partner's system reads and answers what we offer it, on a server of our own. Values go in and come out: it
 * asks no clock, stores nothing and is shared freely between threads.
 *
 * <p>What stands on the desk stands in the links: {@link Link#seen} is the resource as the partner reads it, with all
 * that the partner has added. So the host keeps it beside the record, in one transaction with its entries. After each
 * change of a record call {@link #lay}, and store what it returns.
 *
 * <p>Our offers to one partner go by one way: to this desk, or by an {@link Exchange} to that partner's own server, with
 * links of their own.
 */
public final class TaskDesk {

    private final Endpoint endpoint;
    private final Exchange exchange;
    private final Limits limits;

    /**
     * A desk for one partner.
     *
     * @param endpoint our own server's address, and who is who on it
     * @param rules the definitions and the calendar
     * @param limits how much is taken in at once
     */
    public TaskDesk(Endpoint endpoint, Rulebook rules, Limits limits) {
        this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
        this.exchange = new Exchange(endpoint, Objects.requireNonNull(rules, "rules"));
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /**
     * Who is who.
     *
     * @return the server and the two organizations
     */
    public Endpoint endpoint() {
        return endpoint;
    }

    /**
     * How much is taken in at once.
     *
     * @return the limits
     */
    public Limits limits() {
        return limits;
    }

    /**
     * Lays out for the partner what the record has newly to say to it: a Task for each offer, a withdrawal, the mark
     * that an end was read. What there is no room for is not laid out, and is named ({@code too-large}): a Task of more
     * than 196,608 characters, and whatever could not be read again.
     *
     * @param record the record as it stands
     * @param links the links of this record to this desk
     * @param salt fresh random bytes from the host
     * @param now the host's clock; it stands on what is laid out
     * @return what to store, in one transaction
     */
    public Absorbed lay(CoordinationRecord record, Links links, Salt salt, Instant now) {
        given(record, links, salt, now);
        return new Shelf(exchange, record, links, salt, now).settled();
    }

    /**
     * A resource as the partner may read it.
     *
     * @param link what the host has stored for this partner
     * @return the resource; empty where nothing stands there yet, or it is not between us and this partner
     */
    public Optional<Found> shown(Link link) {
        Objects.requireNonNull(link, "link");
        return Shelf.found(link).filter(found -> new Between(endpoint).includes(found));
    }

    /**
     * A resource as the partner may read it.
     *
     * @param links the links of one record to this desk
     * @param type its type
     * @param id its id
     * @return the resource; empty where there is none of that id for this partner
     */
    public Optional<Found> shown(Links links, String type, String id) {
        Objects.requireNonNull(links, "links");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
        return links.to(type, id).flatMap(this::shown);
    }

    /**
     * What comes of a Task that the partner's system writes over one of ours.
     *
     * <p>It is read as a Task found by polling is: the same step, by the same table, against the version last taken for
     * true, and the same commands to the record. Since the desk can still say no, it takes nothing that a person would
     * have to sort out afterwards: no step back, no end without a reason where the partner's table expects one, no
     * change of what is asked, of whom and for whom, nothing said in our place, nothing that takes the room which is left
     * for us, and no step that the record refuses.
     *
     * @param record the record as it stands
     * @param links the links of this record to this desk
     * @param edit what was written
     * @param salt fresh random bytes from the host
     * @param now the host's clock
     * @return what is to be stored, or why it is turned away
     */
    public Reply answer(CoordinationRecord record, Links links, Edit edit, Salt salt, Instant now) {
        given(record, links, salt, now);
        Objects.requireNonNull(edit, "edit");
        Optional<Link> link = links.to("Task", edit.id());
        Optional<Found> before = link.flatMap(this::shown);
        if (before.isEmpty()) {
            return Turned.away(Why.NOT_THERE, "not-there", "Task");
        }
        if (edit.version().isEmpty()) {
            return Turned.away(Why.NO_VERSION, "version-not-named", "Task.meta.versionId");
        }
        if (!edit.version().get().equals(before.get().version())) {
            return Turned.away(Why.OTHER_VERSION, "other-version", "Task.meta.versionId");
        }
        Mapped<FhirJson> read = FhirJson.read(edit.body().bytes(), limits);
        if (read.value().isEmpty()) {
            boolean large = read.issues().stream()
                    .anyMatch(i -> i.code().value().startsWith("too-")
                            || i.code().value().endsWith("-too-long"));
            return Turned.away(large ? Why.TOO_LARGE : Why.MALFORMED, read.issues());
        }
        return answer(record, links, link.get(), before.get(), read.value().get(), salt, now);
    }

    private static void given(CoordinationRecord record, Links links, Salt salt, Instant now) {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(links, "links");
        Objects.requireNonNull(salt, "salt");
        Objects.requireNonNull(now, "now");
    }

    private Reply answer(
            CoordinationRecord record, Links links, Link link, Found before, FhirJson written, Salt salt, Instant now) {
        List<MappingIssue> malformed = Document.faults(written, before.id());
        if (!malformed.isEmpty()) {
            return Turned.away(Why.MALFORMED, malformed);
        }
        FhirJson whole = Document.merged(before.json(), written, endpoint);
        if (Document.sameAs(before.json(), whole)) {
            return new Reply.Unchanged(before);
        }
        Found next = Shelf.shelved(before.type(), before.id(), Optional.of(before.version()), whole, now);
        List<MappingIssue> large = Room.taken(before.json(), next.json());
        if (!large.isEmpty()) {
            return Turned.away(Why.TOO_LARGE, large);
        }
        EditRules rules = EditRules.of(endpoint, link, next);
        List<MappingIssue> hindrances = new ArrayList<>(rules.against());
        hindrances.addAll(new SendersWord(endpoint, record, link).against(before.json(), next.json()));
        if (!hindrances.isEmpty()) {
            return Turned.away(Why.NOT_ALLOWED, hindrances.stream().distinct().toList());
        }
        Absorbed after = new Shelf(exchange, record, links, salt, now).written(next);
        List<MappingIssue> against = new ArrayList<>(after.issues());
        against.removeIf(issue -> issue.severity() != MappingIssue.Severity.ERROR
                || ForAPerson.includes(issue)
                || rules.remarks().contains(issue));
        if (!against.isEmpty() || !after.refusals().isEmpty()) {
            return new Turned(Why.NOT_ALLOWED, against, after.refusals());
        }
        return shown(after.links(), "Task", before.id())
                .<Reply>map(task -> new Reply.Stored(after, task))
                .orElseGet(() -> Turned.away(Why.NOT_THERE, "not-there", "Task"));
    }

    /** The partner's role only. */
    @Override
    public String toString() {
        return "TaskDesk[" + endpoint.partner().role() + "]";
    }
}
