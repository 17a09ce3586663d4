package care.baton.fhir.exchange;

import care.baton.fhir.Concepts;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Instants;
import care.baton.fhir.Pointer;
import care.baton.fhir.partner.CancelWay;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenTask;
import care.baton.handoff.Course;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A second Task that asks to stop the first: ours to whoever has begun, and the partner's to us. It ends nothing by
 * itself; a person on the other side answers it. Source: Clinical Order Workflow, cancelling and modifying requests.
 *
 * @param stance how we stand to the offer
 * @param task the Task of the offer as last read
 */
record Aborting(Stance stance, SeenTask task) {

    static final String ABORT = "abort";

    /** Where our second Task stands. */
    static LinkKey ours(Stance stance) {
        return LinkKey.abort(stance.talks().id().value(), stance.offer().number(), false);
    }

    /** Where the partner's stands. */
    static LinkKey theirs(Stance stance) {
        return LinkKey.abort(stance.talks().id().value(), stance.offer().number(), true);
    }

    /** Whether it is such a Task. */
    static boolean is(SeenTask task) {
        return task.code().stream()
                .anyMatch(code -> code.system().equals(FhirSystems.TASK_CODE)
                        && code.code().equals(ABORT));
    }

    /** Whether there is anything to stop, to say of it or to look after: without reading the Task. */
    static boolean isOf(Stance stance, Links links) {
        return (stance.pending() && stance.endpoint().profile().lifecycle().abortsByTask())
                || stance.isToLookInto(Exchange.TO_BE_STOPPED)
                || links.get(ours(stance)).isPresent()
                || links.get(theirs(stance)).isPresent();
    }

    /** Whether the partner is to be asked: a withdrawal waits for it, or somebody of ours wants it to be stopped. */
    boolean isAsked() {
        boolean waits = stance.pending()
                && Steps.cancelling(stance.endpoint().profile(), task) == CancelWay.ASKED_BY_ABORT_TASK;
        return stance.sends() && !isEnded() && (waits || (isWanted() && isPossible()));
    }

    /** Whether somebody of ours wants it to be stopped, and this partner cannot be asked in either way. */
    boolean isUnasked() {
        return isWanted()
                && !isEnded()
                && !isPossible()
                && !Steps.isStoppedByCancelling(stance.endpoint().profile(), task)
                && !Steps.isAskedByStatus(stance.endpoint().profile(), task);
    }

    private boolean isWanted() {
        return stance.sends() && stance.binding() && stance.isToLookInto(Exchange.TO_BE_STOPPED);
    }

    private boolean isPossible() {
        return stance.endpoint().profile().lifecycle().abortsByTask();
    }

    boolean isEnded() {
        return task.status().filter(TaskStatus::ended).isPresent();
    }

    /** Our second Task. */
    FhirJson written(Instant now) {
        Endpoint endpoint = stance.endpoint();
        ObjectNode abort = Writing.resource("Task", ours(stance));
        abort.put("status", "requested").put("intent", "order");
        Concepts.put(abort.putObject("code"), FhirSystems.TASK_CODE, ABORT);
        abort.putObject("focus").put("reference", "Task/" + task.id().orElseThrow());
        abort.set("for", new Pointer(stance.offer().ask().person().value()).json());
        String written = Instants.written(now);
        abort.put("authoredOn", written).put("lastModified", written);
        abort.putObject("requester").put("reference", endpoint.ownReference());
        abort.set("owner", new Pointer(endpoint.partner().organization().value()).json());
        Code why = stance.offer().withdrawing().orElse(Exchange.TO_BE_STOPPED);
        Concepts.put(abort.putObject("reasonCode"), FhirSystems.REASONS, why.value());
        return FhirJson.of(abort);
    }

    /**
     * What we answer the partner's: yes once it is ended or given back here, and no once a person has looked and goes on;
     * empty while a person has still to look, and where nobody was asked. Where we asked for the work, that somebody does
     * not do it is no yes to what they ask: who placed a request alone cancels it, so a person looks before any answer.
     *
     * @param asked the partner's Task as last read
     */
    Optional<TaskStatus> answer(SeenTask asked) {
        if (!stance.sends() && isStopped()) {
            return Optional.of(TaskStatus.ACCEPTED);
        }
        boolean over = stance.sends() && isOver(asked);
        return stance.wasLookedInto(AsReceiver.CANCELLATION_ASKED)
                ? Optional.of(over ? TaskStatus.ACCEPTED : TaskStatus.REJECTED)
                : Optional.empty();
    }

    /** Whether what the partner would have stopped is over by our own doing: the Task, or the request behind it. */
    private boolean isOver(SeenTask asked) {
        boolean request = asked.focus().filter(focus -> !focus.isA("Task")).isPresent();
        boolean revoked =
                OwnRequest.isNeeded(stance) && OwnRequest.ended(stance).isPresent();
        return request ? revoked || stance.talks().course() == Course.RECORDED_IN_ERROR : isStopped();
    }

    private boolean isStopped() {
        if (stance.offer().isLive()) {
            return false;
        }
        if (!stance.accepted() || stance.invites()) {
            return !stance.accepted();
        }
        Course course = stance.talks().course();
        boolean done = course.isEnded() || stance.validating();
        return stance.binding() ? course == Course.GIVING_BACK : !done;
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "Aborting";
    }
}
