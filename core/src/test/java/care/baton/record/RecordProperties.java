package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.handoff.Kinds;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.pathway.Step;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** What holds on every record, whatever was asked of it. */
class RecordProperties {

    private static final Cells CELLS = new Cells();

    @Property(tries = 100)
    @Promise(23)
    @Requirement({"GOV-116", "HND-26"})
    void replayEqualsState(@ForAll("walks") RecordWalk walk) {
        CELLS.count(walk);
        List<Entry> entries = walk.record().ledger().entries().toList();

        CoordinationRecord replayed = CoordinationRecord.replay(walk.record().id(), entries);
        assertThat(replayed).isEqualTo(walk.record()).hasSameHashCodeAs(walk.record());
    }

    @Property(tries = 100)
    void whatOperationsMadeIsRestored(@ForAll("walks") RecordWalk walk) {
        List<Entry> entries = walk.record().ledger().entries().toList();

        var restored = CoordinationRecord.restore(walk.record().id(), entries);
        assertThat(restored.refusals()).isEmpty();
        assertThat(restored.orThrow().state()).isEqualTo(walk.record());
    }

    @Property(tries = 100)
    void whatLostAnEntryIsNotRestored(@ForAll("walks") RecordWalk walk, @ForAll("places") List<Integer> places) {
        List<Entry> entries = walk.record().ledger().entries().toList();
        for (int place : places) {
            List<Entry> fewer = new ArrayList<>(entries);
            int gone = place % entries.size();
            fewer.remove(gone);
            boolean last = gone == entries.size() - 1;
            assertThat(CoordinationRecord.restore(walk.record().id(), fewer).isApplied())
                    .isEqualTo(last);
        }
    }

    @Property(tries = 100)
    @Promise(38)
    @Requirement("HND-26")
    void everyChangeIsAnEventWithActorRoleAndTime(@ForAll("walks") RecordWalk walk) {
        for (RecordWalk.Step step : walk.steps()) {
            boolean changed = !step.after().chart().equals(step.before().chart());
            assertThat(!changed || !step.entries().isEmpty()).isTrue();
            for (Entry entry : step.entries()) {
                assertThat(entry.act().by()).isEqualTo(step.act().by());
                assertThat(entry.act().by().role()).isNotNull();
                assertThat(entry.act().command()).isEqualTo(step.act().command());
                assertThat(entry.act().stamp().recordedAt()).isAfterOrEqualTo(step.given());
            }
        }
    }

    @Property(tries = 100)
    @Promise({4, 36})
    void sameCommandTwiceChangesNothing(@ForAll("walks") RecordWalk walk) {
        for (int i = 0; i < walk.steps().size(); i++) {
            RecordWalk.Step step = walk.steps().get(i);
            if (!step.entries().isEmpty()) {
                assertThat(walk.record()
                                .decide(step.command(), step.act(), RecordWalk.salt(i), RecordWalk.RULES)
                                .orThrow()
                                .events())
                        .isEmpty();
            }
        }
    }

    @Property(tries = 100)
    void refusalLeavesNoEvent(@ForAll("walks") RecordWalk walk) {
        for (RecordWalk.Step step : walk.steps()) {
            if (!step.outcome().isApplied()) {
                assertThat(step.outcome().refusals()).isNotEmpty();
                assertThat(step.after()).isSameAs(step.before());
            }
        }
    }

    @Property(tries = 100)
    @Promise(1)
    @Requirement("OWN-15")
    void ownershipIsNeverVacantWhileOpen(@ForAll("walks") RecordWalk walk) {
        for (RecordWalk.Step step : walk.steps()) {
            step.after().chart().obligations().open().forEach(o -> {
                assertThat(o.tenure().holderAt(o.since())).isPresent();
                assertThat(o.tenure().holderAt(walk.now())).contains(o.holder());
            });
            step.after().chart().runs().values().stream()
                    .filter(PathwayRun::isOpen)
                    .forEach(r -> assertThat(step.after().work().outcomeOwnerAt(r.run(), walk.now()))
                            .isPresent());
        }
    }

    @Property(tries = 100)
    void theWorkOfARunLiesWithNoRoleThatOthersHaveAndNobodyThere(@ForAll("walks") RecordWalk walk) {
        List<Code> owned = List.of(Keys.OUTCOME, Keys.STAGE, Keys.TAKE_UP, Keys.HAND_OVER);
        for (RecordWalk.Step step : walk.steps()) {
            Chart after = step.after().chart();
            for (PathwayRun run : after.runs().values()) {
                assertThat(after.obligations().open())
                        .filteredOn(o -> o.key().cause().equals(Keys.cause(run.run())))
                        .filteredOn(o -> !owned.contains(o.key().kind()))
                        .allMatch(o -> after.team().holds(o.holder())
                                || after.team().seatOf(o.holder().role()).isEmpty());
            }
        }
    }

