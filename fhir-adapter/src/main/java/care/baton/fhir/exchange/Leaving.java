package care.baton.fhir.exchange;

import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenTask;
import java.util.Optional;

/** Whether what we have to say may be written over the version of a Task that was last read. */
final class Leaving {

    private Leaving() {}

    /** It was not refused, the partner's table has it, and it is still ours to say of what was read. */
    static boolean may(Stance stance, Link link, SeenTask task, Face face) {
        return !link.refused().equals(Optional.of(face.wish()))
                && stance.writable(task, face)
                && (stance.sends() || (isOurs(stance, link, task) && isWhatWasTold(stance, link, task, face)))
                && (!stance.isOpenAgain(task, link.takenTask()) || stance.wasLookedInto(AsReceiver.ASKED_AGAIN))
                && !(isYes(stance, face)
                        && stance.pending()
                        && new WhoIsWho(stance.endpoint()).isFromAnother(task, link.takenTask()))
                && !(isYes(stance, face) && Meaning.isInDoubt(stance, task));
    }

    /** It is still addressed to us, and for the person of the record. */
    private static boolean isOurs(Stance stance, Link link, SeenTask task) {
        WhoIsWho who = new WhoIsWho(stance.endpoint());
        Optional<SeenTask> taken = link.takenTask();
        return who.isAddressed(stance, task, taken) && !who.isForAnother(stance, task, taken);
    }

    /** An answer is to what a person was told; and nobody goes on with what is asked otherwise before a person has looked. */
    private static boolean isWhatWasTold(Stance stance, Link link, SeenTask task, Face face) {
        boolean same = link.asked().isEmpty()
                || link.asked().equals(Optional.of(OurMarks.asked(task.json(), stance.endpoint())));
        if (stance.pending()) {
            return same;
        }
        return !isYes(stance, face)
                || stance.wasLookedInto(AsReceiver.CONTENT_CHANGED)
                || (same && !stance.isToLookInto(AsReceiver.CONTENT_CHANGED));
    }

    /** That we take it on, or go on with it; a no, a question or its return is said whatever is asked in it by now. */
    private static boolean isYes(Stance stance, Face face) {
        return !stance.sends()
                && (stance.agrees()
                        || face.status().filter(TaskStatus::saysHeld).isPresent());
    }
}
