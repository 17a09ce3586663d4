package care.baton.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.Sensitive;
import care.baton.plan.PlanEvent.ActivityCancelled;
import care.baton.plan.PlanEvent.ActivityCompleted;
import care.baton.plan.PlanEvent.ArrangementBooked;
import care.baton.plan.PlanEvent.ArrangementConfirmed;
import care.baton.plan.PlanEvent.HuddleHeld;
import care.baton.plan.PlanEvent.ObstacleCleared;
import care.baton.plan.PlanEvent.ObstacleNamed;
import care.baton.plan.PlanEvent.PlanActivated;
import care.baton.plan.PlanEvent.PlanWritten;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What stands of the plans of a record, one event after the other. */
class PlansTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final Code HOME = Code.of("going-home");
    private static final Code SCHOOL = Code.of("back-to-school");
    private static final Code LEAVING = Code.of("leaving");
    private static final Code RIDE = Code.of("ride");
    private static final Code BED = Code.of("bed");
    private static final Code PILLS = Code.of("pills");
    private static final Code WHY = Code.of("has-one");
    private static final Holder NURSE = Holder.of(OrganizationId.of("clinic"), Code.of("nurse"));
    private static final Holder PLANNER = Holder.of(OrganizationId.of("hospital"), Code.of("planner"));
    private static final Act ACT = Act.of(CommandId.of("command-1"), PLANNER, Stamp.at(MONDAY));

    @Test
    void twoAreTheSameWithTheSamePlansAndNoOtherwise() {
        Plans other = after(written(SCHOOL));

        assertThat(after(written(HOME)))
                .isEqualTo(after(written(HOME)))
                .hasSameHashCodeAs(after(written(HOME)))
                .isNotEqualTo(other)
                .doesNotHaveSameHashCodeAs(other)
                .isNotEqualTo(Plans.none())
                .isNotEqualTo(other.all());
        assertThat(other).hasToString("Plans[1]");
    }

    @Test
    void whatIsSaidOfAPlanThatIsNotThereChangesNothing() {
        assertThat(Plans.none().evolve(ACT, new PlanActivated(HOME, 1, List.of(), Optional.empty())))
                .isEqualTo(Plans.none());
    }

    @Test
    void whatWasBookedKeepsItsTimeHoweverItGoesOn() {
        Instant slot = MONDAY.plusSeconds(60);
        PlanEvent booked = new ArrangementBooked(HOME, RIDE, slot);

        for (PlanEvent next : List.of(
                new ArrangementConfirmed(HOME, RIDE),
                new ActivityCompleted(HOME, RIDE, Sensitive.none()),
                new ActivityCancelled(HOME, RIDE, WHY))) {
            Progress progress = home(active(booked, next)).progress().get(RIDE).orElseThrow();
            assertThat(progress.slot()).contains(slot);
            assertThat(progress.by()).isEqualTo(PLANNER);
            assertThat(progress.at()).isEqualTo(MONDAY);
        }
    }

    @Test
    void whatIsNeitherDoneNorCancelledIsOpenOnceThePlanCounts() {
        assertThat(home(after(written(HOME))).open()).isEmpty();
        assertThat(open(active())).containsExactly(RIDE, BED);
        assertThat(open(active(new ArrangementBooked(HOME, RIDE, MONDAY)))).containsExactly(RIDE, BED);
        assertThat(open(active(new ActivityCompleted(HOME, RIDE, Sensitive.none()))))
                .containsExactly(BED);
        assertThat(open(active(new ActivityCancelled(HOME, BED, WHY)))).containsExactly(RIDE);
    }

    @Test
    void aGapIsWhatIsNotConfirmedForATimeWithinTheWindow() {
        PlanEvent early = new ArrangementBooked(HOME, RIDE, MONDAY.minusSeconds(1));
        PlanEvent inTime = new ArrangementBooked(HOME, RIDE, MONDAY);
        PlanEvent confirmed = new ArrangementConfirmed(HOME, RIDE);

        assertThat(gaps()).containsExactly(RIDE);
        assertThat(gaps(inTime)).containsExactly(RIDE);
        assertThat(gaps(early, confirmed)).containsExactly(RIDE);
        assertThat(gaps(inTime, confirmed)).isEmpty();
        assertThat(gaps(inTime, new ActivityCompleted(HOME, RIDE, Sensitive.none())))
                .isEmpty();
        assertThat(gaps(new ActivityCancelled(HOME, RIDE, WHY))).isEmpty();
        assertThat(home(after(written(HOME))).gaps(LEAVING)).isEmpty();
    }

    @Test
    void whatIsDueIsOfItsKindAndByThenTheEarliestFirstWhicheverPlanItIsIn() {
        Plans both = active(written(SCHOOL), new PlanActivated(SCHOOL, 1, List.of(), Optional.empty()));

        assertThat(both.due(Code.of("transport"), MONDAY.plus(Duration.ofHours(2))))
                .extracting(o -> o.plan() + " " + o.activity().code())
                .containsExactly("back-to-school bed", "going-home bed", "back-to-school ride", "going-home ride");
        assertThat(both.due(Code.of("transport"), MONDAY.plus(Duration.ofHours(1))))
                .hasSize(2);
        assertThat(both.due(Code.of("exercise"), MONDAY.plus(Duration.ofHours(2))))
                .isEmpty();
    }

    @Test
    void theSameForAnotherPurposeIsNotTheSame() {
        PlanEvent counts = new PlanActivated(SCHOOL, 1, List.of(), Optional.empty());

        assertThat(active(written(SCHOOL), counts).duplicates()).hasSize(2);
        assertThat(active(written(SCHOOL, activity(RIDE, RIDE, "walking", 2)), counts)
                        .duplicates())
                .isEmpty();
        assertThat(active(written(SCHOOL, activity(RIDE, PILLS, "moving", 2)), counts)
                        .duplicates())
                .isEmpty();
    }

    @Test
    void anObstacleThatIsClearedStaysNamed() {
        Obstacle lift = new Obstacle(Code.of("no-lift"), Sensitive.none(), NURSE, MONDAY);
        Plan plan = home(active(new ObstacleNamed(HOME, 1, lift), new ObstacleCleared(HOME, 1, WHY)));

        assertThat(plan.obstacles().get(1)).contains(lift);
        assertThat(plan.cleared().get(1)).contains(WHY);
    }

    @Test
    void whoLedATopicLastIsAskedOfTheNewestHuddleInWhichItCameUp() {
        Plan plan = home(active(
                new HuddleHeld(HOME, 1, huddle(PILLS, NURSE)),
                new HuddleHeld(HOME, 2, huddle(PILLS, PLANNER)),
                new HuddleHeld(HOME, 3, huddle(BED, NURSE))));

        assertThat(plan.lastLed(PILLS)).contains(PLANNER);
        assertThat(plan.lastLed(RIDE)).isEmpty();
    }

    @Test
    void aHuddleIsOfTwoAtLeastEachOnceOnEachTopicOnceLedByOneOfThem() {
        Huddle.Topic pills = topic(PILLS, NURSE);

        refused(() -> new Huddle(List.of(NURSE), List.of(), List.of()), "attendees:");
        refused(() -> new Huddle(List.of(NURSE, NURSE), List.of(), List.of()), "attendees:");
        refused(() -> new Huddle(List.of(NURSE, PLANNER), List.of(pills, pills), List.of()), "items: each topic once");
        Holder absent = Holder.of(OrganizationId.of("clinic"), Code.of("therapist"));
        refused(
                () -> new Huddle(List.of(NURSE, PLANNER), List.of(topic(PILLS, absent)), List.of()),
                "items: led by one of the attendees");
        refused(() -> Rotation.next(List.of(), Optional.empty()), "attendees:");
        refused(() -> Rotation.schedule(List.of(), 1), "attendees:");
        assertThat(Rotation.schedule(List.of(NURSE), -1)).isEmpty();
    }

    private static void refused(ThrowingCallable made, String message) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessageStartingWith(message);
    }

    private static Huddle huddle(Code topic, Holder leads) {
        return new Huddle(List.of(NURSE, PLANNER), List.of(topic(topic, leads)), List.of());
    }

    private static Huddle.Topic topic(Code topic, Holder leads) {
        return new Huddle.Topic(topic, leads, Sensitive.none(), Optional.empty());
    }

    private static List<Code> open(Plans plans) {
        return home(plans).open().stream().map(Activity::code).toList();
    }

    private static List<Code> gaps(PlanEvent... events) {
        return home(active(events)).gaps(LEAVING).stream().map(Activity::code).toList();
    }

    private static Plan home(Plans plans) {
        return plans.get(HOME).orElseThrow();
    }

    private static Plans active(PlanEvent... events) {
        return after(after(written(HOME), new PlanActivated(HOME, 1, List.of(), Optional.empty())), events);
    }

    private static Plans after(PlanEvent... events) {
        return after(Plans.none(), events);
    }

    private static Plans after(Plans before, PlanEvent... events) {
        Plans plans = before;
        for (PlanEvent event : events) {
            plans = plans.evolve(ACT, event);
        }
        return plans;
    }

    /** A ride that is linked to a window of a minute, in two hours, and a bed in one. */
    private static PlanWritten written(Code plan) {
        return written(plan, activity(RIDE, RIDE, "moving", 2), activity(BED, BED, "moving", 1));
    }

    private static PlanWritten written(Code plan, Activity... activities) {
        CarePlan content = CarePlan.builder()
                .protocol(HOME)
                .protocolVersion(1)
                .addActivities(activities)
                .addWindows(new Window(LEAVING, MONDAY, MONDAY.plusSeconds(60)))
                .build();
        return new PlanWritten(plan, Code.of("run-1"), 1, Protocol.FIVE_PHASES, content, WHY);
    }

    private static Activity activity(Code code, Code subject, String purpose, int hours) {
        Optional<Code> window = code.equals(RIDE) ? Optional.of(LEAVING) : Optional.empty();
        return Activity.builder()
                .code(code)
                .kind(Code.of("transport"))
                .piece(Code.of("recovery"))
                .subject(subject)
                .purpose(Code.of(purpose))
                .due(MONDAY.plus(Duration.ofHours(hours)))
                .owner(NURSE)
                .arrangement(new Arrangement(window))
                .build();
    }
}
