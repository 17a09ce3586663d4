package care.baton.record;

import static care.baton.record.HomePlans.BED;
import static care.baton.record.HomePlans.NO_STAIRS;
import static care.baton.record.HomePlans.PLAN;
import static care.baton.record.HomePlans.PROTOCOL;
import static care.baton.record.HomePlans.RECOVERY;
import static care.baton.record.HomePlans.REHAB;
import static care.baton.record.HomePlans.RIDE;
import static care.baton.record.HomePlans.STAIRS;
import static care.baton.record.HomePlans.VISIT;
import static care.baton.record.HomePlans.WALK;
import static care.baton.record.HomePlans.WHY;
import static care.baton.record.HomePlans.activates;
import static care.baton.record.HomePlans.active;
import static care.baton.record.HomePlans.activities;
import static care.baton.record.HomePlans.activity;
import static care.baton.record.HomePlans.ask;
import static care.baton.record.HomePlans.but;
import static care.baton.record.HomePlans.consents;
import static care.baton.record.HomePlans.goals;
import static care.baton.record.HomePlans.plan;
import static care.baton.record.HomePlans.preferences;
import static care.baton.record.HomePlans.smart;
import static care.baton.record.HomePlans.with;
import static care.baton.record.HomePlans.writes;
import static care.baton.record.HomePlans.written;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.SCHEDULER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import care.baton.disclosure.PlanSeen;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.Sensitive;
import care.baton.plan.Activity;
import care.baton.plan.Arrangement;
import care.baton.plan.CarePlan;
import care.baton.plan.Conflict;
import care.baton.plan.Deviation;
import care.baton.plan.Goal;
import care.baton.plan.Plan;
import care.baton.plan.PlanCommand.ActivatePlan;
import care.baton.plan.PlanCommand.CompleteActivity;
import care.baton.plan.PlanCommand.EnterPhase;
import care.baton.plan.PlanCommand.WritePlan;
import care.baton.plan.PlanEvent.PhaseEntered;
import care.baton.plan.Plans;
import care.baton.plan.Preference;
import care.baton.plan.Protocol;
import care.baton.plan.Version;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.time.Stamp;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The plan of somebody who goes home: written together, owned throughout, and never overwritten unseen. */
class PlanTest {

    @Test
    @Requirement({"PLN-01", "PLN-05", "PLN-18"})
    void goalsAndPreferencesStandInOnePlanThatEverybodyWhoTakesPartSees() {
        RecordFixture run = active();

        for (Holder one : List.of(PLANNER, LEAD, NURSE, FUNDER, INTAKE, SCHEDULER, PERSON)) {
            PlanSeen seen = HomeConsents.seen(run, one).plans().get(0);
            assertThat(seen.goals())
                    .extracting(PlanSeen.GoalSeen::words)
                    .isEqualTo(goals().stream().map(Goal::words).toList());
            assertThat(seen.preferences())
                    .extracting(PlanSeen.PreferenceSeen::words)
                    .isEqualTo(preferences().stream().map(Preference::words).toList());
        }
        Holder stranger = Holder.of(OrganizationId.of("elsewhere"), Code.of("billing"));
        assertThat(HomeConsents.seen(run, stranger).plans()).isEmpty();
    }

    @Test
    @Requirement("PLN-19")
    void eachVersionStaysAsItWasWrittenWithItsReason() {
        RecordFixture run = written();
        Version first = thePlan(run).newest();
        run.given(NURSE, ask(new WritePlan(RUN, 1, with(List.of()), Code.of("nothing-left-to-do"))));

        Plan plan = thePlan(run);
        assertThat(plan.versions().get(1)).contains(first);
        assertThat(first.reason()).isEqualTo(WHY);
        assertThat(first.by()).isEqualTo(PLANNER);
        assertThat(plan.newest().number()).isEqualTo(2);
        assertThat(plan.newest().reason()).isEqualTo(Code.of("nothing-left-to-do"));
        assertThat(plan.newest().by()).isEqualTo(NURSE);
    }

