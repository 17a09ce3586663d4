package care.baton.record;

import static care.baton.record.HomeConsents.allows;
import static care.baton.record.HomePlans.BED;
import static care.baton.record.HomePlans.FROM;
import static care.baton.record.HomePlans.LEAVING;
import static care.baton.record.HomePlans.RIDE;
import static care.baton.record.HomePlans.UNTIL;
import static care.baton.record.HomePlans.VISIT;
import static care.baton.record.HomePlans.activates;
import static care.baton.record.HomePlans.active;
import static care.baton.record.HomePlans.activities;
import static care.baton.record.HomePlans.ask;
import static care.baton.record.HomePlans.but;
import static care.baton.record.HomePlans.with;
import static care.baton.record.HomePlans.writes;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.SCHEDULER;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.WHO;
import static care.baton.record.NoteTest.refusals;
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
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.plan.Activity;
import care.baton.plan.CarePlan;
import care.baton.plan.Deviation;
import care.baton.plan.Plan;
import care.baton.plan.PlanCommand.ActivatePlan;
import care.baton.plan.PlanCommand.CompleteActivity;
import care.baton.plan.PlanCommand.DischargePerson;
import care.baton.plan.PlanCommand.EnterPhase;
import care.baton.plan.PlanCommand.WritePlan;
import care.baton.plan.Protocol;
import care.baton.plan.Window;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.trace.Requirement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a next version of a plan leaves as it was, and what it does not. */
class NextPlanTest {

    private static final Code AFTERWARDS = Code.of("afterwards");

    @Test
    @Requirement("GAT-20")
    void whatWasDroppedAndComesBackIsConfirmedAnew() {
        List<Activity> without =
                activities().stream().filter(a -> !a.code().equals(RIDE)).toList();
        RecordFixture run = HomePlans.arranged(active(), FROM, RIDE, BED, VISIT)
                .given(PLANNER, writes(1, explained(without)), activates(2))
                .given(PLANNER, writes(2, HomePlans.plan()), activates(3));

        assertThat(plan(run).gaps(LEAVING)).extracting(Activity::code).containsExactly(RIDE);
        run.when(NURSE, ask(new DischargePerson(LEAVING))).thenRefused(Reason.ARRANGEMENT_NOT_CONFIRMED);
    }

    @Test
    @Requirement("GAT-20")
    void whatBecomesSomethingElseIsConfirmedAnew() {
        Activity ambulance = HomePlans.arranged(RIDE, "ambulance", SCHEDULER);
        RecordFixture run = HomePlans.arranged(active(), FROM, RIDE, BED, VISIT)
                .given(PLANNER, writes(1, explained(but(ambulance))), activates(2));

        assertThat(plan(run).gaps(LEAVING)).extracting(Activity::code).containsExactly(RIDE);
    }

    @Test
    void whatWasDoneOfOneThingSaysNothingOfAnotherOfTheSameName() {
        Activity bed = HomePlans.arranged(BED, "reminder", PLANNER);
        RecordFixture run = HomeStart.run()
                .given(PERSON, HomePlans.consents())
                .given(PLANNER, writes(0, with(but(bed))), activates(1));
        HomePlans.arranged(run, FROM, BED).given(PLANNER, ask(new CompleteActivity(BED, Sensitive.none())));

        run.given(PLANNER, writes(1, with(but(HomePlans.arranged(BED, "equipment", FUNDER)))));
        run.when(PLANNER, activates(2)).thenRefused(Reason.CONTENT_CHANGED);
        List<Activity> without =
                activities().stream().filter(a -> !a.code().equals(BED)).toList();
        run.given(PLANNER, writes(2, explained(without)), activates(3));
        run.given(PLANNER, writes(3, with(but(HomePlans.arranged(BED, "equipment", FUNDER)))), activates(4));
        assertThat(plan(run).state(BED)).isEqualTo(Activity.State.PLANNED);
        assertThat(run.record().chart().obligations().openOf(Keys.cause(RUN), Keys.ACTIVITY))
                .anyMatch(o -> o.holder().sameRole(FUNDER));
    }

