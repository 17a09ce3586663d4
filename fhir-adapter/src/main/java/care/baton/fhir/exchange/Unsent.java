package care.baton.fhir.exchange;

import care.baton.fhir.MappingIssue;
import care.baton.fhir.MappingIssue.Severity;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenTask;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a live offer of ours to this partner does not say there, so that nobody waits for an answer to what never left. */
final class Unsent {

    private static final MappingIssue SETTLED =
            new MappingIssue(Severity.INFORMATION, Code.of("settled-by-the-record"), "Task");
    private static final MappingIssue INVITATION = MappingIssue.warning("invitation-not-sent", "Task.intent");
    private static final MappingIssue NOT_TAKEN = MappingIssue.warning("task-not-taken", "Task.status");
    private static final MappingIssue ROLE = MappingIssue.warning("role-not-named", "Task.owner");

    private Unsent() {}

    /** Of an offer that goes out, only what its Task, not yet stored, will leave open. */
    static List<MappingIssue> of(Offer offer, boolean goes, boolean stored, Endpoint endpoint) {
        if (!offer.isLive() || !isBetween(offer, endpoint)) {
            return List.of();
        }
        if (!goes) {
            return List.of(offer.arbiter() == Arbiter.RECORD ? SETTLED : INVITATION);
        }
        return stored || offer.to().role().equals(endpoint.partner().role()) ? List.of() : List.of(ROLE);
    }

    /** That nobody has answered what lies there by the time that it asks for, as far as was read; silence ends nothing. */
    static List<MappingIssue> late(Stance stance, SeenTask task, Optional<Instant> respondBy, Instant now) {
        boolean open = stance.sends()
                && stance.offer().state() instanceof OfferState.Awaiting
                && task.status()
                        .filter(s -> s == TaskStatus.REQUESTED || s == TaskStatus.RECEIVED)
                        .isPresent();
        return open && respondBy.filter(now::isAfter).isPresent() ? List.of(NOT_TAKEN) : List.of();
    }

    private static boolean isBetween(Offer offer, Endpoint endpoint) {
        return offer.sender().organization().equals(endpoint.own().organization())
                && offer.to().organization().equals(endpoint.partner().organization());
    }
}