    @Test
    @Requirement("OWN-77")
    void whoeverEditsAVersionThatIsOvertakenIsToldWhatHasChangedAndOverwritesNothing() {
        Activity later = activity(REHAB, "exercise", RECOVERY, Optional.of(PERSON))
                .addInvolves(Code.of("bus"))
                .build();
        RecordFixture run = written().given(NURSE, writes(1, with(but(later))));
        assertThat(refusals(run, INTAKE, writes(1, with(List.of()))))
                .as("who may not see what it says")
                .containsExactly(Refusal.of(Reason.CONTENT_CHANGED, "plans/going-home/version"));
        run.given(PERSON, consents());
        CoordinationRecord before = run.record();

        assertThat(refusals(run, INTAKE, writes(1, with(List.of()))))
                .containsExactly(
                        Refusal.of(Reason.CONTENT_CHANGED, "plans/going-home/version"),
                        Refusal.of(Reason.CONTENT_CHANGED, "plans/going-home/activities/rehab", List.of(NURSE.role())));
        assertThat(run.record()).isEqualTo(before);
        run.given(INTAKE, writes(2, with(List.of())));
        assertThat(thePlan(run).versions().size()).isEqualTo(3);
    }

    @Test
    @Requirement("OWN-70")
    void itDoesNotCountWhileAnActivityIsNobodys() {
        Activity unowned =
                activity(RIDE, "transport", RECOVERY, Optional.empty()).build();
        RecordFixture run =
                HomeStart.run().given(PLANNER, writes(0, with(but(unowned)))).given(PERSON, consents());

        assertThat(refusals(run, PLANNER, activates(1)))
                .containsExactly(Refusal.of(Reason.ACTIVITY_UNOWNED, "plans/going-home/activities/ride"));
        assertThat(run.record().report(PLAN, run.rules()).orElseThrow().unowned())
                .containsExactly(RIDE);
    }

    @Test
    void onceItCountsEachActivityIsOwedByItsOwner() {
        RecordFixture run = active();

        for (Activity one : activities()) {
            Obligation owed = owed(run, one.code()).orElseThrow();
            assertThat(owed.holder()).isEqualTo(one.owner().orElseThrow());
            assertThat(owed.due()).isEqualTo(one.due());
            assertThat(owed.owedTo()).isEqualTo(PLANNER);
        }
        run.when(NURSE, ask(new CompleteActivity(REHAB, Sensitive.none()))).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.given(PERSON, ask(new CompleteActivity(REHAB, Sensitive.of("walked"))));
        assertThat(owed(run, REHAB)).isEmpty();
        assertThat(thePlan(run).state(REHAB)).isEqualTo(Activity.State.COMPLETED);
        run.when(PERSON, ask(new CompleteActivity(REHAB, Sensitive.none()))).thenRefused(Reason.STEP_NOT_OPEN);
    }

    @Test
    void theNextVersionKeepsWhoOwesWhatAndEndsWhatItNoLongerHolds() {
        List<Activity> fewer =
                activities().stream().filter(a -> !a.code().equals(BED)).toList();
        RecordFixture run = active().given(NURSE, writes(1, with(fewer)));

        assertThat(owed(run, BED)).isPresent();
        Obligation ride = owed(run, RIDE).orElseThrow();
        run.given(NURSE, activates(2));
        assertThat(owed(run, BED)).isEmpty();
        assertThat(owed(run, RIDE)).contains(ride);

        Activity taken = HomePlans.arranged(RIDE, "transport", INTAKE);
        run.given(NURSE, writes(2, with(but(taken)))).when(NURSE, activates(3)).thenRefused(Reason.OWNER_WOULD_CHANGE);
    }

    @Test
    void anotherDueInTheNextVersionIsOwedByThenByTheSame() {
        Activity later = activity(
                        REHAB, "exercise", RECOVERY, Optional.of(PERSON), HomePlans.LATER.plus(Duration.ofDays(7)))
                .build();
        RecordFixture run = active().given(NURSE, writes(1, with(but(later))), activates(2));

        assertThat(owed(run, REHAB).orElseThrow().due()).isEqualTo(later.due());
        assertThat(owed(run, REHAB).orElseThrow().holder()).isEqualTo(PERSON);
    }

    @Test
    @Requirement("EQU-07")
    void anActivityThatDoesNotFitWhatThePersonCanDoIsFlaggedAndCountsOnlyWithAReason() {
        Activity climbs = activity(REHAB, "exercise", RECOVERY, Optional.of(PERSON))
                .addInvolves(STAIRS)
                .build();
        RecordFixture run =
                HomeStart.run().given(PLANNER, writes(0, with(but(climbs)))).given(PERSON, consents());

        assertThat(run.record().report(PLAN, run.rules()).orElseThrow().conflicts())
                .containsExactly(new Conflict(REHAB, NO_STAIRS, STAIRS));
        assertThat(refusals(run, PLANNER, activates(1)))
                .containsExactly(Refusal.of(Reason.ACTIVITY_CONFLICTS, "plans/going-home/activities/rehab/no-stairs"));
        run.given(PLANNER, ask(new ActivatePlan(1, Optional.of(Code.of("lift-is-repaired")))));
        assertThat(written().record().report(PLAN, run.rules()).orElseThrow().conflicts())
                .isEmpty();
    }

