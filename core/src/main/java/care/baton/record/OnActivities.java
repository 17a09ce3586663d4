package care.baton.record;

import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Holder;
import care.baton.plan.Activity;
import care.baton.plan.Plan;
import care.baton.plan.PlanCommand;
import care.baton.plan.PlanCommand.BookArrangement;
import care.baton.plan.PlanCommand.CancelActivity;
import care.baton.plan.PlanCommand.CompleteActivity;
import care.baton.plan.PlanCommand.ConfirmArrangement;
import care.baton.plan.PlanCommand.DischargePerson;
import care.baton.plan.PlanEvent.ActivityCancelled;
import care.baton.plan.PlanEvent.ActivityCompleted;
import care.baton.plan.PlanEvent.ArrangementBooked;
import care.baton.plan.PlanEvent.ArrangementConfirmed;
import care.baton.plan.PlanEvent.PersonDischarged;
import care.baton.plan.Window;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is done about the activities of a plan that counts, and the person's leaving once all is in place. */
final class OnActivities {

    private OnActivities() {}

    static void decide(Desk desk, Plan plan, PlanCommand command) {
        if (command instanceof BookArrangement c) {
            owned(desk, plan, c.activity(), a -> {
                if (a.arrangement().isEmpty()) {
                    desk.refuse(Reason.STEP_NOT_OPEN, path(plan, a.code()));
                } else {
                    desk.happens(new ArrangementBooked(plan.code(), a.code(), c.slot()));
                }
            });
        } else if (command instanceof ConfirmArrangement c) {
            owned(desk, plan, c.activity(), a -> {
                if (plan.state(a.code()) == Activity.State.BOOKED) {
                    desk.happens(new ArrangementConfirmed(plan.code(), a.code()));
                } else {
                    desk.refuse(Reason.STEP_NOT_OPEN, path(plan, a.code()));
                }
            });
        } else if (command instanceof CompleteActivity c) {
            owned(desk, plan, c.activity(), a -> complete(desk, plan, a, c));
        } else if (command instanceof CancelActivity c) {
            cancel(desk, plan, c);
        } else {
            discharge(desk, plan, (DischargePerson) command);
        }
    }

    private static String path(Plan plan, Code activity) {
        return OnPlans.path(plan.code()) + "/activities/" + activity;
    }

    /** There is something left to do about it in the version that counts. */
    private static Optional<Activity> open(Desk desk, Plan plan, Code activity) {
        Optional<Activity> found = OnPlans.activity(plan, activity);
        if (found.isEmpty()) {
            desk.refuse(Reason.ACTIVITY_UNKNOWN, path(plan, activity));
        } else if (!plan.state(activity).isOpen()) {
            desk.refuse(Reason.STEP_NOT_OPEN, path(plan, activity));
            return Optional.empty();
        }
        return found;
    }

    private static void owned(Desk desk, Plan plan, Code activity, Consumer<Activity> then) {
        Optional<Activity> found = open(desk, plan, activity);
        Optional<Obligation> owed = found.flatMap(a -> new PlanDuties(desk, plan).owed(a.code()));
        if (owed.isPresent() && desk.isHeldBySpeaker(owed.get(), path(plan, activity))) {
            then.accept(found.orElseThrow());
        }
    }

    private static void complete(Desk desk, Plan plan, Activity activity, CompleteActivity command) {
        if (activity.arrangement().isPresent() && plan.state(activity.code()) != Activity.State.CONFIRMED) {
            desk.refuse(Reason.STEP_NOT_OPEN, path(plan, activity.code()));
        } else {
            desk.happens(new ActivityCompleted(plan.code(), activity.code(), command.outcome()));
            new PlanDuties(desk, plan).done(activity.code());
        }
    }

    /** Whoever owes it, or whom it is owed to, says that it will not be done. */
    private static void cancel(Desk desk, Plan plan, CancelActivity command) {
        Optional<Activity> found = open(desk, plan, command.activity());
        PlanDuties duties = new PlanDuties(desk, plan);
        Optional<Obligation> owed = found.flatMap(a -> duties.owed(a.code()));
        if (owed.isEmpty()) {
            return;
        }
        Holder speaker = desk.act().speaker();
        if (owed.get().owedTo().sameRole(speaker) || desk.isHeldBySpeaker(owed.get(), path(plan, command.activity()))) {
            desk.happens(new ActivityCancelled(plan.code(), command.activity(), command.reason()));
            duties.release(owed.get(), command.reason());
        }
    }

    private static void gaps(Desk desk, Plan plan, List<Activity> gaps) {
        for (Activity missing : gaps) {
            desk.refuse(
                    plan.isConfirmed(missing.code()) ? Reason.OUTSIDE_WINDOW : Reason.ARRANGEMENT_NOT_CONFIRMED,
                    path(plan, missing.code()),
                    missing.owner().map(Holder::role).stream().toArray(Code[]::new));
        }
    }

    private static boolean isRunning(Desk desk, Plan plan) {
        return desk.chart().runs().get(plan.run()).filter(PathwayRun::isOpen).isPresent();
    }

    /** What another plan still waits for; by name, where the speaker may be told. */
    private static void elsewhere(Desk desk, Plan plan, Instant leaves) {
        PlanConsents consents = new PlanConsents(desk, plan);
        List<Activity> open = plan.gapsBefore(leaves).stream()
                .filter(a -> plan.state(a.code()).isOpen())
                .toList();
        gaps(
                desk,
                plan,
                open.stream()
                        .filter(a -> consents.mayBeNamed("activities/" + a.code()))
                        .toList());
        if (open.stream().anyMatch(a -> !consents.mayBeNamed("activities/" + a.code()))) {
            desk.refuse(Reason.ARRANGEMENT_NOT_CONFIRMED, OnPlans.path(plan.code()));
        }
    }

    private static void discharge(Desk desk, Plan plan, DischargePerson command) {
        String path = OnPlans.path(plan.code());
        if (plan.active().isEmpty() || plan.dischargedAt().isPresent()) {
            desk.refuse(Reason.STEP_NOT_OPEN, path + "/discharge");
            return;
        }
        List<Window> windows = plan.current().map(v -> v.content().windows()).orElse(Collections.emptyList());
        if (windows.stream().noneMatch(w -> w.code().equals(command.window()))) {
            List<Code> names = windows.stream().map(Window::code).toList();
            desk.draft()
                    .refuse(Refusal.of(Reason.NAME_UNKNOWN, path + "/windows/" + command.window())
                            .instead(names));
            return;
        }
        gaps(desk, plan, plan.gaps());
        Instant leaves = plan.current()
                .flatMap(v -> v.content().window(command.window()))
                .map(Window::until)
                .orElseThrow();
        desk.chart().plans().all().stream()
                .filter(other -> !other.code().equals(plan.code()))
                .filter(other -> other.dischargedAt().isEmpty() && isRunning(desk, other))
                .forEach(other -> elsewhere(desk, other, leaves));
        if (!desk.draft().isRefused()) {
            desk.happens(new PersonDischarged(plan.code(), command.window()));
        }
    }
}
