package care.baton.record;

import static care.baton.record.HomePlans.BED;
import static care.baton.record.HomePlans.HOME;
import static care.baton.record.HomePlans.LEAVING;
import static care.baton.record.HomePlans.PLAN;
import static care.baton.record.HomePlans.REHAB;
import static care.baton.record.HomePlans.RIDE;
import static care.baton.record.HomePlans.STAIRS;
import static care.baton.record.HomePlans.STAY;
import static care.baton.record.HomePlans.VISIT;
import static care.baton.record.HomePlans.WHY;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RUN;

import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.plan.Activity;
import care.baton.plan.CarePlan;
import care.baton.plan.Engagement.SharedDecision;
import care.baton.plan.Engagement.TeachBack;
import care.baton.plan.Huddle;
import care.baton.plan.Obstacle;
import care.baton.plan.Plan;
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
import care.baton.plan.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody could want of a plan, as the plans stand. */
final class Plannings {

    private static final List<Code> PLANS = List.of(PLAN, PLAN, PLAN, PLAN, PLAN, Code.of("telehealth"));
    private static final List<Code> ACTIVITIES = List.of(RIDE, BED, VISIT, REHAB);

    private final Chart chart;
    private final Instant now;
    private final int n;
    private final Code code;
    private final Optional<Plan> plan;

    private Plannings(Chart chart, Instant now, int n) {
        this.chart = chart;
        this.now = now;
        this.n = n;
        this.code = Dealer.pick(PLANS, n / 7);
        this.plan = chart.plans().get(code);
    }

    static Asked deal(Chart chart, Instant now, int n) {
        return n % 17 == 0 ? new Asked(PERSON, HomePlans.consents()) : new Plannings(chart, now, n).deal();
    }

    private Asked deal() {
        int versions = plan.map(p -> p.versions().size()).orElse(0);
        if (versions == 0) {
            return asked(PLANNER, new WritePlan(RUN, n % 5 == 0 ? 1 : 0, content(), WHY));
        }
        boolean idle = plan.get().active().isEmpty();
        if (!idle && n % 2 == 0 && plan.get().gaps().isEmpty()) {
            return asked(NURSE, new DischargePerson(LEAVING));
        }
        return switch (idle && n % 3 == 0 ? 1 : n % 14) {
            case 0 -> asked(anybody(), new WritePlan(RUN, versions - n / 3 % 2, content(), WHY));
            case 1 -> asked(PLANNER, new ActivatePlan(versions, n % 4 == 0 ? Optional.empty() : Optional.of(WHY)));
            case 2 ->
                asked(
                        PLANNER,
                        new EnterPhase(
                                Dealer.pick(Protocol.FIVE_PHASES, n / 3),
                                n % 2 == 0 ? Optional.empty() : Optional.of(WHY)));
            case 3 -> asked(NURSE, new RecordEngagement(new TeachBack(day(), PERSON, WHY, n % 2 == 0, words())));
            case 4 -> asked(NURSE, new RecordEngagement(new SharedDecision(day(), PERSON, WHY, WHY, STAY, words())));
            case 5 -> asked(NURSE, new NameObstacle(new Obstacle(WHY, words(), anybody(), due())));
            case 6 -> clears();
            case 7 -> asked(PLANNER, new RecordHuddle(huddle()));
            case 8 -> asked(NURSE, new DischargePerson(LEAVING));
            default -> acts();
        };
    }

    private Asked acts() {
        Code activity = Dealer.pick(ACTIVITIES, n / 11);
        Holder by = open(Keys.ACTIVITY, code + ":" + activity)
                .map(Obligation::holder)
                .orElseGet(this::anybody);
        return switch (n / 5 % 8) {
            case 0, 1, 2, 3, 4 -> asked(by, arranges(activity));
            case 5 -> asked(by, new ConfirmArrangement(activity));
            case 6 -> asked(by, new CompleteActivity(activity, words()));
            default -> asked(n % 2 == 0 ? by : anybody(), new CancelActivity(activity, WHY));
        };
    }

    /** What is booked is confirmed mostly, what is confirmed or not booked is booked. */
    private PlanCommand arranges(Code activity) {
        boolean booked = n % 8 > 0
                && plan.filter(p -> p.state(activity) == Activity.State.BOOKED).isPresent();
        return booked
                ? new ConfirmArrangement(activity)
                : new BookArrangement(activity, HomePlans.FROM.plusSeconds(n % 30_000));
    }

    private Asked clears() {
        int number = 1 + n % Math.max(1, plan.map(p -> p.obstacles().size()).orElse(0));
        Holder by =
                open(Keys.OBSTACLE, code + ":" + number).map(Obligation::holder).orElseGet(this::anybody);
        return asked(by, new ClearObstacle(number, WHY));
    }

    private Optional<Obligation> open(Code kind, String subject) {
        return chart.obligations().open().stream()
                .filter(o -> o.key().kind().equals(kind))
                .filter(o -> o.key().subject().equals(subject))
                .findFirst();
    }

    private Huddle huddle() {
        return new Huddle(
                List.of(PLANNER, NURSE, INTAKE),
                List.of(new Huddle.Topic(
                        WHY, Dealer.pick(List.of(PLANNER, NURSE, INTAKE), n / 3), words(), Optional.empty())),
                List.of(new Huddle.Action(WHY, anybody(), due())));
    }

    /** Some of the activities, now and then one that does not fit, is nobody's or is due otherwise. */
    private CarePlan content() {
        List<Activity> some = new ArrayList<>(HomePlans.activities());
        if (n % 4 == 0) {
            some.remove(n / 4 % some.size());
        }
        if (n % 6 == 0) {
            some.add(HomePlans.activity(
                            Code.of("extra-" + n % 3),
                            "exercise",
                            HOME,
                            n % 5 == 0 ? Optional.empty() : Optional.of(anybody()))
                    .addInvolves(STAIRS)
                    .build());
        }
        if (n % 7 == 0) {
            some.replaceAll(a -> a.code().equals(REHAB)
                    ? HomePlans.activity(REHAB, "exercise", HOME, Optional.of(PERSON), due())
                            .build()
                    : a);
        }
        return HomePlans.with(some);
    }

    private Instant due() {
        return now.plus(Duration.ofHours(n % 90));
    }

    private LocalDate day() {
        return LocalDate.ofInstant(now, HomeStart.CALENDAR.zone()).plusDays(n % 9 == 0 ? 1 : 0);
    }

    private Sensitive words() {
        return Sensitive.of("w" + n % 50);
    }

    private Holder anybody() {
        return Dealer.pick(Dealer.SEATS, n / 13);
    }

    private Asked asked(Holder by, PlanCommand command) {
        return new Asked(by, new InPlan(code, command));
    }
}