    @Test
    @Requirement("GAT-20")
    void nobodyLeavesByAnotherPlanWhileSomethingOfThisOneIsNotConfirmed() {
        Code empty = Code.of("empty");
        CarePlan nothing = otherwise(
                with(List.of(), List.of(), List.of()),
                HomePlans.PROTOCOL,
                List.of(new Window(AFTERWARDS, UNTIL, UNTIL.plusSeconds(3_600))),
                List.of(
                        new Deviation(Code.of("transport"), Code.of("elsewhere")),
                        new Deviation(Code.of("exercise"), Code.of("elsewhere"))));
        RecordFixture run = active().given(
                        PLANNER,
                        new InPlan(empty, new WritePlan(RUN, 0, nothing, Code.of("first"))),
                        new InPlan(empty, new ActivatePlan(1, Optional.empty())));
        InPlan leaves = new InPlan(empty, new DischargePerson(AFTERWARDS));

        assertThat(refusals(run, FUNDER, leaves))
                .extracting(Refusal::path)
                .containsExactly(
                        "plans/going-home/activities/ride",
                        "plans/going-home/activities/bed",
                        "plans/going-home/activities/first-visit");
        assertThat(refusals(run, INTAKE, leaves)).hasSize(3);
        run.given(HomeStart.PERSON, HomeConsents.refuses(FUNDER, BED));
        assertThat(refusals(run, FUNDER, leaves))
                .extracting(Refusal::path)
                .containsExactly(
                        "plans/going-home/activities/ride",
                        "plans/going-home/activities/first-visit",
                        "plans/going-home");
        HomePlans.arranged(run, FROM, RIDE, BED, VISIT).given(FUNDER, leaves);
    }

    @Test
    @Requirement("GAT-20")
    void nobodyLeavesByAWindowThatHoldsNothingWhileSomethingIsNotConfirmed() {
        CarePlan two = otherwise(
                HomePlans.plan(),
                HomePlans.PROTOCOL,
                List.of(new Window(LEAVING, FROM, UNTIL), new Window(AFTERWARDS, FROM, UNTIL)),
                HomePlans.plan().deviations());
        RecordFixture run = active().given(FUNDER, writes(1, two), activates(2));

        assertThat(refusals(run, FUNDER, ask(new DischargePerson(AFTERWARDS))))
                .extracting(Refusal::code)
                .hasSize(3)
                .containsOnly(Reason.ARRANGEMENT_NOT_CONFIRMED);
    }

    @Test
    @Requirement("PLN-24")
    void aVersionThatDoesNotCountSkipsNoPhase() {
        Protocol brief = Protocol.builder()
                .id(Code.of("brief"))
                .version(1)
                .coordinator(PLANNER.role())
                .addPhases(Protocol.FIVE_PHASES.get(3))
                .build();
        CarePlan p = HomePlans.plan();
        CarePlan shorter = otherwise(p, brief, p.windows(), p.deviations());
        RecordFixture run = RecordFixture.of(
                        RecordId.of("record-1"), HomeStart.rules().with(List.of(HomePlans.PROTOCOL, brief)), START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, Code.of("home-start"), 1), writes(0, p))
                .given(PERSON, HomePlans.consents())
                .given(PLANNER, activates(1), ask(new EnterPhase(Protocol.FIVE_PHASES.get(0), Optional.empty())))
                .given(FUNDER, writes(1, shorter));

        run.when(FUNDER, ask(new EnterPhase(Protocol.FIVE_PHASES.get(3), Optional.empty())))
                .thenRefused(Reason.FIELD_MISSING);
    }

    @Test
    @Requirement("PRV-05")
    void aPlanDoesNotCountWhereANoOverrulesEveryYes() {
        Activity rehab = activities().get(0);
        Activity ride = HomePlans.activity(RIDE, "transport", HomePlans.HOME, Optional.of(PLANNER))
                .build();
        Consent no = new Consent(
                Consent.Choice.REFUSE,
                new Scope.Everything(List.of()),
                Dealer.SEATS.stream()
                        .map(seat -> Audience.of(seat.organization()))
                        .distinct()
                        .toList(),
                List.of(Purpose.values()),
                Giver.self(WHO),
                Consent.Form.WRITTEN,
                START,
                Optional.empty());
        RecordFixture run = HomeStart.run()
                .given(PLANNER, writes(0, with(List.of(rehab, ride))))
                .given(PERSON, allows(INTAKE), new OnSharing(new RecordConsent(no)));

        run.when(PLANNER, activates(1)).thenRefused(Reason.CONSENT_UNKNOWN);
    }

    /** With these activities, and why others are not in it. */
    private static CarePlan explained(List<Activity> activities) {
        CarePlan p = with(activities);
        return otherwise(
                p,
                HomePlans.PROTOCOL,
                p.windows(),
                List.of(
                        new Deviation(Code.of("transport"), HomePlans.WHY),
                        new Deviation(Code.of("equipment"), HomePlans.WHY)));
    }

    private static CarePlan otherwise(CarePlan p, Protocol protocol, List<Window> windows, List<Deviation> deviations) {
        return new CarePlan(
                protocol.id(),
                protocol.version(),
                p.goals(),
                p.preferences(),
                p.pieces(),
                p.activities(),
                windows,
                deviations,
                p.decisions());
    }

    private static Plan plan(RecordFixture run) {
        return run.record().plans().get(HomePlans.PLAN).orElseThrow();
    }
}
