package care.baton.evidence;

import care.baton.history.History;
import care.baton.history.Index;
import care.baton.outcome.Copy;
import care.baton.outcome.Outcome;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.party.RecordId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened in one record, in order. Entries are added and never changed; the one
 * thing that may be taken away is words about a person, by an erasure that is itself an entry.
 * Immutable and safe to share between threads.
 */
public final class Ledger {

    private static final byte[] GENESIS = "baton-ledger-1 ".getBytes(StandardCharsets.US_ASCII);

    private final RecordId record;
    private final Digest genesis;
    private final History<Entry> entries;
    private final Index<CommandId, CommandMark> commands;

    private Ledger(RecordId record, Digest genesis, History<Entry> entries, Index<CommandId, CommandMark> commands) {
        this.record = record;
        this.genesis = genesis;
        this.entries = entries;
        this.commands = commands;
    }

    /**
     * A record in which nothing has happened yet.
     *
     * @param record the record; its identifier is part of the chain
     * @return the empty ledger
     */
    public static Ledger empty(RecordId record) {
        Objects.requireNonNull(record, "record");
        Digest genesis = Digest.of(GENESIS, record.value().getBytes(StandardCharsets.UTF_8));
        return new Ledger(record, genesis, History.empty(), Index.empty());
    }

    /**
     * The ledger of entries that a host kept. Nothing is checked: {@link #verify()} says whether they are
     * as they were written.
     *
     * @param record the record
     * @param entries the entries in order
     * @return the ledger
     */
    public static Ledger of(RecordId record, List<Entry> entries) {
        Ledger empty = empty(record);
        List<Entry> all = Copy.of(entries, "entries");
        return new Ledger(record, empty.genesis, History.of(all), marks(all));
    }

    /**
     * Whether something has been recorded under a host's identifier.
     *
     * @param command the host's identifier for a request
     * @return true when it has, whatever was asked
     */
    public boolean knows(CommandId command) {
        Objects.requireNonNull(command, "command");
        return commands.has(command);
    }

    /**
     * Whether a command was asked before. Ask this before deciding it: what was applied once may no longer
     * be allowed.
     *
     * @param command the host's identifier
     * @param asked what is asked, without its instant and salt
     * @return new, applied before, or used for something else
     */
    public Seen seen(CommandId command, Record asked) {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(asked, "asked");
        return commands.get(command).map(mark -> mark.compare(asked)).orElse(Seen.NEW);
    }

    /**
     * Records what a command led to. An act that was stamped earlier than the last entry is recorded at the
     * instant of that entry, and its own instant is kept as a claim unless it already bears one.
     *
     * <p>Refuses with {@link Reason#COMMAND_ID_REUSED} when the identifier was used for something else. The
     * same command again gives this ledger and no entries.
     *
     * @param act who acts, when (the host's clock), and under which command
     * @param asked what was asked: a public record, without its instant and salt
     * @param salt random bytes drawn for this command
     * @param events what it led to, in order; none leaves the ledger as it is
     * @return the longer ledger and its new entries, or why not
     * @throws IllegalArgumentException if the command or an event is not a record of the supported component types
     */
    public Outcome<Ledger, Entry> append(Act act, Record asked, Salt salt, List<? extends Event> events) {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(events, "events");
        Objects.requireNonNull(salt, "salt");
        Seen seen = seen(act.command(), asked);
        if (seen == Seen.REUSED) {
            return Outcome.refused(List.of(Refusal.of(Reason.COMMAND_ID_REUSED, "command")));
        }
        if (seen == Seen.APPLIED || events.isEmpty()) {
            return Outcome.applied(this, List.of());
        }
        Act stamped = act.notBefore(recordedAt());
        Sheet sheet = new Sheet();
        CommandMark mark = CommandMark.of(asked, salt, sheet);
        History<Entry> longer = entries;
        List<Entry> added = new ArrayList<>(events.size());
        Head at = head();
        for (int i = 0; i < events.size(); i++) {
            Optional<CommandMark> first = i == 0 ? Optional.of(mark) : Optional.empty();
            Entry entry = Link.entry(at, stamped, events.get(i), salt.forEntry(i, sheet), first, sheet);
            at = new Head(entry.sequence(), entry.chain());
            longer = longer.plus(entry);
            added.add(entry);
        }
        return Outcome.applied(new Ledger(record, genesis, longer, commands.with(act.command(), mark)), added);
    }

