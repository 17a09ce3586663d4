package care.baton.store;

import care.baton.evidence.Entry;
import care.baton.json.Json;
import care.baton.party.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The smallest store that keeps the contract: JSON in memory, one lock. */
class InMemoryRecordStore implements RecordStore {

    static final Json JSON = Json.ofRecords();

    private final Map<String, List<String>> records = new TreeMap<>();
    private int left = Integer.MAX_VALUE;

    synchronized void dieAfter(int entries) {
        left = entries;
    }

    @Override
    public synchronized List<Entry> load(RecordId record) {
        return stored(record).stream()
                .map(text -> JSON.readEntry(text).orThrow())
                .toList();
    }

    @Override
    public synchronized Stored append(RecordId record, long expectedVersion, List<Entry> entries) {
        return erase(record, expectedVersion, List.of(), entries);
    }

    @Override
    public synchronized Stored erase(
            RecordId record, long expectedVersion, List<Entry> rewritten, List<Entry> erasure) {
        List<String> next = new ArrayList<>(stored(record));
        if (next.size() != expectedVersion) {
            return Stored.CONFLICT;
        }
        for (Entry entry : rewritten) {
            write();
            next.set((int) entry.sequence() - 1, JSON.write(entry));
        }
        for (Entry entry : erasure) {
            write();
            next.add(JSON.write(entry));
        }
        write();
        left = Integer.MAX_VALUE;
        records.put(key(record), next);
        return Stored.STORED;
    }

    String key(RecordId record) {
        return record.value();
    }

    List<String> stored(RecordId record) {
        return records.getOrDefault(key(record), List.of());
    }

    void put(RecordId record, List<String> entries) {
        records.put(key(record), entries);
    }

    private void write() {
        if (left-- == 0) {
            left = Integer.MAX_VALUE;
            throw new IllegalStateException("died");
        }
    }
}
