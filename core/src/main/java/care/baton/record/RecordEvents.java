package care.baton.record;

import care.baton.disclosure.DisclosureEvent;
import care.baton.evidence.Event;
import care.baton.evidence.EvidenceEvent;
import care.baton.handoff.HandoffEvent;
import care.baton.note.ContactEvent;
import care.baton.note.NoteEvent;
import care.baton.obligation.ObligationEvent;
import care.baton.ownership.TeamEvent;
import care.baton.plan.PlanEvent;
import care.baton.risk.RiskEvent;
import java.util.List;

/** Everything that may be written down in a coordination record: the families of events, each a closed list. */
public final class RecordEvents {

    /**
     * The families. The erasure of content, {@link care.baton.evidence.ContentErased}, stands beside them: it may
     * happen to any ledger.
     */
    public static final List<Class<? extends Event>> KINDS = List.of(
            EvidenceEvent.class,
            TeamEvent.class,
            ObligationEvent.class,
            HandoffEvent.class,
            RecordEvent.class,
            ConsentEvent.class,
            NoteEvent.class,
            ContactEvent.class,
            DisclosureEvent.class,
            PlanEvent.class,
            RiskEvent.class);

    private RecordEvents() {}
}
