package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.EraseContent;
import care.baton.evidence.Grade;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.ReopenHandoff;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What was asked before a handoff was taken up again, or before words were erased, asked again afterwards. */
@Promise({4, 36})
class AgainTest {

    private static final int SOME = 3;
    private static final int MOST = 4000;

    /** Walks in which a closed handoff was taken up again are rare: the search for them is the same each time. */
    @Test
    void whatWasSaidBeforeAHandoffWasReopenedIsNotSaidASecondTimeByRepeatingIt() {
        SplittableRandom random = new SplittableRandom(4);
        int reopened = 0;
        for (int i = 0; i < MOST && reopened < SOME; i++) {
            RecordWalk walk = RecordArbitraries.walk(random.split());
            List<RecordWalk.Step> steps = walk.steps();
            for (int k = 0; k < steps.size(); k++) {
                if (isReopening(steps.get(k))) {
                    reopened++;
                    CoordinationRecord after = steps.get(k).after();
                    steps.subList(0, k + 1).forEach(step -> changesNothing(step, after));
                }
            }
        }
        assertThat(reopened).isEqualTo(SOME);
    }

    @Test
    void aCommandUnderTheIdOfAnotherIsRefused() {
        RecordFixture run = HomeStart.run();
        Act act = Act.of(CommandId.of("fact"), HomeStart.NURSE, Stamp.at(HomeStart.START));
        CoordinationRecord told = run.record()
                .decide(HomeStart.says(HomeStart.ROUTINES), act, RecordWalk.salt(1), RecordWalk.RULES)
                .orThrow()
                .state();

        assertThat(told.recordedAt()).contains(HomeStart.START);
        assertThat(told.decide(HomeStart.says(HomeStart.ROUTINES), act, RecordWalk.salt(1), RecordWalk.RULES)
                        .orThrow()
                        .events())
                .isEmpty();
        assertThat(told.decide(HomeStart.says(HomeStart.RISKS), act, RecordWalk.salt(1), RecordWalk.RULES)
                        .refusals())
                .containsExactly(Refusal.of(Reason.COMMAND_ID_REUSED, "command"));
    }

    @Test
    void aCommandWhoseWordsWereErasedIsKnownWhateverItNowSays() {
        CoordinationRecord record = HomeStart.run().record();
        Act act = Act.of(CommandId.of("fact"), HomeStart.NURSE, Stamp.at(HomeStart.START));
        RecordCommand fact = HomeStart.says(HomeStart.ROUTINES);
        CoordinationRecord told = record.decide(fact, act, RecordWalk.salt(1), RecordWalk.RULES)
                .orThrow()
                .state();
        long entry = told.ledger().entries().toList().stream()
                .filter(e -> e.act().command().equals(act.command()) && e.salt().isPresent())
                .mapToLong(Entry::sequence)
                .findFirst()
                .orElseThrow();
        Act erasing = Act.of(CommandId.of("erase"), HomeStart.LEAD, Stamp.at(HomeStart.START));
        CoordinationRecord erased = CoordinationRecord.replay(
                RecordId.of("record-1"),
                told.ledger()
                        .erase(erasing, new EraseContent(entry, Code.of("law"), Code.of("note")), RecordWalk.salt(2))
                        .orThrow()
                        .state()
                        .entries()
                        .toList());

        for (String words : List.of("as told", "something else")) {
            RecordCommand again =
                    new RecordFact(HomeStart.ROUTINES, Sensitive.of(words), HomeStart.CHART, Grade.CONFIRMED);
            assertThat(erased.decide(again, act, RecordWalk.salt(3), RecordWalk.RULES)
                            .orThrow()
                            .events())
                    .isEmpty();
        }
    }

    private static boolean isReopening(RecordWalk.Step step) {
        return step.command() instanceof InHandoff in
                && in.command() instanceof ReopenHandoff
                && step.outcome().isApplied()
                && step.after()
                                .chart()
                                .handoffs()
                                .get(in.handoff())
                                .orElseThrow()
                                .course()
                        == Course.OFFERING;
    }

    private static void changesNothing(RecordWalk.Step step, CoordinationRecord after) {
        if (!step.entries().isEmpty()) {
            Act later = Act.of(
                    step.act().command(), step.act().by(), Stamp.at(step.given().plus(Duration.ofDays(3))));
            assertThat(after.decide(step.command(), later, RecordWalk.salt(9), RecordWalk.RULES)
                            .orThrow()
                            .state())
                    .isSameAs(after);
        }
    }
}
