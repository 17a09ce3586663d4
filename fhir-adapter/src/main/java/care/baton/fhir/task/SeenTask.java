package care.baton.fhir.task;

import care.baton.fhir.FhirJson;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.TaskStatus;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands on one version of a Task, without any judgement. Texts and times are kept as written;
 * what could not be read is absent here and named in the reading. It prints nothing.
 *
 * @param id the server's id for the Task
 * @param version the server's version; not to be compared but for equality
 * @param statusText the status as written
 * @param status the status, where FHIR has it
 * @param businessStatus the codes of the business status
 * @param intent the intent as written
 * @param code the codes that say what is to be done
 * @param owner who is asked
 * @param requester who asks
 * @param person whom it is for
 * @param focus what is asked, as a resource of its own
 * @param finishBy the time to finish by, as written
 * @param respondBy the time to answer by, from our extension, as written
 * @param terms the conditions in our extension
 * @param group what binds the offers of one handoff together
 * @param replaces the earlier Tasks whose place it takes
 * @param output whether anything came of it
 * @param reason the codes of the reason for its status
 * @param reasonText whether the reason has a text
 * @param asked the digest of what the Task itself asks, see {@link AskedDigest}
 * @param focusContent the digest of the content of its focus, where that was read
 * @param ours our extensions on it, as one digest; empty when there is none
 * @param json the resource, whole
 */
public record SeenTask(
        Optional<String> id,
        Optional<String> version,
        Optional<String> statusText,
        Optional<TaskStatus> status,
        List<SeenCode> businessStatus,
        Optional<String> intent,
        List<SeenCode> code,
        Optional<SeenReference> owner,
        Optional<SeenReference> requester,
        Optional<SeenReference> person,
        Optional<SeenReference> focus,
        Optional<String> finishBy,
        Optional<String> respondBy,
        List<SeenTerm> terms,
        Optional<SeenIdentifier> group,
        List<SeenReference> replaces,
        boolean output,
        List<SeenCode> reason,
        boolean reasonText,
        String asked,
        Optional<String> focusContent,
        Optional<String> ours,
        FhirJson json) {

    /** Copies the lists. */
    public SeenTask {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(statusText, "statusText");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(focus, "focus");
        Objects.requireNonNull(finishBy, "finishBy");
        Objects.requireNonNull(respondBy, "respondBy");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(focusContent, "focusContent");
        Objects.requireNonNull(ours, "ours");
        Objects.requireNonNull(json, "json");
        businessStatus = Copy.of(businessStatus, "businessStatus");
        code = Copy.of(code, "code");
        terms = Copy.of(terms, "terms");
        replaces = Copy.of(replaces, "replaces");
        reason = Copy.of(reason, "reason");
    }

    /**
     * Reads a Task as it stands. Never refuses: what has another shape than FHIR's is absent.
     *
     * @param task the Task
     * @param focus the resource its focus points to, where it was read
     * @return what stands on it
     */
    public static SeenTask of(FhirJson task, Optional<FhirJson> focus) {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(focus, "focus");
        return new TaskElements(task.tree()).seen(task, focus);
    }

    /**
     * Whether it asks one of several, by the partner's table: its acceptance is a bid, and moves nothing.
     *
     * @param profile what is agreed with that partner
     * @return true when it invites
     */
    public boolean invites(PartnerProfile profile) {
        return switch (profile.channels().selection()) {
            case NONE -> false;
            case INTENT_PROPOSAL -> intent.equals(Optional.of("proposal"));
            case REQUEST_FULFILLMENT ->
                profile.inviting().stream()
                        .anyMatch(known -> code.stream()
                                .anyMatch(c -> c.system().equals(known.system())
                                        && c.code().equals(known.code())));
        };
    }

    @Override
    public String toString() {
        return "SeenTask";
    }
}
