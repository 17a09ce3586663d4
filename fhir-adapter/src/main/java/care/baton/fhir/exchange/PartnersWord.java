package care.baton.fhir.exchange;

import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenCode;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.SeenTerm;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What whoever was asked newly says on a Task of ours that only a person of ours can answer: a question, or conditions. */
final class PartnersWord {

    /** A status of what is asked, by Clinical Order Workflow; the question itself stands in the reason for it. */
    private static final String AWAITING = "awaiting-information";

    private static final String REASON = "statusReason";

    private final PartnerProfile profile;
    private final SeenTask task;
    private final Optional<SeenTask> taken;

    /** What stands on it, beside the version last taken for true. */
    PartnersWord(PartnerProfile profile, SeenTask task, Optional<SeenTask> taken) {
        this.profile = profile;
        this.task = task;
        this.taken = taken;
    }

    /**
     * Whether it newly asks something of its sender, or proposes conditions: in the words or terms that Baton writes, or as
     * received with a business status of the partner's own that is more than its word for received, or with another reason
     * for that status.
     */
    boolean asks() {
        String words = OurMarks.business(task);
        boolean otherWords = isOther(words);
        List<SeenCode> codes = taken.map(SeenTask::businessStatus).orElse(List.of());
        boolean otherCode =
                task.businessStatus().stream().anyMatch(code -> !codes.contains(code) && !isPlainlyReceived(code));
        boolean asked = otherWords && (words.equals(Faces.AWAITING_INFORMATION) || words.equals(Faces.PROPOSED));
        boolean received =
                is(TaskStatus.RECEIVED) && (otherCode || (otherWords && !words.equals(Faces.INFORMATION_RECEIVED)));
        return hasMoreTerms() || asked || received || asksWhileHeld();
    }

    /** Whether whoever has it newly waits for something: for information, or on hold for a reason that is stated. */
    boolean asksWhileHeld() {
        List<SeenCode> codes = taken.map(SeenTask::businessStatus).orElse(List.of());
        List<SeenCode> awaiting =
                task.businessStatus().stream().filter(PartnersWord::awaits).toList();
        String words = OurMarks.business(task);
        boolean word = words.equals(Faces.AWAITING_INFORMATION);
        boolean waits = word || !awaiting.isEmpty() || is(TaskStatus.RECEIVED) || is(TaskStatus.ON_HOLD);
        return (word && isOther(words)) || !codes.containsAll(awaiting) || (waits && hasOtherReason());
    }

    /** Whether a condition stands there that did not when it was last taken for true. */
    boolean hasMoreTerms() {
        List<SeenTerm> before = taken.map(SeenTask::terms).orElse(List.of());
        return task.terms().stream()
                .anyMatch(term -> before.stream().noneMatch(b -> b.text().equals(term.text())));
    }

    private boolean is(TaskStatus status) {
        return task.status().equals(Optional.of(status));
    }

    private boolean isOther(String words) {
        return !words.isEmpty() && !taken.map(OurMarks::business).orElse("").equals(words);
    }

    private static boolean awaits(SeenCode code) {
        return code.code().equalsIgnoreCase(AWAITING);
    }

    private boolean hasOtherReason() {
        JsonNode reason = task.json().element(REASON);
        return reason.isObject()
                && taken.map(before -> before.json().element(REASON))
                        .filter(reason::equals)
                        .isEmpty();
    }

    private boolean isPlainlyReceived(SeenCode code) {
        return Steps.beside(profile, TaskStatus.RECEIVED)
                .filter(entry ->
                        entry.code().equals(code.code()) && entry.system().equals(code.system()))
                .isPresent();
    }
}
