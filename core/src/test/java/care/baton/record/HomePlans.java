package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.SCHEDULER;
import static care.baton.record.HomeStart.START;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.plan.Activity;
import care.baton.plan.ActivityBuilderStages;
import care.baton.plan.Arrangement;
import care.baton.plan.CarePlan;
import care.baton.plan.Discipline;
import care.baton.plan.Doing;
import care.baton.plan.Goal;
import care.baton.plan.Piece;
import care.baton.plan.PlanCommand;
import care.baton.plan.PlanCommand.ActivatePlan;
import care.baton.plan.PlanCommand.BookArrangement;
import care.baton.plan.PlanCommand.ConfirmArrangement;
import care.baton.plan.PlanCommand.WritePlan;
import care.baton.plan.Preference;
import care.baton.plan.Protocol;
import care.baton.plan.Target;
import care.baton.plan.Window;
import care.baton.plan.Within;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plan on the small pathway: going home from hospital, walking again, with a ride, a bed and a nurse arranged. */
final class HomePlans {

    static final Code PLAN = Code.of("going-home");
    static final Code WALK = Code.of("walk-to-church");
    static final Code STAY = Code.of("stay-at-home");
    static final Code NO_STAIRS = Code.of("no-stairs");
    static final Code REHAB = Code.of("rehab");
    static final Code RIDE = Code.of("ride");
    static final Code BED = Code.of("bed");
    static final Code VISIT = Code.of("first-visit");
    static final Code TEXT = Code.of("text-message");
    static final Code LEAVING = Code.of("leaving");
    static final Code RECOVERY = Code.of("recovery");
    static final Code HOME = Code.of("home-services");
    static final Code STAIRS = Code.of("stairs");
    static final Code WHY = Code.of("after-assessment");

    static final Instant FROM = START.plus(Duration.ofDays(2));
    static final Instant UNTIL = FROM.plus(Duration.ofHours(6));
    static final Instant LATER = START.plus(Duration.ofDays(9));

    static final Protocol PROTOCOL = Protocol.builder()
            .id(Code.of("going-home"))
            .version(1)
            .coordinator(PLANNER.role())
            .addAllPhases(Protocol.FIVE_PHASES)
            .addDisciplines(
                    new Discipline(Code.of("medical"), List.of(NURSE.role())),
                    new Discipline(Code.of("behavioral"), List.of(Code.of("therapist"))),
                    new Discipline(Code.of("social"), List.of(PLANNER.role(), Code.of("social-worker"))))
            .addRoles(NURSE.role(), Code.of("dietitian"))
            .addActivities(Code.of("transport"), Code.of("exercise"))
            .build();

    private HomePlans() {}

    static CarePlan plan() {
        return with(goals(), preferences(), activities());
    }

    static CarePlan with(List<Activity> activities) {
        return with(goals(), preferences(), activities);
    }

    static CarePlan with(List<Goal> goals, List<Preference> preferences, List<Activity> activities) {
        return CarePlan.builder()
                .protocol(PROTOCOL.id())
                .protocolVersion(1)
                .addAllGoals(goals)
                .addAllPreferences(preferences)
                .addPieces(new Piece(RECOVERY, List.of(NURSE)), new Piece(HOME, List.of(INTAKE, SCHEDULER)))
                .addAllActivities(activities)
                .addWindows(new Window(LEAVING, FROM, UNTIL))
                .addDecisions(Code.of("hours"))
                .build();
    }

    static List<Goal> goals() {
        return List.of(walk(), smart());
    }

    /** In the person's own words, and owned by them. */
    static Goal walk() {
        return Goal.builder()
                .code(WALK)
                .author(Goal.Author.PERSON)
                .words(Sensitive.of("I want to walk to church on Sunday"))
                .owner(PERSON)
                .serves(STAY)
                .build();
    }

    static Goal smart() {
        return Goal.builder()
                .code(Code.of("blood-sugar"))
                .author(Goal.Author.CLINICIAN)
                .words(Sensitive.of("sugar under control"))
                .doing(new Doing(REHAB, 3, Doing.Every.WEEK))
                .addTargets(new Target(
                        Code.of("hba1c"),
                        Target.Comparator.LESS_THAN,
                        Sensitive.of("7"),
                        Sensitive.of("%"),
                        Optional.of(90)))
                .achievable(Code.of("clinician-judgement"))
                .serves(STAY)
                .within(new Within(90, Code.of("discharge"), LocalDate.of(2026, 3, 4)))
                .build();
    }

    static List<Preference> preferences() {
        return List.of(
                new Preference(STAY, Preference.Kind.PRIORITY, Sensitive.of("my own bed"), List.of()),
                new Preference(
                        NO_STAIRS, Preference.Kind.CONSTRAINT, Sensitive.of("the lift is broken"), List.of(STAIRS)));
    }

    static List<Activity> activities() {
        return List.of(
                activity(REHAB, "exercise", RECOVERY, Optional.of(PERSON)).build(),
                arranged(RIDE, "transport", SCHEDULER),
                arranged(BED, "equipment", FUNDER),
                arranged(VISIT, "home-health", INTAKE),
                activity(TEXT, "reminder", RECOVERY, Optional.of(NURSE)).build());
    }

    static Activity arranged(Code code, String kind, Holder owner) {
        return activity(code, kind, HOME, Optional.of(owner))
                .arrangement(new Arrangement(Optional.of(LEAVING)))
                .build();
    }

    static ActivityBuilderStages.BuildFinal activity(Code code, String kind, Code piece, Optional<Holder> owner) {
        return activity(code, kind, piece, owner, LATER);
    }

    static ActivityBuilderStages.BuildFinal activity(
            Code code, String kind, Code piece, Optional<Holder> owner, Instant due) {
        return Activity.builder()
                .code(code)
                .kind(Code.of(kind))
                .piece(piece)
                .subject(code)
                .purpose(WALK)
                .due(due)
                .owner(owner);
    }

    /** The same activities with one changed. */
    static List<Activity> but(Activity changed) {
        List<Activity> all = new ArrayList<>(activities());
        all.replaceAll(a -> a.code().equals(changed.code()) ? changed : a);
        return all;
    }

    static InPlan ask(PlanCommand command) {
        return new InPlan(PLAN, command);
    }

    static InPlan writes(int on, CarePlan plan) {
        return ask(new WritePlan(RUN, on, plan, WHY));
    }

    static InPlan activates(int version) {
        return ask(new ActivatePlan(version, Optional.empty()));
    }

    static OnSharing consents() {
        return HomeConsents.allowsAll();
    }

    static RecordFixture written() {
        return HomeStart.run().given(PLANNER, writes(0, plan()));
    }

    static RecordFixture active() {
        return written().given(PERSON, consents()).given(PLANNER, activates(1));
    }

    /** Everything that has to be in place before the person leaves is booked for one instant and confirmed. */
    static RecordFixture arranged(RecordFixture fixture, Instant slot, Code... which) {
        for (Code one : which) {
            Holder owner = fixture.record()
                    .plans()
                    .get(PLAN)
                    .orElseThrow()
                    .current()
                    .orElseThrow()
                    .content()
                    .activity(one)
                    .orElseThrow()
                    .owner()
                    .orElseThrow();
            fixture.given(owner, ask(new BookArrangement(one, slot)), ask(new ConfirmArrangement(one)));
        }
        return fixture;
    }
}
