package care.baton.fhir.exchange;

import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenTask;
import java.util.Optional;

/** Whether what we have to say may be written over the version of a Task that was last read. */
final class Leaving {

    private Leaving() {}

    /** It was not refused, the partner's table has it, it is about what was read, and it is still ours to say. */
    static boolean may(Stance stance, Link link, SeenTask task, Face face) {
        WhoIsWho who = new WhoIsWho(stance.endpoint());
        Optional<SeenTask> taken = Planner.taken(link);
        boolean same = link.asked().isEmpty()
                || link.asked().equals(Optional.of(OurMarks.asked(task.json(), stance.endpoint())));
        return !link.refused().equals(Optional.of(face.wish()))
                && stance.writable(task, face)
                && (stance.sends() || !stance.pending() || same)
                && (stance.sends() || stance.pending() || who.isAddressed(stance, task, taken))
                && !(isYes(stance, face) && stance.pending() && who.isFromAnother(task, taken))
                && !(isYes(stance, face) && Meaning.isInDoubt(stance, task));
    }

    /** That we take it on, or go on with it; a no, a question or its return is said whatever is asked in it by now. */
    private static boolean isYes(Stance stance, Face face) {
        return !stance.sends()
                && (stance.agrees()
                        || face.status().filter(TaskStatus::saysHeld).isPresent());
    }
}
