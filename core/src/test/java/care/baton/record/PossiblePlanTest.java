package care.baton.record;

import static care.baton.record.Evolved.after;
import static care.baton.record.HomePlans.BED;
import static care.baton.record.HomePlans.FROM;
import static care.baton.record.HomePlans.LEAVING;
import static care.baton.record.HomePlans.PLAN;
import static care.baton.record.HomePlans.RECOVERY;
import static care.baton.record.HomePlans.REHAB;
import static care.baton.record.HomePlans.RIDE;
import static care.baton.record.HomePlans.STAIRS;
import static care.baton.record.HomePlans.UNTIL;
import static care.baton.record.HomePlans.VISIT;
import static care.baton.record.HomePlans.WHY;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Code;
import care.baton.party.Digest;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.plan.CarePlan;
import care.baton.plan.Conflict;
import care.baton.plan.Engagement.TeachBack;
import care.baton.plan.Huddle;
import care.baton.plan.Obstacle;
import care.baton.plan.PlanEvent;
import care.baton.plan.PlanEvent.ActivityCancelled;
import care.baton.plan.PlanEvent.ActivityCompleted;
import care.baton.plan.PlanEvent.ArrangementBooked;
import care.baton.plan.PlanEvent.ArrangementConfirmed;
import care.baton.plan.PlanEvent.EngagementRecorded;
import care.baton.plan.PlanEvent.HuddleHeld;
import care.baton.plan.PlanEvent.ObstacleCleared;
import care.baton.plan.PlanEvent.ObstacleNamed;
import care.baton.plan.PlanEvent.PersonDischarged;
import care.baton.plan.PlanEvent.PhaseEntered;
import care.baton.plan.PlanEvent.PlanActivated;
import care.baton.plan.PlanEvent.PlanWritten;
import care.baton.plan.Protocol;
import care.baton.record.RecordEvent.RunClosed;
import care.baton.record.RecordEvent.RunOpened;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can have happened next to a plan, one thing changed at a time. */
class PossiblePlanTest {

    private static final List<Code> FIVE = Protocol.FIVE_PHASES;
    private static final Chart OPEN =
            after(Chart.empty(), new RunOpened(RUN, Code.of("home-start"), 1, Digest.of(new byte[] {1})));
    private static final Chart WRITTEN = after(OPEN, written(1, HomePlans.plan()));
    private static final Chart ACTIVE = after(WRITTEN, activated(1));

    @Test
    void versionsGoUpByOneOnTheirOwnRunWhileItIsOpen() {
        assertThat(possible(OPEN, written(1, HomePlans.plan()))).isTrue();
        assertThat(possible(OPEN, written(2, HomePlans.plan()))).isFalse();
        assertThat(possible(WRITTEN, written(2, HomePlans.plan()))).isTrue();
        assertThat(possible(WRITTEN, written(1, HomePlans.plan()))).isFalse();
        assertThat(possible(Chart.empty(), written(1, HomePlans.plan()))).isFalse();
        assertThat(possible(WRITTEN, new PlanWritten(PLAN, Code.of("run-2"), 2, FIVE, HomePlans.plan(), WHY)))
                .isFalse();
        assertThat(possible(after(WRITTEN, new RunClosed(RUN, START)), activated(1)))
                .isFalse();
    }

    @Test
    void onlyTheNewestVersionCountsOnceWithEachActivityOwnedAndWhatDoesNotFitNamed() {
        CarePlan unowned = HomePlans.with(List.of(HomePlans.activity(REHAB, "exercise", RECOVERY, Optional.empty())
                .build()));
        CarePlan climbs = HomePlans.with(List.of(HomePlans.activity(REHAB, "exercise", RECOVERY, Optional.of(PERSON))
                .addInvolves(STAIRS)
                .build()));
        List<Conflict> conflicts = List.of(new Conflict(REHAB, HomePlans.NO_STAIRS, STAIRS));

        assertThat(possible(WRITTEN, activated(1))).isTrue();
        assertThat(possible(WRITTEN, activated(2))).isFalse();
        assertThat(possible(OPEN, activated(1))).isFalse();
        assertThat(possible(ACTIVE, activated(1))).isFalse();
        assertThat(possible(after(WRITTEN, written(2, unowned)), activated(2))).isFalse();
        Chart climbing = after(WRITTEN, written(2, climbs));
        assertThat(possible(climbing, activated(2))).isFalse();
        assertThat(possible(climbing, new PlanActivated(PLAN, 2, conflicts, Optional.empty())))
                .isFalse();
        assertThat(possible(climbing, new PlanActivated(PLAN, 2, conflicts, Optional.of(WHY))))
                .isTrue();
    }

    @Test
    void aPhaseFollowsThatBeforeItOrHasAReasonAndNamesWhatIsSkipped() {
        Chart first = after(WRITTEN, phase(0, List.of(), Optional.empty()));

        assertThat(possible(WRITTEN, phase(0, List.of(), Optional.empty()))).isTrue();
        assertThat(possible(first, phase(0, List.of(), Optional.of(WHY)))).isFalse();
        assertThat(possible(first, phase(1, List.of(), Optional.empty()))).isTrue();
        assertThat(possible(first, phase(2, FIVE.subList(1, 2), Optional.empty())))
                .isFalse();
        assertThat(possible(first, phase(2, List.of(), Optional.of(WHY)))).isFalse();
        assertThat(possible(first, phase(2, FIVE.subList(1, 2), Optional.of(WHY))))
                .isTrue();
        assertThat(possible(first, new PhaseEntered(PLAN, Code.of("other"), List.of(), Optional.of(WHY))))
                .isFalse();
    }

