package care.baton.record;

import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One row of a worklist: one open obligation. Identifiers and codes only, for the people of whoever
 * keeps the record.
 *
 * @param key which obligation
 * @param holder who holds it, or who stands in for them now
 * @param owedTo to whom it is owed
 * @param due by when
 * @param next when lateness is heard next
 * @param raised how many levels have heard that it is late
 * @param blockedBy what is still missing before it counts as done, and the kinds of what it waits for
 * @param lastTold when anybody was last told something for its sake, by a note that supports it; empty when nobody was
 */
public record WorkItem(
        Key key,
        Holder holder,
        Holder owedTo,
        Instant due,
        Instant next,
        int raised,
        List<Code> blockedBy,
        Optional<Instant> lastTold) {

    /** Copies the list. */
    public WorkItem {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(owedTo, "owedTo");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(lastTold, "lastTold");
        blockedBy = Copy.of(blockedBy, "blockedBy");
    }
}
