package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.obligation.Key;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is told of a past that is over, asked again while the run goes on. */
class WaitingProperties {

    @Property(tries = 40)
    void whatIsToldOfTheStagesThatAreLeftIsWhatWasToldAsTheNextBegan(@ForAll("walks") RecordWalk walk) {
        SortedMap<String, List<Wait>> told = new TreeMap<>();
        for (RecordWalk.Step step : walk.steps()) {
            CoordinationRecord record = step.after();
            record.chart().runs().values().stream()
                    .filter(r -> r.isOpen() && !r.gap() && !r.left().isEmpty())
                    .forEach(r -> isTold(record, r, told));
        }
    }

    /**
     * The work that began with the stage leads back to its beginning. What was owed before and is still waited for
     * does not: that time is told along what is waited for.
     */
    private static void isTold(CoordinationRecord record, PathwayRun run, SortedMap<String, List<Wait>> told) {
        Passed passed = new Passed(run.run(), record.ledger().entries());
        Instant entered = passed.stages().get(passed.stages().size() - 1).entered();
        List<Wait> first =
                told.computeIfAbsent(run.run() + " " + run.left().size(), stage -> pieces(record, run, entered));
        List<Wait> pieces = pieces(record, run, record.recordedAt().orElseThrow());
        Optional<Key> next = pieces.stream()
                .filter(p -> p.from().equals(entered))
                .map(Wait::key)
                .findFirst();
        if (next.flatMap(record.chart().obligations()::get)
                .filter(o -> passed.beganWith(o.key(), o.since()).isPresent())
                .isPresent()) {
            assertThat(pieces.stream().filter(p -> p.from().isBefore(entered))).containsExactlyElementsOf(first);
        }
    }

    /** Without the causes: somebody may give the reason later. */
    private static List<Wait> pieces(CoordinationRecord record, PathwayRun run, Instant now) {
        return record.waiting(run.run(), now, RecordWalk.RULES, CauseRules.standard()).orElseThrow().pieces().stream()
                .map(p -> p.because(Cause.UNDETERMINED))
                .toList();
    }

    @Provide
    static Arbitrary<RecordWalk> walks() {
        return RecordArbitraries.walks();
    }
}
