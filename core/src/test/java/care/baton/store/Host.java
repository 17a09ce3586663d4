package care.baton.store;

import care.baton.evidence.Entry;
import care.baton.evidence.EraseContent;
import care.baton.evidence.Ledger;
import care.baton.evidence.Salt;
import care.baton.outcome.Applied;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand;
import care.baton.record.Rulebook;
import care.baton.store.RecordStore.Stored;
import java.util.ArrayList;
import java.util.List;

/** What a host does with a command: load, decide, store; and after a conflict all of it again. */
public final class Host {

    private static final int MOST = 1000;

    private final RecordStore store;
    private final Rulebook rules;

    public Host(RecordStore store, Rulebook rules) {
        this.store = store;
        this.rules = rules;
    }

    /** How often another one was first. What is refused is stored nowhere. */
    public int ask(RecordId id, RecordCommand command, Act act, Salt salt) {
        for (int conflicts = 0; conflicts < MOST; conflicts++) {
            List<Entry> loaded = store.load(id);
            Outcome<CoordinationRecord, Entry> outcome =
                    CoordinationRecord.restore(id, loaded).orThrow().state().decide(command, act, salt, rules);
            List<Entry> added = outcome.fold(Applied::events, refused -> List.of());
            if (added.isEmpty() || store.append(id, loaded.size(), added) == Stored.STORED) {
                return conflicts;
            }
        }
        throw new IllegalStateException("never the first of " + MOST + " times");
    }

    /** Takes the words of one entry out of the store, if the version is still the one that was loaded. */
    public Stored erase(RecordId id, List<Entry> loaded, EraseContent asked, Act act, Salt salt) {
        Ledger before = Ledger.of(id, loaded);
        Applied<Ledger, Entry> done = before.erase(act, asked, salt).orThrow();
        List<Entry> after = done.state().entries().toList();
        List<Entry> rewritten = new ArrayList<>();
        for (int i = 0; i < loaded.size(); i++) {
            if (!after.get(i).equals(loaded.get(i))) {
                rewritten.add(after.get(i));
            }
        }
        return store.erase(id, loaded.size(), rewritten, done.events());
    }
}
