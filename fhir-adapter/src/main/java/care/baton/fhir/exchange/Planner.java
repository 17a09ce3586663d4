package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.ForeignEdit;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.OfferName;
import care.baton.fhir.communication.Report;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenTask;
import care.baton.handoff.Course;
import care.baton.handoff.Kinds;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.record.CoordinationRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares what the record says with what was last seen on the server, and asks for the difference. */
final class Planner {

    static final Code CREATE = Code.of("create");

    /** Of a question or a request, and of a Task that nobody has answered. */
    private static final Set<String> OPEN = Set.of("active", "requested", "received");

    private final CoordinationRecord record;
    private final Endpoint endpoint;
    private final Instant now;
    private final List<Request> requests = new ArrayList<>();
    private final Set<MappingIssue> issues = new LinkedHashSet<>();
    private Links links;

    Planner(CoordinationRecord record, Links links, Endpoint endpoint, Instant now) {
        this.record = record;
        this.links = links;
        this.endpoint = endpoint;
        this.now = now;
    }

    Planned plan() {
        for (Negotiation talks : record.chart().handoffs().values()) {
            for (Offer offer : talks.offers().values()) {
                Optional<Stance> ours =
                        Stance.of(talks, offer, endpoint, record.chart().obligations());
                boolean stored = ours.map(Stance::key)
                        .flatMap(links::get)
                        .flatMap(Link::id)
                        .isPresent();
                issues.addAll(Unsent.of(offer, ours.isPresent(), stored, endpoint));
                ours.filter(stance -> stored || !Unsent.isHeldBack(stance, links))
                        .ifPresent(this::exchange);
            }
        }
        return new Planned(links, requests, List.copyOf(issues));
    }

    private void exchange(Stance stance) {
        links = Refusals.seenTo(stance, links);
        report(stance);
        if (!request(stance)) {
            offer(stance);
        }
        links.get(stance.key()).ifPresent(task -> beside(stance, task));
        issues.addAll(Refusals.issues(stance, links));
    }

    /** What the sender tells beside its offer goes out once, word for word, as long as the offer stands. */
    private void report(Stance stance) {
        if (!stance.sends()) {
            return;
        }
        LinkKey key = new LinkKey(
                "Communication",
                stance.talks().id().value(),
                OfferName.within(stance.offer().number(), Report.PART));
        Link link = links.get(key).orElse(Link.unknown(key));
        boolean open = stance.offer().isLive() && !stance.pending() && link.id().isEmpty();
        tend(
                link,
                () -> Report.of(stance.talks().id(), stance.offer(), now)
                        .filter(report -> open)
                        .ifPresent(report -> ask(link, Writing.report(report, endpoint))));
    }

    /** What has no answer yet is read before anything else; what waits, or was refused for good, is left alone. */
    private void tend(Link link, Runnable settled) {
        if (link.waits(now) || link.refused().isPresent()) {
            return;
        }
        if (link.tried() > 0) {
            look(link);
        } else {
            settled.run();
        }
    }

    /** Whether the Task has to wait until what it is about stands. */
    private boolean request(Stance stance) {
        LinkKey key = OwnRequest.key(stance);
        Link link = links.get(key).orElse(Link.unknown(key));
        boolean known = link.id().isPresent() || link.requests() > 0;
        boolean sent = links.get(stance.key()).isPresent();
        if (!OwnRequest.isNeeded(stance)
                || (!known && (sent || stance.pending() || !stance.offer().isLive()))) {
            return false;
        }
        Optional<String> ended = OwnRequest.ended(stance);
        if (ended.isPresent()) {
            close(link, ended.get());
            return false;
        }
        tend(link, () -> {
            if (link.id().isEmpty()) {
                ask(link, OwnRequest.of(stance));
            }
        });
        return !sent
                && !stance.pending()
                && (link.version().isEmpty() || link.refused().isPresent());
    }

    private void offer(Stance stance) {
        Link link = links.get(stance.key()).orElse(Link.unknown(stance.key()));
        if (link.waits(now)) {
            return;
        }
        if (link.tried() > 0 || link.isUnsettled()) {
            lookSince(link);
        } else if (stance.pending() ? Unsent.is(link) || link.isGone() : Unsent.isLost(stance, link)) {
            look(link);
        } else if (link.id().isEmpty()) {
            boolean owed = stance.offer().isLive() || !Unsent.is(link);
            if (stance.sends() && owed && !link.refused().equals(Optional.of(CREATE))) {
                FhirJson task = Writing.task(stance, respondBy(stance), whole(stance), links, now);
                create(
                        Link.fits(task.text()) ? link.taking(task).told(OurMarks.askedByUs(task, endpoint)) : link,
                        task);
            }
        } else if (!link.isGone()) {
            link.task().ifPresentOrElse(task -> stands(stance, link, task), () -> look(link));
        }
    }

