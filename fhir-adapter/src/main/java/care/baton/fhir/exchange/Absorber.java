package care.baton.fhir.exchange;

import care.baton.evidence.Salt;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Limits;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.Party;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.partner.Writer;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.TaskContext;
import care.baton.fhir.task.TaskReader;
import care.baton.fhir.task.TaskReading;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.OvertakeDecision;
import care.baton.handoff.HandoffEvent.AnswerIntended;
import care.baton.outcome.Code;
import care.baton.party.Digest;
import care.baton.party.HandoffId;
import care.baton.record.CoordinationRecord;
import care.baton.record.Rulebook;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns an answer of the server into what is recorded. The same answer twice is once. */
final class Absorber {

    /** A write over a version was answered as if there had been none. */
    static final Code RECREATED = Code.of("recreated");

    private static final Code ACCESS_WITHDRAWN = Code.of("access-withdrawn");
    private static final Code FOCUS_UNREADABLE = Code.of("focus-unreadable");

    private final Endpoint endpoint;
    private final Recording recording;
    private final Instant now;
    private final List<Message> messages = new ArrayList<>();
    private final List<MappingIssue> issues = new ArrayList<>();
    private Links links;

    Absorber(CoordinationRecord record, Links links, Endpoint endpoint, Rulebook rules, Salt salt, Instant now) {
        this.recording = new Recording(record, rules, salt, now);
        this.links = links;
        this.endpoint = endpoint;
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
            r.key().flatMap(k -> current(k, r.number())).ifPresent(link -> nothing(link, Duration.ZERO));
        } else if (response instanceof Response.Refused r) {
            r.key().flatMap(k -> current(k, r.number())).ifPresent(link -> refused(link, r));
            issues.add(MappingIssue.warning("server-refused-" + r.status(), ""));
        } else if (response instanceof Response.Rejected r) {
            r.key().flatMap(k -> current(k, r.number())).ifPresent(link -> rejected(link, r.reason()));
            issues.add(MappingIssue.error(r.reason().value(), ""));
        } else if (response instanceof Response.Page page) {
            page.resources().forEach(this::found);
        }
        return new Absorbed(recording.record(), recording.entries(), links, messages, issues, recording.refusals());
    }

    /** An answer to any other request than the one that is waited for tells nothing, and a second one neither. */
    private Optional<Link> current(LinkKey key, long number) {
        return links.get(key).filter(link -> link.requests() == number && link.tried() == number);
    }

    private void nothing(Link link, Duration atLeast) {
        links = links.with(link.unresolved(now, atLeast));
    }

    /** Later is waited for; a no for good is not asked again, and what stands there decides what becomes of it. */
    private void refused(Link link, Response.Refused r) {
        Link next = link.unresolved(now, r.after().orElse(Duration.ZERO));
        boolean later = r.status() == 425 || r.status() == 429 || r.status() == 503;
        links = links.with(later ? next : next.refusing(wish(link)));
        if (r.status() == 403) {
            stance(link).filter(s -> s.sends() && s.binding()).ifPresent(s -> shut(s, link));
            unreadable(link);
        }
    }

    /** We may not look at it any more: what nobody can see is held there is ours again. */
    private void shut(Stance stance, Link link) {
        boolean asks = Planner.seen(link)
                .filter(task -> stance.stands(task, stance.face(link, task)))
                .isPresent();
        if (asks) {
            issues.add(MappingIssue.error(ACCESS_WITHDRAWN.value(), place(link)));
            run(
                    link,
                    "shut@" + link.requests(),
                    AsSender.back(stance, stance.talks().course(), ACCESS_WITHDRAWN));
        }
    }

    /** What a Task is about cannot be read: a person who is about to accept hears so, once. */
    private void unreadable(Link link) {
        if (!link.key().part().endsWith("-focus")) {
            return;
        }
        issues.add(MappingIssue.error(FOCUS_UNREADABLE.value(), place(link)));
        Optional<Stance> accepting = focusOf(link).filter(Absorber::isAccepting);
        if (accepting.isPresent() && !link.asked().equals(Optional.of(OurMarks.UNREADABLE))) {
            run(
                    link,
                    "unreadable@" + link.requests(),
                    List.of(Said.overtaken(accepting.get().offer().number(), FOCUS_UNREADABLE, endpoint.own())));
            links = links.with(links.get(link.key()).orElse(link).told(OurMarks.UNREADABLE));
        }
    }

    private Optional<Stance> focusOf(Link link) {
        return recording
                .talks(HandoffId.of(link.key().handoff()))
                .flatMap(t -> t.offers().values().stream()
                        .filter(o -> link.key().isOf(o.number()))
                        .findFirst()
                        .flatMap(o -> Stance.of(t, o, endpoint)));
    }

    private static boolean isAccepting(Stance stance) {
        return stance.offer()
                .intended()
                .map(AnswerIntended::answer)
                .filter(Answer.Accept.class::isInstance)
                .isPresent();
    }

    /** A write that made the resource anew wrote over nothing: what was decided is not effective. */
    private void rejected(Link link, Code reason) {
        nothing(link, Duration.ZERO);
        Optional<Stance> pending = stance(link).filter(s -> s.pending() && !s.sends());
        if (reason.equals(RECREATED) && pending.isPresent()) {
            int offer = pending.get().offer().number();
            run(link, "recreated@" + link.requests(), List.of(Said.overtaken(offer, RECREATED, endpoint.own())));
        }
    }

    private Code wish(Link link) {
        if (link.id().isEmpty()) {
            return Planner.CREATE;
        }
        return stance(link)
                .flatMap(s -> Planner.seen(link).map(task -> s.face(link, task).wish()))
                .orElse(Code.of("read"));
    }

    /** What a search finds is a hint: the resource itself is read before anything is made of it. */
    private void found(Found found) {
        if (found.type().equals("Communication")) {
            communication(found);
            return;
        }
        Optional<Link> known = links.to(found.type(), found.id());
        known.filter(link -> link.tried() == 0 && !link.version().equals(Optional.of(found.version())))
                .ifPresent(link -> links = links.with(link.hinted()));
        if (known.isEmpty() && isDouble(found)) {
            issues.add(MappingIssue.error("second-of-one-identifier", ""));
        }
    }

    private boolean isDouble(Found found) {
        for (JsonNode identifier : found.json().element("identifier")) {
            String value = identifier.path("value").asText("");
            boolean ours = identifier.path("system").asText("").equals(FhirSystems.IDENTIFIERS);
            if (ours
                    && links.all().stream()
                            .anyMatch(l -> l.id().isPresent()
                                    && l.key().type().equals(found.type())
                                    && l.key().identifier().equals(value))) {
                return true;
            }
        }
        return false;
    }

    /** Nothing of an identifier: it was not stored. Nothing of an id: it is gone, and is not written anew. */
    private void absent(Link link) {
        if (link.id().isEmpty()) {
            links = links.with(link.absent());
            return;
        }
        links = links.with(link.absent().refusing(Planner.GONE));
        issues.add(MappingIssue.error("gone", place(link)));
        unreadable(link);
        Optional<Stance> stance = stance(link);
        if (stance.isEmpty()) {
            return;
        }
        Stance s = stance.get();
        List<Said> said = new ArrayList<>();
        if (s.pending()) {
            said.add(
                    s.sends()
                            ? Said.confirm(s.offer().number(), endpoint.own())
                            : Said.overtaken(s.offer().number(), Planner.GONE, endpoint.own()));
        } else if (s.sends() && s.binding()) {
            said.addAll(AsSender.back(s, s.talks().course(), Planner.GONE));
        }
        run(link, "gone@" + link.requests(), said);
    }

    private void stands(Link link, Found found) {
        recording.from(found);
        if (link.id().filter(id -> !id.equals(found.id())).isPresent()
                || !link.key().type().equals(found.type())) {
            nothing(link, Duration.ZERO);
            issues.add(MappingIssue.error("other-resource", place(link)));
            return;
        }
        String text = found.json().text();
        if (!Link.fits(text)) {
            nothing(link, Duration.ZERO);
            issues.add(MappingIssue.error("too-large", place(link)));
            return;
        }
        Link next = link.at(found.id(), found.version(), text);
        links = links.with(link.key().type().equals("Task") ? next : next.pausing(now));
        Optional<Stance> stance = stance(next);
        if (stance.isPresent()) {
            task(stance.get(), link, next, found);
        } else if (next.key().part().endsWith("-focus")) {
            focus(next, found);
        }
    }

    private void task(Stance stance, Link before, Link link, Found found) {
        Optional<SeenTask> last = Planner.seen(before);
        Optional<SeenTask> taken = Planner.taken(before);
        TaskReading reading = reading(found, taken, stance.binding() || stance.validating());
        issues.addAll(reading.issues());
        if (reading.task().isEmpty()) {
            return;
        }
        Optional<SeenTask> task = Optional.of(SeenTask.of(found.json(), Optional.empty()));
        Optional<String> in = endedIn(stance, link, last, task.get());
        Link ended = link.ended(in, in.isPresent() ? endedBy(link, last, reading, task.get()) : List.of());
        links = links.with(ended);
        ReadTask read = new ReadTask(stance, reading, task.get(), taken, ended);
        List<Said> said;
        if (stance.sends()) {
            AsSender meaning =
                    new AsSender(read, recording.reasons(stance.talks().id()), now);
            said = meaning.said();
            remark(meaning.remarks());
        } else {
            AsReceiver meaning = new AsReceiver(read);
            said = meaning.said();
            remark(meaning.remarks());
        }
        run(ended, found.id() + "/" + found.version() + "@" + ended.requests(), said);
        settle(stance, ended, read, said);
    }

    /** Who may have ended it, as the table had it when it first stood so: a later look at the same end is no news. */
    private static List<Party> endedBy(Link link, Optional<SeenTask> last, TaskReading reading, SeenTask task) {
        boolean before = last.flatMap(SeenTask::status).equals(task.status());
        if (before && !link.endedBy().isEmpty()) {
            return link.endedBy();
        }
        return reading instanceof TaskReading.KnownMove known ? known.entitled() : List.of();
    }

    /** Conditions are the receiver's own words: that they come and go is no change of what is asked. */
    private TaskReading reading(Found found, Optional<SeenTask> taken, boolean held) {
        byte[] bytes = OurMarks.withoutTerms(found.json()).text().getBytes(StandardCharsets.UTF_8);
        Optional<SeenTask> before =
                taken.map(task -> SeenTask.of(OurMarks.withoutTerms(task.json()), Optional.empty()));
        return TaskReader.read(
                bytes,
                Limits.standard(),
                new TaskContext(endpoint.profile(), Writer.UNVERIFIED, before, Optional.empty(), held));
    }

    private void remark(List<Code> remarks) {
        remarks.forEach(code -> issues.add(MappingIssue.error(code.value(), "Task")));
    }

    /** In which version the Task first stood ended as it does now: the one that the sender's mark names. */
    private static Optional<String> endedIn(Stance stance, Link link, Optional<SeenTask> last, SeenTask task) {
        if (task.status()
                .filter(s -> s.ended() && s != TaskStatus.ENTERED_IN_ERROR)
                .isEmpty()) {
            return Optional.empty();
        }
        boolean before = last.flatMap(SeenTask::status).equals(task.status());
        if (before && link.ended().isPresent()) {
            return link.ended();
        }
        Optional<String> marked = OurMarks.seenBySender(task);
        boolean newMark = marked.isPresent() && !marked.equals(last.flatMap(OurMarks::seenBySender));
        return !stance.sends() && newMark ? marked : link.version();
    }

    /** What was written and stands is done with; what a person has been told of is not told again. */
    private void settle(Stance before, Link link, ReadTask read, List<Said> said) {
        Stance stance = stance(link).orElse(before);
        Link next = link;
        boolean overtaken = said.stream().anyMatch(s -> s.command() instanceof OvertakeDecision);
        boolean told = said.stream()
                .anyMatch(s ->
                        s.command() instanceof OvertakeDecision o && o.reason().equals(AsReceiver.CONTENT_CHANGED));
        if (link.asked().isEmpty() || told) {
            next = next.told(OurMarks.asked(read.task().json()));
        }
        boolean ours = !before.sends() && said.stream().anyMatch(s -> s.command() instanceof ConfirmDecision);
        if (read.isTaken() || ours) {
            next = next.taking(read.task().json());
        }
        if (overtaken || stance.stands(read.task(), stance.face(next, read.task()))) {
            next = next.settled();
        }
        boolean stuck =
                stance.pending() && !said.isEmpty() && !recording.refusals().isEmpty();
        links = links.with(stuck ? next.waiting(now) : next.pausing(now));
    }

    /** What a Task is about: changed content, or a request that was revoked, goes back to a person. */
    private void focus(Link link, Found found) {
        Digest content = OurMarks.content(found.json());
        boolean changed = link.asked().filter(told -> !told.equals(content)).isPresent();
        String status = found.json().element("status").asText("");
        boolean revoked = status.equals("revoked") || status.equals("entered-in-error");
        Optional<Stance> stance = focusOf(link);
        boolean accepting = stance.filter(Absorber::isAccepting).isPresent();
        if (changed) {
            issues.add(MappingIssue.error("focus-changed", place(link)));
        }
        if (revoked) {
            issues.add(MappingIssue.error("focus-revoked", place(link)));
        }
        boolean anothers = stance.filter(s -> new WhoIsWho(endpoint).isAboutAnother(s, found))
                .isPresent();
        if (anothers) {
            issues.add(MappingIssue.error("focus-for-another", place(link)));
        }
        boolean wrong = changed || revoked || anothers;
        if (accepting && wrong) {
            Code other = anothers ? AsReceiver.FOR_ANOTHER : AsReceiver.CONTENT_CHANGED;
            Code reason = revoked ? AsReceiver.FOCUS_REVOKED : other;
            run(
                    link,
                    found.id() + "/" + found.version() + "@" + link.requests(),
                    List.of(Said.overtaken(stance.orElseThrow().offer().number(), reason, endpoint.own())));
        }
        boolean open = stance.filter(s -> s.offer().isLive()).isPresent();
        if (link.asked().isEmpty() || accepting || !open) {
            Link told = link.told(content);
            links = links.with(accepting && wrong ? told.stale() : told);
        }
    }

    private void communication(Found found) {
        recording.from(found);
        Answers answers = new Answers(recording, links, endpoint);
        answers.read(found);
        messages.addAll(answers.messages());
        issues.addAll(answers.issues());
    }

    /** Which resource, in our own words: what a Task is about may be of any type that a partner names. */
    private static String place(Link link) {
        return link.key().part().endsWith("-focus") ? "Task.focus" : link.key().type();
    }

    private Optional<Stance> stance(Link link) {
        return link.key().type().equals("Task")
                ? recording
                        .talks(HandoffId.of(link.key().handoff()))
                        .flatMap(t -> t.offers().values().stream()
                                .filter(o -> LinkKey.task(link.key().handoff(), o.number())
                                        .equals(link.key()))
                                .findFirst()
                                .flatMap(o -> Stance.of(t, o, endpoint)))
                : Optional.empty();
    }

    private void run(Link link, String name, List<Said> said) {
        String named = link.key().part() + "/" + link.key().type() + "/" + name;
        recording.run(HandoffId.of(link.key().handoff()), named, said);
    }
}
