package care.baton.evidence;

import care.baton.party.CommandId;
import java.util.List;
import java.util.Optional;

/** Takes words and salts out of entries. */
final class Erasure {

    private Erasure() {}

    /** Whether there was anything to take out of the entry at this index or out of its command. */
    static boolean takeOut(List<Entry> all, int index) {
        Entry entry = all.get(index);
        boolean done = entry.salt().isPresent();
        all.set(index, Words.erased(entry));
        CommandId command = entry.act().command();
        for (int i = index; i >= 0 && all.get(i).act().command().equals(command); i--) {
            Optional<CommandMark> mark = all.get(i).command();
            if (mark.isPresent() && mark.get().salt().isPresent()) {
                all.set(i, unsalted(all.get(i), mark.get()));
                done = true;
            }
        }
        return done;
    }

    private static Entry unsalted(Entry entry, CommandMark mark) {
        return new Entry(
                entry.sequence(),
                entry.act(),
                entry.event(),
                entry.unread(),
                entry.carried(),
                entry.salt(),
                Optional.of(mark.unsalted()),
                entry.chain());
    }
}