    private void stands(Stance stance, Link link, SeenTask task) {
        issues.addAll(Unsent.unreturned(stance, task));
        Face face = stance.face(link, task);
        boolean stands = stance.stands(task, face);
        boolean writes = !stands && Leaving.may(stance, link, task, face);
        boolean waits = stance.waitsFor(face);
        boolean watched = stance.isWatched() && link.isOld(now) && !writes && !waits;
        if (!stance.sends()) {
            SeenTask taken = link.takenTask().orElse(task);
            questions(stance, link, taken);
            Focus focus = new Focus(stance, about(link, task, endpoint));
            if (watched) {
                watch(link, focus);
                return;
            }
            if (focus(stance, link, focus)) {
                return;
            }
        }
        if (watched || (waits && !writes)) {
            lookSince(link);
        } else if (writes) {
            write(stance, link, task, face);
        }
    }

    /** Nobody tells us that it has changed, and nothing of ours is to be written: it is read, and what it is about. */
    private void watch(Link task, Focus focus) {
        lookSince(task);
        focus.key()
                .flatMap(links::get)
                .filter(link -> isOpen(focus.stance()) && !link.waits(now))
                .ifPresent(link -> look(link.beside(links.get(task.key()).orElse(task))));
    }

    /** Where the Task says it already, and not that we wrote it, only our mark is added. */
    private void write(Stance stance, Link link, SeenTask task, Face face) {
        boolean unmarked = stance.pending() && face.standsOn(task);
        Optional<TaskStatus> step = unmarked ? task.status() : stance.next(task, face);
        boolean onTheWay = step.isPresent() && !step.equals(face.status());
        Face next = onTheWay ? face.onlyAt(step.get()) : face;
        Link trying = link.marking();
        String command = stance.command(trying.requests(), unmarked ? face : next);
        Optional<String> read =
                stance.sends() ? Optional.empty() : new Focus(stance, about(link, task, endpoint)).read(links);
        TaskEdit.of(task.json(), next, stance, command, read, now)
                .ifPresentOrElse(
                        body -> update(trying, body),
                        () -> issues.add(MappingIssue.error("no-room-on-the-task", "Task")));
    }

    private void update(Link trying, FhirJson body) {
        links = links.with(trying);
        requests.add(new Request.Update(
                trying.key(),
                trying.requests(),
                trying.id().orElseThrow(),
                trying.version().orElseThrow(),
                body));
    }

    /** Something may have left and no answer is known: what stands there is read before anything else. */
    private void look(Link link) {
        look(link, Optional.empty());
    }

    /**
     * What lies between is read as well: an answer that was taken back again was one, and so was an end. Where that comes
     * to nothing time after time, the Task alone is read.
     */
    private void lookSince(Link link) {
        look(link, link.failures() < AsReceiver.MOST ? link.version() : Optional.empty());
    }

    private void look(Link link, Optional<String> known) {
        Link trying = link.trying();
        links = links.with(trying);
        requests.add(link.id()
                .<Request>map(id -> new Request.Read(link.key(), trying.requests(), id, known))
                .orElseGet(() -> new Request.Find(link.key(), trying.requests())));
    }

    private void create(Link link, FhirJson body) {
        Link trying = link.trying();
        links = links.with(trying);
        requests.add(new Request.Create(link.key(), trying.requests(), body));
    }

    /** What a Task is about is read when it comes, before we accept or begin, and again once that stands. */
    private boolean focus(Stance stance, Link task, Focus focus) {
        boolean open = isOpen(stance);
        if (focus.isElsewhere()) {
            return elsewhere(focus, task, open);
        }
        Optional<LinkKey> key = focus.key();
        if (key.isEmpty()) {
            return false;
        }
        Link link = links.get(key.get())
                .filter(l -> l.id().equals(Optional.of(focus.id())))
                .orElseGet(() -> Link.named(key.get(), focus.id()));
        boolean accepts = Sitting.isAccepting(stance);
        boolean owed = link.tried() > 0
                || (link.version().isEmpty() && open)
                || (!link.isBeside(task) && (accepts || (open && stance.accepted())));
        boolean told = link.asked().equals(Optional.of(OurMarks.UNREADABLE)) && link.isBeside(task);
        if (!owed || (link.refused().isPresent() && (told || !accepts))) {
            return false;
        }
        if (!link.waits(now)) {
            look(accepts || stance.accepted() ? link.beside(task) : link);
        }
        return accepts || (open && stance.accepted());
    }

    private static boolean isOpen(Stance stance) {
        Course course = stance.talks().course();
        boolean bids = stance.invites() && stance.accepted() && !course.isEnded();
        boolean works = stance.binding() && (course == Course.HELD || course == Course.STARTED);
        return stance.offer().isLive() || bids || works;
    }

