package care.baton.catalog;

import care.baton.catalog.ShippedDeck.Card;
import care.baton.consent.Audience;
import care.baton.consent.Consent;
import care.baton.consent.ConsentCommand.RecordConsent;
import care.baton.consent.Giver;
import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.plan.Activity;
import care.baton.plan.Arrangement;
import care.baton.plan.CarePlan;
import care.baton.plan.Engagement.TeachBack;
import care.baton.plan.Huddle;
import care.baton.plan.Obstacle;
import care.baton.plan.Piece;
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
import care.baton.plan.Window;
import care.baton.record.CoordinationRecord;
import care.baton.record.InPlan;
import care.baton.record.Keys;
import care.baton.record.OnSharing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What somebody could want of a plan on a record where a shipped pathway runs. */
final class ShippedPlans {

    static final List<String> KINDS = Stream.of(PlanCommand.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .toList();

    private static final Code WHY = Code.of("after-assessment");
    private static final Code HOME = Code.of("home");
    private static final Code REHAB = Code.of("rehab");
    private static final Code RIDE = Code.of("ride");
    private static final Code LEAVING = Code.of("leaving");
    private static final Holder SUPERVISOR = Scene.seat("supervisor");
    private static final Holder SCHEDULER = Scene.seat("scheduler");
    private static final Holder PERSON = Scene.seat("person");
    private static final Sensitive WORDS = Sensitive.of("words");

    private final CoordinationRecord record;
    private final SplittableRandom random;
    private final Instant now;
    private final Code code;
    private final Optional<Plan> plan;

    ShippedPlans(CoordinationRecord record, SplittableRandom random, Instant now) {
        this.record = record;
        this.random = random;
        this.now = now;
        this.code = Code.of("plan-" + random.nextInt(2));
        this.plan = record.plans().get(code);
    }

    /** The person's own yes, without which no plan counts. */
    static OnSharing consent() {
        return new OnSharing(new RecordConsent(Consent.permit(
                new Scope.Everything(List.of()),
                Audience.of(SUPERVISOR.organization()),
                Purpose.CARE_COORDINATION,
                Giver.self(Scene.PARTICIPANT),
                Consent.Form.WRITTEN,
                Scene.MONDAY_10)));
    }

    Card make(String kind) {
        int newest = plan.map(p -> p.versions().size()).orElse(0);
        return switch (kind) {
            case "WritePlan" ->
                card(SUPERVISOR, new WritePlan(Scene.RUN, random.nextInt(8) == 0 ? 9 : newest, content(), WHY));
            case "ActivatePlan" ->
                card(SUPERVISOR, new ActivatePlan(newest, random.nextBoolean() ? Optional.of(WHY) : Optional.empty()));
            case "EnterPhase" -> card(SUPERVISOR, phase());
            case "RecordEngagement" ->
                card(SUPERVISOR, new RecordEngagement(new TeachBack(day(), PERSON, WHY, random.nextBoolean(), WORDS)));
            case "NameObstacle" -> card(SUPERVISOR, new NameObstacle(new Obstacle(WHY, WORDS, SCHEDULER, due())));
            case "ClearObstacle" -> clears();
            case "RecordHuddle" -> card(SUPERVISOR, new RecordHuddle(huddle()));
            case "DischargePerson" -> card(SUPERVISOR, new DischargePerson(LEAVING));
            default -> acts(kind);
        };
    }

    private Card acts(String kind) {
        Code activity = kind.endsWith("Arrangement") || random.nextBoolean() ? RIDE : REHAB;
        Holder by = holder(Keys.ACTIVITY, code + ":" + activity);
        return card(
                by,
                switch (kind) {
                    case "BookArrangement" -> new BookArrangement(activity, now.plus(Duration.ofHours(1)));
                    case "ConfirmArrangement" -> new ConfirmArrangement(activity);
                    case "CompleteActivity" -> new CompleteActivity(activity, WORDS);
                    default -> new CancelActivity(activity, WHY);
                });
    }

    private Card clears() {
        int named = plan.map(p -> p.obstacles().size()).orElse(0);
        int number = 1 + random.nextInt(1 + named);
        return card(holder(Keys.OBSTACLE, code + ":" + number), new ClearObstacle(number, WHY));
    }

    private PlanCommand phase() {
        List<Code> phases = plan.map(Plan::phases).orElse(List.of(WHY));
        int next = 1 + plan.flatMap(Plan::phase).map(phases::indexOf).orElse(-1);
        boolean follows = next < phases.size() && random.nextInt(4) > 0;
        return new EnterPhase(
                follows ? phases.get(next) : ShippedDeck.one(random, phases),
                random.nextBoolean() ? Optional.of(WHY) : Optional.empty());
    }

    private Holder holder(Code kind, String subject) {
        return record.chart().obligations().openOf(Keys.cause(Scene.RUN), kind).stream()
                .filter(o -> o.key().subject().equals(subject))
                .findFirst()
                .map(Obligation::holder)
                .map(Scene::named)
                .orElse(SUPERVISOR);
    }

    private Huddle huddle() {
        return new Huddle(
                List.of(SUPERVISOR, SCHEDULER),
                List.of(new Huddle.Topic(WHY, random.nextBoolean() ? SUPERVISOR : SCHEDULER, WORDS, Optional.empty())),
                List.of());
    }

    /** Now and then an activity is nobody's. */
    private CarePlan content() {
        Activity ride = activity(RIDE, Optional.of(SCHEDULER), Optional.of(new Arrangement(Optional.of(LEAVING))));
        Activity rehab =
                activity(REHAB, random.nextInt(6) == 0 ? Optional.empty() : Optional.of(SUPERVISOR), Optional.empty());
        return CarePlan.builder()
                .protocol(Code.of("coordinated-care"))
                .protocolVersion(1)
                .addPieces(new Piece(HOME, List.of(SUPERVISOR)))
                .addActivities(rehab, ride)
                .addWindows(new Window(LEAVING, Scene.MONDAY_10, Scene.MONDAY_10.plus(Duration.ofDays(9_000))))
                .build();
    }

    private Activity activity(Code name, Optional<Holder> owner, Optional<Arrangement> arrangement) {
        return Activity.builder()
                .code(name)
                .kind(name)
                .piece(HOME)
                .subject(name)
                .purpose(HOME)
                .due(now.plus(Duration.ofDays(30)))
                .owner(owner)
                .arrangement(arrangement)
                .build();
    }

    private Instant due() {
        return now.plus(Duration.ofHours(random.nextInt(60) - 8));
    }

    private LocalDate day() {
        return LocalDate.ofInstant(now, Scene.CALENDAR.zone()).plusDays(random.nextInt(8) == 0 ? 1 : 0);
    }

    private Card card(Holder by, PlanCommand command) {
        return new Card(by, new InPlan(code, command));
    }
}
