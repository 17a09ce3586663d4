package care.baton.fhir.exchange;

import care.baton.fhir.MappingIssue;
import care.baton.fhir.MappingIssue.Severity;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Offer;
import care.baton.outcome.Code;
import java.util.List;

/** What a live offer of ours to this partner does not say there, so that nobody waits for an answer to what never left. */
final class Unsent {

    private static final MappingIssue SETTLED =
            new MappingIssue(Severity.INFORMATION, Code.of("settled-by-the-record"), "Task");
    private static final MappingIssue INVITATION = MappingIssue.warning("invitation-not-sent", "Task.intent");
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

    private static boolean isBetween(Offer offer, Endpoint endpoint) {
        return offer.sender().organization().equals(endpoint.own().organization())
                && offer.to().organization().equals(endpoint.partner().organization());
    }
}
