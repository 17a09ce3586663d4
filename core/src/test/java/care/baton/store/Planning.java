package care.baton.store;

import static care.baton.store.Cast.AGENCY;
import static care.baton.store.Cast.CLIENT;
import static care.baton.store.Cast.INTAKE;
import static care.baton.store.Cast.LEAD;
import static care.baton.store.Cast.MANAGER;
import static care.baton.store.Cast.PERSON;
import static care.baton.store.Cast.SUPERVISOR;

import care.baton.consent.Audience;
import care.baton.consent.Consent;
import care.baton.consent.ConsentCommand.RecordConsent;
import care.baton.consent.Giver;
import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.plan.Activity;
import care.baton.plan.Arrangement;
import care.baton.plan.CarePlan;
import care.baton.plan.Deviation;
import care.baton.plan.Doing;
import care.baton.plan.Engagement.SharedDecision;
import care.baton.plan.Engagement.TeachBack;
import care.baton.plan.Goal;
import care.baton.plan.Huddle;
import care.baton.plan.Obstacle;
import care.baton.plan.Piece;
import care.baton.plan.PlanCommand;
import care.baton.plan.PlanCommand.ActivatePlan;
import care.baton.plan.PlanCommand.BookArrangement;
import care.baton.plan.PlanCommand.CancelActivity;
import care.baton.plan.PlanCommand.ClearObstacle;
import care.baton.plan.PlanCommand.CompleteActivity;
import care.baton.plan.PlanCommand.ConfirmArrangement;
import care.baton.plan.PlanCommand.DischargePerson;
import care.baton.plan.PlanCommand.EnterPhase;
import care.baton.plan.PlanCommand.NameObstacle;
import care.baton.plan.PlanCommand.RecordEngagement;
import care.baton.plan.PlanCommand.RecordHuddle;
import care.baton.plan.PlanCommand.WritePlan;
import care.baton.plan.Preference;
import care.baton.plan.Target;
import care.baton.plan.Window;
import care.baton.plan.Within;
import care.baton.record.InPlan;
import care.baton.record.Keys;
import care.baton.record.OnSharing;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.Fulfil;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The plan of the episode of care, from its first version to the last activity. */
final class Planning {

    private static final Code PLAN = Code.of("care-plan");
    private static final Code RUN = Code.of("run-1");
    private static final Code WHY = Code.of("as-agreed");
    private static final Code HOME = Code.of("stay-at-home");
    private static final Code RIDE = Code.of("ride");
    private static final Code WALK = Code.of("walk");
    private static final Code CLASS = Code.of("class");
    private static final Code LEAVING = Code.of("leaving");
    private static final Code TOPIC = Code.of("medication");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant NEXT = Cast.START.plus(Duration.ofDays(1));
    private static final Instant DUE = Cast.START.plus(Duration.ofDays(30));

    private final IntFunction<Sensitive> words;

    private Planning(IntFunction<Sensitive> words) {
        this.words = words;
    }

    static List<Script.Line> lines(IntFunction<Sensitive> words) {
        Planning planning = new Planning(words);
        Key action = Keys.huddleAction(RUN, PLAN, 1, 1);
        return List.of(
                line(PERSON, new OnSharing(new RecordConsent(consent()))),
                line(MANAGER, new WritePlan(RUN, 0, planning.plan(List.of()), WHY)),
                line(INTAKE, new WritePlan(RUN, 1, planning.plan(List.of(Code.of("stairs"))), WHY)),
                line(MANAGER, new ActivatePlan(2, Optional.of(WHY))),
                line(MANAGER, new EnterPhase(Code.of("assessment-and-goal-setting"), Optional.empty())),
                line(MANAGER, new EnterPhase(Code.of("execution"), Optional.of(WHY))),
                line(LEAD, new BookArrangement(RIDE, NEXT)),
                line(LEAD, new ConfirmArrangement(RIDE)),
                line(SUPERVISOR, new DischargePerson(LEAVING)),
                line(LEAD, new CompleteActivity(RIDE, words.apply(40))),
                line(PERSON, new CompleteActivity(WALK, words.apply(41))),
                line(MANAGER, new CancelActivity(CLASS, Code.of("not-wanted"))),
                line(
                        MANAGER,
                        new RecordEngagement(
                                new SharedDecision(DAY, PERSON, TOPIC, Code.of("evening"), HOME, words.apply(42)))),
                line(INTAKE, new RecordEngagement(new TeachBack(DAY, PERSON, TOPIC, true, words.apply(43)))),
                line(INTAKE, new NameObstacle(new Obstacle(Code.of("no-lift"), words.apply(44), MANAGER, DUE))),
                line(MANAGER, new ClearObstacle(1, Code.of("repaired"))),
                line(MANAGER, new RecordHuddle(planning.huddle())),
                line(INTAKE, new Fulfil(action)));
    }

    private static Consent consent() {
        return Consent.permit(
                new Scope.Everything(List.of()),
                Audience.of(AGENCY),
                Purpose.CARE_COORDINATION,
                Giver.self(CLIENT),
                Consent.Form.WRITTEN,
                Cast.START);
    }

    private CarePlan plan(List<Code> involves) {
        return CarePlan.builder()
                .protocol(Code.of("coordinated-care"))
                .protocolVersion(1)
                .addGoals(new Goal(
                        WALK,
                        Goal.Author.PERSON,
                        words.apply(45),
                        Optional.of(PERSON),
                        Optional.of(new Doing(WALK, 3, Doing.Every.WEEK)),
                        List.of(new Target(
                                Code.of("steps"),
                                Target.Comparator.AT_LEAST,
                                words.apply(46),
                                words.apply(47),
                                Optional.of(30))),
                        Optional.of(WHY),
                        Optional.of(HOME),
                        Optional.of(new Within(30, Code.of("discharge"), DAY))))
                .addPreferences(
                        new Preference(HOME, Preference.Kind.PRIORITY, words.apply(48), List.of(Code.of("stairs"))))
                .addPieces(new Piece(HOME, List.of(INTAKE)))
                .addActivities(
                        activity(RIDE, LEAD, List.of(), Optional.of(new Arrangement(Optional.of(LEAVING)))),
                        activity(WALK, PERSON, involves, Optional.empty()),
                        activity(CLASS, INTAKE, List.of(), Optional.empty()))
                .addWindows(new Window(LEAVING, Cast.START, DUE))
                .addDeviations(new Deviation(Code.of("home-visit"), WHY))
                .addDecisions(TOPIC)
                .build();
    }

    private static Activity activity(Code code, Holder owner, List<Code> involves, Optional<Arrangement> arrangement) {
        return new Activity(code, Code.of("support"), HOME, code, WALK, Optional.of(owner), DUE, involves, arrangement);
    }

    private Huddle huddle() {
        return new Huddle(
                List.of(MANAGER, INTAKE),
                List.of(new Huddle.Topic(TOPIC, MANAGER, words.apply(49), Optional.of(Code.of("call-the-pharmacy")))),
                List.of(new Huddle.Action(Code.of("call"), INTAKE, DUE)));
    }

    private static Script.Line line(Holder by, PlanCommand command) {
        return line(by, new InPlan(PLAN, command));
    }

    private static Script.Line line(Holder by, RecordCommand command) {
        return new Script.Line(Duration.ZERO, by, command);
    }
}
