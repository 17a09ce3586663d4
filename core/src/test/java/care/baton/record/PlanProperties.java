package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.Given;
import care.baton.evidence.Entry;
import care.baton.obligation.Obligation;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.plan.Activity;
import care.baton.plan.Plan;
import care.baton.plan.PlanCommand.WritePlan;
import care.baton.plan.PlanEvent;
import care.baton.plan.PlanEvent.PersonDischarged;
import care.baton.plan.PlanEvent.PlanActivated;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of every plan, whatever was asked. */
class PlanProperties {

    private static final int WALKS = 30;

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Requirement("PLN-19")
    void aVersionOfAPlanNeverChangesAndTheNextHasTheNextNumber(@ForAll long seed) {
        for (PlanWalk.Step step : PlanWalk.of(seed).steps()) {
            for (Plan before : step.before().plans().all()) {
                Plan after = step.after().plans().get(before.code()).orElseThrow();
                int kept = before.versions().size();
                assertThat(after.versions().values().subList(0, kept))
                        .isEqualTo(before.versions().values());
                assertThat(after.versions().size()).isBetween(kept, kept + 1);
                assertThat(after.newest().number()).isEqualTo(after.versions().size());
            }
        }
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Requirement("OWN-70")
    @Promise(1)
    void everyActivityThatIsLeftToDoOnAPlanThatCountsIsOwedByOneAndNoOtherIs(@ForAll long seed) {
        for (PlanWalk.Step step : PlanWalk.of(seed).steps()) {
            List<String> left = step.after().plans().open().stream()
                    .map(o -> o.plan() + ":" + o.activity().code())
                    .sorted()
                    .toList();
            List<String> owed = step.after().chart().obligations().open().stream()
                    .filter(o -> o.key().kind().equals(Keys.ACTIVITY))
                    .map(o -> o.key().subject())
                    .sorted()
                    .toList();
            assertThat(owed).isEqualTo(left);
        }
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    void whatStandsInTheWayIsOwedUntilItIsCleared(@ForAll long seed) {
        CoordinationRecord record = PlanWalk.of(seed).record();
        for (Plan plan : record.plans().all()) {
            long owed = record.chart().obligations().open().stream()
                    .filter(o -> o.key().kind().equals(Keys.OBSTACLE))
                    .map(Obligation::key)
                    .filter(key -> key.subject().startsWith(plan.code() + ":"))
                    .count();
            assertThat(owed).isEqualTo(plan.obstacles().size() - plan.cleared().size());
        }
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Requirement("OWN-77")
    void whoeverWritesOnAVersionThatIsNotTheNewestIsRefusedAndNothingChanges(@ForAll long seed) {
        for (PlanWalk.Step step : PlanWalk.of(seed).steps()) {
            if (step.asked().command() instanceof InPlan in && in.command() instanceof WritePlan write) {
                int newest = step.before()
                        .plans()
                        .get(in.plan())
                        .map(p -> p.versions().size())
                        .orElse(0);
                if (write.on() != newest) {
                    assertThat(step.refusals()).extracting(Refusal::code).contains(Reason.CONTENT_CHANGED);
                } else if (step.refusals().isEmpty()) {
                    Act act = Act.of(CommandId.of("other"), HomeStart.NURSE, Stamp.at(step.at()));
                    assertThat(step.after()
                                    .decide(in, act, RecordWalk.salt(1), HomeStart.rules())
                                    .refusals())
                            .as("the second of two on one version")
                            .extracting(Refusal::code)
                            .contains(Reason.CONTENT_CHANGED);
                }
            }
        }
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Requirement({"PRV-05", "GAT-20", "TRN-31"})
    void noPlanCountsWithoutAConsentAndNobodyLeavesWithAGap(@ForAll long seed) {
        for (PlanWalk.Step step : PlanWalk.of(seed).steps()) {
            for (Entry entry : added(step)) {
                if (entry.event() instanceof PlanActivated) {
                    assertThat(step.before().consents().all()).anyMatch(Given::counts);
                }
                if (entry.event() instanceof PersonDischarged e) {
                    Plan plan = step.before().plans().get(e.plan()).orElseThrow();
                    assertThat(plan.gaps(e.window())).isEmpty();
                    assertThat(plan.current().orElseThrow().content().linked(e.window()))
                            .allMatch(a ->
                                    plan.isConfirmed(a.code()) || plan.state(a.code()) == Activity.State.CANCELLED);
                }
            }
        }
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    void whatWasRecordedOfPlansCouldHaveComeAndGivesTheSameAgain(@ForAll long seed) {
        CoordinationRecord record = PlanWalk.of(seed).record();
        List<Entry> entries = record.ledger().entries().toList();

        assertThat(CoordinationRecord.restore(record.id(), entries).orThrow().state())
                .isEqualTo(record);
    }

    /** The walks go everywhere: every kind of event of a plan happens, and most of what can stand in the way. */
    @Example
    void theWalksMeetEveryKindOfEvent() {
        SortedMap<String, Integer> met = new TreeMap<>();
        for (long seed = 0; seed < 2 * WALKS; seed++) {
            for (Entry entry : PlanWalk.of(seed).record().ledger().entries().toList()) {
                if (entry.event() instanceof PlanEvent e) {
                    met.merge(e.getClass().getSimpleName(), 1, Integer::sum);
                }
            }
        }
        assertThat(met).hasSize(PlanEvent.class.getPermittedSubclasses().length);
    }

    private static List<Entry> added(PlanWalk.Step step) {
        List<Entry> all = step.after().ledger().entries().toList();
        return all.subList((int) step.before().version(), all.size());
    }
}