    @Property(tries = 100)
    @Promise({6, 26})
    void advancingTwiceIsAdvancingOnce(@ForAll("walks") RecordWalk walk, @ForAll("ahead") Duration one) {
        Instant end = walk.now().plus(one).plus(one);
        CoordinationRecord halfway = advanced(walk.record(), walk.now().plus(one), 1);
        CoordinationRecord twice = advanced(halfway, end, 2);
        CoordinationRecord once = advanced(walk.record(), end, 2);

        assertThat(twice.chart().obligations()).isEqualTo(once.chart().obligations());
        assertThat(twice.work().nextDue()).isEqualTo(once.work().nextDue());
        assertThat(advanced(once, end, 3)).isEqualTo(once);
    }

    @Property(tries = 100)
    @Promise(26)
    void aClockThatIsPutBackNeverUnfiresRefiresOrGivesANegativeTime(@ForAll("walks") RecordWalk walk) {
        Instant last = Instant.MIN;
        for (Entry entry : walk.record().ledger().entries()) {
            assertThat(entry.act().stamp().recordedAt()).isAfterOrEqualTo(last);
            last = entry.act().stamp().recordedAt();
        }
        CoordinationRecord back = advanced(walk.record(), HomeStart.START, 1);
        CoordinationRecord again = advanced(back, HomeStart.START.minusSeconds(9), 2);
        assertThat(again.chart()).isEqualTo(back.chart());
    }

    @Property(tries = 100)
    @Requirement({"GOV-48", "GOV-55", "HND-12"})
    void partitionsElapsedTimeExactly(@ForAll("walks") RecordWalk walk, @ForAll("ahead") Duration later) {
        Instant now = walk.now().plus(later);
        walk.record().chart().runs().values().forEach(run -> {
            Waiting waiting = waiting(walk, run, now);
            Instant cursor = waiting.from();
            for (Wait piece : waiting.pieces()) {
                assertThat(piece.from()).isEqualTo(cursor);
                cursor = piece.until();
            }
            assertThat(cursor).isEqualTo(waiting.until());
            assertThat(Arrays.stream(Cause.values()).map(waiting::because).reduce(Duration.ZERO, Duration::plus))
                    .isEqualTo(waiting.elapsed());
            assertThat(waiting.provisional()).isEqualTo(run.isOpen());
        });
    }

    @Property(tries = 100)
    void timeWaitingOnAIsNeverChargedToB(@ForAll("walks") RecordWalk walk, @ForAll("ahead") Duration later) {
        Instant now = walk.now().plus(later);
        for (PathwayRun run : walk.record().chart().runs().values()) {
            for (Wait piece : waiting(walk, run, now).pieces()) {
                ChargedLaw.heldByWhomItIsChargedTo(walk.record().chart().obligations(), piece);
                ChargedLaw.waitedForNobodyElse(walk.record().chart().obligations(), piece);
            }
        }
    }

    @Property(tries = 100)
    void whatAPartyIsChargedIsPartOfItsTotal(@ForAll("walks") RecordWalk walk) {
        for (PathwayRun run : walk.record().chart().runs().values()) {
            Waiting waiting = waiting(walk, run, walk.now());
            waiting.totals()
                    .forEach(t -> assertThat(t.total())
                            .isGreaterThanOrEqualTo(waiting.chargedTo(t.party()))
                            .isLessThanOrEqualTo(waiting.elapsed()));
            assertThat(waiting.pieces().stream().flatMap(p -> p.holder().stream()))
                    .allMatch(h ->
                            waiting.totals().stream().anyMatch(t -> t.party().sameRole(h)));
        }
    }

    @Property(tries = 100)
    @Requirement({"AUD-10", "AUD-11", "AUD-12", "OWN-40"})
    void noOperationMakesWhatTheAuditLooksFor(@ForAll("walks") RecordWalk walk) {
        List<Entry> entries = walk.record().ledger().entries().toList();
        assertThat(Audit.of(entries, RecordWalk.RULES.pathways()))
                .filteredOn(v -> !MarkedInError.explains(walk.record(), v))
                .isEmpty();
    }

