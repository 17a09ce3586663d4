package care.baton.fhir.server;

import care.baton.fhir.exchange.Links;
import care.baton.record.CoordinationRecord;
import java.util.Objects;

/**
 * One record as the host has stored it, with what stands of it on the desk of one partner.
 *
 * @param record the record
 * @param links its links to that desk
 * @param revision the host's own count of how often the two were stored; given back to it as it is, and shown to nobody
 */
public record Folder(CoordinationRecord record, Links links, long revision) {

    /** Refuses nothing but absence. */
    public Folder {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(links, "links");
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "Folder";
    }
}
