package care.baton.fhir.server;

import care.baton.fhir.FhirJson;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.OurMarks;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.SeenTerm;
import care.baton.handoff.Negotiation;
import care.baton.party.HandoffId;
import care.baton.record.CoordinationRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an edit says in the sender's place: that a condition is agreed, or one of the sender's met, or that what was done
 * is confirmed. Where it stood before it may stay.
 */
final class SendersWord {

    private final Endpoint endpoint;
    private final boolean confirmed;

    SendersWord(Endpoint endpoint, CoordinationRecord record, Link link) {
        this.endpoint = endpoint;
        this.confirmed = record.chart()
                .handoffs()
                .get(HandoffId.of(link.key().handoff()))
                .filter(Negotiation::confirmed)
                .isPresent();
    }

    List<MappingIssue> against(FhirJson before, FhirJson after) {
        List<MappingIssue> said = new ArrayList<>();
        List<SeenTerm> stood = SeenTask.of(before, Optional.empty()).terms();
        if (SeenTask.of(after, Optional.empty()).terms().stream().anyMatch(term -> isMarked(term, stood))) {
            said.add(MappingIssue.error("not-yours-to-change", "Task.extension"));
        }
        if (OurMarks.saysConfirmed(after) && !OurMarks.saysConfirmed(before) && !confirmed) {
            said.add(MappingIssue.error("not-yours-to-change", "Task.businessStatus"));
        }
        return said;
    }

    private boolean isMarked(SeenTerm term, List<SeenTerm> stood) {
        boolean agreed = term.agreed() && stood.stream().noneMatch(one -> one.agreed() && isSame(one, term));
        boolean met = term.met() && stood.stream().noneMatch(one -> one.met() && isSame(one, term));
        return agreed || (met && !isReceivers(term));
    }

    /** Whose condition it is says whether it is met. */
    private boolean isReceivers(SeenTerm term) {
        return term.organization()
                .map(endpoint.partner().organization().value()::equals)
                .orElse(!term.holder().equals(endpoint.own().role().value()));
    }

    /** The same condition, whatever is marked on it. */
    private static boolean isSame(SeenTerm one, SeenTerm other) {
        return one.text().equals(other.text())
                && one.kind().equals(other.kind())
                && one.holder().equals(other.holder())
                && one.organization().equals(other.organization())
                && one.person().equals(other.person())
                && one.due().equals(other.due());
    }
}
