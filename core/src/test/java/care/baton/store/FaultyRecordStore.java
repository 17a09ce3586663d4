package care.baton.store;

import care.baton.evidence.Entry;
import care.baton.party.RecordId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A store with one thing wrong, to see that the contract notices. */
final class FaultyRecordStore extends InMemoryRecordStore {

    private static final int PAGE = 1000;

    private final Fault fault;
    private final CyclicBarrier checked = new CyclicBarrier(2);
    private List<Entry> lent = new ArrayList<>();
    private int diesAfter = Integer.MAX_VALUE;

    FaultyRecordStore(Fault fault) {
        this.fault = fault;
    }

    @Override
    synchronized void dieAfter(int entries) {
        diesAfter = entries;
        super.dieAfter(entries);
    }

    @Override
    String key(RecordId record) {
        return switch (fault) {
            case IGNORES_CAPITALS ->
                new String(
                        record.value().chars().map(Character::toLowerCase).toArray(),
                        0,
                        record.value().length());
            case ONE_RECORD -> "all";
            default -> record.value();
        };
    }

    @Override
    public List<Entry> load(RecordId record) {
        List<Entry> all = super.load(record);
        return switch (fault) {
            case SORTS_AS_TEXT ->
                all.stream()
                        .sorted(Comparator.comparing(entry -> Long.toString(entry.sequence())))
                        .toList();
            case LOADS_A_PAGE -> all.stream().limit(PAGE).toList();
            case DROPS_UNKNOWN -> all.stream().map(FaultyRecordStore::plain).toList();
            case LENDS_ITS_LIST -> lent = new ArrayList<>(all);
            default -> all;
        };
    }

    @Override
    public Stored append(RecordId record, long expectedVersion, List<Entry> entries) {
        long version = stored(record).size();
        switch (fault) {
            case NO_VERSION_CHECK -> {
                return super.append(record, version, entries);
            }
            case LATER_VERSION_TAKEN -> {
                return super.append(record, Math.min(version, expectedVersion), entries);
            }
            case CHECKS_BEFORE_LOCKING -> {
                meet();
                return version == expectedVersion
                        ? super.append(record, stored(record).size(), entries)
                        : Stored.CONFLICT;
            }
            case STORES_IN_CONFLICT -> {
                Stored stored = super.append(record, version, entries);
                return version == expectedVersion ? stored : Stored.CONFLICT;
            }
            case SAYS_STORED -> {
                super.append(record, expectedVersion, entries);
                return Stored.STORED;
            }
            case KEEPS_HALF -> keepHalf(record, expectedVersion, entries);
            case LENDS_ITS_LIST -> lent.addAll(entries);
            default -> {}
        }
        return super.append(record, expectedVersion, entries);
    }

    private void keepHalf(RecordId record, long expectedVersion, List<Entry> entries) {
        if (diesAfter <= entries.size()) {
            super.dieAfter(Integer.MAX_VALUE);
            super.append(record, expectedVersion, entries.subList(0, diesAfter));
            diesAfter = Integer.MAX_VALUE;
            throw new IllegalStateException("died");
        }
    }

    @Override
    public synchronized Stored erase(
            RecordId record, long expectedVersion, List<Entry> rewritten, List<Entry> erasure) {
        return switch (fault) {
            case LEAVES_WORDS -> super.erase(record, expectedVersion, List.of(), erasure);
            case ERASES_SILENTLY -> super.erase(record, expectedVersion, rewritten, List.of());
            case ERASES_UNCHECKED ->
                erasure.isEmpty() || rewritten.isEmpty()
                        ? super.erase(record, expectedVersion, rewritten, erasure)
                        : super.erase(record, stored(record).size(), rewritten, erasure);
            case ERASES_IN_TWO_STEPS -> inTwoSteps(record, expectedVersion, rewritten, erasure);
            default -> super.erase(record, expectedVersion, rewritten, erasure);
        };
    }

    private Stored inTwoSteps(RecordId record, long expectedVersion, List<Entry> rewritten, List<Entry> erasure) {
        if (!rewritten.isEmpty() && stored(record).size() == expectedVersion) {
            List<String> next = new ArrayList<>(stored(record));
            rewritten.forEach(entry -> next.set((int) entry.sequence() - 1, JSON.write(entry)));
            put(record, next);
        }
        return super.erase(record, expectedVersion, rewritten, erasure);
    }

    /** Waits until another has looked too, or a moment if nobody else comes. */
    private void meet() {
        try {
            checked.await(50, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | BrokenBarrierException alone) {
            checked.reset();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Entry plain(Entry entry) {
        return new Entry(
                entry.sequence(),
                entry.act(),
                entry.event(),
                List.of(),
                entry.carried(),
                entry.salt(),
                entry.command(),
                entry.chain());
    }
}
