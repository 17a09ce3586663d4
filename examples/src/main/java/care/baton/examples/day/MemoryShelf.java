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
        return kept.getOrDefault(id, new Kept(CoordinationRecord.of(id), Links.none(), 0));
    }

    @Override
    public synchronized boolean put(Kept before, CoordinationRecord after, List<Entry> entries, Links links) {
        Kept now = take(after.id());
        if (now.record().version() != before.record().version() || now.revision() != before.revision()) {
            return false;
        }
        kept.put(after.id(), new Kept(after, links, before.revision() + 1));
        return true;
    }
}