    /** What is inside the Task, or nowhere, is taken in by a read of the Task: once, and before a yes that it hinders. */
    private boolean elsewhere(Focus focus, Link task, boolean open) {
        Optional<Link> note = links.get(focus.note());
        boolean owed = (note.isEmpty() && open) || (Sitting.isAccepting(focus.stance()) && focus.holdsBack(note));
        if (owed) {
            lookSince(task);
        }
        return owed;
    }

    /** The version whose focus counts: the one last taken for true, or as it stands once a person was told of that. */
    static SeenTask about(Link link, SeenTask task, Endpoint endpoint) {
        boolean told = link.asked().equals(Optional.of(OurMarks.asked(task.json(), endpoint)));
        return told ? task : link.takenTask().orElse(task);
    }

    private void questions(Stance stance, Link task, SeenTask seen) {
        List<Asked> open = Questions.open(stance);
        for (Asked one : open) {
            LinkKey key =
                    new LinkKey("CommunicationRequest", stance.talks().id().value(), one.part());
            Link link = links.get(key).orElse(Link.unknown(key));
            tend(link, () -> {
                if (link.id().isEmpty()) {
                    ask(link, Writing.question(key, one, task.id().orElseThrow(), seen.json(), endpoint, now));
                } else if (link.isOld(now)) {
                    look(link);
                }
            });
        }
        Questions.settled(stance, links, open).forEach(settled -> close(settled.link(), settled.status()));
    }

    /** What is sent again is the same, word for word. */
    private void ask(Link link, FhirJson body) {
        FhirJson first = Kept.json(link.taken()).orElse(body);
        create(Link.fits(first.text()) ? link.taking(first) : link, first);
    }

    /** What has been answered, or is not asked any more, does not stay open on the partner's list. */
    private void close(Link link, String status) {
        tend(
                link,
                () -> open(link)
                        .flatMap(json -> new ForeignEdit(Optional.of(status), List.of(), List.of(), List.of())
                                .applyTo(json)
                                .value())
                        .ifPresent(body -> update(link.marking(), body)));
    }

    /** What stands by it, where nobody has ended it or answered it. */
    static Optional<FhirJson> open(Link link) {
        return Kept.json(link.seen())
                .filter(json -> OPEN.contains(json.element("status").asText("")));
    }

    /** It is ended as soon as it can be, and looked after until then, or until the action closes. */
    private void follow(Stance stance, Link link, Optional<String> status) {
        if (status.isPresent()) {
            close(link, status.get());
        } else {
            tend(link, () -> {
                if (link.isOld(now) && !stance.talks().course().isEnded()) {
                    look(link);
                }
            });
        }
    }

    private void beside(Stance stance, Link task) {
        boolean stops = task.tried() == 0 && Aborting.isOf(stance, links);
        boolean late = Unsent.isLate(stance, respondBy(stance), now);
        Optional<Link> second = links.get(stance.key().second());
        Optional<SeenTask> seen =
                stops || late || second.isPresent() ? task.task().filter(there -> !task.isGone()) : Optional.empty();
        if (late) {
            seen.ifPresent(there -> issues.addAll(Unsent.untaken(there)));
        }
        second.ifPresent(other -> follow(stance, other, SecondTask.end(stance, task, seen, other)));
        seen.filter(there -> stops).ifPresent(there -> stop(stance, there));
    }

    /** A Task of ours that asks to stop goes out once it is wanted and is taken back after; the partner's is answered. */
    private void stop(Stance stance, SeenTask there) {
        Aborting abort = new Aborting(stance, there);
        if (abort.isUnasked()) {
            issues.add(MappingIssue.warning("stop-not-asked", "Task"));
        }
        Link ours = links.get(Aborting.ours(stance)).orElse(Link.unknown(Aborting.ours(stance)));
        if (ours.tried() > 0 || ours.id().isPresent()) {
            follow(stance, ours, Optional.of("cancelled").filter(moot -> !abort.isAsked() && !abort.isEnded()));
        } else if (abort.isAsked()) {
            tend(ours, () -> ask(ours, abort.written(now)));
        }
        links.get(Aborting.theirs(stance))
                .ifPresent(theirs -> follow(
                        stance, theirs, theirs.task().flatMap(abort::answer).map(TaskStatus::code)));
    }

    /** The Task of the last offer of what it is part of. */
    private Optional<LinkKey> whole(Stance stance) {
        Optional<HandoffId> whole = record.chart().wholes().get(stance.talks().id());
        return whole.flatMap(record.chart().handoffs()::get)
                .map(talks -> LinkKey.task(talks.id().value(), talks.offers().size()));
    }

    private Optional<Instant> respondBy(Stance stance) {
        return record.chart().obligations().openOf(stance.talks().id().value(), Kinds.RESPONSE).stream()
                .filter(o -> o.key().subject().equals("offer-" + stance.offer().number()))
                .map(Obligation::due)
                .findFirst();
    }
}
