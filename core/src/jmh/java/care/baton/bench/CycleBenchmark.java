package care.baton.bench;

import care.baton.handoff.Course;
import care.baton.handoff.Handoff;
import care.baton.handoff.Recorded;
import care.baton.outcome.Applied;
import care.baton.party.HandoffId;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A whole handoff in memory, from the offer to the close, with every check, event and hash. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CycleBenchmark {

    private final Episode before = Episode.profiled();
    private final Episode after = Episode.closed();
    private final Soliloquy alone = Soliloquy.whole();
    private List<Episode.Line> rest = List.of();
    private CoordinationRecord closed = before.record();
    private Handoff done = Handoff.of(HandoffId.of("handoff-1"));
    private int events;

    /** The commands after the offer may be made. */
    @Setup
    public void cut() {
        rest = after.lines().subList(before.lines().size(), after.lines().size());
    }

    /** The referral as shipped, from the empty record to the closed run. */
    @Benchmark
    public CoordinationRecord referral() {
        CoordinationRecord record = CoordinationRecord.of(RecordId.of("record-1"));
        for (Episode.Line line : after.lines()) {
            record = line.on(record);
        }
        closed = record;
        return record;
    }

    /** The same from the offer on. */
    @Benchmark
    public CoordinationRecord fromTheOffer() {
        CoordinationRecord record = before.record();
        for (Episode.Line line : rest) {
            record = line.on(record);
        }
        closed = record;
        return record;
    }

    /** A handoff without a record: no stages, no ledger. */
    @Benchmark
    public Handoff alone() {
        Handoff handoff = Handoff.of(HandoffId.of("handoff-1"));
        int count = 0;
        for (Soliloquy.Line line : alone.lines()) {
            Applied<Handoff, Recorded> answer = line.on(handoff).orThrow();
            handoff = answer.state();
            count += answer.events().size();
        }
        done = handoff;
        events = count;
        return handoff;
    }

    /** What was timed did what it says. */
    @TearDown(Level.Iteration)
    public void check() {
        boolean recorded = closed == before.record()
                || (closed.equals(after.record())
                        && closed.version() == Expected.REFERRAL_ENTRIES
                        && closed.ledger().head().equals(after.record().ledger().head())
                        && closed.chart().runs().values().stream().noneMatch(run -> run.isOpen()));
        boolean told = events == 0
                || (done.equals(alone.handoff())
                        && events == Expected.ALONE_EVENTS
                        && done.negotiation().course() == Course.CLOSED);
        if (!recorded || !told) {
            throw new IllegalStateException("another end: " + closed.version() + " entries, " + events + " events");
        }
    }
}
