package care.baton.plan;

import care.baton.history.Index;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.Holder;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The plans of one record, programme beside programme. They come only from what was recorded. */
public final class Plans {

    private static final Plans NONE = new Plans(Index.empty());

    private final Index<Code, Plan> all;

    private Plans(Index<Code, Plan> all) {
        this.all = all;
    }

    /**
     * Nothing was written yet.
     *
     * @return no plans
     */
    public static Plans none() {
        return NONE;
    }

    /**
     * All plans.
     *
     * @return each, in the order of their names
     */
    public List<Plan> all() {
        return all.values();
    }

    /**
     * One plan.
     *
     * @param plan its name on the record
     * @return the plan, if one was written
     */
    public Optional<Plan> get(Code plan) {
        return all.get(Objects.requireNonNull(plan, "plan"));
    }

    /**
     * What somebody owes on any plan.
     *
     * @param plan the plan
     * @param activity the activity, as the version says that counts
     */
    public record Owed(Code plan, Activity activity) {
        /** Checks that nothing is absent. */
        public Owed {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(activity, "activity");
        }
    }

    /**
     * What is left to do on all plans.
     *
     * @return each activity, plan by plan, in the order of its plan
     */
    public List<Owed> open() {
        return all().stream()
                .flatMap(p -> p.open().stream().map(a -> new Owed(p.code(), a)))
                .toList();
    }

    /**
     * What is left to do of one kind by an instant, such as the reminders that are due.
     *
     * @param kind which kind
     * @param until the instant, by the host's clock
     * @return each activity that is due by then, soonest first
     */
    public List<Owed> due(Code kind, Instant until) {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(until, "until");
        return open().stream()
                .filter(o -> o.activity().kind().equals(kind))
                .filter(o -> !o.activity().due().isAfter(until))
                .sorted(Comparator.comparing((Owed o) -> o.activity().due()))
                .toList();
    }

    /**
     * Work that is done twice: what is left to do about one subject for one purpose, on whichever plans.
     *
     * @return each group of two or more
     */
    public List<List<Owed>> duplicates() {
        List<List<Owed>> groups = new ArrayList<>();
        List<Owed> left = new ArrayList<>(open());
        while (!left.isEmpty()) {
            Activity first = left.get(0).activity();
            List<Owed> same = left.stream()
                    .filter(o -> o.activity().subject().equals(first.subject())
                            && o.activity().purpose().equals(first.purpose()))
                    .toList();
            left.removeAll(same);
            if (same.size() > 1) {
                groups.add(same);
            }
        }
        return List.copyOf(groups);
    }

    /**
     * The plans after one more event.
     *
     * @param act who did it and when
     * @param event what happened
     * @return what stands then
     */
    public Plans evolve(Act act, PlanEvent event) {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(event, "event");
        if (event instanceof PlanWritten e) {
            return new Plans(all.with(e.plan(), written(act, e)));
        }
        return get(event.plan())
                .map(plan -> new Plans(all.with(plan.code(), after(plan, act, event))))
                .orElse(this);
    }

    private Plan written(Act act, PlanWritten e) {
        Version version = new Version(
                e.version(), e.content(), e.reason(), act.speaker(), act.stamp().recordedAt());
        Optional<Plan> before = get(e.plan());
        ImmutablePlan.Builder next = before.map(p -> ImmutablePlan.builder().from(p))
                .orElseGet(() -> ImmutablePlan.builder()
                        .code(e.plan())
                        .run(e.run())
                        .progress(Index.empty())
                        .engagements(Index.empty())
                        .obstacles(Index.empty())
                        .cleared(Index.empty())
                        .huddles(Index.empty()));
        return next.phases(e.phases())
                .versions(before.map(Plan::versions).orElse(Index.empty()).with(e.version(), version))
                .build();
    }

    private static Plan after(Plan plan, Act act, PlanEvent event) {
        ImmutablePlan.Builder next = ImmutablePlan.builder().from(plan);
        if (event instanceof PlanActivated e) {
            return next.active(e.version()).progress(kept(plan, e.version())).build();
        }
        if (event instanceof PhaseEntered e) {
            return next.phase(e.phase()).build();
        }
        if (event instanceof EngagementRecorded e) {
            return next.engagements(plan.engagements().with(e.number(), e.engagement()))
                    .build();
        }
        if (event instanceof ObstacleNamed e) {
            return next.obstacles(plan.obstacles().with(e.number(), e.obstacle()))
                    .build();
        }
        if (event instanceof ObstacleCleared e) {
            return next.cleared(plan.cleared().with(e.number(), e.how())).build();
        }
        if (event instanceof HuddleHeld e) {
            return next.huddles(plan.huddles().with(e.number(), e.huddle())).build();
        }
        if (event instanceof PersonDischarged) {
            return next.dischargedAt(act.stamp().recordedAt()).build();
        }
        return moved(plan, act, event);
    }

    /** How far something has come stands as long as the plan holds it; what was booked, as long as it is the same. */
    private static Index<Code, Progress> kept(Plan plan, int version) {
        CarePlan then = plan.versions().get(version).map(Version::content).orElseThrow();
        Index<Code, Progress> kept = plan.progress();
        for (Index.Row<Code, Progress> row : plan.progress()) {
            Optional<Activity> before = plan.current().flatMap(v -> v.content().activity(row.key()));
            boolean same = then.activity(row.key())
                    .filter(a -> !plan.state(a.code()).isOpen()
                            || before.filter(was -> isSameArrangement(was, a)).isPresent())
                    .isPresent();
            kept = same ? kept : kept.without(row.key());
        }
        return kept;
    }

    private static boolean isSameArrangement(Activity was, Activity is) {
        return is.kind().equals(was.kind())
                && is.subject().equals(was.subject())
                && is.arrangement().equals(was.arrangement());
    }

    private static Plan moved(Plan plan, Act act, PlanEvent event) {
        if (event instanceof ArrangementBooked e) {
            return with(plan, act, e.activity(), Activity.State.BOOKED, Optional.of(e.slot()));
        }
        if (event instanceof ArrangementConfirmed e) {
            return with(plan, act, e.activity(), Activity.State.CONFIRMED, slot(plan, e.activity()));
        }
        if (event instanceof ActivityCompleted e) {
            return with(plan, act, e.activity(), Activity.State.COMPLETED, slot(plan, e.activity()));
        }
        ActivityCancelled e = (ActivityCancelled) event;
        return with(plan, act, e.activity(), Activity.State.CANCELLED, slot(plan, e.activity()));
    }

    private static Optional<Instant> slot(Plan plan, Code activity) {
        return plan.progress().get(activity).flatMap(Progress::slot);
    }

    private static Plan with(Plan plan, Act act, Code activity, Activity.State state, Optional<Instant> slot) {
        Holder by = act.speaker();
        Progress progress = new Progress(state, slot, by, act.stamp().recordedAt());
        return ImmutablePlan.builder()
                .from(plan)
                .progress(plan.progress().with(activity, progress))
                .build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Plans that && all.equals(that.all);
    }

    @Override
    public int hashCode() {
        return Objects.hash(all);
    }

    /** How many there are. */
    @Override
    public String toString() {
        return "Plans[" + all.size() + "]";
    }
}
