package care.baton.fhir.exchange;

import care.baton.evidence.Entry;
import care.baton.evidence.Salt;
import care.baton.fhir.Limits;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.Writer;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.TaskContext;
import care.baton.fhir.task.TaskReader;
import care.baton.fhir.task.TaskReading;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.outcome.Applied;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.Rulebook;
import care.baton.time.Stamp;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns an answer of the server into what is recorded. The same answer twice is once. */
final class Absorber {

    private final Endpoint endpoint;
    private final Rulebook rules;
    private final Salt salt;
    private final Instant now;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<MappingIssue> issues = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private CoordinationRecord record;
    private Links links;

    Absorber(CoordinationRecord record, Links links, Endpoint endpoint, Rulebook rules, Salt salt, Instant now) {
        this.record = record;
        this.links = links;
        this.endpoint = endpoint;
        this.rules = rules;
        this.salt = salt;
        this.now = now;
    }

    Absorbed absorb(Response response) {
        if (response instanceof Response.Stands r) {
            current(r.key(), r.number()).ifPresent(link -> stands(link, r.found()));
        } else if (response instanceof Response.Absent r) {
            current(r.key(), r.number()).ifPresent(this::absent);
        } else if (response instanceof Response.Conflict r) {
            current(r.key(), r.number()).ifPresent(link -> links = links.with(link.overtaken()));
        } else if (response instanceof Response.Unknown r) {
            r.key()
                    .flatMap(k -> current(k, r.number()))
                    .ifPresent(link -> links = links.with(link.unresolved(now, Duration.ZERO)));
        } else if (response instanceof Response.Refused r) {
            r.key().flatMap(k -> current(k, r.number())).ifPresent(link -> links = links.with(link.absent()));
            issues.add(MappingIssue.warning("server-refused-" + r.status(), ""));
        } else if (response instanceof Response.Rejected r) {
            r.key()
                    .flatMap(k -> current(k, r.number()))
                    .ifPresent(link -> links = links.with(link.unresolved(now, Duration.ZERO)));
            issues.add(MappingIssue.error(r.reason().value(), ""));
        } else if (response instanceof Response.Page page) {
            page.resources().forEach(this::found);
        }
        return done();
    }

    Absorbed done() {
        return new Absorbed(record, entries, links, messages, issues, refusals);
    }

    /** An answer to any other request than the last on its link tells nothing. */
    private Optional<Link> current(LinkKey key, long number) {
        return links.get(key).filter(link -> link.requests() == number);
    }

    private void found(Found found) {
        if (found.type().equals("Communication")) {
            communication(found);
        } else {
            links.to(found.type(), found.id()).filter(link -> link.tried() == 0).ifPresent(link -> stands(link, found));
        }
    }

    private void absent(Link link) {
        if (link.id().isEmpty()) {
            links = links.with(link.absent());
            return;
        }
        links = links.with(link.absent());
        issues.add(MappingIssue.error("gone", "Task"));
        offer(link)
                .filter(o -> o.intended().isPresent() || o.withdrawing().isPresent())
                .ifPresent(o -> run(link, "gone", List.of(ReadTask.overtaken(o, Code.of("gone"), us()))));
    }

    private void stands(Link link, Found found) {
        if (link.id().filter(id -> !id.equals(found.id())).isPresent()) {
            issues.add(MappingIssue.error("other-resource", link.key().type()));
            return;
        }
        boolean task = link.key().type().equals("Task");
        Optional<SeenTask> last = task ? Planner.seen(link) : Optional.empty();
        links = links.with(link.at(found.id(), found.version(), found.json().text()));
        if (task) {
            read(link, last, found);
        }
    }

    private void read(Link link, Optional<SeenTask> last, Found found) {
        byte[] bytes = found.json().text().getBytes(StandardCharsets.UTF_8);
        TaskContext context = new TaskContext(endpoint.profile(), Writer.UNVERIFIED, last, Optional.empty());
        TaskReading reading = TaskReader.read(bytes, Limits.standard(), context);
        issues.addAll(reading.issues());
        Optional<Negotiation> talks =
                record.chart().handoffs().get(HandoffId.of(link.key().handoff()));
        Optional<Offer> offer = offer(link);
        if (talks.isPresent() && offer.isPresent() && reading.task().isPresent()) {
            boolean sends =
                    offer.get().sender().organization().equals(endpoint.own().organization());
            ReadTask step = new ReadTask(talks.get(), offer.get(), reading, last, endpoint, link.again());
            run(link, found.id() + "/" + found.version(), sends ? step.asSender() : step.asReceiver());
        }
    }

