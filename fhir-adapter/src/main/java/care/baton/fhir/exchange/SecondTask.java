package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.CancelWay;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenTask;
import care.baton.outcome.Code;
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
                .filter(link -> link.id().isEmpty() || isOver(link))
                .isPresent();
        if (!free) {
            look(first, sends.get(), second, found.id());
        } else if (Incoming.isOpen(second) || isAnswered(sends.get(), second)) {
            sitting.put(Link.named(first.key().second(), found.id()).hinted());
        }
    }

    private static boolean isOver(Link second) {
        return !second.seen().isNone()
                && Planner.seen(second).filter(Incoming::isOpen).isEmpty();
    }

    /** It was read: where it is answered and the first is not, they change places. */
    void stands(Link second) {
        Optional<Stance> sends = sitting.offer(second).filter(Stance::sends);
        Optional<Link> first = sends.flatMap(stance -> sitting.links().get(stance.key()));
        Optional<SeenTask> seen = Planner.seen(second);
        if (first.isEmpty() || seen.isEmpty() || !isAnswered(sends.get(), seen.get())) {
            return;
        }
        boolean open = sends.get().offer().isLive()
                && Planner.seen(first.get())
                        .filter(task -> Incoming.isOpen(task) && !isAnswered(sends.get(), task))
                        .isPresent();
        if (open) {
            sitting.put(elsewhere(first.get(), second.id().orElseThrow()));
            sitting.put(Link.named(second.key(), first.get().id().orElseThrow()).hinted());
        } else {
            look(first.get(), sends.get(), seen.get(), second.id().orElseThrow());
        }
    }

    /** What was taken for true of the one was sent with the other as well. */
    private static Link elsewhere(Link first, String id) {
        Link other = first.elsewhere(id);
        return Planner.taken(first)
                .map(task -> task.json().tree())
                .map(task -> other.taking(FhirJson.of(task.put("id", id))))
                .orElse(other);
    }

    /** What somebody says on another of ours is looked at, once for each status. */
    private void look(Link first, Stance stance, SeenTask second, String id) {
        String read = "Task/" + id + "/" + second.statusText().orElse("");
        if (isAnswered(stance, second) && !sitting.hasAsked(first, CODE, read)) {
            sitting.look(first, CODE, true, read);
        }
    }

    private static boolean isAnswered(Stance stance, SeenTask task) {
        return task.status()
                .filter(status -> !SILENT.contains(status)
                        && status != Writing.first(stance.endpoint().profile()))
                .isPresent();
    }

    /**
     * How the second is ended: cancelled, once nobody can answer by it any more than by the first, and where the partner
     * lets us.
     *
     * @param first the first as last read
     */
    static Optional<String> end(Stance stance, Optional<SeenTask> first, Link second) {
        boolean free = Planner.seen(second)
                .filter(task -> !isAnswered(stance, task)
                        && Steps.cancelling(stance.endpoint().profile(), task) == CancelWay.DIRECT)
                .isPresent();
        boolean either = !stance.offer().isLive()
                || first.filter(task -> !isAnswered(stance, task)).isPresent();
        return Optional.of(TaskStatus.CANCELLED.code()).filter(end -> free && either);
    }
}
