package care.baton.fhir.exchange;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.partner.Work;
import care.baton.fhir.task.SeenTask;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the partner asks by a Task of its own about one that is between us: to stop it, to change it, to do something else
 * instead. A person of ours looks at each; nothing changes by it.
 */
final class ForeignAsks {

    private static final Code CHANGE_ASKED = Code.of("change-asked");
    private static final Code AGREED = Code.of("stop-agreed");
    static final Code REFUSED = Code.of("stop-refused");

    private static final Set<String> INSTEAD = Set.of("replace", "change");
    private static final Set<TaskStatus> UNANSWERED = Set.of(TaskStatus.REQUESTED, TaskStatus.RECEIVED);

    private final Sitting sitting;
    private final Incoming incoming;
    private final Set<String> ended;

    ForeignAsks(Sitting sitting) {
        this(sitting, Set.of());
    }

    /** Beside Tasks, by their ids, that are known to have ended, whatever was last read of them. */
    ForeignAsks(Sitting sitting, Set<String> ended) {
        this.sitting = sitting;
        this.ended = ended;
        this.incoming = new Incoming(sitting.endpoint);
    }

    /** A Task that no link has. */
    void found(Found found) {
        SeenTask task = SeenTask.of(found.json(), Optional.empty());
        boolean open =
                task.status().filter(s -> !s.ended() && s != TaskStatus.DRAFT).isPresent();
        if (!open || found.json().isCutShort() || !incoming.isToUs(task)) {
            return;
        }
        about(task)
                .ifPresent(link -> sitting.stance(link)
                        .ifPresent(
                                stance -> what(task, link, stance).ifPresent(code -> asks(stance, link, code, found))));
    }

    private void asks(Stance stance, Link link, Code code, Found found) {
        if (!code.equals(AsReceiver.CANCELLATION_ASKED)) {
            looks(link, code, found);
            return;
        }
        LinkKey key = Aborting.theirs(stance);
        boolean waits = sitting.links().get(key).filter(ForeignAsks::isOpen).isPresent();
        if (waits) {
            looks(link, code, found);
        } else if (isUnanswered(SeenTask.of(found.json(), Optional.empty()))) {
            sitting.put(Link.named(key, found.id()).hinted());
        }
    }

    private void looks(Link link, Code code, Found found) {
        String read = "Task/" + found.id();
        if (!sitting.hasAsked(link, code, read)) {
            sitting.issues.add(MappingIssue.error(code.value(), "Task"));
            sitting.look(link, code, true, read);
        }
    }

    private static boolean isOpen(Link link) {
        boolean unread = link.seen().isNone();
        return !link.isGone()
                && (unread || link.task().filter(ForeignAsks::isUnanswered).isPresent());
    }

    /** Whether nobody has answered it: an answer of ours, a yes too, is the end of what it asks. */
    private static boolean isUnanswered(SeenTask task) {
        return task.status().filter(UNANSWERED::contains).isPresent();
    }

    /**
     * What it asks of the one between us; empty where that is no business of this one. Whoever asked for the work may ask
     * for a change of it; only whoever was asked proposes something else.
     */
    private Optional<Code> what(SeenTask task, Link link, Stance stance) {
        if (isChange(task)) {
            boolean abort = Aborting.is(task);
            Code other = stance.sends() && is(task, INSTEAD) ? AsSender.ALTERNATIVE : CHANGE_ASKED;
            return Optional.of(abort ? AsReceiver.CANCELLATION_ASKED : other);
        }
        if (!stance.sends()) {
            return isReplaced(task, link, stance) ? Optional.of(CHANGE_ASKED) : Optional.empty();
        }
        boolean instead = isProposal(task) || !task.replaces().isEmpty();
        return instead ? Optional.of(AsSender.ALTERNATIVE) : Optional.empty();
    }

    /** A firm offer takes the place of a bid as it should; in place of what is still open the work may be done twice. */
    private boolean isReplaced(SeenTask task, Link link, Stance stance) {
        return !stance.invites()
                && !ended.contains(link.id().orElse(""))
                && incoming.replaces(task, link)
                && link.task().filter(Incoming::isOpen).isPresent();
    }

    private boolean isChange(SeenTask task) {
        return task.code().stream()
                .flatMap(code -> sitting.endpoint.profile().work(code.system(), code.code()).stream())
                .anyMatch(Work.CHANGE_REQUEST::equals);
    }

    private static boolean is(SeenTask task, Set<String> codes) {
        return task.code().stream()
                .anyMatch(code -> code.system().equals(FhirSystems.TASK_CODE) && codes.contains(code.code()));
    }

    private boolean isProposal(SeenTask task) {
        return task.intent().equals(Optional.of("proposal")) && !task.invites(sitting.endpoint.profile());
    }

    /** The Task between us that it points to; else the last one that is about the same request. */
    private Optional<Link> about(SeenTask task) {
        Optional<Link> pointed = incoming.pointed(task, sitting.links());
        return pointed.isEmpty() && (isChange(task) || isProposal(task))
                ? incoming.aboutTheSame(task, sitting.links())
                : pointed;
    }

    /** A Task that asks to stop one, ours or the partner's, as it stands now. */
    void stands(Link before, Link link, Found found) {
        Optional<Stance> stance = sitting.offer(link);
        Optional<Link> task = stance.flatMap(s -> sitting.links().get(s.key()));
        Optional<SeenTask> seen = task.flatMap(Link::task);
        if (stance.isEmpty() || seen.isEmpty()) {
            return;
        }
        SeenTask now = SeenTask.of(found.json(), Optional.empty());
        JsonNode noted = before.task().map(last -> last.json().element("note")).orElseGet(MissingNode::getInstance);
        sitting.tell(link, Notes.added(noted, found.json().element("note"), List.of()));
        boolean news = !before.task().flatMap(SeenTask::status).equals(now.status());
        if (link.key().equals(Aborting.theirs(stance.get()))) {
            boolean agreed =
                    new Aborting(stance.get(), seen.get()).answer(now).equals(Optional.of(TaskStatus.ACCEPTED));
            if (isUnanswered(now) && !agreed) {
                looks(task.get(), AsReceiver.CANCELLATION_ASKED, found);
            }
            return;
        }
        boolean asked = new Aborting(stance.get(), seen.get()).isAsked();
        if (asked && news && now.status().isPresent()) {
            answered(task.get(), now.status().get());
        }
    }

    /** Their word on it is told to a person; what came of the work itself is read there. */
    private void answered(Link task, TaskStatus status) {
        boolean yes = status.saysHeld();
        if (!yes && !status.ended()) {
            return;
        }
        Code code = yes ? AGREED : REFUSED;
        sitting.issues.add(MappingIssue.warning(code.value(), "Task"));
        sitting.look(task, code, true);
        if (yes && task.tried() == 0) {
            sitting.put(task.hinted());
        }
    }
}
