package care.baton.evidence;

import care.baton.party.Act;
import care.baton.party.Digest;
import java.util.List;
import java.util.Optional;

/** Makes the next entry: fingerprints what happened and ties it to what came before. */
final class Link {

    private Link() {}

    static Entry entry(Head before, Act act, Event event, Salt salt, Optional<CommandMark> mark, Sheet sheet) {
        Canonical content = Canonical.content(event, Optional.of(salt), List.of(), sheet);
        Digest happened = content.digest();
        Entry open = new Entry(
                before.sequence() + 1,
                act,
                event,
                List.of(),
                content.removed(),
                content.present() > 0 ? Optional.of(salt) : Optional.empty(),
                mark,
                before.digest());
        return new Entry(
                open.sequence(),
                act,
                event,
                List.of(),
                open.carried(),
                open.salt(),
                mark,
                Canonical.link(before.digest(), happened, open, sheet).digest());
    }
}
