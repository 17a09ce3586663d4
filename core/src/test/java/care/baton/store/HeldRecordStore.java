package care.baton.store;

import care.baton.evidence.Entry;
import care.baton.party.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** As {@link InMemoryRecordStore}, but holding the entries themselves: small enough to be taken apart step by step. */
class HeldRecordStore implements RecordStore {

    private final Map<String, List<Entry>> records = new TreeMap<>();

    @Override
    public synchronized List<Entry> load(RecordId record) {
        return records.getOrDefault(record.value(), List.of());
    }

    @Override
    public synchronized Stored append(RecordId record, long expectedVersion, List<Entry> entries) {
        return erase(record, expectedVersion, List.of(), entries);
    }

    @Override
    public synchronized Stored erase(
            RecordId record, long expectedVersion, List<Entry> rewritten, List<Entry> erasure) {
        List<Entry> next = new ArrayList<>(load(record));
        if (next.size() != expectedVersion) {
            return Stored.CONFLICT;
        }
        rewritten.forEach(entry -> next.set((int) entry.sequence() - 1, entry));
        next.addAll(erasure);
        records.put(record.value(), List.copyOf(next));
        return Stored.STORED;
    }
}
