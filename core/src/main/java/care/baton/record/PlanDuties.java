package care.baton.record;

import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import care.baton.pathway.Duty;
import care.baton.pathway.Pathway;
import care.baton.pathway.RoleDescription;
import care.baton.pathway.Side;
import care.baton.plan.Activity;
import care.baton.plan.CarePlan;
import care.baton.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is owed around one plan: each activity of the version that counts, what stands in the way, what a huddle agreed. */
final class PlanDuties {

    static final Code SUPERSEDED = Code.of("superseded");

    private final Desk desk;
    private final Plan plan;

    PlanDuties(Desk desk, Plan plan) {
        this.desk = desk;
        this.plan = plan;
    }

    /** What is open about one activity now. */
    Optional<Obligation> owed(Code activity) {
        Key first = Keys.activity(plan.run(), plan.code(), activity);
        return desk.owed().openOf(first.cause(), first.kind()).stream()
                .filter(o -> o.key().subject().equals(first.subject()))
                .findFirst();
    }

    /** Whether it can be owed: by somebody who is here, in time, and not taken from who owes it now. */
    void check(Activity activity) {
        String path = OnPlans.path(plan.code()) + "/activities/" + activity.code();
        Optional<Holder> owner = activity.owner();
        if (owner.isEmpty()) {
            desk.refuse(Reason.ACTIVITY_UNOWNED, path);
            return;
        }
        if (!desk.chart().team().holds(owner.get())) {
            desk.refuse(Reason.NOT_A_MEMBER, path + "/owner");
        }
        Optional<Obligation> owed = owed(activity.code());
        Optional<Pathway> pathway = desk.chart().runs().get(plan.run()).flatMap(desk.rules()::of);
        pathway.filter(p -> owed.isEmpty()).ifPresent(p -> OnCredential.asks(desk, p, owner.get(), path + "/owner"));
        if (activity.kind().equals(Duty.AUTHORIZE_SERVICES)) {
            pathway.ifPresent(p -> isFunder(p, owner.get().role(), path + "/owner"));
        }
        if (owed.filter(o -> !isStill(o, activity)).isPresent()) {
            desk.refuse(
                    Reason.OWNER_WOULD_CHANGE,
                    path + "/owner",
                    owed.get().holder().role());
        }
        if (!stays(activity) && !activity.due().isAfter(desk.now())) {
            desk.refuse(Reason.DUE_IN_THE_PAST, path + "/due");
        }
    }

    private void isFunder(Pathway pathway, Code role, String path) {
        List<Code> funders = pathway.roles().stream()
                .filter(r -> r.side() == Side.FUNDER)
                .map(RoleDescription::code)
                .toList();
        if (!funders.contains(role)) {
            desk.refuse(Reason.ROLE_NOT_PERMITTED, path, funders.toArray(Code[]::new));
        }
    }

    /** The plan names whoever owes it, or the same role as before it came to somebody else. */
    private boolean isStill(Obligation owed, Activity activity) {
        Holder owner = activity.owner().orElseThrow();
        return owed.holder().sameRole(owner)
                || OnPlans.activity(plan, activity.code())
                        .flatMap(Activity::owner)
                        .filter(owner::sameRole)
                        .isPresent();
    }

    /** It is owed already, and by the same time. */
    private boolean stays(Activity activity) {
        return owed(activity.code()).isPresent()
                && OnPlans.activity(plan, activity.code())
                        .filter(before -> before.due().equals(activity.due()))
                        .isPresent();
    }

    /** What the next version no longer holds is owed no longer. */
    void superseded(CarePlan next) {
        for (Activity before : plan.open()) {
            if (next.activity(before.code()).isEmpty()) {
                owed(before.code()).ifPresent(o -> release(o, SUPERSEDED));
            }
        }
    }

    /** From now on it is owed; by another time than before, by whoever owed it. */
    void open(Activity activity) {
        if (stays(activity)) {
            return;
        }
        Optional<Obligation> before = owed(activity.code());
        before.ifPresent(o -> release(o, SUPERSEDED));
        Holder holder =
                before.map(Obligation::holder).orElseGet(() -> activity.owner().orElseThrow());
        owe(Keys.activity(plan.run(), plan.code(), activity.code()), holder, activity.due());
    }

    void done(Code activity) {
        owed(activity).ifPresent(o -> desk.done(o.key()));
    }

    void release(Obligation owed, Code reason) {
        desk.release(owed.key(), reason);
    }

    /** It is owed to whoever began the plan. */
    void owe(Key key, Holder holder, Instant due) {
        Holder to = Gone.here(desk, plan.versions().get(1).orElseThrow().by());
        desk.oweOnRun(plan.run(), key, Gone.here(desk, holder), to, due);
    }
}
