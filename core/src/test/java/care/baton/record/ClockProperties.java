package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.outcome.Applied;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.RecordId;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.time.Horizon;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What a clock that is put back, or leaps ahead, does to a record. */
class ClockProperties {

    private static final Duration CENTURY = Duration.ofDays(36_525);

    private static final int LEVELS = 2;

    /** A level is raised, its hearer owes, the hearer is reminded; and the last level is repeated: however far the leap. */
    private static final int MOST_ENTRIES_EACH = 3 * LEVELS + 1;

    private record Heard(Key key, int level) {}

    @Property(tries = RecordCampaign.SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise(26)
    void aClockThatIsPutBackIsAClockThatStandsStill(@ForAll long seed) {
        RecordCampaign.walk(seed, walk -> {
            CoordinationRecord still = CoordinationRecord.of(walk.record().id());
            for (int i = 0; i < walk.steps().size(); i++) {
                RecordWalk.Step step = walk.steps().get(i);
                Instant now = still.recordedAt().filter(step.given()::isBefore).orElse(step.given());
                Act act = Act.of(step.act().command(), step.act().by(), Stamp.at(now));
                Outcome<CoordinationRecord, Entry> outcome =
                        still.decide(step.command(), act, RecordWalk.salt(i), RecordWalk.RULES);
                assertThat(outcome.refusals()).isEqualTo(step.outcome().refusals());
                still = outcome.isApplied() ? outcome.orThrow().state() : still;
                assertThat(still.chart()).isEqualTo(step.after().chart());
            }
        });
    }

    @Property(tries = RecordCampaign.SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise(26)
    void nothingIsHeardTwiceOrTakenBackAndNoTimeIsNegative(@ForAll long seed) {
        RecordCampaign.walk(seed, walk -> {
            Set<Heard> heard = new HashSet<>();
            for (RecordWalk.Step step : walk.steps()) {
                step.entries().forEach(entry -> firstTime(entry.event(), step.after(), heard));
                for (Obligation before : step.before().chart().obligations().open()) {
                    Obligation after =
                            step.after().chart().obligations().get(before.key()).orElseThrow();
                    assertThat(after.raised()).isGreaterThanOrEqualTo(before.raised());
                    assertThat(after.reminders()).isGreaterThanOrEqualTo(before.reminders());
                }
                step.before()
                        .chart()
                        .obligations()
                        .ended()
                        .forEach(ended -> assertThat(
                                        step.after().chart().obligations().isOpen(ended.key()))
                                .isFalse());
            }
            for (PathwayRun run : walk.record().chart().runs().values()) {
                Waiting waiting = walk.record()
                        .waiting(run.run(), HomeStart.START, RecordWalk.RULES, CauseRules.standard())
                        .orElseThrow();
                assertThat(waiting.elapsed()).isGreaterThanOrEqualTo(Duration.ZERO);
                assertThat(waiting.pieces()).allMatch(piece -> !piece.until().isBefore(piece.from()));
            }
        });
    }

    @Property(tries = RecordCampaign.SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise(27)
    void aCenturyLaterEachLevelIsHeardOnceAndNoMoreIsWrittenThanAfterTwoYears(@ForAll long seed) {
        RecordCampaign.walk(seed, walk -> {
            Set<Heard> heard = new HashSet<>();
            walk.record().ledger().entries().forEach(entry -> firstTime(entry.event(), walk.record(), heard));
            Chart chart = walk.record().chart();
            int open = chart.obligations().open().size() + 2 * chart.foreseen().size();

            Applied<CoordinationRecord, Entry> twoYears =
                    advanced(walk.record(), walk.now().plus(CENTURY.dividedBy(50)));
            Applied<CoordinationRecord, Entry> century =
                    advanced(walk.record(), walk.now().plus(CENTURY));
            Applied<CoordinationRecord, Entry> end = advanced(walk.record(), Horizon.LATEST);

            century.events().forEach(entry -> firstTime(entry.event(), century.state(), heard));
            assertThat(century.events()).hasSameSizeAs(twoYears.events());
            assertThat(end.events()).hasSameSizeAs(twoYears.events());
            assertThat(century.events().size()).isLessThanOrEqualTo(MOST_ENTRIES_EACH * open);
            assertThat(replayed(century.state())).isEqualTo(century.state());
            assertThat(replayed(end.state())).isEqualTo(end.state());
        });
    }

    /** A reminder repeats the last level; every other level is raised once. */
    private static void firstTime(Event event, CoordinationRecord after, Set<Heard> heard) {
        if (event instanceof LevelRaised raised) {
            int levels = after.chart()
                    .obligations()
                    .get(raised.key())
                    .orElseThrow()
                    .route()
                    .levels()
                    .size();
            boolean first = heard.add(new Heard(raised.key(), raised.level()));
            assertThat(first || raised.level() == levels)
                    .as("%s %s", raised.key(), raised.level())
                    .isTrue();
            assertThat(raised.count()).isPositive();
        }
    }

    private static Applied<CoordinationRecord, Entry> advanced(CoordinationRecord record, Instant at) {
        Act act = Act.of(CommandId.of("leap"), Dealer.stillHere(record), Stamp.at(at));
        return record.decide(new AdvanceTime(), act, RecordWalk.salt(-1), RecordWalk.RULES)
                .orThrow();
    }

    private static CoordinationRecord replayed(CoordinationRecord record) {
        RecordId id = record.id();
        List<Entry> entries = record.ledger().entries().toList();
        return CoordinationRecord.replay(id, entries);
    }
}
