package care.baton.record;

import care.baton.evidence.Entry;
import care.baton.outcome.Outcome;
import care.baton.outcome.Refusal;
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

/** A record on which plans are written and worked on, as a source of numbers has it: the same source gives the same. */
final class PlanWalk {

    private static final int STEPS = 70;

    /** What was asked on a record as it stood, and what came of it. */
    record Step(CoordinationRecord before, Asked asked, Instant at, List<Refusal> refusals, CoordinationRecord after) {}

    private final List<Step> steps = new ArrayList<>();
    private CoordinationRecord record = CoordinationRecord.of(RecordId.of("record-1"));
    private Instant now = HomeStart.START;

    private PlanWalk() {}

    static PlanWalk of(long seed) {
        PlanWalk walk = new PlanWalk();
        walk.ask(new Asked(HomeStart.PLANNER, HomeStart.opening()));
        walk.ask(new Asked(
                HomeStart.PLANNER,
                new OpenRun(HomeStart.RUN, HomeStart.pathway().id(), 1)));
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < STEPS; i++) {
            walk.now = walk.now.plus(Duration.ofMinutes(random.nextInt(random.nextInt(12) == 0 ? 3000 : 20)));
            walk.ask(Plannings.deal(walk.record.chart(), walk.now, random.nextInt(100_000)));
        }
        return walk;
    }

    private void ask(Asked what) {
        Act act = Act.of(CommandId.of("c-" + steps.size()), what.by(), Stamp.at(now));
        Outcome<CoordinationRecord, Entry> outcome =
                record.decide(what.command(), act, RecordWalk.salt(steps.size()), HomeStart.rules());
        CoordinationRecord after = outcome.fold(done -> done.state(), refused -> record);
        steps.add(new Step(record, what, now, outcome.refusals(), after));
        record = after;
    }

    CoordinationRecord record() {
        return record;
    }

    List<Step> steps() {
        return steps;
    }
}
