package care.baton.evidence;

import care.baton.evidence.Integrity.Fault;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks a ledger from its first entry and stops at the first that is not as it was written. */
final class Verification {

    private final Digest genesis;
    private final List<Entry> entries;
    private final Sheet sheet = new Sheet();
    private final Set<Long> erased = new LinkedHashSet<>();
    private final Set<CommandId> unsalted = new LinkedHashSet<>();

    Verification(Digest genesis, List<Entry> entries) {
        this.genesis = genesis;
        this.entries = entries;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).event() instanceof ContentErased erasure && erasure.sequence() <= i) {
                erased.add(erasure.sequence());
                unsalted.add(entries.get((int) erasure.sequence() - 1).act().command());
            }
        }
    }

    Integrity whole() {
        return walk(true);
    }

    Integrity beginning() {
        return walk(false);
    }

    Integrity whole(Head anchored) {
        Integrity whole = walk(true);
        if (!whole.isIntact()) {
            return whole;
        }
        if (entries.size() < anchored.sequence()) {
            return new Integrity.Broken(entries.size() + 1L, Fault.TRUNCATED);
        }
        Digest there = anchored.sequence() == 0
                ? genesis
                : entries.get((int) anchored.sequence() - 1).chain();
        return there.equals(anchored.digest())
                ? whole
                : new Integrity.Broken(Math.max(1, anchored.sequence()), Fault.REWRITTEN);
    }

    private Integrity walk(boolean whole) {
        Set<CommandId> begun = new LinkedHashSet<>();
        Digest before = genesis;
        Instant last = Instant.MIN;
        Optional<CommandId> running = Optional.empty();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            CommandId command = entry.act().command();
            boolean first = !running.equals(Optional.of(command));
            Optional<Fault> fault = Optional.empty();
            if (entry.sequence() != i + 1L) {
                fault = Optional.of(Fault.OUT_OF_SEQUENCE);
            } else if (entry.act().stamp().recordedAt().isBefore(last)) {
                fault = Optional.of(Fault.BACK_IN_TIME);
            } else if (entry.command().isPresent() != first || (first && !begun.add(command))) {
                fault = Optional.of(Fault.COMMAND_MARK);
            } else {
                fault = inspect(before, entry, whole);
            }
            if (fault.isPresent()) {
                return new Integrity.Broken(i + 1L, fault.get());
            }
            before = entry.chain();
            last = entry.act().stamp().recordedAt();
            running = Optional.of(command);
        }
        return new Integrity.Intact();
    }

    private Optional<Fault> inspect(Digest before, Entry entry, boolean whole) {
        Canonical content = Canonical.content(entry.event(), entry.salt(), entry.unread(), sheet);
        Canonical link = Canonical.link(before, content.digest(), entry, sheet);
        int present = content.present() + link.present();
        int removed = content.removed() + link.removed();
        if ((present > 0) != entry.salt().isPresent() || (present > 0 && removed != entry.carried())) {
            return Optional.of(Fault.PARTLY_ERASED);
        }
        if (!link.digest().equals(entry.chain())) {
            return Optional.of(Fault.LINK);
        }
        return erasure(entry, removed != entry.carried(), whole).or(() -> mark(entry, whole));
    }

    private Optional<Fault> erasure(Entry entry, boolean taken, boolean whole) {
        boolean named = erased.contains(entry.sequence());
        if (named && entry.salt().isPresent()) {
            return Optional.of(Fault.ERASURE_NOT_DONE);
        }
        return taken && whole && !named ? Optional.of(Fault.ERASURE_UNNAMED) : Optional.empty();
    }

    private Optional<Fault> mark(Entry entry, boolean whole) {
        if (entry.command().isEmpty()) {
            return Optional.empty();
        }
        Optional<Salt> salt = entry.command().get().salt();
        boolean named = unsalted.contains(entry.act().command());
        if (salt.isPresent()) {
            if (named) {
                return Optional.of(Fault.ERASURE_NOT_DONE);
            }
            boolean right = salt.get().digest().equals(entry.command().get().saltDigest());
            return right ? Optional.empty() : Optional.of(Fault.COMMAND_MARK);
        }
        return whole && !named ? Optional.of(Fault.ERASURE_UNNAMED) : Optional.empty();
    }
}
