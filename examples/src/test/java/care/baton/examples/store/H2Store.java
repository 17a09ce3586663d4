package care.baton.examples.store;

import care.baton.evidence.Entry;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import care.baton.store.RecordStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** {@link H2Records} behind the port of the contract. */
final class H2Store implements RecordStore {

    private final H2Records records;

    H2Store(DataSource source) {
        try {
            this.records = new H2Records(source);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public List<Entry> load(RecordId record) {
        try {
            return records.load(record);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public Stored append(RecordId record, long expectedVersion, List<Entry> entries) {
        return erase(record, expectedVersion, List.of(), entries);
    }

    @Override
    public Stored erase(RecordId record, long expectedVersion, List<Entry> rewritten, List<Entry> erasure) {
        List<Entry> after = new ArrayList<>(load(record));
        if (after.size() == expectedVersion) {
            rewritten.forEach(entry -> after.set((int) entry.sequence() - 1, entry));
            after.addAll(erasure);
        }
        try {
            CoordinationRecord then = CoordinationRecord.replay(record, after);
            return records.erase(then, expectedVersion, rewritten, erasure) ? Stored.STORED : Stored.CONFLICT;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
