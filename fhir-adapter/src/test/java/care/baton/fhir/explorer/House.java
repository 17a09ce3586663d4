package care.baton.fhir.explorer;

import care.baton.fhir.exchange.Links;
import care.baton.handoff.Negotiation;
import care.baton.record.CoordinationRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What one organization has stored, and its clock; nothing else of it survives a crash.
 *
 * @param record its record
 * @param links its links to the server
 * @param now its clock
 * @param named what it has shown a person as a discrepancy: the Task's part of the handoff and the code
 * @param spent how often each of its choices was taken, four bits each
 */
record House(CoordinationRecord record, Links links, Instant now, SortedSet<String> named, long spent) {

    House with(CoordinationRecord next) {
        return new House(next, links, now, named, spent);
    }

    House with(Links next) {
        return new House(record, next, now, named, spent);
    }

    House at(Instant next) {
        return new House(record, links, next, named, spent);
    }

    House naming(SortedSet<String> more) {
        return new House(record, links, now, more, spent);
    }

    int spent(int choice) {
        return (int) (spent >>> (4 * choice)) & 15;
    }

    House spending(int choice) {
        return new House(record, links, now, named, spent + (1L << (4 * choice)));
    }

    Optional<Negotiation> talks() {
        return record.chart().handoffs().get(Cast.HANDOFF);
    }
}