    @Test
    @Requirement("PLN-07")
    void whatAPlanLeavesOutOfItsProtocolNeedsAReason() {
        List<Activity> noRide =
                activities().stream().filter(a -> !a.code().equals(RIDE)).toList();
        CarePlan explained = new CarePlan(
                PROTOCOL.id(),
                1,
                goals(),
                preferences(),
                plan().pieces(),
                noRide,
                plan().windows(),
                List.of(new Deviation(Code.of("transport"), Code.of("family-drives"))),
                List.of());
        RecordFixture run =
                HomeStart.run().given(PLANNER, writes(0, with(noRide))).given(PERSON, consents());

        assertThat(run.record().report(PLAN, run.rules()).orElseThrow().unexplained())
                .containsExactly(Code.of("transport"));
        assertThat(refusals(run, PLANNER, activates(1)))
                .containsExactly(Refusal.of(Reason.FIELD_MISSING, "plans/going-home/deviations/transport"));
        run.given(PLANNER, writes(1, explained), activates(2));

        CarePlan unknown =
                CarePlan.builder().protocol(PROTOCOL.id()).protocolVersion(2).build();
        run.when(PLANNER, writes(2, unknown)).thenRefused(Reason.DEFINITION_UNKNOWN);
    }

    @Test
    @Requirement("PLN-24")
    void thePhasesComeOneAfterTheOtherAndSkippingOneNeedsAReason() {
        List<Code> five = Protocol.FIVE_PHASES;
        RecordFixture run = written();
        run.when(PLANNER, phase(five.get(1))).thenRefused(Reason.FIELD_MISSING);
        for (Code phase : five.subList(0, 2)) {
            run.given(PLANNER, phase(phase));
        }
        run.when(PLANNER, phase(five.get(1))).thenRefused(Reason.STEP_NOT_OPEN);
        run.when(PLANNER, phase(five.get(4))).thenRefused(Reason.FIELD_MISSING);
        run.when(PLANNER, phase(Code.of("billing"))).thenRefused(Reason.NAME_UNKNOWN);
        run.given(PLANNER, ask(new EnterPhase(five.get(4), Optional.of(WHY))));

        assertThat(thePlan(run).phase()).contains(five.get(4));
        assertThat(run.record().ledger().entries().last().event())
                .isEqualTo(new PhaseEntered(PLAN, five.get(4), five.subList(2, 4), Optional.of(WHY)));
        run.when(PLANNER, phase(five.get(0))).thenRefused(Reason.FIELD_MISSING);
    }

    @Test
    @Requirement({"OWN-47", "OWN-75"})
    void whoIsMissingInTheTeamIsReported() {
        PlanReport report = written().record().report(PLAN, HomeStart.rules()).orElseThrow();

        assertThat(report.team().involved()).containsExactly(Code.of("medical"), Code.of("social"));
        assertThat(report.team().missing()).containsExactly(Code.of("behavioral"));
        assertThat(report.team().rolesMissing()).containsExactly(Code.of("dietitian"));
    }

    @Test
    @Requirement("OWN-71")
    void aDecisionThatTheGuideGivesToNobodyIsReported() {
        CarePlan asks = CarePlan.builder()
                .protocol(PROTOCOL.id())
                .protocolVersion(1)
                .addDecisions(Code.of("hours"), Code.of("who-drives"))
                .build();

        assertThat(report(asks).undefined()).containsExactly(Code.of("who-drives"));
        assertThat(report(plan()).undefined()).isEmpty();
    }

    @Test
    @Requirement({"PLN-14", "GOV-117"})
    void whatGoalsDoNotSayIsReportedForThePlan() {
        assertThat(report(plan()).goals())
                .containsExactly(new PlanReport.Unclear(
                        WALK,
                        List.of(
                                Code.of("specific"),
                                Code.of("measurable"),
                                Code.of("achievable"),
                                Code.of("time-bound"))));
        assertThat(smart().missing()).isEmpty();
    }

    @Test
    @Requirement("OWN-49")
    void eachPieceOfAPlanHasItsOwnPlayers() {
        Plan plan = thePlan(active());

        assertThat(plan.players(RECOVERY)).containsExactly(NURSE, PERSON);
        assertThat(plan.players(HomePlans.HOME)).containsExactly(INTAKE, SCHEDULER, FUNDER);
    }

