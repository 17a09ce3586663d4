package care.baton.bench;

import care.baton.party.Digest;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand.InHandoff;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One step of a handoff, and whether it costs more when more has happened before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StepBenchmark {

    /** How many entries the record holds besides those of the way to this step. */
    @Param({"10", "10000"})
    public int history;

    private CoordinationRecord before = Episode.profiled().record();
    private Episode.Line acceptance = new Episode().next(Seats.INTAKE, accept());
    private Episode.Line note = acceptance;
    private CoordinationRecord after = before;
    private int expected;
    private Digest head = Talk.ASK.digest();

    /** A record in which all is agreed, after so much else. */
    @Setup
    public void age() {
        Episode episode = Episode.agreed();
        episode.aged(episode.record().ledger().size() + history);
        before = episode.record();
        acceptance = episode.next(Seats.INTAKE, accept());
        note = episode.nextFact(Seats.NURSE, "clinical-guidance");
        after = before;
    }

    /** The acceptance: every gate looked at, the owner changed, what was owed ended, all of it chained. */
    @Benchmark
    public CoordinationRecord acceptance() {
        after = acceptance.on(before);
        expected = Expected.ACCEPTANCE_ENTRIES;
        return after;
    }

    /** The smallest step: one fact, one entry. */
    @Benchmark
    public CoordinationRecord fact() {
        after = note.on(before);
        expected = 1;
        return after;
    }

    /** What was timed did what it says, and always the same. */
    @TearDown(Level.Iteration)
    public void check() {
        Digest now = after.ledger().head().digest();
        boolean same = before.ledger().size() == 0 || now.equals(head) || head.equals(Talk.ASK.digest());
        head = now;
        boolean moved = expected == 1
                || after.work()
                        .ownerAt(Episode.HANDOFF, after.recordedAt().orElseThrow())
                        .filter(Seats.INTAKE::sameRole)
                        .isPresent();
        if (!same || !moved || after.version() - before.version() != expected) {
            throw new IllegalStateException("another step: " + (after.version() - before.version()) + " entries");
        }
    }

    private static InHandoff accept() {
        return new InHandoff(Episode.HANDOFF, Episode.RUN, Talk.ACCEPT);
    }
}
