package care.baton.record;

import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.RecordId;
import care.baton.plan.CarePlan;
import care.baton.plan.PlanCommand.EnterPhase;
import care.baton.plan.PlanCommand.WritePlan;
import care.baton.plan.PlanEvent.PhaseEntered;
import care.baton.plan.Protocol;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.trace.Requirement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A house makes the template that its plans follow to its own staff and to those it cares for. */
class ProtocolTest {

    private static final Code PEDIATRIC = Code.of("pediatric");
    private static final Code FIRST_WEEK = Code.of("first-week");
    private static final Code SCHOOL = Code.of("back-to-school");
    private static final Code SCHOOL_NURSE = Code.of("school-nurse");
    private static final Code PARENT_TRAINING = Code.of("parent-training");

    @Test
    @Requirement("INT-39")
    void aPlanGoesThroughThePhasesOfTheHousesOwnTemplateAndHasItsStaffAndItsActivities() {
        Protocol own = Protocol.builder()
                .id(PEDIATRIC)
                .version(1)
                .coordinator(SCHOOL_NURSE)
                .addPhases(FIRST_WEEK, SCHOOL)
                .addRoles(SCHOOL_NURSE)
                .addActivities(PARENT_TRAINING)
                .build();
        Rulebook rules = HomeStart.rules().with(List.of(own, Protocol.coordinatedCare()));
        RecordFixture run = RecordFixture.of(RecordId.of("record-1"), rules, HomeStart.START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, Code.of("home-start"), 1))
                .given(
                        PLANNER,
                        writes(PEDIATRIC),
                        writes(Protocol.coordinatedCare().id()));

        run.when(PLANNER, enters(PEDIATRIC, FIRST_WEEK)).thenHappened(PhaseEntered.class);
        run.when(PLANNER, enters(PEDIATRIC, Code.of("assessment-and-goal-setting")))
                .thenRefused(Reason.NAME_UNKNOWN);
        run.when(PLANNER, enters(PEDIATRIC, SCHOOL)).thenHappened(PhaseEntered.class);
        Code shipped = Protocol.coordinatedCare().id();
        run.when(PLANNER, enters(shipped, FIRST_WEEK)).thenRefused(Reason.NAME_UNKNOWN);
        run.when(PLANNER, enters(shipped, Code.of("assessment-and-goal-setting")))
                .thenHappened(PhaseEntered.class);

        PlanReport report = run.record().report(PEDIATRIC, rules).orElseThrow();
        assertThat(report.team().rolesMissing()).containsExactly(SCHOOL_NURSE);
        assertThat(report.unexplained()).containsExactly(PARENT_TRAINING);
        assertThat(run.record().report(shipped, rules).orElseThrow().unexplained())
                .isEmpty();
    }

    private static InPlan writes(Code protocol) {
        CarePlan bare = CarePlan.builder().protocol(protocol).protocolVersion(1).build();
        return new InPlan(protocol, new WritePlan(RUN, 0, bare, HomePlans.WHY));
    }

    private static InPlan enters(Code plan, Code phase) {
        return new InPlan(plan, new EnterPhase(phase, Optional.empty()));
    }
}
