package care.baton.fhir.exchange;

import care.baton.evidence.Salt;
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
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.OvertakeDecision;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.record.CoordinationRecord;
import care.baton.record.Rulebook;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns an answer of the server into what is recorded. The same answer twice is once. */
final class Absorber {

    /** A write over a version was answered as if there had been none. */
    static final Code RECREATED = Code.of("recreated");

    /** What the server stores and the record does not take. */
    static final Code NOT_RECORDED = Code.of("not-recorded");

    private static final Code DECISION_UNSETTLED = Code.of("decision-unsettled");

    private static final Code VERSION_REUSED = Code.of("version-reused");
    private static final Code VERSIONS_NOT_SEEN = Code.of("versions-not-seen");

    /** A part of a resource, as the server itself says. */
    private static final Code CUT_SHORT = Code.of("cut-short");

    private static final Code GIVE_BACK_NOT_SAID = Code.of("give-back-not-said");

    static final Code ANSWER_IN_A_NOTE = Code.of("answer-in-a-note");

    /** Somebody may have acted on what a remark said that does not stand there any more. */
    static final Code REMARK_TAKEN_BACK = Code.of("remark-taken-back");

    private final Endpoint endpoint;
    private final Sitting sitting;

    Absorber(CoordinationRecord record, Links links, Endpoint endpoint, Rulebook rules, Salt salt, Instant now) {
        this.sitting = new Sitting(record, links, endpoint, rules, salt, now);
        this.endpoint = endpoint;
    }

    Absorbed absorb(Response response) {
        Sight sight = new Sight(sitting);
        if (response instanceof Response.Stands r) {
            current(r.key(), r.number()).ifPresent(link -> stands(link, r));
        } else if (response instanceof Response.Absent r) {
            current(r.key(), r.number()).ifPresent(sight::absent);
        } else if (response instanceof Response.Conflict r) {
            current(r.key(), r.number()).ifPresent(link -> sitting.put(link.overtaken()));
        } else if (response instanceof Response.Unknown r) {
            r.key().flatMap(k -> current(k, r.number())).ifPresent(sight::unknown);
            if (r.key().isEmpty()) {
                sitting.issues.add(MappingIssue.warning("no-answer", ""));
            }
        } else if (response instanceof Response.Refused r) {
            r.key().flatMap(k -> current(k, r.number())).ifPresent(link -> sight.refused(link, r));
            sitting.issues.add(MappingIssue.warning("server-refused-" + r.status(), place(r.key())));
        } else if (response instanceof Response.Rejected r) {
            r.key().flatMap(k -> current(k, r.number())).ifPresent(sight::rejected);
            sitting.issues.add(MappingIssue.error(r.reason().value(), place(r.key())));
        } else if (response instanceof Response.NotSent r) {
            current(r.key(), r.number()).ifPresent(link -> {
                sight.rejected(link);
                sitting.put(sitting.links().get(r.key()).orElse(link).unsent());
            });
            sitting.issues.add(MappingIssue.error(r.reason().value(), place(Optional.of(r.key()))));
        } else if (response instanceof Response.Page page) {
            new PageReading(sitting).read(page);
        }
        return new Absorbed(
                sitting.recording.record(),
                sitting.recording.entries(),
                sitting.links(),
                sitting.messages,
                sitting.issues.issues(),
                sitting.recording.refusals(),
                sitting.issues.repeated());
    }

    private static String place(Optional<LinkKey> key) {
        return key.map(Sitting::place).orElse("");
    }

    /** An answer to any other request than the one that is waited for tells nothing, and a second one neither. */
    private Optional<Link> current(LinkKey key, long number) {
        return sitting.links().get(key).filter(link -> link.requests() == number && link.tried() == number);
    }

