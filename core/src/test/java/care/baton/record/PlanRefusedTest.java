package care.baton.record;

import static care.baton.record.HomePlans.BED;
import static care.baton.record.HomePlans.LATER;
import static care.baton.record.HomePlans.LEAVING;
import static care.baton.record.HomePlans.PLAN;
import static care.baton.record.HomePlans.RECOVERY;
import static care.baton.record.HomePlans.REHAB;
import static care.baton.record.HomePlans.RIDE;
import static care.baton.record.HomePlans.WHY;
import static care.baton.record.HomePlans.activates;
import static care.baton.record.HomePlans.active;
import static care.baton.record.HomePlans.activity;
import static care.baton.record.HomePlans.ask;
import static care.baton.record.HomePlans.but;
import static care.baton.record.HomePlans.with;
import static care.baton.record.HomePlans.writes;
import static care.baton.record.HomePlans.written;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.SCHEDULER;
import static care.baton.record.HomeStart.START;
import static care.baton.record.PlanTest.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.Audience;
import care.baton.consent.Consent;
import care.baton.consent.ConsentCommand.RecordConsent;
import care.baton.consent.Giver;
import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.pathway.Duty;
import care.baton.plan.Activity;
import care.baton.plan.Huddle;
import care.baton.plan.Obstacle;
import care.baton.plan.PlanCommand.ActivatePlan;
import care.baton.plan.PlanCommand.BookArrangement;
import care.baton.plan.PlanCommand.CancelActivity;
import care.baton.plan.PlanCommand.CompleteActivity;
import care.baton.plan.PlanCommand.DischargePerson;
import care.baton.plan.PlanCommand.NameObstacle;
import care.baton.plan.PlanCommand.RecordHuddle;
import care.baton.time.Stamp;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a plan does not count without, and what nobody can say of it. */
class PlanRefusedTest {

    private static final Holder NEIGHBOR = Holder.of(INTAKE.organization(), Code.of("neighbor"));

    @Test
    void anActivityIsOwnedByOneWhoTakesPartAndDueInTimeToCome() {
        Activity elsewhere =
                activity(REHAB, "exercise", RECOVERY, Optional.of(NEIGHBOR)).build();
        Activity past = activity(RIDE, "transport", RECOVERY, Optional.of(SCHEDULER), START)
                .build();
        Activity now = activity(RIDE, "transport", RECOVERY, Optional.of(SCHEDULER), START.plusSeconds(1))
                .build();

        assertThat(activating(elsewhere))
                .containsExactly(Refusal.of(Reason.NOT_A_MEMBER, "plans/going-home/activities/rehab/owner"));
        assertThat(activating(past))
                .containsExactly(Refusal.of(Reason.DUE_IN_THE_PAST, "plans/going-home/activities/ride/due"));
        assertThat(activating(now)).isEmpty();
    }

    @Test
    void whatIsLateAlreadyStaysOwedInTheNextVersionUnlessItIsGivenAnotherDue() {
        RecordFixture run = active().after(Duration.ofDays(10));
        Activity past = activity(REHAB, "exercise", RECOVERY, Optional.of(PERSON), LATER.minusSeconds(1))
                .build();

        run.given(
                NURSE,
                writes(
                        1,
                        with(List.of(
                                HomePlans.activities().get(0),
                                HomePlans.activities().get(1)))));
        assertThat(refusals(run, NURSE, activates(2))).isEmpty();
        run.given(NURSE, writes(2, with(but(past))));
        assertThat(refusals(run, NURSE, activates(3)))
                .containsExactly(Refusal.of(Reason.DUE_IN_THE_PAST, "plans/going-home/activities/rehab/due"));
    }

    @Test
    void whatIsDoneOrCancelledIsNotOwedAgainInTheNextVersion() {
        RecordFixture run = active().given(PERSON, ask(new CompleteActivity(REHAB, Sensitive.none())))
                .given(PLANNER, ask(new CancelActivity(BED, WHY)))
                .given(NURSE, writes(1, with(HomePlans.activities())), activates(2));

        assertThat(run.record().plans().get(PLAN).orElseThrow().open())
                .extracting(Activity::code)
                .containsExactly(RIDE, HomePlans.VISIT, HomePlans.TEXT);
        assertThat(owed(run)).hasSize(3).doesNotContain(PLAN + ":" + REHAB, PLAN + ":" + BED);
        run.when(PLANNER, ask(new CancelActivity(BED, WHY))).thenRefused(Reason.STEP_NOT_OPEN);
    }