    @Test
    void anArrangementIsBookedThenConfirmedThenDoneAndNothingFollowsItsEnd() {
        Chart booked = after(ACTIVE, new ArrangementBooked(PLAN, RIDE, FROM));
        Chart confirmed = after(booked, new ArrangementConfirmed(PLAN, RIDE));
        ActivityCompleted done = new ActivityCompleted(PLAN, RIDE, Sensitive.none());
        ActivityCancelled cancelled = new ActivityCancelled(PLAN, RIDE, WHY);

        assertThat(possible(WRITTEN, new ArrangementBooked(PLAN, RIDE, FROM))).isFalse();
        assertThat(possible(ACTIVE, new ArrangementBooked(PLAN, RIDE, FROM))).isTrue();
        assertThat(possible(ACTIVE, new ArrangementBooked(PLAN, REHAB, FROM))).isFalse();
        assertThat(possible(ACTIVE, new ArrangementConfirmed(PLAN, RIDE))).isFalse();
        assertThat(possible(booked, new ArrangementConfirmed(PLAN, RIDE))).isTrue();
        assertThat(possible(booked, done)).isFalse();
        assertThat(possible(confirmed, done)).isTrue();
        assertThat(possible(ACTIVE, new ActivityCompleted(PLAN, REHAB, Sensitive.none())))
                .isTrue();
        assertThat(possible(booked, cancelled)).isTrue();
        assertThat(possible(after(booked, cancelled), cancelled)).isFalse();
        assertThat(possible(after(confirmed, done), new ArrangementBooked(PLAN, RIDE, FROM)))
                .isFalse();
    }

    @Test
    void nobodyLeavesTwiceOrWithAGap() {
        PersonDischarged leaves = new PersonDischarged(PLAN, LEAVING);
        Chart two = ready(ready(ACTIVE, RIDE), BED);
        Chart all = ready(two, VISIT);
        Chart late = after(
                two, new ArrangementBooked(PLAN, VISIT, UNTIL.plusSeconds(1)), new ArrangementConfirmed(PLAN, VISIT));

        assertThat(possible(two, leaves)).isFalse();
        assertThat(possible(late, leaves)).isFalse();
        assertThat(possible(all, leaves)).isTrue();
        assertThat(possible(all, new PersonDischarged(PLAN, Code.of("never")))).isFalse();
        assertThat(possible(after(all, leaves), leaves)).isFalse();
    }

    @Test
    void whatPeopleDoTogetherIsNumberedAndWhatIsClearedStoodInTheWay() {
        TeachBack taught = new TeachBack(LocalDate.of(2026, 3, 2), PERSON, WHY, true, Sensitive.none());
        ObstacleNamed named = new ObstacleNamed(PLAN, 1, new Obstacle(WHY, Sensitive.none(), NURSE, FROM));
        ObstacleCleared cleared = new ObstacleCleared(PLAN, 1, WHY);
        Chart held = after(WRITTEN, new HuddleHeld(PLAN, 1, huddle(NURSE)));

        assertThat(possible(WRITTEN, new EngagementRecorded(PLAN, 1, taught))).isTrue();
        assertThat(possible(WRITTEN, new EngagementRecorded(PLAN, 2, taught))).isFalse();
        assertThat(possible(WRITTEN, named)).isTrue();
        assertThat(possible(after(WRITTEN, named), named)).isFalse();
        assertThat(possible(WRITTEN, cleared)).isFalse();
        assertThat(possible(after(WRITTEN, named), cleared)).isTrue();
        assertThat(possible(after(WRITTEN, named, cleared), cleared)).isFalse();
        assertThat(possible(WRITTEN, new HuddleHeld(PLAN, 2, huddle(NURSE)))).isFalse();
        assertThat(possible(held, new HuddleHeld(PLAN, 2, huddle(NURSE)))).isFalse();
        assertThat(possible(held, new HuddleHeld(PLAN, 2, huddle(PLANNER)))).isTrue();
    }

    private static boolean possible(Chart before, PlanEvent event) {
        return PossiblePlan.after(before, event);
    }

    private static Chart ready(Chart before, Code activity) {
        return after(before, new ArrangementBooked(PLAN, activity, FROM), new ArrangementConfirmed(PLAN, activity));
    }

    private static PlanWritten written(int version, CarePlan content) {
        return new PlanWritten(PLAN, RUN, version, FIVE, content, WHY);
    }

    private static PlanActivated activated(int version) {
        return new PlanActivated(PLAN, version, List.of(), Optional.empty());
    }

    private static PhaseEntered phase(int which, List<Code> skipped, Optional<Code> reason) {
        return new PhaseEntered(PLAN, FIVE.get(which), skipped, reason);
    }

    private static Huddle huddle(Holder leads) {
        return new Huddle(
                List.of(PLANNER, NURSE),
                List.of(new Huddle.Topic(WHY, leads, Sensitive.none(), Optional.empty())),
                List.of());
    }
}