    /**
     * What was stored since we looked counts step by step for whoever sent it: an answer that was taken back again was
     * given first. Whoever was asked goes by what stands there; that it had been ended meanwhile is named.
     */
    private void stands(Link link, Response.Stands read) {
        Optional<Stance> stance = sitting.stance(link);
        boolean sent = stance.filter(Stance::sends).isPresent();
        boolean gap = Meanwhile.isGap(link, read);
        if (link.id().filter(read.found().id()::equals).isPresent() && Meanwhile.isOlder(link, read)) {
            older(link);
            return;
        }
        if (stance.isPresent() && gap) {
            sitting.issues.add(MappingIssue.warning(VERSIONS_NOT_SEEN.value(), "Task.meta"));
        }
        if (stance.isPresent() && !read.between().isEmpty()) {
            sitting.issues.add(MappingIssue.warning("read-from-history", "Task.meta"));
        }
        if (sent) {
            read.between().forEach(one -> stands(sitting.links().get(link.key()).orElse(link), one, false));
        }
        boolean open = sitting.stance(link).filter(s -> s.offer().isLive()).isPresent();
        boolean again =
                !sent && stance.filter(s -> Meanwhile.isAskedAgain(s, read)).isPresent();
        stands(sitting.links().get(link.key()).orElse(link), read.found(), again);
        boolean rejected = read.found().json().element("status").asText("").equals(TaskStatus.REJECTED.code());
        if (sent && gap && open && rejected && Meanwhile.isProven(link, read)) {
            sitting.look(link, VERSIONS_NOT_SEEN, true);
        }
    }

    /** Nothing goes back: it is read again, later and later; where a server stays at it, somebody looks. */
    private void older(Link link) {
        sitting.error(Meanwhile.OLDER, link);
        new Sight(sitting).rejected(link);
        if (link.failures() >= AsReceiver.MOST) {
            sitting.look(link, Meanwhile.OLDER, link.failures() == AsReceiver.MOST);
        }
    }

    private void stands(Link link, Found found, boolean again) {
        sitting.recording.from(found);
        if (link.id().filter(id -> !id.equals(found.id())).isPresent()
                || !link.key().type().equals(found.type())) {
            new Sight(sitting).rejected(link);
            sitting.error(Code.of("other-resource"), link);
            return;
        }
        String text = found.json().text();
        if (!Link.fits(text)) {
            new Sight(sitting).rejected(link);
            sitting.error(Code.of("too-large"), link);
            return;
        }
        if (found.json().isCutShort()) {
            new Sight(sitting).rejected(link);
            sitting.error(CUT_SHORT, link);
            sitting.look(link, CUT_SHORT, link.failures() == 0);
            return;
        }
        if (Meanwhile.isReused(link, found)) {
            sitting.error(VERSION_REUSED, link);
            sitting.look(link, VERSION_REUSED, true);
        }
        Link next = link.at(found.id(), found.version(), text, sitting.now);
        new Sight(sitting).stands(next);
        Optional<Stance> stance = sitting.stance(next);
        if (stance.isPresent()) {
            task(stance.get(), link, next, found, again);
            new FocusReading(sitting).beside(next, found);
        } else if (Sitting.isFocus(next)) {
            new FocusReading(sitting).stands(link, next, found);
        } else if (next.key().isSecond()) {
            new SecondTask(sitting).stands(link, next);
        } else if (next.key().isAbort()) {
            new ForeignAsks(sitting).stands(link, next, found);
        } else if (OwnRequest.is(next) && !OwnRequest.asksTheSame(link, found.json())) {
            sitting.error(OwnRequest.OTHER_REQUEST, link);
            sitting.put(link.absent().refusing(OwnRequest.OTHER_REQUEST));
            sitting.look(link, OwnRequest.OTHER_REQUEST, true);
        } else if (Questions.isEndedByPartner(next, sitting.offer(next), found.json())) {
            boolean news = !link.seen().equals(next.seen());
            sitting.error(Questions.ENDED_BY_PARTNER, link);
            sitting.look(link, Questions.ENDED_BY_PARTNER, news);
        }
    }

