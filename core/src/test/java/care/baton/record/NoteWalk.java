package care.baton.record;

import care.baton.evidence.Entry;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.RecordId;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A record on which notes are written and contacts made, as a source of numbers has it: the same source gives the same. */
final class NoteWalk {

    private static final int STEPS = 60;

    private final List<CoordinationRecord> stages = new ArrayList<>();
    private CoordinationRecord record = CoordinationRecord.of(RecordId.of("record-1"));
    private Instant now = HomeStart.START;
    private int asked;

    private NoteWalk() {}

    static NoteWalk of(long seed) {
        NoteWalk walk = new NoteWalk();
        walk.ask(new Asked(HomeStart.PLANNER, HomeStart.opening()));
        walk.ask(new Asked(
                HomeStart.PLANNER,
                new OpenRun(HomeStart.RUN, HomeStart.pathway().id(), 1)));
        walk.ask(new Asked(HomeStart.PERSON, HomeConsents.allowsAll()));
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < STEPS; i++) {
            walk.now = walk.now.plus(Duration.ofMinutes(random.nextInt(random.nextInt(12) == 0 ? 3000 : 20)));
            walk.ask(Notings.deal(walk.record.chart(), walk.now, random.nextInt(100_000)));
        }
        return walk;
    }

    private void ask(Asked what) {
        Act act = Act.of(CommandId.of("c-" + asked), what.by(), Stamp.at(now));
        Outcome<CoordinationRecord, Entry> outcome =
                record.decide(what.command(), act, RecordWalk.salt(asked++), HomeStart.rules());
        record = outcome.fold(done -> done.state(), refused -> record);
        stages.add(record);
    }

    CoordinationRecord record() {
        return record;
    }

    /** The record after each step. */
    List<CoordinationRecord> stages() {
        return stages;
    }

    List<Entry> entries() {
        return record.ledger().entries().toList();
    }
}
