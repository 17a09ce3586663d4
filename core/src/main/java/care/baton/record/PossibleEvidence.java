package care.baton.record;

import care.baton.evidence.Approval;
import care.baton.evidence.Evidence;
import care.baton.evidence.EvidenceEvent;
import care.baton.evidence.EvidenceEvent.ApprovalGiven;
import care.baton.evidence.EvidenceEvent.ApprovalRevoked;
import care.baton.evidence.EvidenceEvent.FactRecorded;
import care.baton.evidence.EvidenceEvent.FactSetAside;
import care.baton.evidence.EvidenceEvent.FlagCleared;
import care.baton.evidence.EvidenceEvent.FlagRaised;
import care.baton.evidence.EvidenceEvent.WaiverGranted;
import care.baton.evidence.Flag;
import java.time.Instant;
import java.util.List;

/** Which evidence can follow on what is known: versions and numbers go up by one, and only what counts is taken back. */
final class PossibleEvidence {

    private PossibleEvidence() {}

    static boolean after(Evidence known, EvidenceEvent event, Instant now) {
        if (event instanceof FactRecorded e) {
            return e.version() == known.nextVersion(e.field());
        }
        if (event instanceof FactSetAside e) {
            return known.versions(e.field()).stream().anyMatch(f -> f.version() == e.version() && f.counts());
        }
        if (event instanceof FlagRaised e) {
            return e.version() == known.flag(e.flag()).map(Flag::version).orElse(0) + 1;
        }
        if (event instanceof FlagCleared e) {
            return known.flag(e.flag())
                    .filter(f -> f.raised() && f.version() == e.version())
                    .isPresent();
        }
        List<Approval> approvals = known.approvals();
        if (event instanceof ApprovalGiven e) {
            return e.number() == approvals.size() + 1 && !e.covers().isEmpty();
        }
        if (event instanceof ApprovalRevoked e) {
            return e.number() >= 1
                    && e.number() <= approvals.size()
                    && approvals.get(e.number() - 1).counts();
        }
        return !(event instanceof WaiverGranted e) || e.until().isAfter(now);
    }
}
