package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Salt;
import care.baton.json.Json;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What was asked once, asked again: at any distance, at any later hour, in the same process or after a restart. */
class AgainProperties {

    private static final Json JSON = Json.ofRecords();
    private static final int PLACES = 4;
    private static final int AGAIN = 6;

    @Property(tries = RecordCampaign.SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise({4, 36})
    void anyCommandAgainAtAnyDistanceAndAfterARestartChangesNothing(@ForAll long seed) {
        RecordCampaign.walk(seed, (walk, random) -> {
            for (int i = 0; i < PLACES; i++) {
                int at = random.nextInt(walk.steps().size());
                CoordinationRecord running = walk.steps().get(at).after();
                CoordinationRecord restarted = restarted(running);
                assertThat(restarted).isEqualTo(running);
                for (int k = 0; k < AGAIN; k++) {
                    again(walk.steps().get(random.nextInt(at + 1)), running, random);
                    again(walk.steps().get(random.nextInt(at + 1)), restarted, random);
                }
            }
        });
    }

    @Property(tries = RecordCampaign.SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise(36)
    void everythingAskedAgainInAnyOrderDoesNotGrowTheHistory(@ForAll long seed) {
        RecordCampaign.walk(seed, (walk, random) -> {
            CoordinationRecord record = restarted(walk.record());
            for (int i = 0; i < 2 * walk.steps().size(); i++) {
                RecordWalk.Step step =
                        walk.steps().get(random.nextInt(walk.steps().size()));
                if (!step.entries().isEmpty()) {
                    record = asked(step, record, random).after();
                }
            }
            assertThat(record.version()).isEqualTo(walk.record().version());
            assertThat(record).isEqualTo(walk.record());
        });
    }

    private static void again(RecordWalk.Step first, CoordinationRecord later, SplittableRandom random) {
        if (first.entries().isEmpty()) {
            return;
        }
        RecordWalk.Step second = asked(first, later, random);
        assertThat(second.outcome().isApplied()).isTrue();
        assertThat(second.entries()).isEmpty();
        assertThat(second.after()).isSameAs(later);

        RecordCommand other = new RaiseFlag(Code.of("never-raised"));
        assertThat(later.decide(other, second.act(), salt(random), RecordWalk.RULES)
                        .refusals())
                .extracting(Refusal::code)
                .containsExactly(Reason.COMMAND_ID_REUSED);
    }

    /** Under the same identifier, at another time, by another clock, with other random bytes. */
    private static RecordWalk.Step asked(RecordWalk.Step first, CoordinationRecord later, SplittableRandom random) {
        Stamp stamp = Stamp.at(first.given().plus(Duration.ofMinutes(random.nextInt(-500, 500_000))));
        Act act = Act.of(first.act().command(), first.act().by(), stamp);
        return new RecordWalk.Step(
                later, act, first.command(), later.decide(first.command(), act, salt(random), RecordWalk.RULES));
    }

    private static Salt salt(SplittableRandom random) {
        return RecordWalk.salt(random.nextInt());
    }

    private static CoordinationRecord restarted(CoordinationRecord record) {
        List<Entry> entries = record.ledger().entries().toList();
        return CoordinationRecord.restore(
                        record.id(),
                        JSON.readEntries(JSON.writeEntries(entries)).orThrow())
                .orThrow()
                .state();
    }
}
