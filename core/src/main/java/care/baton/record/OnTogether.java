package care.baton.record;

import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Holder;
import care.baton.plan.Engagement;
import care.baton.plan.Engagement.SharedDecision;
import care.baton.plan.Huddle;
import care.baton.plan.Obstacle;
import care.baton.plan.Plan;
import care.baton.plan.PlanCommand.ClearObstacle;
import care.baton.plan.PlanEvent.EngagementRecorded;
import care.baton.plan.PlanEvent.HuddleHeld;
import care.baton.plan.PlanEvent.ObstacleCleared;
import care.baton.plan.PlanEvent.ObstacleNamed;
import care.baton.plan.Preference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people do together around a plan: decide, teach back, name what stands in the way, huddle. */
final class OnTogether {

    private OnTogether() {}

    static void engaged(Desk desk, Plan plan, Engagement engagement) {
        int number = plan.engagements().size() + 1;
        String path = OnPlans.path(plan.code()) + "/engagements/" + number;
        if (engagement.on().isAfter(desk.today())) {
            desk.refuse(Reason.IN_THE_FUTURE, path + "/on");
        }
        isHere(desk, engagement.person(), path + "/person");
        if (engagement instanceof SharedDecision decision) {
            List<Code> stated = plan.current().orElse(plan.newest()).content().preferences().stream()
                    .filter(p -> p.kind() != Preference.Kind.CONSTRAINT)
                    .map(Preference::code)
                    .toList();
            if (!stated.contains(decision.priority())) {
                desk.draft()
                        .refuse(Refusal.of(Reason.NAME_UNKNOWN, path + "/priority")
                                .instead(stated));
            }
        }
        if (!desk.draft().isRefused()) {
            desk.happens(new EngagementRecorded(plan.code(), number, engagement));
        }
    }

    static void named(Desk desk, Plan plan, Obstacle obstacle) {
        int number = plan.obstacles().size() + 1;
        String path = OnPlans.path(plan.code()) + "/obstacles/" + number;
        isHere(desk, obstacle.owner(), path + "/owner");
        isAhead(desk, obstacle.due(), path + "/due");
        if (!desk.draft().isRefused()) {
            desk.happens(new ObstacleNamed(plan.code(), number, obstacle));
            new PlanDuties(desk, plan)
                    .owe(Keys.obstacle(plan.run(), plan.code(), number), obstacle.owner(), obstacle.due());
        }
    }

    static void cleared(Desk desk, Plan plan, ClearObstacle command) {
        Key key = Keys.obstacle(plan.run(), plan.code(), command.number());
        String path = OnPlans.path(plan.code()) + "/obstacles/" + command.number();
        Optional<Obligation> owed = desk.owed().get(key).filter(Obligation::isOpen);
        if (owed.isEmpty()) {
            desk.refuse(Reason.NOT_OPEN, path);
        } else if (desk.isHeldBySpeaker(owed.get(), path)) {
            desk.happens(new ObstacleCleared(plan.code(), command.number(), command.how()));
            desk.done(key);
        }
    }

    /** A topic goes round: whoever comes after the one who led it last leads it. */
    static void huddle(Desk desk, Plan plan, Huddle huddle) {
        int number = plan.huddles().size() + 1;
        String path = OnPlans.path(plan.code()) + "/huddles/" + number;
        huddle.attendees().forEach(who -> isHere(desk, who, path + "/attendees"));
        for (Huddle.Topic item : huddle.items()) {
            plan.turn(item.topic(), huddle.attendees())
                    .filter(turn -> !turn.equals(item.owner()))
                    .ifPresent(turn -> desk.refuse(Reason.NOT_YOUR_TURN, path + "/items/" + item.topic(), turn.role()));
        }
        for (Huddle.Action action : huddle.actions()) {
            isHere(desk, action.owner(), path + "/actions/" + action.action() + "/owner");
            isAhead(desk, action.due(), path + "/actions/" + action.action() + "/due");
        }
        if (!desk.draft().isRefused()) {
            desk.happens(new HuddleHeld(plan.code(), number, huddle));
            PlanDuties duties = new PlanDuties(desk, plan);
            for (int i = 0; i < huddle.actions().size(); i++) {
                Huddle.Action action = huddle.actions().get(i);
                duties.owe(Keys.huddleAction(plan.run(), plan.code(), number, i + 1), action.owner(), action.due());
            }
        }
    }

    private static void isHere(Desk desk, Holder who, String path) {
        if (!desk.chart().team().holds(who)) {
            desk.refuse(Reason.NOT_A_MEMBER, path);
        }
    }

    private static void isAhead(Desk desk, Instant due, String path) {
        if (!due.isAfter(desk.now())) {
            desk.refuse(Reason.DUE_IN_THE_PAST, path);
        }
    }
}