    @Test
    @Requirement("OWN-46")
    void theSameWorkForTheSamePurposeOnTwoProgrammesIsNamed() {
        Code other = Code.of("telehealth");
        RecordFixture run = active().given(NURSE, new InPlan(other, new WritePlan(RUN, 0, plan(), WHY)))
                .given(NURSE, new InPlan(other, new ActivatePlan(1, Optional.empty())));

        assertThat(run.record().plans().duplicates())
                .hasSize(5)
                .allSatisfy(
                        group -> assertThat(group).extracting(Plans.Owed::plan).containsExactly(PLAN, other));
        assertThat(active().record().plans().duplicates()).isEmpty();
        run.given(PERSON, ask(new CompleteActivity(REHAB, Sensitive.none())));
        assertThat(run.record().plans().duplicates()).hasSize(4);
    }

    @Test
    @Requirement("PLN-08")
    void theRemindersThatAreDueAreListed() {
        CoordinationRecord record = active().record();

        assertThat(record.plans().due(Activity.REMINDER, HomePlans.LATER))
                .extracting(o -> o.activity().code())
                .containsExactly(HomePlans.TEXT);
        assertThat(record.plans().due(Activity.REMINDER, HomePlans.LATER.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void namesThatLeadNowhereAreToldAllAtOnce() {
        Activity lost = activity(VISIT, "home-health", Code.of("nowhere"), Optional.of(INTAKE))
                .arrangement(new Arrangement(Optional.of(Code.of("never"))))
                .build();
        CarePlan twice = with(List.of(smart(), smart()), List.of(), List.of(lost));

        assertThat(refusals(HomeStart.run(), PLANNER, writes(0, twice)))
                .extracting(Refusal::code, Refusal::path)
                .containsExactly(
                        tuple(Reason.NAME_TWICE, "plans/going-home/goals/blood-sugar"),
                        tuple(Reason.NAME_UNKNOWN, "plans/going-home/activities/first-visit/piece"),
                        tuple(Reason.NAME_UNKNOWN, "plans/going-home/activities/first-visit/window"),
                        tuple(Reason.NAME_UNKNOWN, "plans/going-home/goals/blood-sugar/serves"),
                        tuple(Reason.NAME_UNKNOWN, "plans/going-home/goals/blood-sugar/serves"));
    }

    @Test
    void aPlanBelongsToOneOpenRunAndOnlyItsNewestVersionCounts() {
        written()
                .when(PLANNER, new InPlan(PLAN, new WritePlan(Code.of("run-2"), 1, plan(), WHY)))
                .thenRefused(Reason.RUN_NOT_OPEN)
                .when(PLANNER, new InPlan(Code.of("no-plan"), new ActivatePlan(1, Optional.empty())))
                .thenRefused(Reason.PLAN_UNKNOWN)
                .when(PLANNER, activates(2))
                .thenRefused(Reason.CONTENT_CHANGED)
                .given(PERSON, consents())
                .given(PLANNER, activates(1))
                .when(PLANNER, activates(1))
                .thenRefused(Reason.STEP_NOT_OPEN);
        RecordFixture two = written().given(PLANNER, new OpenRun(Code.of("run-2"), Code.of("home-start"), 1));
        two.when(PLANNER, new InPlan(PLAN, new WritePlan(Code.of("run-2"), 1, plan(), WHY)))
                .thenRefused(Reason.PLAN_OF_ANOTHER_RUN);
    }

    private static InPlan phase(Code phase) {
        return ask(new EnterPhase(phase, Optional.empty()));
    }

    private static PlanReport report(CarePlan content) {
        return HomeStart.run()
                .given(PLANNER, writes(0, content))
                .record()
                .report(PLAN, HomeStart.rules())
                .orElseThrow();
    }

    private static Plan thePlan(RecordFixture run) {
        return run.record().plans().get(PLAN).orElseThrow();
    }

    private static Optional<Obligation> owed(RecordFixture run, Code activity) {
        String subject = PLAN + ":" + activity;
        return run.record().chart().obligations().open().stream()
                .filter(o -> o.key().kind().equals(Keys.ACTIVITY))
                .filter(o -> o.key().subject().equals(subject))
                .findFirst();
    }

    static List<Refusal> refusals(RecordFixture run, Holder by, RecordCommand command) {
        Act act = Act.of(CommandId.of("asked"), by, Stamp.at(run.now()));
        Outcome<CoordinationRecord, ?> outcome = run.record().decide(command, act, RecordWalk.salt(1), run.rules());
        return outcome.refusals();
    }
}
