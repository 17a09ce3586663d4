package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.pathway.Change;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.MoveRun;
import care.baton.record.RecordEvent.RunMoved;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** What holds whenever a run is moved to another version, however the record stands. */
class MoveProperties {

    private static final Code WHY = Code.of("new-contract");

    private static int moves;

    @Property(tries = 100)
    void whatIsShownIsWhatHappensAndNothingElseIsAllowed(@ForAll("walks") RecordWalk walk) {
        CoordinationRecord record = walk.record();
        int version = other(record);
        Outcome<Move, Change> shown = shown(walk, version);
        Digest digest = shown.fold(m -> m.state().digest(), no -> Digest.of(new byte[] {1}));
        Outcome<CoordinationRecord, Entry> moved = move(walk, version, digest);

        if (!whoAsks(moved)) {
            assertThat(moved.refusals()).isEqualTo(shown.refusals());
        }
        if (moved.isApplied()) {
            moves++;
            Move move = shown.orThrow().state();
            List<RunMoved> recorded = moved.orThrow().events().stream()
                    .map(Entry::event)
                    .filter(RunMoved.class::isInstance)
                    .map(RunMoved.class::cast)
                    .toList();
            assertThat(recorded)
                    .containsExactly(new RunMoved(HomeStart.RUN, version, move.definition(), WHY, move.changes()));
            assertThat(move(walk, version, Digest.of(new byte[] {2})).isApplied())
                    .isFalse();
        }
    }

    @Property(tries = 100)
    @Promise(2)
    void movingARunMovesNothingThatSomebodyHolds(@ForAll("walks") RecordWalk walk) {
        int version = other(walk.record());
        shown(walk, version).fold(shown -> checkHolders(walk, version, shown.state()), no -> true);
    }

    @Property(tries = 100)
    @Promise(6)
    void nothingIsLostSilentlyWhenARunIsMoved(@ForAll("walks") RecordWalk walk) {
        int version = other(walk.record());
        shown(walk, version).fold(shown -> checkEnds(walk, version, shown.state()), no -> true);
    }

    @AfterContainer
    static void runsWereMoved() {
        assertThat(moves).as("runs that could be moved").isGreaterThan(20);
    }

    private static boolean checkHolders(RecordWalk walk, int version, Move move) {
        CoordinationRecord before = advanced(walk);
        Outcome<CoordinationRecord, Entry> moved = move(walk, version, move.digest());
        if (whoAsks(moved)) {
            return true;
        }
        CoordinationRecord after = moved.orThrow().state();
        for (Obligation o : before.chart().obligations().open()) {
            Obligation now = after.chart().obligations().get(o.key()).orElseThrow();
            assertThat(now.holder().sameRole(o.holder())).isTrue();
            assertThat(now.since()).isEqualTo(o.since());
            assertThat(now.raised()).isEqualTo(o.raised());
        }
        return true;
    }

    /** What was owed and no longer is was shown to end, or served something that was. */
    private static boolean checkEnds(RecordWalk walk, int version, Move move) {
        CoordinationRecord before = advanced(walk);
        Outcome<CoordinationRecord, Entry> moved = move(walk, version, move.digest());
        if (whoAsks(moved)) {
            return true;
        }
        CoordinationRecord after = moved.orThrow().state();
        for (Obligation o : before.chart().obligations().open()) {
            boolean ended = !after.chart().obligations().isOpen(o.key());
            boolean told = move.effects().stream().anyMatch(e -> e.key().equals(o.key()));
            boolean served = o.parent()
                    .filter(p -> !after.chart().obligations().isOpen(p))
                    .isPresent();
            boolean takenUp = o.key().kind().equals(Keys.TAKE_UP);
            assertThat(!ended || told || served || takenUp).isTrue();
        }
        after.chart()
                .obligations()
                .open()
                .forEach(o -> assertThat(o.next()).isNotNull().isAfterOrEqualTo(o.since()));
        return true;
    }

    /** The role that owns the outcome may have left the team: anyone is shown the change, nobody gone may ask for it. */
    private static boolean whoAsks(Outcome<?, ?> moved) {
        return moved.refusals().stream().anyMatch(r -> r.path().equals("act/by"));
    }

    private static int other(CoordinationRecord record) {
        return record.chart()
                .runs()
                .get(HomeStart.RUN)
                .map(r -> 3 - r.version())
                .orElse(2);
    }

    private static Outcome<Move, Change> shown(RecordWalk walk, int version) {
        return walk.record().moving(HomeStart.RUN, version, act(walk, "shown"), RecordWalk.RULES);
    }

    private static Outcome<CoordinationRecord, Entry> move(RecordWalk walk, int version, Digest shown) {
        return walk.record()
                .decide(
                        new MoveRun(HomeStart.RUN, version, shown, WHY),
                        act(walk, "moves"),
                        RecordWalk.salt(7),
                        RecordWalk.RULES);
    }

    /** What time has brought about by then, whoever asks. */
    private static CoordinationRecord advanced(RecordWalk walk) {
        return walk.record()
                .decide(new AdvanceTime(), act(walk, "time"), RecordWalk.salt(8), RecordWalk.RULES)
                .orThrow()
                .state();
    }

    /** Asked by the role that owns the outcome. */
    private static Act act(RecordWalk walk, String command) {
        // whoever is on duty: the person who holds the seat may have left
        return Act.of(CommandId.of(command), HomeStart.LEAD.heldBy(Optional.empty()), Stamp.at(walk.now()));
    }

    @Provide
    static Arbitrary<RecordWalk> walks() {
        return RecordArbitraries.walks();
    }
}
