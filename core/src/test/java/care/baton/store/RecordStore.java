package care.baton.store;

import care.baton.evidence.Entry;
import care.baton.party.RecordId;
import java.util.List;

/** What a host's store must be able to do: the port through which {@link RecordStoreContract} speaks to it. */
public interface RecordStore {

    /** What came of storing. */
    enum Stored {
        /** All of it is stored, for good. */
        STORED,
        /** The record is no longer, or not yet, in the version that was expected. Nothing is stored. */
        CONFLICT
    }

    /**
     * Everything stored of a record, first to last; empty when nothing is. What was loaded does not change when more
     * is stored.
     */
    List<Entry> load(RecordId record);

    /**
     * Stores new entries behind those that are there: all of them or none, and only when exactly as many are there
     * as expected.
     */
    Stored append(RecordId record, long expectedVersion, List<Entry> entries);

    /**
     * Stores an erasure in one step: entries that lost their words take the place of those with the same sequence
     * number, and the erasure itself is appended. All of it or nothing, and only in the expected version. The words
     * must not be left in the store; backups and indexes of the store are the host's to clear.
     */
    Stored erase(RecordId record, long expectedVersion, List<Entry> rewritten, List<Entry> erasure);
}
