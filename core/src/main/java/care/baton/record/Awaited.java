package care.baton.record;

import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * "Waiting on this role for this thing since then": one part of a run that is still missing.
 *
 * @param key which obligation
 * @param thing what is awaited: the field that is missing, else the kind of work or of word
 * @param on who owes it
 * @param waiting who waits for it: the one it is owed to, and whoever cannot go on without it
 * @param since since when, by the host's clock
 * @param due by when
 * @param after what must come first; nothing when it can be done now, whatever else is open
 */
public record Awaited(
        Key key, Code thing, Holder on, List<Holder> waiting, Instant since, Instant due, List<Code> after) {

    /** Copies the lists. */
    public Awaited {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(thing, "thing");
        Objects.requireNonNull(on, "on");
        waiting = Copy.of(waiting, "waiting");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(due, "due");
        after = Copy.of(after, "after");
    }
}
