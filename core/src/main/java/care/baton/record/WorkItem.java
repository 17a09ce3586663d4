package care.baton.record;

import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One row of a worklist: one open obligation. Identifiers and codes only, for the custodian's own
 * people.
 *
 * @param key which obligation
 * @param holder who holds it, or who stands in for them now
 * @param owedTo to whom it is owed
 * @param due by when
 * @param next when lateness is heard next
 * @param raised how many levels have heard that it is late
 * @param blockedBy what is still missing before it counts as done, and the kinds of what it waits for
 */
public record WorkItem(
        Key key, Holder holder, Holder owedTo, Instant due, Instant next, int raised, List<Code> blockedBy) {

    /** Copies the list. */
    public WorkItem {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(owedTo, "owedTo");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(next, "next");
        blockedBy = Copy.of(blockedBy, "blockedBy");
    }
}
