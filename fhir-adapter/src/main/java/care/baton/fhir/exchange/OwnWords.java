package care.baton.fhir.exchange;

import care.baton.fhir.MappingIssue;
import care.baton.fhir.task.SeenReference;
import care.baton.fhir.task.SeenTask;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What Baton itself writes on a Task is understood when it is read again: nobody has to look at it. */
final class OwnWords {

    private static final Code BUSINESS = Code.of("business-status-not-understood");
    private static final Code OWNER = Code.of("owner-by-identifier-only");

    private static final Set<String> FACES = Set.of(
            Faces.AWAITING_INFORMATION,
            Faces.INFORMATION_RECEIVED,
            Faces.PROPOSED,
            Faces.ACCEPTED,
            Faces.BID,
            Faces.IN_PROGRESS,
            Faces.DONE,
            Faces.CONFIRMED,
            Faces.DECLINED,
            Faces.GIVEN_BACK,
            Faces.WITHDRAWN,
            Faces.CANCELLATION_ASKED,
            Faces.CANCELLED,
            Faces.IN_ERROR);
    private static final String TIME = "[0-9T:.Z+-]+";
    private static final Pattern OFFERED =
            Pattern.compile(Writing.OFFERED + "(" + Writing.ANSWER_BY + TIME + ")?(" + Writing.FINISH_BY + TIME + ")?");

    private OwnWords() {}

    /** The issues of a reading but for those that are about words of ours. */
    static List<MappingIssue> without(List<MappingIssue> issues, Stance stance, SeenTask task) {
        return issues.stream()
                .filter(issue -> !(issue.code().equals(BUSINESS) && saysOurs(task))
                        && !(issue.code().equals(OWNER) && namesAsWeDo(stance, task)))
                .toList();
    }

    /** Whether it says no more than that we have offered it. */
    static boolean isOffer(JsonNode businessStatus) {
        return businessStatus.size() == 1
                && OFFERED.matcher(businessStatus.path("text").asText("")).matches();
    }

    /** A code beside the words is somebody else's. */
    private static boolean saysOurs(SeenTask task) {
        String words = OurMarks.business(task);
        return task.businessStatus().isEmpty()
                && (FACES.contains(words) || OFFERED.matcher(words).matches());
    }

    /** An offer of ours names the partner as the host does: by an identifier, where that is no address. */
    private static boolean namesAsWeDo(Stance stance, SeenTask task) {
        SeenReference partner =
                WhoIsWho.written(stance.endpoint().partner().organization().value());
        return stance.sends() && task.owner().filter(partner::equals).isPresent();
    }
}
