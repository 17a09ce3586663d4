package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.EvidenceEvent.FactSetAside;
import care.baton.evidence.EvidenceEvent.WaiverExpired;
import care.baton.evidence.EvidenceEvent.WaiverGranted;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.Unconfirmed;
import care.baton.obligation.Ending;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent;
import care.baton.obligation.ObligationEvent.ObligationReleased;
import care.baton.obligation.Standing;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What time does to a record, and what it does not. */
class TimeProperties {

    private static final Duration MONTH = Duration.ofDays(30);

    @Property(tries = 60)
    void timeEndsNothingButWhatTheDefinitionClosesAsUnconfirmed(@ForAll("walks") RecordWalk walk) {
        List<Entry> entries = advanced(walk);
        for (Entry entry : entries) {
            if (entry.event() instanceof ObligationReleased e) {
                assertThat(e.reason()).isIn(Unconfirmed.UNCONFIRMED, Ending.PARENT_ENDED);
            } else if (entry.event() instanceof ObligationEvent e) {
                assertThat(e.getClass().getSimpleName())
                        .isIn("LevelRaised", "ObligationOpened", "ObligationResumed", "SuspensionLifted");
            }
        }
        boolean released = entries.stream().anyMatch(e -> e.event() instanceof ObligationReleased);
        boolean closed = entries.stream().anyMatch(e -> e.event() instanceof CourseTaken);
        assertThat(released).isEqualTo(closed);
    }

    @Property(tries = 60)
    void everyWaiverOfAnOpenRunEndsOnceAtItsInstant(@ForAll("walks") RecordWalk walk) {
        List<Entry> all = new ArrayList<>(walk.record().ledger().entries().toList());
        Instant end = walk.now().plus(MONTH);
        all.addAll(advanced(walk));
        List<WaiverExpired> ended = all.stream()
                .filter(e -> e.event() instanceof WaiverExpired)
                .map(e -> (WaiverExpired) e.event())
                .toList();
        assertThat(ended).doesNotHaveDuplicates();
        for (WaiverExpired expired : ended) {
            assertThat(all.stream()
                            .anyMatch(e -> e.event() instanceof WaiverGranted g
                                    && g.run().equals(expired.run())
                                    && g.until().equals(expired.at())))
                    .isTrue();
        }
        for (Entry entry : all) {
            if (entry.event() instanceof WaiverGranted g
                    && g.until().isBefore(end)
                    && all.stream().noneMatch(e -> renews(e, entry, g))
                    && walk.record().chart().runs().get(g.run()).orElseThrow().isOpen()) {
                assertThat(ended).anyMatch(e -> e.item().equals(g.item()) && !e.at().isBefore(g.until()));
            }
        }
    }

    /** Whether the same was let pass once more later on: then it is that one which ends. */
    private static boolean renews(Entry later, Entry entry, WaiverGranted granted) {
        return later.sequence() > entry.sequence()
                && later.event() instanceof WaiverGranted again
                && again.run().equals(granted.run())
                && again.item().equals(granted.item());
    }

    @Property(tries = 60)
    void whatIsForeseenLiesAhead(@ForAll("walks") RecordWalk walk) {
        for (RecordWalk.Step step : walk.steps()) {
            Instant now = step.after().recordedAt().orElse(HomeStart.START);
            boolean applied = !step.entries().isEmpty();
            step.after()
                    .chart()
                    .foreseen()
                    .first()
                    .ifPresent(row ->
                            assertThat(!applied || row.key().at().isAfter(now)).isTrue());
        }
    }

    @Property(tries = 60)
    void whatAFactHadDischargedStaysEndedAndSupplyingItAgainIsANewOccurrence(@ForAll("walks") RecordWalk walk) {
        for (RecordWalk.Step step : walk.steps()) {
            for (Obligation ended : step.before().chart().obligations().ended()) {
                assertThat(step.after().chart().obligations().get(ended.key())).contains(ended);
            }
            boolean aside = step.entries().stream().anyMatch(e -> e.event() instanceof FactSetAside);
            for (Obligation o : aside ? step.after().chart().obligations().open() : List.<Obligation>of()) {
                boolean opened = !step.before().chart().obligations().isOpen(o.key());
                if (opened && o.key().kind().equals(Keys.SUPPLY) && o.key().occurrence() > 1) {
                    Key former = new Key(
                            o.key().cause(),
                            o.key().kind(),
                            o.key().subject(),
                            o.key().occurrence() - 1);
                    assertThat(step.before().chart().obligations().get(former))
                            .map(Obligation::standing)
                            .get()
                            .isNotInstanceOf(Standing.Open.class);
                }
            }
        }
    }

    private static List<Entry> advanced(RecordWalk walk) {
        Act act = Act.of(
                CommandId.of("a-month-on"),
                Dealer.stillHere(walk.record()),
                Stamp.at(walk.now().plus(MONTH)));
        return walk.record()
                .decide(new AdvanceTime(), act, RecordWalk.salt(200_000), RecordWalk.RULES)
                .orThrow()
                .events();
    }

    @Provide
    static Arbitrary<RecordWalk> walks() {
        return RecordArbitraries.walks();
    }
}
