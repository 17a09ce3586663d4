package care.baton.bench;

import care.baton.evidence.Entry;
import care.baton.evidence.Ledger;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A record read back from its entries. Every figure is for one entry. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReplayBenchmark {

    private static final RecordId RECORD = RecordId.of("record-1");
    private static final int LONG = 10_000;

    private final CoordinationRecord referral = Episode.closed().record();
    private final List<Entry> entries = referral.ledger().entries().toList();
    private final CoordinationRecord old = Episode.agreed().aged(LONG).record();
    private final List<Entry> many = old.ledger().entries().toList();
    private CoordinationRecord replayed = referral;
    private boolean intact = true;

    /** A whole referral, from its entries to its state and the head of its chain. */
    @Benchmark
    @OperationsPerInvocation(Expected.REFERRAL_ENTRIES)
    public CoordinationRecord referral() {
        replayed = CoordinationRecord.replay(RECORD, entries);
        return replayed;
    }

    /** A record with ten thousand entries. */
    @Benchmark
    @OperationsPerInvocation(LONG)
    public CoordinationRecord tenThousand() {
        replayed = CoordinationRecord.replay(RECORD, many);
        return replayed;
    }

    /** Every fingerprint of a whole referral worked out again. */
    @Benchmark
    @OperationsPerInvocation(Expected.REFERRAL_ENTRIES)
    public boolean verification() {
        intact = Ledger.of(RECORD, entries).verify().isIntact();
        return intact;
    }

    /** The same state, the same head, as many entries. */
    @TearDown(Level.Iteration)
    public void check() {
        CoordinationRecord expected = replayed.version() == LONG ? old : referral;
        boolean same = replayed.equals(expected)
                && replayed.ledger().head().equals(expected.ledger().head());
        if (!same || !intact || entries.size() != Expected.REFERRAL_ENTRIES || many.size() != LONG) {
            throw new IllegalStateException("another state: " + entries.size() + " and " + many.size() + " entries");
        }
    }
}