    private void task(Stance stance, Link before, Link link, Found found, boolean again) {
        Optional<SeenTask> last = before.task();
        Optional<SeenTask> taken = before.takenTask();
        TaskReading reading = reading(stance, found, taken);
        Optional<SeenTask> task = Optional.of(SeenTask.of(found.json(), Optional.empty()));
        sitting.issues.addAll(OwnWords.without(reading.issues(), stance, task.get()));
        if (reading.task().isEmpty()) {
            notes(new ReadTask(stance, reading, task.get(), taken, link), last.or(() -> taken), List.of());
            return;
        }
        Optional<String> in = endedIn(stance, link, last, task.get());
        Link ended = link.ended(in, in.isPresent() ? endedBy(stance, link, last, reading, task.get()) : List.of());
        sitting.put(ended);
        ReadTask read = new ReadTask(stance, reading, task.get(), taken, ended);
        List<Said> said;
        List<Code> remarks;
        if (stance.sends()) {
            List<Code> reasons = sitting.recording.reasons(stance.talks().id());
            AsSender meaning = new AsSender(read, reasons, sitting.recording.team(), sitting.now);
            said = meaning.said();
            remarks = meaning.remarks();
        } else {
            AsReceiver meaning = new AsReceiver(read, again);
            said = meaning.said();
            remarks = meaning.remarks();
        }
        remarks.forEach(code -> sitting.error(code, link));
        Optional<Said> refused = sitting.run(ended, found.id() + "/" + found.version() + "@" + ended.requests(), said);
        notes(read, last.or(() -> taken), refused.isPresent() ? List.of() : said);
        boolean news = again || last.filter(l -> standsAlike(l, task.get())).isEmpty();
        remarks.stream()
                .filter(code -> !ForAPerson.isOwedByTheRecord(code))
                .forEach(code -> sitting.look(link, code, news));
        settle(stance, ended, read, said);
        if (said.isEmpty()) {
            unsettled(before, read);
        }
        if (sitting.stance(ended).filter(s -> s.cannotGiveBack(task.get())).isPresent()) {
            sitting.look(ended, GIVE_BACK_NOT_SAID, false);
        }
        refused.ifPresent(what -> stuck(stance, before, what));
    }

    /**
     * What the other side has added in remarks to what we last read, or sent, each for a person; where they are its way to
     * answer, and we have asked, somebody has to look. What we wrote ourselves is none of it, nor what an answer says that
     * was recorded with it.
     */
    private void notes(ReadTask read, Optional<SeenTask> before, List<Said> recorded) {
        Stance stance = read.stance();
        Link link = read.link();
        JsonNode now = read.task().json().element("note");
        JsonNode then =
                before.map(SeenTask::json).map(json -> json.element("note")).orElseGet(MissingNode::getInstance);
        List<String> known = stance.sends()
                ? recorded.stream().flatMap(said -> said.words().stream()).toList()
                : stance.face(link, read.task()).notes();
        List<JsonNode> added = Notes.added(then, now, known);
        sitting.tell(link, added);
        boolean asks = stance.asksByNote()
                || sitting.stance(link).filter(Stance::asksByNote).isPresent();
        if (!added.isEmpty() && asks) {
            sitting.look(link, ANSWER_IN_A_NOTE, true);
        }
        if (Notes.isOneTakenBack(then, now)) {
            sitting.error(REMARK_TAKEN_BACK, link);
            sitting.look(link, REMARK_TAKEN_BACK, true);
        }
    }

    /** Whether two versions say the same but for notes, marks and times. */
    private static boolean standsAlike(SeenTask one, SeenTask other) {
        return one.statusText().equals(other.statusText())
                && one.businessStatus().equals(other.businessStatus())
                && OurMarks.business(one).equals(OurMarks.business(other))
                && one.json().element("statusReason").equals(other.json().element("statusReason"))
                && one.terms().equals(other.terms())
                && one.owner().equals(other.owner())
                && one.requester().equals(other.requester())
                && one.asked().equals(other.asked())
                && Results.read(one.json()).equals(Results.read(other.json()));
    }

    /**
     * Who may have ended it, as the table had it when it first stood so: a later look at the same end is no news. An end
     * that we wrote, or may have written when we gave it back, is the receiver's whatever the table lets the sender do.
     */
    private static List<Party> endedBy(
            Stance stance, Link link, Optional<SeenTask> last, TaskReading reading, SeenTask task) {
        boolean before = last.flatMap(SeenTask::status).equals(task.status());
        if (before && !link.endedBy().isEmpty()) {
            return link.endedBy();
        }
        if (!stance.sends() && isOurEnd(stance, link, task)) {
            return List.of(Party.OWNER);
        }
        return reading instanceof TaskReading.KnownMove known ? known.entitled() : List.of();
    }

    /** By our mark, or, where it names no write of the sender's, because ours may have left. */
    private static boolean isOurEnd(Stance stance, Link link, SeenTask task) {
        String status = task.status().map(TaskStatus::code).orElse("");
        boolean mayBe = stance.talks().course() == Course.GIVING_BACK && link.again() > 0;
        return stance.wrote(task, status) || (mayBe && !stance.sender().wrote(task, status));
    }

