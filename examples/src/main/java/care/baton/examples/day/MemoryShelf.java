package care.baton.examples.day;

import care.baton.evidence.Entry;
import care.baton.fhir.exchange.Links;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A shelf that forgets when the process ends: for trying things out. */
public final class MemoryShelf implements Shelf {

    private final Map<RecordId, Kept> kept = new ConcurrentHashMap<>();

    @Override
    public Kept take(RecordId id) {
        return kept.getOrDefault(id, new Kept(CoordinationRecord.of(id), Links.none()));
    }

    @Override
    public synchronized boolean put(
            CoordinationRecord before, CoordinationRecord after, List<Entry> entries, Links links) {
        if (take(before.id()).record().version() != before.version()) {
            return false;
        }
        kept.put(before.id(), new Kept(after, links));
        return true;
    }
}
