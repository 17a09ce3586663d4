package care.baton.examples.day;

import care.baton.evidence.Entry;
import care.baton.fhir.exchange.Links;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import java.util.List;

/** Where the provider keeps its records. */
public interface Shelf {

    /**
     * A record as it was stored last, with the links of its exchange.
     *
     * @param record the record
     * @param links what is known of the partner's server
     * @param revision how many steps were decided on the links
     */
    record Kept(CoordinationRecord record, Links links, long revision) {}

    /**
     * Takes a record from the shelf.
     *
     * @param id which
     * @return as stored last; nothing recorded when it is new
     */
    Kept take(RecordId id);

    /**
     * Puts entries and links back in one transaction, if neither has been stored since by anybody else.
     *
     * @param before what was taken and decided on
     * @param after the record with the new entries
     * @param entries the new entries
     * @param links the links as they stand now
     * @return false when somebody else was first: take it again and decide again
     */
    boolean put(Kept before, CoordinationRecord after, List<Entry> entries, Links links);
}
