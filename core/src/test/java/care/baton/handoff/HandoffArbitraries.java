package care.baton.handoff;

import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.Relayed;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Walks: both parties and others ask for anything at any time, rightly and wrongly, twice, and with clocks that go back. */
final class HandoffArbitraries {

    private static final List<Practice> PRACTICES = List.of(
            Parties.PRACTICE, Parties.PRACTICE, Parties.TELEPHONE_COUNTS, Parties.REMINDERS_ONLY, Parties.POLLED);

    private HandoffArbitraries() {}

    /** The walk of a seed: the same seed and length give the same walk, a shorter length its beginning. */
    static Walk walk(long seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        Practice practice = PRACTICES.get(random.nextInt(PRACTICES.size()));
        Moves moves = new Moves(random.split());
        List<Step> steps = new ArrayList<>();
        Handoff handoff = Handoff.of(Walk.ID);
        Instant clock = Parties.MONDAY;
        for (int i = 0; i < length; i++) {
            clock = clock.plus(pause(random));
            Step step = step(random, moves, handoff, practice, steps, clock);
            steps.add(step);
            handoff = step.after();
        }
        return new Walk(seed, steps);
    }

    private static Step step(
            SplittableRandom random, Moves moves, Handoff handoff, Practice practice, List<Step> past, Instant clock) {
        CommandId id = CommandId.of("c" + past.size());
        int dice = random.nextInt(100);
        if (dice < 8) {
            return Step.ofTime(handoff, Act.of(id, Moves.CLOCK, Stamp.at(clock)), practice);
        }
        if (dice < 13 && !past.isEmpty()) {
            Step old = past.get(random.nextInt(past.size()));
            HandoffCommand any = moves.any(handoff, clock);
            HandoffCommand command =
                    random.nextInt(4) == 0 ? any : old.command().orElse(any);
            Act again = new Act(
                    old.act().command(),
                    old.act().by(),
                    Stamp.at(clock),
                    old.act().relayed());
            return Step.of(handoff, command, again, practice);
        }
        HandoffCommand command = random.nextInt(4) == 0 ? moves.any(handoff, clock) : moves.fitting(handoff, clock);
        Holder by = random.nextInt(5) == 0 ? moves.anybody() : moves.entitled(handoff, command);
        Optional<Relayed> relayed =
                random.nextInt(12) == 0 ? Optional.of(new Relayed(by, Channel.PHONE, clock)) : Optional.empty();
        Holder actor = relayed.isPresent() ? moves.anybody() : by;
        return Step.of(handoff, command, new Act(id, actor, Stamp.at(clock), relayed), practice);
    }

    private static Duration pause(SplittableRandom random) {
        return switch (random.nextInt(12)) {
            case 0 -> Duration.ofHours(random.nextInt(200));
            case 1 -> Duration.ofHours(24);
            case 2 -> Duration.ofHours(-random.nextInt(30));
            case 3, 4, 5 -> Duration.ofHours(random.nextInt(8));
            case 6, 7 -> Duration.ofMinutes(random.nextInt(60));
            default -> Duration.ZERO;
        };
    }
}
