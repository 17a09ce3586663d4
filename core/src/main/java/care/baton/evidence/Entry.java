package care.baton.evidence;

import care.baton.outcome.Copy;
import care.baton.party.Act;
import care.baton.party.Digest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of a record: what happened, who did it and when, and the link that ties it to everything
 * before. Entries come from {@link Ledger#append} or from a store; only {@link Ledger#verify()} says
 * whether one is as it was written.
 *
 * @param sequence its number, from 1
 * @param act who acted, when, and under which command
 * @param event what happened
 * @param unread what a later release wrote beside it
 * @param carried how many of its words had been erased elsewhere before it was recorded; almost always 0
 * @param salt what keeps its words from being guessed back; present exactly while it has words
 * @param command what was asked, on the first entry of each command
 * @param chain the fingerprint of this entry and all before it
 */
public record Entry(
        long sequence,
        Act act,
        Event event,
        List<Unread> unread,
        int carried,
        Optional<Salt> salt,
        Optional<CommandMark> command,
        Digest chain) {

    /** Copies the fields and checks that nothing is absent. */
    public Entry {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(event, "event");
        unread = Copy.of(unread, "unread");
        Objects.requireNonNull(salt, "salt");
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(chain, "chain");
    }

    /** The number only. */
    @Override
    public String toString() {
        return "Entry[" + sequence + "]";
    }
}