    /**
     * Takes the words of one entry out for good, and records that this was done, in one step. The chain
     * stays as it was. What the host keeps elsewhere, backups among it, is the host's to erase.
     *
     * <p>Refuses with {@link Reason#ENTRY_UNKNOWN} when there is no such entry, and with
     * {@link Reason#NOTHING_TO_ERASE} when it holds nothing that could be erased.
     *
     * @param act who erases, when (the host's clock), and under which command
     * @param asked which entry, why, and what kind of content
     * @param salt random bytes drawn for this command
     * @return the ledger without those words and the entry that says so, or why not
     */
    public Outcome<Ledger, Entry> erase(Act act, EraseContent asked, Salt salt) {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(salt, "salt");
        Seen seen = seen(act.command(), asked);
        if (seen != Seen.NEW) {
            return append(act, asked, salt, List.of());
        }
        if (asked.sequence() > entries.size()) {
            return Outcome.refused(List.of(Refusal.of(Reason.ENTRY_UNKNOWN, "sequence")));
        }
        List<Entry> all = new ArrayList<>(entries.toList());
        if (!Erasure.takeOut(all, (int) asked.sequence() - 1)) {
            return Outcome.refused(List.of(Refusal.of(Reason.NOTHING_TO_ERASE, "sequence")));
        }
        Ledger less = new Ledger(record, genesis, History.of(all), marks(all));
        return less.append(
                act, asked, salt, List.of(new ContentErased(asked.sequence(), asked.reason(), asked.kind())));
    }

    /**
     * Whether every entry is as it was written. It cannot tell that the newest entries were cut off, nor
     * that somebody rewrote everything: {@link #verify(Head)} can.
     *
     * @return intact, or the first entry that is not as it was written
     */
    public Integrity verify() {
        return new Verification(genesis, entries.toList()).whole();
    }

    /**
     * Whether every entry is as it was written, and the record still holds everything up to a head that
     * was kept outside.
     *
     * @param anchored the head kept outside
     * @return intact, or the first entry that is missing or not as it was written
     */
    public Integrity verify(Head anchored) {
        Objects.requireNonNull(anchored, "anchored");
        return new Verification(genesis, entries.toList()).whole(anchored);
    }

    /**
     * Whether this is the untouched beginning of a longer ledger: as {@link #verify()}, but the erasures
     * that name the erased entries may come later.
     *
     * @return intact, or the first entry that is not as it was written
     */
    public Integrity verifyBeginning() {
        return new Verification(genesis, entries.toList()).beginning();
    }

    /**
     * Where the record stands, to be kept outside.
     *
     * @return the number and the link of the last entry
     */
    public Head head() {
        return entries.isEmpty()
                ? new Head(0, genesis)
                : new Head(entries.last().sequence(), entries.last().chain());
    }

    /**
     * The record this is the ledger of.
     *
     * @return its identifier
     */
    public RecordId record() {
        return record;
    }

    /**
     * The entries, first to last.
     *
     * @return the entries
     */
    public History<Entry> entries() {
        return entries;
    }

    /**
     * How many entries there are.
     *
     * @return the count
     */
    public int size() {
        return entries.size();
    }

    private Optional<Instant> recordedAt() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.last().act().stamp().recordedAt());
    }

    private static Index<CommandId, CommandMark> marks(List<Entry> entries) {
        Index<CommandId, CommandMark> marks = Index.empty();
        for (Entry entry : entries) {
            if (entry.command().isPresent()) {
                marks = marks.with(entry.act().command(), entry.command().get());
            }
        }
        return marks;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ledger that && record.equals(that.record) && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return Objects.hash(record, entries);
    }

    /** The length only. */
    @Override
    public String toString() {
        return "Ledger[" + entries.size() + "]";
    }
}
