package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.CancelWay;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenTask;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A server without conditional creation may store one offer twice, where we have sent it again because nothing was found.
 * An answer on either answers the offer: the Task that was answered is its Task from then on, and the other is cancelled.
 * Where something is said on both, or on one that we cannot have sent, somebody looks.
 */
final class SecondTask {

    static final Code CODE = Code.of("second-of-one-identifier");

    /** What nobody has said anything by, or has taken back. */
    private static final Set<TaskStatus> SILENT =
            Set.of(TaskStatus.DRAFT, TaskStatus.REQUESTED, TaskStatus.CANCELLED, TaskStatus.ENTERED_IN_ERROR);

    private final Sitting sitting;

    SecondTask(Sitting sitting) {
        this.sitting = sitting;
    }

    /** What was sent may still be on its way when the same is sent again: then there may be two of ours. */
    void mayCome(Link first) {
        if (first.key().isOffer() && sitting.links().get(first.key().second()).isEmpty()) {
            sitting.put(Link.unknown(first.key().second()));
        }
    }

    /** One that no link has, with the identifier of ours that the first has: where we sent it once only, not ours. */
    void found(Link first, Found found) {
        Optional<Stance> sends = sitting.stance(first).filter(Stance::sends);
        if (sends.isEmpty()) {
            return;
        }
        SeenTask second = SeenTask.of(found.json(), Optional.empty());
        boolean free = sitting.links()
                .get(first.key().second())
                .filter(link -> link.id().isEmpty() || link.isGone() || isOver(link))
                .isPresent();
        if (!free) {
            if (isAnswered(sends.get(), second)) {
                look(first, second, found.id());
            }
        } else if (Incoming.isOpen(second) || isAnswered(sends.get(), second)) {
            sitting.put(Link.named(first.key().second(), found.id()).hinted());
        }
    }

    private static boolean isOver(Link second) {
        return !second.seen().isNone() && second.task().filter(Incoming::isOpen).isEmpty();
    }

    /** It was read: where it is answered, or asks something, and the first is not and does not, they change places. */
    void stands(Link before, Link second) {
        Optional<Stance> sends = sitting.offer(second).filter(Stance::sends);
        Optional<Link> first = sends.flatMap(stance -> sitting.links().get(stance.key()));
        Optional<SeenTask> seen = second.task();
        if (first.isEmpty() || seen.isEmpty()) {
            return;
        }
        boolean says = isAnswered(sends.get(), seen.get()) || asks(sends.get(), seen.get(), first.get());
        boolean open = says
                && sends.get().offer().isLive()
                && first.get()
                        .task()
                        .filter(task -> Incoming.isOpen(task)
                                && !isAnswered(sends.get(), task)
                                && !asks(sends.get(), task, first.get()))
                        .isPresent();
        if (open) {
            sitting.put(elsewhere(first.get(), second.id().orElseThrow()));
            sitting.put(second(second.key(), first.get()).hinted());
            return;
        }
        tell(before, second, seen.get());
        if (says) {
            look(first.get(), seen.get(), second.id().orElseThrow());
        }
    }

    /** What was the first until now, as it was last read. */
    private Link second(LinkKey key, Link first) {
        String id = first.id().orElseThrow();
        Link second = Link.named(key, id);
        return first.version()
                .flatMap(version -> first.seen().text().map(text -> second.at(id, version, text, sitting.now)))
                .orElse(second);
    }

    /** A remark on it is heard as one on the first would be. */
    private void tell(Link before, Link second, SeenTask task) {
        JsonNode known = before.task().map(last -> last.json().element("note")).orElseGet(MissingNode::getInstance);
        sitting.tell(second, Notes.added(known, task.json().element("note"), List.of()));
    }

    /** What was taken for true of the one was sent with the other as well. */
    private static Link elsewhere(Link first, String id) {
        Link other = first.elsewhere(id);
        return first.takenTask()
                .map(task -> task.json().tree())
                .map(task -> other.taking(FhirJson.of(task.put("id", id))))
                .orElse(other);
    }

    /** What somebody says on another of ours is looked at, once for each status. */
    private void look(Link first, SeenTask second, String id) {
        String read = "Task/" + id + "/" + second.statusText().orElse("");
        if (!sitting.hasAsked(first, CODE, read)) {
            sitting.look(first, CODE, true, read);
        }
    }

    private static boolean isAnswered(Stance stance, SeenTask task) {
        return task.status()
                .filter(status -> !SILENT.contains(status)
                        && status != Writing.first(stance.endpoint().profile()))
                .isPresent();
    }

    /** A question or conditions, beside what was sent: where they stand on something open. */
    private static boolean asks(Stance stance, SeenTask task, Link first) {
        return Incoming.isOpen(task) && new PartnersWord(stance.endpoint().profile(), task, first.takenTask()).asks();
    }

    /**
     * How the second is ended: cancelled, once nobody can answer by it any more than by the first, and where the partner
     * lets us.
     *
     * @param first the first
     * @param seen the first as last read
     */
    static Optional<String> end(Stance stance, Link first, Optional<SeenTask> seen, Link second) {
        boolean free = second.task()
                .filter(task -> !isAnswered(stance, task)
                        && (!stance.offer().isLive() || !asks(stance, task, first))
                        && Steps.cancelling(stance.endpoint().profile(), task) == CancelWay.DIRECT)
                .isPresent();
        boolean either = !stance.offer().isLive()
                || seen.filter(task -> !isAnswered(stance, task)).isPresent();
        return Optional.of(TaskStatus.CANCELLED.code()).filter(end -> free && either);
    }
}
