package care.baton.record;

import care.baton.disclosure.DisclosureEvent;
import care.baton.evidence.ContentErased;
import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.EvidenceEvent;
import care.baton.evidence.EvidenceEvent.WaiverExpired;
import care.baton.evidence.EvidenceEvent.WaiverGranted;
import care.baton.handoff.HandoffEvent;
import care.baton.note.ContactEvent;
import care.baton.note.NoteEvent;
import care.baton.obligation.ObligationEvent;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.ownership.TeamEvent;
import care.baton.ownership.TeamEvent.AbsenceEnded;
import care.baton.ownership.TeamEvent.AbsencePlanned;
import care.baton.ownership.TeamEvent.MemberAcknowledged;
import care.baton.ownership.TeamEvent.MemberJoined;
import care.baton.ownership.TeamEvent.MemberLeft;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.RecordId;
import care.baton.plan.PlanEvent;
import care.baton.risk.RiskEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether some operation could have made a list of entries, as far as the events alone can tell: one entry after the other. */
final class Possible {

    private final RecordId record;
    private final SortedSet<CommandId> done = new TreeSet<>();
    private Optional<Entry> last = Optional.empty();

    Possible(RecordId record) {
        this.record = record;
    }

    /** What is wrong with the next entry, given what stands before it; nothing when it could have come. */
    Optional<Refusal> next(Chart before, Entry entry) {
        long expected = last.map(Entry::sequence).orElse(0L) + 1;
        String path = "entries[" + (expected - 1) + "]";
        Optional<Refusal> wrong = Optional.empty();
        if (entry.sequence() != expected) {
            wrong = Optional.of(Refusal.of(Reason.SEQUENCE_BROKEN, path + "/sequence"));
        } else if (last.filter(l -> at(entry.act()).isBefore(at(l.act()))).isPresent()) {
            wrong = Optional.of(Refusal.of(Reason.SEQUENCE_BROKEN, path + "/act/recordedAt"));
        } else if (!isNumberedByItsCommand(entry)) {
            wrong = Optional.of(Refusal.of(Reason.SEQUENCE_BROKEN, path + "/command"));
        } else if (last.isEmpty() && isOfAnother(entry.event())) {
            wrong = Optional.of(Refusal.of(Reason.EVENT_IMPOSSIBLE, path + "/event/record"));
        } else if (!isPossible(before, entry.act(), entry)) {
            wrong = Optional.of(Refusal.of(Reason.EVENT_IMPOSSIBLE, path + "/event"));
        }
        done.add(entry.act().command());
        last = Optional.of(entry);
        return wrong;
    }

    /** The entries of a command stand together; the first of them, and no other, says what was asked. */
    private boolean isNumberedByItsCommand(Entry entry) {
        boolean goesOn = last.filter(l -> l.act().command().equals(entry.act().command()))
                .isPresent();
        boolean sameAct =
                !goesOn || last.filter(l -> l.act().equals(entry.act())).isPresent();
        boolean first = entry.command().isPresent();
        return goesOn ? !first && sameAct : first && !done.contains(entry.act().command());
    }

    /** These are the entries of a record with another identifier. */
    private boolean isOfAnother(Event event) {
        return event instanceof RecordEvent.RecordOpened opened
                && !opened.record().equals(record);
    }

    private boolean isPossible(Chart before, Act act, Entry entry) {
        Event event = entry.event();
        if (last.isEmpty()) {
            return event instanceof RecordEvent.RecordOpened;
        }
        Instant now = at(act);
        if (event instanceof ObligationEvent e) {
            return PossibleDuty.after(before.obligations(), e, now);
        }
        if (event instanceof HandoffEvent e) {
            return before.places().has(e.handoff())
                    && PossibleWord.after(before.handoffs().get(e.handoff()), e, now);
        }
        if (event instanceof WaiverExpired e) {
            return !e.at().isAfter(now) && before.foreseen().has(Foreseen.waiverEnds(e.run(), e.item(), e.at()));
        }
        if (event instanceof WaiverGranted e
                && before.runs().get(e.run()).filter(PathwayRun::isOpen).isEmpty()) {
            return false;
        }
        if (event instanceof EvidenceEvent e) {
            return PossibleEvidence.after(before.evidence(), e, now);
        }
        if (event instanceof ConsentEvent e) {
            return PossibleConsent.after(before.consents(), e, now);
        }
        if (event instanceof DisclosureEvent e) {
            return PossibleDisclosure.after(before, e, now);
        }
        if (event instanceof NoteEvent e) {
            return PossibleNote.after(before, e);
        }
        if (event instanceof ContactEvent e) {
            return PossibleNote.after(before.contacts(), e);
        }
        if (event instanceof RiskEvent e) {
            return PossibleRisk.after(before, e);
        }
        if (event instanceof PlanEvent e) {
            return PossiblePlan.after(before, e);
        }
        if (event instanceof TeamEvent e) {
            return isPossible(before, e, now);
        }
        if (event instanceof RecordEvent e) {
            return PossibleRun.after(before, e, now);
        }
        return !(event instanceof ContentErased erased) || erased.sequence() < entry.sequence();
    }

    private static boolean isPossible(Chart before, TeamEvent event, Instant now) {
        if (event instanceof MemberJoined e) {
            return !takesPart(before, e.seat());
        }
        if (event instanceof MemberAcknowledged e) {
            return takesPart(before, e.seat());
        }
        if (event instanceof AbsencePlanned e) {
            return takesPart(before, e.seat());
        }
        if (event instanceof AbsenceEnded e) {
            return takesPart(before, e.seat())
                    && before.team()
                            .member(e.seat())
                            .flatMap(m -> m.absentAt(now))
                            .isPresent();
        }
        return !(event instanceof MemberLeft e) || takesPart(before, e.seat());
    }

    private static boolean takesPart(Chart before, Holder seat) {
        return before.team().member(seat).filter(m -> !m.left()).isPresent();
    }

    private static Instant at(Act act) {
        return act.stamp().recordedAt();
    }
}