    /** A message closes the question it is based on; on a condition it is handed to a person. */
    private void communication(Found found) {
        JsonNode tree = found.json().tree();
        for (JsonNode reference : tree.path("basedOn")) {
            String id = last(reference.path("reference").asText(""));
            Optional<Link> question = links.to("CommunicationRequest", id);
            question.ifPresent(link -> answered(link, found, tree));
        }
    }

    private void answered(Link question, Found found, JsonNode tree) {
        StringBuilder text = new StringBuilder();
        for (JsonNode payload : tree.path("payload")) {
            text.append(payload.path("contentString").asText("")).append('\n');
        }
        if (text.toString().isBlank()) {
            issues.add(MappingIssue.warning("answer-without-text", "Communication.payload"));
            return;
        }
        Sensitive words = Sensitive.of(text.toString().strip());
        HandoffId handoff = HandoffId.of(question.key().handoff());
        for (Offer offer : record.chart()
                .handoffs()
                .get(handoff)
                .map(t -> t.offers().values())
                .orElse(List.of())) {
            if (offer.state() instanceof OfferState.Clarifying asked) {
                asked.open().stream()
                        .filter(i -> Asked.question(offer.number(), asked.round(), i)
                                .equals(question.key().part()))
                        .forEach(i -> run(
                                question,
                                found.id() + "/" + found.version(),
                                List.of(new ReadTask.Said(
                                        endpoint.partner(),
                                        new AnswerClarification(offer.number(), i, words, Optional.empty())))));
            }
            if (offer.state() instanceof OfferState.Proposed proposed
                    && question.key().part().startsWith("offer-" + offer.number() + "-condition-")) {
                Sensitive sent = tree.path("sent").isTextual()
                        ? Sensitive.of(tree.path("sent").asText())
                        : Sensitive.none();
                if (!proposed.isReady()) {
                    messages.add(new Message(question.key(), found.id(), words, sent));
                }
            }
        }
    }

    private static String last(String reference) {
        String[] parts = reference.split("/", -1);
        return parts.length < 2 ? "" : parts[parts.length - 1];
    }

    private Optional<Offer> offer(Link link) {
        return record.chart()
                .handoffs()
                .get(HandoffId.of(link.key().handoff()))
                .flatMap(t -> t.offers().values().stream()
                        .filter(o -> ("offer-" + o.number()).equals(link.key().part()))
                        .findFirst());
    }

    private Holder us() {
        return endpoint.own();
    }

    /** Each command gets salt of its own. */
    private Salt derived(int index) {
        byte[] label = ("exchange-" + index).getBytes(StandardCharsets.US_ASCII);
        return Salt.of(
                Digest.of(salt.hex().getBytes(StandardCharsets.US_ASCII), label).bytes());
    }

    /** Runs what was read as commands, each under a name worked out from what was read. */
    private void run(Link link, String version, List<ReadTask.Said> said) {
        HandoffId handoff = HandoffId.of(link.key().handoff());
        Optional<Code> run = record.chart().places().get(handoff);
        for (int i = 0; run.isPresent() && i < said.size(); i++) {
            HandoffCommand command = said.get(i).command();
            CommandId id = CommandId.of("fhir:" + link.key().type() + "/" + version + "#" + i);
            Act act = Act.of(id, said.get(i).by(), Stamp.at(now));
            Outcome<CoordinationRecord, Entry> outcome =
                    record.decide(new InHandoff(handoff, run.get(), command), act, derived(i), rules);
            refusals.addAll(outcome.refusals());
            if (!outcome.isApplied()) {
                return;
            }
            Applied<CoordinationRecord, Entry> applied = outcome.orThrow();
            record = applied.state();
            entries.addAll(applied.events());
        }
    }
}
