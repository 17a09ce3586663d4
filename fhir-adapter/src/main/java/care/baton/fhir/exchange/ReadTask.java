package care.baton.fhir.exchange;

import care.baton.fhir.partner.OwnerMeans;
import care.baton.fhir.partner.Party;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.Holding;
import care.baton.fhir.task.Move;
import care.baton.fhir.task.SeenReference;
import care.baton.fhir.task.SeenReference.Sameness;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.TaskReading;
import care.baton.handoff.Course;
import java.util.Optional;

/**
 * One version of a Task beside what we know: the version before, our link, and where the record stands.
 *
 * @param stance how we stand to the offer
 * @param reading what was read
 * @param task what stands on it
 * @param last the version read or written before
 * @param link the link, with this version
 */
record ReadTask(Stance stance, TaskReading reading, SeenTask task, Optional<SeenTask> last, Link link) {

    /** Whether the reading is a known step; what is in doubt gives nothing. */
    boolean known() {
        return reading instanceof TaskReading.KnownMove;
    }

    boolean is(TaskStatus status) {
        return task.status().equals(Optional.of(status));
    }

    boolean ended() {
        return task.status().filter(TaskStatus::ended).isPresent();
    }

    /** Whether its status says that the owner holds it, and not that its cancellation is asked for. */
    boolean saysHeld() {
        return task.status().filter(TaskStatus::saysHeld).isPresent() && !asksToCancel();
    }

    boolean saysNotHeld() {
        return reading.holding() == Holding.SAYS_NOT_HELD || (saysHeld() && !addressed());
    }

    boolean asksToCancel() {
        boolean coded = Steps.asksToCancel(stance.endpoint().profile(), task);
        return coded || (reading instanceof TaskReading.KnownMove m && m.move() == Move.CANCELLATION_ASKED);
    }

    /** Whether its sender may have cancelled it, and we did not. */
    boolean cancelledBySender() {
        boolean may = reading instanceof TaskReading.KnownMove m
                && (m.entitled().isEmpty() || m.entitled().contains(Party.REQUESTER));
        return is(TaskStatus.CANCELLED) && may && !ourWrite();
    }

    /** Whether the end that stands there is one that we wrote: our mark came with it, or it is how we give back. */
    private boolean ourWrite() {
        boolean first = !last.flatMap(SeenTask::status).equals(task.status());
        boolean newMark =
                !OurMarks.command(task).equals(last.map(OurMarks::command).orElse(""));
        return stance.wrote(task) && (first ? newMark : stance.talks().course() == Course.GIVING_BACK);
    }

    /** Whether the sender has marked that it read the end that we wrote. */
    boolean seenBySender() {
        return link.ended().isPresent() && link.ended().equals(OurMarks.seenBySender(task));
    }

    /** Whether its owner is still the one who was asked, as far as that can be told. */
    boolean addressed() {
        if (stance.endpoint().profile().parties().ownerMeans() != OwnerMeans.ACCOUNTABLE) {
            return true;
        }
        Optional<SeenReference> owner = task.owner();
        if (owner.isEmpty()) {
            return last.flatMap(SeenTask::owner).isEmpty() && !saysHeld();
        }
        return stance.sends() ? isPartner(owner.get()) : isUs(owner.get());
    }

    private boolean isPartner(SeenReference owner) {
        String name = stance.offer().to().organization().value();
        SeenReference partner = name.contains("/") ? new SeenReference(Optional.of(name), Optional.empty()) : owner;
        return owner.sameAs(partner) != Sameness.DIFFERENT || !owner.isA("Organization");
    }

    private boolean isUs(SeenReference owner) {
        boolean another = owner.isA("Organization")
                && owner.sameAs(new SeenReference(Optional.of(stance.endpoint().ownReference()), Optional.empty()))
                        == Sameness.DIFFERENT;
        boolean replaced = last.flatMap(SeenTask::owner)
                .filter(before -> before.sameAs(owner) == Sameness.DIFFERENT)
                .isPresent();
        return !another && !replaced;
    }

    /** Whether what is asked is what a person was last told. */
    boolean sameAsTold() {
        return link.asked().isEmpty() || link.asked().equals(Optional.of(OurMarks.asked(task.json())));
    }
}