    @Test
    void itDoesNotCountWhereItsProtocolIsKnownNoMore() {
        RecordFixture run = written().given(PERSON, HomePlans.consents());
        Act act = Act.of(CommandId.of("asked"), PLANNER, Stamp.at(run.now()));

        assertThat(run.record()
                        .would(
                                activates(1),
                                act,
                                RecordWalk.salt(1),
                                run.rules().with(List.of()))
                        .refusals())
                .containsExactly(Refusal.of(Reason.DEFINITION_UNKNOWN, "plans/going-home/protocol"));
    }

    @Test
    void nobodyLeavesByAPlanThatDoesNotCountYetAndNothingIsBookedByIt() {
        RecordFixture run = written();

        assertThat(refusals(run, NURSE, ask(new DischargePerson(LEAVING))))
                .containsExactly(Refusal.of(Reason.STEP_NOT_OPEN, "plans/going-home/discharge"));
        run.when(SCHEDULER, ask(new BookArrangement(RIDE, HomePlans.FROM))).thenRefused(Reason.ACTIVITY_UNKNOWN);
    }

    @Test
    void inAHuddleAreThoseWhoTakePartAndWhatTheyTakeOnIsForTheTimeToCome() {
        RecordFixture run = active();

        assertThat(refusals(run, PLANNER, huddle(NEIGHBOR, INTAKE, LATER)))
                .containsExactly(Refusal.of(Reason.NOT_A_MEMBER, "plans/going-home/huddles/1/attendees"));
        assertThat(refusals(run, PLANNER, huddle(NURSE, NEIGHBOR, LATER)))
                .containsExactly(Refusal.of(Reason.NOT_A_MEMBER, "plans/going-home/huddles/1/actions/call/owner"));
        assertThat(refusals(run, PLANNER, huddle(NURSE, INTAKE, run.now())))
                .containsExactly(Refusal.of(Reason.DUE_IN_THE_PAST, "plans/going-home/huddles/1/actions/call/due"));
        assertThat(refusals(run, NURSE, ask(new NameObstacle(new Obstacle(WHY, Sensitive.none(), PLANNER, run.now())))))
                .containsExactly(Refusal.of(Reason.DUE_IN_THE_PAST, "plans/going-home/obstacles/1/due"));
        run.given(PLANNER, huddle(NURSE, INTAKE, LATER));
        assertThat(refusals(run, PLANNER, huddle(NEIGHBOR, INTAKE, LATER)))
                .extracting(Refusal::path)
                .containsExactly("plans/going-home/huddles/2/attendees");
    }

    private static OnSharing consent(Consent.Choice choice, Purpose purpose, Instant from, Optional<Instant> until) {
        return new OnSharing(new RecordConsent(new Consent(
                choice,
                new Scope.Everything(List.of()),
                List.of(Audience.of(INTAKE.organization())),
                List.of(purpose),
                Giver.self(HomeStart.WHO),
                Consent.Form.WRITTEN,
                from,
                until)));
    }

    @Test
    @Requirement("OWN-64")
    void servicesAreAuthorizedByTheFundersSideAndByNobodyElse() {
        for (Holder other : List.of(PLANNER, NURSE, INTAKE)) {
            assertThat(activating(authorizing(other)))
                    .extracting(Refusal::code)
                    .containsExactly(Reason.ROLE_NOT_PERMITTED);
        }
        assertThat(activating(authorizing(HomeStart.FUNDER))).isEmpty();
    }

    private static Activity authorizing(Holder owner) {
        return HomePlans.activity(HomePlans.BED, Duty.AUTHORIZE_SERVICES.value(), HomePlans.HOME, Optional.of(owner))
                .build();
    }

    private static List<Refusal> activating(Activity changed) {
        RecordFixture run =
                HomeStart.run().given(PLANNER, writes(0, with(but(changed)))).given(PERSON, HomePlans.consents());
        return refusals(run, PLANNER, ask(new ActivatePlan(1, Optional.empty())));
    }

    private static List<String> owed(RecordFixture run) {
        return run.record().chart().obligations().open().stream()
                .filter(o -> o.key().kind().equals(Keys.ACTIVITY))
                .map(o -> o.key().subject())
                .toList();
    }

    private static InPlan huddle(Holder second, Holder takesOn, Instant due) {
        return ask(new RecordHuddle(new Huddle(
                List.of(PLANNER, second), List.of(), List.of(new Huddle.Action(Code.of("call"), takesOn, due)))));
    }
}
