package care.baton.record;

import static care.baton.record.HomeStart.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.note.Contacts;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.RecordId;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.risk.Acuity;
import care.baton.risk.Pattern;
import care.baton.risk.PatternRule;
import care.baton.risk.Risks;
import care.baton.risk.Sign;
import care.baton.risk.UnmetNeed;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of every pattern on a record, whatever was asked. */
class RiskProperties {

    private static final int WALKS = 40;
    private static final int STEPS = 60;

    /** What was asked of a record, and what it was after each step. */
    private static List<CoordinationRecord> walk(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CoordinationRecord> stages = new ArrayList<>();
        Instant now = HomeStart.START;
        CoordinationRecord record = CoordinationRecord.of(RecordId.of("record-1"));
        record = ask(record, new Asked(HomeStart.PLANNER, HomeStart.opening()), now, 0);
        record = ask(record, new Asked(HomeStart.PLANNER, new OpenRun(RUN, Code.of("home-start"), 1)), now, 1);
        record = ask(record, new Asked(HomeStart.NURSE, HomeStart.says(HomeStart.RISKS)), now, 2);
        for (int i = 3; i < STEPS; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(random.nextInt(9) == 0 ? 3000 : 30)));
            int number = random.nextInt(100_000);
            Asked asked = number % 6 == 0
                    ? Notings.deal(record.chart(), now, number / 6)
                    : Watchings.deal(record.chart(), number / 6);
            record = ask(record, asked, now, i);
            stages.add(record);
        }
        return stages;
    }

    private static CoordinationRecord ask(CoordinationRecord record, Asked what, Instant now, int number) {
        Act act = Act.of(CommandId.of("c-" + number), what.by(), Stamp.at(now));
        Outcome<CoordinationRecord, Entry> outcome =
                record.decide(what.command(), act, RecordWalk.salt(number), HomeStart.rules());
        CoordinationRecord after = outcome.fold(done -> done.state(), refused -> record);
        CoordinationRecord again = after.decide(what.command(), act, RecordWalk.salt(number), HomeStart.rules())
                .fold(done -> done.state(), refused -> after);
        assertThat(again).isEqualTo(after);
        return after;
    }

    private static CoordinationRecord last(List<CoordinationRecord> stages) {
        return stages.get(stages.size() - 1);
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Requirement({"ESC-04", "RSK-45"})
    void aPatternThatNobodyDecidedAndANeedThatIsOpenAreOwedByExactlyOne(@ForAll long seed) {
        for (CoordinationRecord stage : walk(seed)) {
            for (Pattern one : stage.risks().patterns()) {
                assertThat(isOwed(stage, Keys.patternReview(one.run(), one.number())))
                        .isEqualTo(one.isHypothesis());
            }
            for (UnmetNeed one : stage.risks().named().values()) {
                assertThat(isOwed(stage, Keys.unmetNeed(one.run(), one.number())))
                        .isEqualTo(one.isOpen());
            }
        }
    }

    private static boolean isOwed(CoordinationRecord record, Key key) {
        Optional<Obligation> owed = record.chart().obligations().get(key).filter(Obligation::isOpen);
        owed.ifPresent(o -> assertThat(o.tenure().holderAt(record.recordedAt().orElseThrow()))
                .contains(o.holder()));
        return owed.isPresent();
    }

    /** Looking again finds nothing: all that is a pattern was raised in the step that made it one. */
    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Requirement("ESC-15")
    void afterEachStepNoPatternWaitsToBeRaised(@ForAll long seed) {
        for (CoordinationRecord stage : walk(seed)) {
            Risks risks = stage.risks();
            Contacts contacts = stage.contacts();
            Acuity acuity = risks.acuity().orElse(Acuity.MODERATE);
            Instant now = stage.recordedAt().orElseThrow();
            for (PatternRule rule : HomeRisks.RULES.patterns()) {
                assertThat(rule.unraised(Sign.of(risks, contacts), acuity, now, risks.patterns()))
                        .isEmpty();
            }
        }
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Requirement("GAT-12")
    void whileAChangeFromSeparateSourcesIsUndecidedItsWarningStands(@ForAll long seed) {
        for (CoordinationRecord stage : walk(seed)) {
            boolean waits = stage.risks().hypotheses().stream()
                    .anyMatch(p -> p.detection().flag().isPresent());
            if (waits) {
                assertThat(stage.chart().evidence().isRaised(HomeStart.FALLS)).isTrue();
            }
        }
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Promise(23)
    void replayGivesTheSameAndTheLedgerVerifiesAndIsRestored(@ForAll long seed) {
        CoordinationRecord record = last(walk(seed));
        List<Entry> entries = record.ledger().entries().toList();

        assertThat(CoordinationRecord.replay(record.id(), entries)).isEqualTo(record);
        assertThat(CoordinationRecord.restore(record.id(), entries).orThrow().state())
                .isEqualTo(record);
        assertThat(record.ledger().verify().isIntact()).isTrue();
        assertThat(Audit.of(entries, HomeStart.rules().pathways())).isEmpty();
    }

    /** So that the laws above are laws of something: every kind of event comes up. */
    @Example
    void theWalksMeetEveryKindOfEvent() {
        TreeSet<String> met = new TreeSet<>();
        for (long seed = 0; seed < WALKS; seed++) {
            last(walk(seed))
                    .ledger()
                    .entries()
                    .forEach(e -> met.add(e.event().getClass().getSimpleName()));
        }
        assertThat(met)
                .contains(
                        "BaselineEstablished",
                        "ObservationRecorded",
                        "ScoreRecorded",
                        "SignMarkedInError",
                        "AcuityStated",
                        "PatternDetected",
                        "PatternDecided",
                        "UnmetNeedNamed",
                        "NeedMet");
    }
}