    @Property(tries = 100)
    void theNextStepIsThereWhileARunIsOpen(@ForAll("walks") RecordWalk walk) {
        for (PathwayRun run : walk.record().chart().runs().values()) {
            var next = walk.record().work().nextStep(run.run(), RecordWalk.RULES);
            assertThat(next.isPresent()).isEqualTo(run.isOpen());
            next.ifPresent(n -> assertThat(walk.record()
                            .chart()
                            .obligations()
                            .isOpen(n.awaited().key()))
                    .isTrue());
        }
    }

    @Property(tries = 100)
    @Requirement({"GOV-51", "GOV-52"})
    void everyOfferIsALineAndHasAnOwnerFromThenOn(@ForAll("walks") RecordWalk walk) {
        for (PathwayRun run : walk.record().chart().runs().values()) {
            for (Passage line : walk.record().handoffs().of(run.run())) {
                Optional<Instant> offered = Optional.of(line.offeredAt());
                boolean undoneAtOnce = line.endedAt().equals(offered)
                        || walk.record().chart().obligations().ended().stream()
                                .filter(o -> o.key().kind().equals(Kinds.ACTION))
                                .filter(o ->
                                        o.key().cause().equals(line.handoff().value()))
                                .anyMatch(o -> o.endedAt().equals(offered));
                assertThat(walk.record().work().ownerAt(line.handoff(), line.offeredAt()))
                        .matches(owner -> undoneAtOnce || owner.isPresent());
            }
        }
        long offers = walk.record().chart().handoffs().values().stream()
                .mapToLong(t -> t.offers().size())
                .sum();
        assertThat(walk.record().chart().runs().values().stream()
                        .mapToLong(r -> walk.record().handoffs().of(r.run()).size())
                        .sum())
                .isEqualTo(offers);
    }

    @Property(tries = 100)
    void whatIsMissingIsWhatTheOperationWouldRefuseWith(@ForAll("walks") RecordWalk walk) {
        for (PathwayRun run : walk.record().chart().runs().values()) {
            Optional<Obligation> stage = run.stage()
                    .flatMap(s -> walk.record().chart().obligations().get(Keys.stage(run.run(), s)))
                    .filter(o -> o.isOpen() && run.isOpen());
            if (stage.isPresent()) {
                Act act = Act.of(CommandId.of("would"), stage.get().holder(), Stamp.at(walk.now()));
                List<Refusal> refusals = walk.record()
                        .would(new LeaveStage(run.run()), act, RecordWalk.salt(7), RecordWalk.RULES)
                        .refusals();
                List<String> missing = walk
                        .record()
                        .gates(RecordWalk.RULES)
                        .whyBlocked(run.run(), Step.CLOSE, walk.now())
                        .orElseThrow()
                        .missing()
                        .stream()
                        .map(m -> m.item().value())
                        .distinct()
                        .sorted()
                        .toList();
                boolean outside = refusals.stream().anyMatch(r -> r.code() == Reason.NOT_A_MEMBER);
                assertThat(refusals.stream()
                                .map(Refusal::path)
                                .distinct()
                                .sorted()
                                .toList())
                        .matches(paths -> outside || paths.equals(missing));
            }
        }
    }

    @AfterContainer
    static void printCells() {
        CELLS.hits().forEach((cell, hits) -> System.out.println(cell + " " + hits));
        System.out.println(CELLS.all() + " commands, " + CELLS.hits().size() + " cells, " + CELLS.share()
                + " % of the commands applied");
    }

    private static Waiting waiting(RecordWalk walk, PathwayRun run, Instant now) {
        return walk.record()
                .waiting(run.run(), now, RecordWalk.RULES, CauseRules.standard())
                .orElseThrow();
    }

    private static CoordinationRecord advanced(CoordinationRecord record, Instant at, int number) {
        return record.decide(
                        new AdvanceTime(),
                        Act.of(CommandId.of("a-" + number), Dealer.stillHere(record), Stamp.at(at)),
                        RecordWalk.salt(100_000 + number),
                        RecordWalk.RULES)
                .orThrow()
                .state();
    }

    @Provide
    static Arbitrary<RecordWalk> walks() {
        return RecordArbitraries.walks();
    }

    @Provide
    static Arbitrary<List<Integer>> places() {
        return RecordArbitraries.places();
    }

    @Provide
    static Arbitrary<Duration> ahead() {
        return RecordArbitraries.pauses().map(Duration::abs);
    }
}
