package care.baton.record;

import static care.baton.record.HomePlans.BED;
import static care.baton.record.HomePlans.FROM;
import static care.baton.record.HomePlans.LEAVING;
import static care.baton.record.HomePlans.PLAN;
import static care.baton.record.HomePlans.REHAB;
import static care.baton.record.HomePlans.RIDE;
import static care.baton.record.HomePlans.UNTIL;
import static care.baton.record.HomePlans.VISIT;
import static care.baton.record.HomePlans.active;
import static care.baton.record.HomePlans.arranged;
import static care.baton.record.HomePlans.ask;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.SCHEDULER;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Covered;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.plan.Activity;
import care.baton.plan.Engagement.SharedDecision;
import care.baton.plan.Engagement.TeachBack;
import care.baton.plan.Huddle;
import care.baton.plan.Obstacle;
import care.baton.plan.Plan;
import care.baton.plan.PlanCommand.BookArrangement;
import care.baton.plan.PlanCommand.CancelActivity;
import care.baton.plan.PlanCommand.ClearObstacle;
import care.baton.plan.PlanCommand.CompleteActivity;
import care.baton.plan.PlanCommand.ConfirmArrangement;
import care.baton.plan.PlanCommand.DischargePerson;
import care.baton.plan.PlanCommand.NameObstacle;
import care.baton.plan.PlanCommand.RecordEngagement;
import care.baton.plan.PlanCommand.RecordHuddle;
import care.baton.plan.PlanEvent.ObstacleNamed;
import care.baton.plan.Protocol;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.trace.Requirement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is in place before the person leaves, and what people do together around the plan. */
class ArrangementTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(HomeStart.START, HomeStart.CALENDAR.zone());
    private static final Code PILLS = Code.of("blood-thinner");

    @Test
    @Requirement("INT-22")
    void anArrangementIsBookedThenConfirmedThenCompleted() {
        RecordFixture run = active();
        run.when(SCHEDULER, ask(new ConfirmArrangement(RIDE))).thenRefused(Reason.STEP_NOT_OPEN);
        run.when(SCHEDULER, done(RIDE)).thenRefused(Reason.STEP_NOT_OPEN);
        run.when(INTAKE, ask(new BookArrangement(RIDE, FROM))).thenRefused(Reason.ROLE_NOT_PERMITTED);
        assertThat(state(run)).isEqualTo(Activity.State.PLANNED);
        run.given(SCHEDULER, ask(new BookArrangement(RIDE, FROM)));
        assertThat(state(run)).isEqualTo(Activity.State.BOOKED);
        run.when(SCHEDULER, done(RIDE)).thenRefused(Reason.STEP_NOT_OPEN);
        run.given(SCHEDULER, ask(new ConfirmArrangement(RIDE)));
        assertThat(state(run)).isEqualTo(Activity.State.CONFIRMED);
        run.given(SCHEDULER, done(RIDE));
        assertThat(state(run)).isEqualTo(Activity.State.COMPLETED);
        run.when(PERSON, ask(new BookArrangement(REHAB, FROM))).thenRefused(Reason.STEP_NOT_OPEN);
        run.when(PERSON, ask(new BookArrangement(Code.of("sail"), FROM))).thenRefused(Reason.ACTIVITY_UNKNOWN);
    }

    @Test
    void whatIsBookedAnewIsConfirmedAnew() {
        RecordFixture run = active();
        arranged(run, FROM, RIDE).given(SCHEDULER, ask(new BookArrangement(RIDE, UNTIL)));

        assertThat(state(run)).isEqualTo(Activity.State.BOOKED);
    }

    @Test
    @Requirement("GAT-20")
    void nobodyLeavesBeforeEveryLinkedArrangementIsConfirmed() {
        RecordFixture run = active();
        arranged(run, FROM, RIDE, BED).given(INTAKE, ask(new BookArrangement(VISIT, FROM)));

        assertThat(PlanTest.refusals(run, NURSE, leaves()))
                .containsExactly(Refusal.of(
                        Reason.ARRANGEMENT_NOT_CONFIRMED,
                        "plans/going-home/activities/first-visit",
                        List.of(INTAKE.role())));
        run.given(INTAKE, ask(new ConfirmArrangement(VISIT))).given(NURSE, leaves());
        assertThat(thePlan(run).dischargedAt()).contains(run.now());
        run.when(NURSE, leaves()).thenRefused(Reason.STEP_NOT_OPEN);
    }

    @Test
    @Requirement("TRN-31")
    void whatIsLinkedFallsIntoOneWindowAndTheGapIsReported() {
        RecordFixture run = active();
        arranged(run, UNTIL, RIDE, VISIT);
        arranged(run, UNTIL.plusSeconds(1), BED);

        assertThat(thePlan(run).gaps(LEAVING)).extracting(Activity::code).containsExactly(BED);
        assertThat(PlanTest.refusals(run, NURSE, leaves()))
                .containsExactly(
                        Refusal.of(Reason.OUTSIDE_WINDOW, "plans/going-home/activities/bed", List.of(FUNDER.role())));
        arranged(run, FROM, BED);
        assertThat(thePlan(run).gaps(LEAVING)).isEmpty();
        run.when(NURSE, ask(new DischargePerson(Code.of("never"))))
                .thenRefused(Reason.NAME_UNKNOWN)
                .given(NURSE, leaves());
    }

    @Test
    void whatWillNotBeDoneIsNotWaitedForAndOnlyWhoOwesItOrIsOwedItSaysSo() {
        RecordFixture run = active();
        arranged(run, FROM, RIDE, VISIT);
        InPlan cancels = ask(new CancelActivity(BED, Code.of("has-one")));

        run.when(INTAKE, cancels).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.given(PLANNER, cancels).given(NURSE, leaves());
        assertThat(thePlan(run).state(BED)).isEqualTo(Activity.State.CANCELLED);
        assertThat(run.record().work().list(run.now()))
                .noneMatch(row -> row.key().equals(Keys.activity(RUN, PLAN, BED)));
    }

    @Test
    @Requirement({"PLN-06", "PLN-09"})
    void aSharedDecisionSaysWhenWithWhomAndWhichStatedPriorityItServes() {
        RecordFixture run = active();
        run.when(NURSE, decides(Code.of("money"), TODAY, PERSON)).thenRefused(Reason.NAME_UNKNOWN);
        run.when(NURSE, decides(HomePlans.NO_STAIRS, TODAY, PERSON)).thenRefused(Reason.NAME_UNKNOWN);
        run.when(NURSE, decides(HomePlans.STAY, TODAY.plusDays(1), PERSON)).thenRefused(Reason.IN_THE_FUTURE);
        run.when(NURSE, decides(HomePlans.STAY, TODAY, Holder.of(INTAKE.organization(), Code.of("neighbor"))))
                .thenRefused(Reason.NOT_A_MEMBER);
        run.given(NURSE, decides(HomePlans.STAY, TODAY, PERSON));

        SharedDecision kept = (SharedDecision) thePlan(run).engagements().get(1).orElseThrow();
        assertThat(kept.priority()).isEqualTo(HomePlans.STAY);
        assertThat(kept.on()).isEqualTo(TODAY);
        assertThat(kept.person()).isEqualTo(PERSON);
    }

    @Test
    @Requirement({"PLN-08", "PLN-09"})
    void whatWasTaughtBackIsEvidenceWithItsDateAndThePerson() {
        RecordFixture run = active().given(NURSE, taught(true));

        TeachBack kept = (TeachBack) thePlan(run).engagements().get(1).orElseThrow();
        assertThat(kept.on()).isEqualTo(TODAY);
        assertThat(kept.person()).isEqualTo(PERSON);
        assertThat(kept.understood()).isTrue();
    }

    @Test
    @Requirement("OWN-72")
    void anObstacleHasAnOwnerWhoOwesItUntilItIsOutOfTheWay() {
        RecordFixture run = active().when(NURSE, names(PLANNER)).thenHappened(ObstacleNamed.class);

        assertThat(thePlan(run).obstacles().get(1).map(Obstacle::owner)).contains(PLANNER);
        assertThat(run.record().work().list(run.now())).anySatisfy(row -> {
            assertThat(row.key()).isEqualTo(Keys.obstacle(RUN, PLAN, 1));
            assertThat(row.holder()).isEqualTo(PLANNER);
            assertThat(row.due()).isEqualTo(HomePlans.LATER);
        });
        InPlan clears = ask(new ClearObstacle(1, Code.of("lift-repaired")));
        run.when(INTAKE, clears).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.given(PLANNER, clears).when(PLANNER, clears).thenRefused(Reason.NOT_OPEN);
        run.when(NURSE, names(Holder.of(INTAKE.organization(), Code.of("neighbor"))))
                .thenRefused(Reason.NOT_A_MEMBER);
        assertThat(Protocol.coordinatedCare().coordinator()).isEqualTo(Code.of("care-coordinator"));
        assertThat(Protocol.coordinatedCare().duties())
                .extracting(Code::value)
                .containsExactly(
                        "assess-risk",
                        "craft-smart-care-plan",
                        "arrange-referral-or-transportation",
                        "document-progress",
                        "alert-team");
    }

    @Test
    @Requirement("PLN-21")
    void aHuddleSaysWhoWasThereWhatWasTalkedAboutWhatWasDecidedAndWhoDoesWhat() {
        Huddle huddle = huddle(NURSE);
        RecordFixture run = active().given(PLANNER, ask(new RecordHuddle(huddle)));

        assertThat(thePlan(run).huddles().get(1)).contains(huddle);
        assertThat(huddle.attendees()).containsExactly(PLANNER, NURSE, INTAKE);
        assertThat(huddle.items().get(0).decision()).contains(Code.of("lower-dose"));
        assertThat(run.record().work().list(run.now())).anySatisfy(row -> {
            assertThat(row.key()).isEqualTo(Keys.huddleAction(RUN, PLAN, 1, 1));
            assertThat(row.holder()).isEqualTo(INTAKE);
        });
        run.given(INTAKE, new Fulfil(Keys.huddleAction(RUN, PLAN, 1, 1)));
    }

    @Test
    @Requirement("GOV-107")
    void aTopicGoesRoundInTheOrderOfThoseWhoAreThere() {
        RecordFixture run = active().given(PLANNER, ask(new RecordHuddle(huddle(NURSE))));
        for (Holder outOfTurn : List.of(NURSE, PLANNER)) {
            assertThat(PlanTest.refusals(run, PLANNER, ask(new RecordHuddle(huddle(outOfTurn)))))
                    .containsExactly(Refusal.of(
                            Reason.NOT_YOUR_TURN,
                            "plans/" + PLAN + "/huddles/2/items/" + PILLS,
                            List.of(INTAKE.role())));
        }
        run.given(PLANNER, ask(new RecordHuddle(huddle(INTAKE))))
                .given(PLANNER, ask(new RecordHuddle(huddle(PLANNER))))
                .given(PLANNER, ask(new RecordHuddle(huddle(NURSE))));
    }

    @Test
    void whereTheOneWhoLedLastIsNotThereAnybodyMayLead() {
        active().given(PLANNER, ask(new RecordHuddle(huddle(NURSE))))
                .given(PLANNER, ask(new RecordHuddle(among(List.of(PLANNER, INTAKE), PLANNER))))
                .given(PLANNER, ask(new RecordHuddle(among(List.of(NURSE, INTAKE), INTAKE))));
    }

    @Test
    @Requirement("TRN-40")
    void theDischargePacketIsPutTogetherFromTheRecordAndSaysWhatIsMissing() {
        RecordFixture run = active().given(NURSE, HomeStart.says(HomeStart.ROUTINES), taught(false), taught(true));
        arranged(run, FROM, RIDE);

        DischargePacket packet = run.record().dischargePacket(RUN, run.rules()).orElseThrow();
        assertThat(packet.facts()).containsExactly(new Covered(HomeStart.ROUTINES, 1));
        assertThat(packet.missing()).containsExactly(HomeStart.PLAN, HomeStart.RESULT, HomeStart.RISKS);
        assertThat(packet.plans()).containsExactly(new Covered(PLAN, 1));
        assertThat(packet.taught()).containsExactly(new Covered(PLAN, 2));
        assertThat(packet.arrangements())
                .containsExactly(
                        new DischargePacket.Arranged(PLAN, RIDE, Activity.State.CONFIRMED),
                        new DischargePacket.Arranged(PLAN, BED, Activity.State.PLANNED),
                        new DischargePacket.Arranged(PLAN, VISIT, Activity.State.PLANNED));
        assertThat(packet.owed())
                .contains(Keys.activity(RUN, PLAN, RIDE))
                .isEqualTo(run.record().work().list(run.now()).stream()
                        .map(WorkItem::key)
                        .filter(key -> key.cause().equals(Keys.cause(RUN)))
                        .sorted()
                        .toList());
        assertThat(run.record().dischargePacket(Code.of("run-2"), run.rules())).isEmpty();
    }

    private static InPlan leaves() {
        return ask(new DischargePerson(LEAVING));
    }

    private static InPlan done(Code activity) {
        return ask(new CompleteActivity(activity, Sensitive.of("went well")));
    }

    private static InPlan decides(Code priority, LocalDate on, Holder person) {
        return ask(new RecordEngagement(new SharedDecision(
                on, person, PILLS, Code.of("once-a-day"), priority, Sensitive.of("so I can sleep"))));
    }

    private static InPlan taught(boolean understood) {
        return ask(new RecordEngagement(
                new TeachBack(TODAY, PERSON, PILLS, understood, Sensitive.of("every evening with water"))));
    }

    private static InPlan names(Holder owner) {
        return ask(new NameObstacle(
                new Obstacle(Code.of("no-lift"), Sensitive.of("fourth floor"), owner, HomePlans.LATER)));
    }

    private static Huddle huddle(Holder leads) {
        return among(List.of(PLANNER, NURSE, INTAKE), leads);
    }

    private static Huddle among(List<Holder> attendees, Holder leads) {
        return new Huddle(
                attendees,
                List.of(new Huddle.Topic(PILLS, leads, Sensitive.of("dizzy"), Optional.of(Code.of("lower-dose")))),
                List.of(new Huddle.Action(Code.of("call-the-pharmacy"), INTAKE, HomePlans.LATER)));
    }

    private static Activity.State state(RecordFixture run) {
        return thePlan(run).state(RIDE);
    }

    private static Plan thePlan(RecordFixture run) {
        return run.record().plans().get(PLAN).orElseThrow();
    }
}
