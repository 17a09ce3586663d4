package care.baton.examples.day;

import care.baton.evidence.Entry;
import care.baton.examples.store.H2Records;
import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.Links;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The provider's records in one H2 file: entries, links and worklist rows in one transaction. */
public final class H2Shelf implements Shelf {

    private final H2Records records;

    private H2Shelf(H2Records records) {
        this.records = records;
    }

    /**
     * Opens the file, or begins it.
     *
     * @param file where the records are, without the ending that H2 adds
     * @return the shelf
     */
    public static H2Shelf open(Path file) {
        try {
            return new H2Shelf(new H2Records(H2Records.file(file)));
        } catch (SQLException broken) {
            throw new IllegalStateException("the provider's file cannot be opened", broken);
        }
    }

    @Override
    public Kept take(RecordId id) {
        try {
            H2Records.Linked linked = records.linked(id);
            return new Kept(
                    CoordinationRecord.restore(id, records.load(id)).orThrow().state(),
                    Links.of(linked.links()),
                    linked.revision());
        } catch (SQLException broken) {
            throw new IllegalStateException("the record cannot be read", broken);
        }
    }

    @Override
    public boolean put(Kept before, CoordinationRecord after, List<Entry> entries, Links links) {
        try {
            List<Link> changed = links.all().stream()
                    .filter(l -> !before.links().get(l.key()).equals(Optional.of(l)))
                    .toList();
            return records.append(after, before.record().version(), before.revision(), entries, changed);
        } catch (SQLException broken) {
            throw new IllegalStateException("the record cannot be stored", broken);
        }
    }
}
