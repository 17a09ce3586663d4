package care.baton.record;

import care.baton.outcome.Code;
import care.baton.plan.Activity;
import care.baton.plan.CarePlan;
import care.baton.plan.Plan;
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
import java.util.List;
import java.util.Optional;

/** What can follow on the plans: versions and numbers go up by one, only what is owned counts, each step after its own. */
final class PossiblePlan {

    private PossiblePlan() {}

    static boolean after(Chart before, PlanEvent event) {
        Optional<Plan> plan = before.plans().get(event.plan());
        if (event instanceof PlanWritten e) {
            int next = plan.map(p -> p.versions().size()).orElse(0) + 1;
            boolean same = plan.map(p -> p.run().equals(e.run())).orElse(true);
            return e.version() == next && same && isOpen(before, e.run());
        }
        return plan.filter(p -> isOpen(before, p.run()) && follows(p, event)).isPresent();
    }

    private static boolean isOpen(Chart before, Code run) {
        return before.runs().get(run).filter(PathwayRun::isOpen).isPresent();
    }

    private static boolean follows(Plan plan, PlanEvent event) {
        if (event instanceof PlanActivated e) {
            return activates(plan, e);
        }
        if (event instanceof PhaseEntered e) {
            return enters(plan, e);
        }
        if (event instanceof EngagementRecorded e) {
            return e.number() == plan.engagements().size() + 1;
        }
        if (event instanceof ObstacleNamed e) {
            return e.number() == plan.obstacles().size() + 1;
        }
        if (event instanceof ObstacleCleared e) {
            return plan.obstacles().has(e.number()) && !plan.cleared().has(e.number());
        }
        if (event instanceof HuddleHeld e) {
            return e.number() == plan.huddles().size() + 1
                    && e.huddle().items().stream()
                            .allMatch(i -> plan.turn(i.topic(), e.huddle().attendees())
                                    .filter(turn -> !turn.equals(i.owner()))
                                    .isEmpty());
        }
        if (event instanceof PersonDischarged e) {
            return plan.dischargedAt().isEmpty()
                    && plan.current()
                            .filter(v -> v.content().window(e.window()).isPresent())
                            .isPresent()
                    && plan.gaps().isEmpty();
        }
        return moves(plan, event);
    }

    private static boolean activates(Plan plan, PlanActivated event) {
        CarePlan content = plan.newest().content();
        return event.version() == plan.newest().number()
                && !plan.active().equals(Optional.of(event.version()))
                && content.unowned().stream()
                        .noneMatch(a -> plan.state(a.code()).isOpen())
                && event.conflicts().equals(content.conflicts())
                && (event.conflicts().isEmpty() || event.despite().isPresent());
    }

    private static boolean enters(Plan plan, PhaseEntered event) {
        List<Code> phases = plan.phases();
        int to = phases.indexOf(event.phase());
        int next = plan.phase().map(phases::indexOf).orElse(-1) + 1;
        List<Code> skipped = to > next ? phases.subList(next, to) : List.of();
        return to >= 0
                && to != next - 1
                && (to == next || event.reason().isPresent())
                && event.skipped().equals(skipped);
    }

    private static boolean moves(Plan plan, PlanEvent event) {
        if (event instanceof ArrangementBooked e) {
            return isOpen(plan, e.activity()) && isArranged(plan, e.activity());
        }
        if (event instanceof ArrangementConfirmed e) {
            return isOpen(plan, e.activity()) && plan.state(e.activity()) == Activity.State.BOOKED;
        }
        if (event instanceof ActivityCompleted e) {
            return isOpen(plan, e.activity())
                    && (!isArranged(plan, e.activity()) || plan.state(e.activity()) == Activity.State.CONFIRMED);
        }
        return isOpen(plan, ((ActivityCancelled) event).activity());
    }

    private static boolean isOpen(Plan plan, Code activity) {
        return OnPlans.activity(plan, activity).isPresent()
                && plan.state(activity).isOpen();
    }

    private static boolean isArranged(Plan plan, Code activity) {
        return OnPlans.activity(plan, activity).flatMap(Activity::arrangement).isPresent();
    }
}
