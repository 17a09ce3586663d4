package care.baton.fhir.exchange;

import care.baton.fhir.Limits;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.partner.Writer;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.TaskContext;
import care.baton.fhir.task.TaskReader;
import care.baton.outcome.Code;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a Task may mean something else than it seems to: then nobody says yes to it in our name. */
final class Meaning {

    static final Code IN_DOUBT = Code.of("meaning-in-doubt");

    private static final Set<String> DOUBTS = Set.of(
            "modifier-extension-unknown",
            "implicit-rules-unknown",
            "intent-missing",
            "intent-unknown",
            "intent-not-an-order");

    private Meaning() {}

    /** As it stands there, whatever stood there before. */
    static boolean isInDoubt(Stance stance, SeenTask task) {
        byte[] bytes = task.json().text().getBytes(StandardCharsets.UTF_8);
        TaskContext alone = new TaskContext(
                stance.endpoint().profile(), Writer.UNVERIFIED, Optional.empty(), Optional.empty(), false);
        return isInDoubt(
                stance, task, TaskReader.read(bytes, Limits.standard(), alone).issues());
    }

    /** An offer that binds has become an invitation, or the other way round: that is another question too. */
    static boolean isInDoubt(Stance stance, SeenTask task, List<MappingIssue> issues) {
        return task.invites(stance.endpoint().profile()) != stance.invites()
                || issues.stream().anyMatch(i -> DOUBTS.contains(i.code().value()));
    }
}
