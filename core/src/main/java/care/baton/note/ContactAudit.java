package care.baton.note;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.note.ContactEvent.ContactMarkedInError;
import care.baton.note.ContactEvent.ContactRecorded;
import care.baton.note.NoteEvent.ContradictionFound;
import care.baton.note.NoteEvent.ContradictionSettled;
import care.baton.note.NoteEvent.NoteReleased;
import care.baton.note.NoteEvent.NoteReviewed;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether the contacts with case managers were worth their while: each had a reason, a decision that was needed, a
 * review before it, an outcome, an action agreed and one owner for what follows; and nobody was left with what
 * contradicts. It reads any list of entries, whether or not an operation could have made it.
 */
public final class ContactAudit {

    /** What the audit looks for. */
    public enum Check {
        /** A contact without a reason. */
        REASON_MISSING,
        /** It is not said what decision was needed. */
        DECISION_NOT_STATED,
        /** Nobody had reviewed the change before. */
        NOT_REVIEWED_FIRST,
        /** No outcome is linked to it. */
        OUTCOME_NOT_LINKED,
        /** No action was agreed, and not expressly none. */
        ACTION_NOT_AGREED,
        /** Nobody owns what follows, and not expressly nothing. */
        FOLLOW_UP_NOT_OWNED,
        /** It is not said whether the plan changes. */
        PLAN_NOT_CONSIDERED,
        /** Two recipients were left with what does not fit together. */
        CONTRADICTION_LEFT
    }

    /**
     * Something that the audit found.
     *
     * @param check which check it fails
     * @param entry the number of the entry that shows it
     */
    public record Finding(Check check, long entry) {
        /** Checks that nothing is absent. */
        public Finding {
            Objects.requireNonNull(check, "check");
        }
    }

    private ContactAudit() {}

    /**
     * What is wrong with the contacts in a list of entries.
     *
     * @param entries the entries, in order; any list will do
     * @return every finding, in the order of the entries
     */
    public static List<Finding> of(List<Entry> entries) {
        List<Entry> all = Copy.of(entries, "entries");
        SortedSet<Integer> inError = new TreeSet<>();
        all.forEach(entry -> {
            if (entry.event() instanceof ContactMarkedInError e) {
                inError.add(e.number());
            }
        });
        List<Finding> found = new ArrayList<>();
        List<Entry> inTime = new ArrayList<>(all);
        inTime.sort(Comparator.comparing(ContactAudit::was));
        SortedSet<Code> reviewed = new TreeSet<>();
        for (Entry entry : inTime) {
            Event event = entry.event();
            if (event instanceof NoteReviewed e) {
                reviewed.add(e.change());
            } else if (event instanceof NoteReleased e && e.reviewed()) {
                reviewed.remove(e.change());
            } else if (event instanceof ContactRecorded e && !inError.contains(e.number())) {
                contact(found, reviewed, e.contact(), entry.sequence());
            }
        }
        found.addAll(contradictions(all));
        found.sort((one, other) -> Long.compare(one.entry(), other.entry()));
        return Collections.unmodifiableList(found);
    }

    /** When it was, as far as anybody says so. */
    private static Instant was(Entry entry) {
        return entry.act().told().orElse(entry.act().stamp().recordedAt());
    }

    private static void contact(List<Finding> found, SortedSet<Code> reviewed, Contact contact, long entry) {
        Optional<Code> change = contact.change();
        if (contact.kind() == ContactType.SUPERVISOR_REVIEW && contact.talk().reached() && change.isPresent()) {
            reviewed.add(change.get());
        }
        if (contact.kind() != ContactType.CASE_MANAGER || !contact.talk().reached()) {
            return;
        }
        Support support = contact.support();
        when(found, contact.reason().isEmpty(), Check.REASON_MISSING, entry);
        when(found, support.decision().isEmpty(), Check.DECISION_NOT_STATED, entry);
        boolean first = change.isPresent() && reviewed.contains(change.get());
        when(found, !first, Check.NOT_REVIEWED_FIRST, entry);
        when(found, support.outcome().isEmpty(), Check.OUTCOME_NOT_LINKED, entry);
        when(found, support.agreed().isEmpty(), Check.ACTION_NOT_AGREED, entry);
        when(found, contact.followUp().isEmpty(), Check.FOLLOW_UP_NOT_OWNED, entry);
        when(found, support.plan().isEmpty(), Check.PLAN_NOT_CONSIDERED, entry);
    }

    private static List<Finding> contradictions(List<Entry> entries) {
        SortedMap<String, Long> standing = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry.event() instanceof ContradictionFound e) {
                standing.put(e.change() + ":" + e.number(), entry.sequence());
            } else if (entry.event() instanceof ContradictionSettled e) {
                standing.remove(e.change() + ":" + e.number());
            }
        }
        return standing.values().stream()
                .map(entry -> new Finding(Check.CONTRADICTION_LEFT, entry))
                .toList();
    }

    private static void when(List<Finding> found, boolean wrong, Check check, long entry) {
        if (wrong) {
            found.add(new Finding(check, entry));
        }
    }
}