    private TaskReading reading(Stance stance, Found found, Optional<SeenTask> taken) {
        byte[] bytes = OurMarks.compared(found.json(), stance).text().getBytes(StandardCharsets.UTF_8);
        Optional<SeenTask> before =
                taken.map(task -> SeenTask.of(OurMarks.compared(task.json(), stance), Optional.empty()));
        boolean held = stance.binding() || stance.validating();
        return TaskReader.read(
                bytes,
                Limits.standard(),
                new TaskContext(endpoint.profile(), Writer.UNVERIFIED, before, Optional.empty(), held));
    }

    /**
     * In which version the Task first stood ended as it does now: the one that the sender's mark names. Where a note was
     * added before the sender looked, its own next write names the version with the note, and that is the same end.
     */
    private static Optional<String> endedIn(Stance stance, Link link, Optional<SeenTask> last, SeenTask task) {
        if (task.status()
                .filter(s -> s.ended() && s != TaskStatus.ENTERED_IN_ERROR)
                .isEmpty()) {
            return Optional.empty();
        }
        Optional<String> marked = OurMarks.seenBySender(task);
        boolean newMark = !stance.sends() && marked.isPresent() && !marked.equals(last.flatMap(OurMarks::seenBySender));
        boolean before = last.flatMap(SeenTask::status).equals(task.status());
        if (before && link.ended().isPresent()) {
            return newMark && stance.sender().wrote(task, Face.SEEN) ? marked : link.ended();
        }
        return newMark ? marked : link.version();
    }

    /**
     * What was written and stands is done with; what a person has been told of is not told again. What has come back to a
     * person is decided anew, and a new answer is a new request.
     */
    private void settle(Stance before, Link link, ReadTask read, List<Said> said) {
        Stance stance = sitting.stance(link).orElse(before);
        Link next = link;
        List<Code> overtaken = said.stream()
                .flatMap(s -> s.command() instanceof OvertakeDecision o ? Stream.of(o.reason()) : Stream.empty())
                .toList();
        boolean told = overtaken.contains(AsReceiver.CONTENT_CHANGED);
        if (link.asked().isEmpty() || told) {
            next = next.told(read.asked());
        }
        boolean ours =
                !before.sends() && said.contains(Said.confirm(before.offer().number(), endpoint.own()));
        if (read.isTaken() || ours) {
            next = next.taking(read.task().json());
        }
        if (!overtaken.isEmpty()) {
            next = next.seenTo();
        }
        if (!overtaken.isEmpty() || stance.stands(read.task(), stance.face(next, read.task()))) {
            next = next.settled();
        }
        new Sight(sitting).said(stance, next.pausing(sitting.now), read.task());
        if (overtaken.contains(AsReceiver.SERVER_REFUSED)) {
            sitting.error(AsReceiver.SERVER_REFUSED, link);
            sitting.look(link, AsReceiver.SERVER_REFUSED, true);
        }
    }

    /**
     * A decision that waits for the server, and that this version neither settles nor lets be written, is read again,
     * later and later; when that lasts, and at once where the Task has ended otherwise, somebody looks.
     */
    private void unsettled(Link before, ReadTask read) {
        Link link = sitting.links().get(before.key()).orElse(before);
        Optional<Stance> waits = sitting.stance(link).filter(Stance::pending);
        if (waits.isEmpty()) {
            return;
        }
        Stance stance = waits.get();
        Face face = stance.face(link, read.task());
        if (!Leaving.may(stance, link, read.task(), face)) {
            sitting.put(link.waiting(sitting.now, before.failures()));
            if (before.failures() >= AsReceiver.MOST) {
                sitting.look(link, DECISION_UNSETTLED, before.failures() == AsReceiver.MOST);
            }
        } else if (stance.sends() && link.ended().isPresent() && stance.stands(read.task(), face)) {
            sitting.look(link, DECISION_UNSETTLED, false);
        }
    }

    /**
     * What the record did not take is read again, later and later; where nothing of ours is waited for, somebody looks. A
     * start is kept back by what is still owed, and that somebody hears of already.
     */
    private void stuck(Stance before, Link link, Said refused) {
        HandoffId handoff = before.talks().id();
        if (!sitting.recording.isOpen(handoff)) {
            return;
        }
        sitting.links().get(link.key()).ifPresent(now -> sitting.put(now.waiting(sitting.now, link.failures())));
        if (!before.pending() && !(refused.command() instanceof StartAction)) {
            sitting.look(link, NOT_RECORDED, true);
        }
    }
}
