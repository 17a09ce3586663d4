package care.baton.disclosure;

import care.baton.disclosure.PlanSeen.ActivitySeen;
import care.baton.disclosure.PlanSeen.GoalSeen;
import care.baton.disclosure.PlanSeen.PreferenceSeen;
import care.baton.outcome.Code;
import care.baton.plan.Activity;
import care.baton.plan.CarePlan;
import care.baton.plan.Goal;
import care.baton.plan.Plan;
import care.baton.plan.Plans;
import care.baton.plan.Progress;
import care.baton.plan.Version;
import care.baton.plan.Within;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of the plans goes into a view: of the version that counts, each thing whose every name is open. */
final class ShowingPlans {

    private final Sight sight;

    ShowingPlans(Sight sight) {
        this.sight = sight;
    }

    List<PlanSeen> of(Plans plans) {
        List<PlanSeen> all = new ArrayList<>();
        for (Plan plan : plans.all()) {
            Optional<CarePlan> content = plan.current().map(Version::content);
            if (content.isEmpty()) {
                continue;
            }
            if (sight.isTeaser()) {
                sight.hide(Part.PLANS, plan.code());
            } else if (opens(plan.code())) {
                all.add(seen(plan, content.get()));
            }
        }
        return all;
    }

    private PlanSeen seen(Plan plan, CarePlan content) {
        return new PlanSeen(
                plan.code(),
                plan.phase().filter(this::opens),
                content.goals().stream()
                        .filter(g -> opens(g.code()))
                        .map(this::goal)
                        .toList(),
                content.preferences().stream()
                        .filter(p -> opens(p.code()))
                        .map(p -> new PreferenceSeen(p.code(), p.kind(), p.words()))
                        .toList(),
                content.activities().stream()
                        .filter(a -> !sight.isAnySecret(a.owner().stream()))
                        .filter(a -> sight.opens(Part.PLANS, List.of(a.code(), a.kind(), a.subject(), a.purpose())))
                        .map(a -> activity(plan, a))
                        .toList());
    }

    private boolean opens(Code item) {
        return sight.opens(Part.PLANS, item);
    }

    private GoalSeen goal(Goal goal) {
        return new GoalSeen(
                goal.code(),
                goal.author(),
                goal.words(),
                goal.targets().stream().filter(t -> opens(t.measure())).toList(),
                goal.within().map(Within::due));
    }

    private ActivitySeen activity(Plan plan, Activity activity) {
        return new ActivitySeen(
                activity.code(),
                activity.kind(),
                activity.subject(),
                activity.purpose(),
                activity.owner().map(sight::named),
                activity.due(),
                plan.state(activity.code()),
                plan.progress().get(activity.code()).flatMap(Progress::slot));
    }
}
