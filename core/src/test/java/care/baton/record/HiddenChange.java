package care.baton.record;

import static care.baton.record.HomePlans.BED;
import static care.baton.record.HomePlans.NO_STAIRS;
import static care.baton.record.HomePlans.PLAN;
import static care.baton.record.HomePlans.RIDE;
import static care.baton.record.HomePlans.WALK;
import static care.baton.record.HomePlans.WHY;
import static care.baton.record.HomeRisks.APPETITE;
import static care.baton.record.HomeStart.FALLS;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;

import care.baton.disclosure.Access;
import care.baton.disclosure.Part;
import care.baton.evidence.Covered;
import care.baton.evidence.Event;
import care.baton.evidence.EvidenceEvent.ApprovalGiven;
import care.baton.evidence.EvidenceEvent.FactRecorded;
import care.baton.evidence.EvidenceEvent.FlagRaised;
import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Ask;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffEvent;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.HandoffEvent.OfferMade;
import care.baton.handoff.Negotiation;
import care.baton.handoff.OfferKind;
import care.baton.note.Contact;
import care.baton.note.ContactEvent.ContactRecorded;
import care.baton.note.ContactType;
import care.baton.note.Logged;
import care.baton.note.NoteEvent.NoteWritten;
import care.baton.note.Support;
import care.baton.note.Talk;
import care.baton.obligation.Key;
import care.baton.obligation.Opening;
import care.baton.obligation.Route;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.Sensitive;
import care.baton.plan.Activity;
import care.baton.plan.CarePlan;
import care.baton.plan.Goal;
import care.baton.plan.Plan;
import care.baton.plan.PlanEvent.ArrangementBooked;
import care.baton.plan.PlanEvent.PlanActivated;
import care.baton.plan.PlanEvent.PlanWritten;
import care.baton.plan.Preference;
import care.baton.plan.Version;
import care.baton.risk.Acuity;
import care.baton.risk.Baseline;
import care.baton.risk.Instrument;
import care.baton.risk.Observation;
import care.baton.risk.RiskEvent.AcuityStated;
import care.baton.risk.RiskEvent.BaselineEstablished;
import care.baton.risk.RiskEvent.ObservationRecorded;
import care.baton.risk.RiskEvent.ScoreRecorded;
import care.baton.risk.RiskEvent.UnmetNeedNamed;
import care.baton.risk.Score;
import care.baton.risk.Source;
import care.baton.time.Elapsed;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something on a record that could be otherwise, of each kind that it holds.
 *
 * @param part the part of a view that tells of it; empty for what no view tells others
 * @param says all that somebody must be let see to be told of it
 * @param happens what makes it otherwise on a record as it stands
 */
record HiddenChange(Optional<Part> part, List<Code> says, Function<Chart, List<? extends Event>> happens) {

    private static final Holder SURGEON = Holder.of(OrganizationId.of("clinic"), Code.of("surgeon"));
    private static final Holder REHAB = Holder.of(OrganizationId.of("rehab"), Code.of("intake"));
    private static final Code HOUSING = Code.of("housing");
    static final Code DETOX = Code.of("detox");
    private static final Code FITTING = Code.of("fitting");
    private static final Sensitive OTHER = Sensitive.of("otherwise");

    /** Each of them, on its own and in an order in which they can all be. */
    static List<HiddenChange> all(Instant at) {
        return Stream.of(known(), told(), planned(), handed(), owed(at))
                .flatMap(List::stream)
                .toList();
    }

    private static List<HiddenChange> known() {
        return List.of(
                new HiddenChange(
                        Optional.of(Part.FACTS),
                        List.of(ROUTINES),
                        c -> List.of(new FactRecorded(
                                ROUTINES,
                                c.evidence().nextVersion(ROUTINES),
                                OTHER,
                                HomeStart.CHART,
                                Grade.CONFIRMED))),
                shows(Part.WARNINGS, c -> new FlagRaised(FALLS, 99), FALLS),
                shows(
                        Part.RISKS,
                        c -> new ObservationRecorded(
                                1 + c.risks().observations().size(), Observation.small(APPETITE, Source.STAFF, OTHER)),
                        APPETITE),
                shows(
                        Part.RISKS,
                        c -> new BaselineEstablished(
                                1
                                        + c.risks()
                                                .baseline(APPETITE)
                                                .map(b -> b.version())
                                                .orElse(0),
                                new Baseline(APPETITE, Optional.empty(), OTHER, HomeStart.CHART)),
                        APPETITE),
                shows(
                        Part.RISKS,
                        c -> new ScoreRecorded(
                                1 + c.risks().scores().size(),
                                new Score(Instrument.LACE, 3, Code.of("hospital"), HomeRisks.DAY)),
                        Instrument.LACE.code()),
                shows(
                        Part.RISKS,
                        c -> new UnmetNeedNamed(1 + c.risks().named().size(), RUN, HOUSING, LEAD, OTHER),
                        HOUSING),
                tells(c -> new AcuityStated(Acuity.HIGH, HomeStart.CHART)),
                tells(c -> new ApprovalGiven(
                        Code.of("hours-approved"),
                        1 + c.evidence().approvals().size(),
                        List.of(new Covered(ROUTINES, 1)))));
    }

    private static List<HiddenChange> told() {
        return List.of(
                tells(c -> new NoteWritten(Code.of("another-change"), RUN, 1, HomeNotes.note("otherwise"))),
                shows(Part.CONTACTS, HiddenChange::called, Code.of("staff-guidance")));
    }

    private static ContactRecorded called(Chart chart) {
        int number = 1 + chart.contacts().all().stream().map(Logged::number).reduce(0, Math::max);
        return new ContactRecorded(
                number,
                new Contact(
                        Optional.empty(),
                        ContactType.STAFF_GUIDANCE,
                        Talk.with(SURGEON, Channel.PHONE),
                        7,
                        Support.unsaid(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(RUN)));
    }

    private static List<HiddenChange> planned() {
        Code equipment = Code.of("equipment");
        Code transport = Code.of("transport");
        return List.of(
                counts(plan -> goals(plan, g -> g.code().equals(WALK) ? said(g) : g), WALK),
                counts(
                        plan -> preferences(
                                plan,
                                p -> p.code().equals(NO_STAIRS)
                                        ? new Preference(NO_STAIRS, Preference.Kind.PREFERENCE, OTHER, List.of())
                                        : p),
                        NO_STAIRS),
                counts(plan -> without(plan, BED), BED, equipment, WALK),
                shows(
                        Part.PLANS,
                        c -> new ArrangementBooked(PLAN, RIDE, HomePlans.FROM.plusSeconds(77)),
                        PLAN,
                        RIDE,
                        transport,
                        WALK),
                new HiddenChange(
                        Optional.empty(),
                        List.of(),
                        c -> counted(c)
                                .map(p -> written(p, p.current().orElseThrow().content()))
                                .stream()
                                .toList()));
    }

    /** One more handoff, and one more offer of a handoff that they may know of: accepted, and begun. */
    private static List<HiddenChange> handed() {
        return List.of(offered(HandoffId.of("another-handoff")), offered(HomeStart.HANDOFF));
    }

    private static HiddenChange offered(HandoffId handoff) {
        return new HiddenChange(Optional.of(Part.HANDOFFS), List.of(DETOX), c -> {
            Negotiation talks = c.handoffs().get(handoff).orElseGet(() -> Negotiation.of(handoff));
            return talks.course() == Course.OFFERING
                    ? taken(handoff, talks.offers().size() + 1)
                    : List.of();
        });
    }

    private static List<HandoffEvent> taken(HandoffId handoff, int number) {
        Ask ask = Ask.of(DETOX, HomeStart.WHO);
        return List.of(
                new OfferMade(
                        handoff,
                        number,
                        OfferKind.FIRM,
                        LEAD,
                        REHAB,
                        ask,
                        ask.digest(),
                        Optional.empty(),
                        Arbiter.RECORD),
                new AnswerGiven(handoff, number, new Answer.Accept(), REHAB, HomeStart.START, false, false, true),
                new CourseTaken(handoff, Course.STARTED, HomeStart.START, Code.of("started"), List.of()));
    }

    private static List<HiddenChange> owed(Instant at) {
        return List.of(new HiddenChange(
                Optional.of(Part.ACTIONS),
                List.of(FITTING),
                c -> Opening.of(
                                Key.of(Keys.cause(RUN), FITTING, "otherwise"),
                                Optional.empty(),
                                LEAD,
                                LEAD,
                                at.plusSeconds(1),
                                Route.reminder(new Elapsed(Duration.ofDays(1))))
                        .on(c.obligations(), at)));
    }

    private static HiddenChange shows(Part part, Function<Chart, Event> happens, Code... says) {
        return new HiddenChange(Optional.of(part), List.of(says), c -> List.of(happens.apply(c)));
    }

    private static HiddenChange tells(Function<Chart, Event> happens) {
        return new HiddenChange(Optional.empty(), List.of(), c -> List.of(happens.apply(c)));
    }

    /** Another version of the plan counts, in which one thing is otherwise. */
    private static HiddenChange counts(Function<CarePlan, CarePlan> otherwise, Code... says) {
        List<Code> all = new ArrayList<>(List.of(PLAN));
        all.addAll(List.of(says));
        return new HiddenChange(
                Optional.of(Part.PLANS),
                all,
                c -> counted(c).stream()
                        .flatMap(p -> Stream.of(
                                written(
                                        p,
                                        otherwise.apply(
                                                p.current().orElseThrow().content())),
                                new PlanActivated(PLAN, p.versions().size() + 1, List.of(), Optional.empty())))
                        .toList());
    }

    private static Optional<Plan> counted(Chart chart) {
        return chart.plans()
                .get(PLAN)
                .filter(p -> p.current().map(Version::content).isPresent());
    }

    private static PlanWritten written(Plan plan, CarePlan content) {
        return new PlanWritten(PLAN, RUN, plan.versions().size() + 1, plan.phases(), content, WHY);
    }

    private static Goal said(Goal goal) {
        return new Goal(
                goal.code(),
                goal.author(),
                OTHER,
                Optional.of(PLANNER),
                goal.doing(),
                goal.targets(),
                goal.achievable(),
                goal.serves(),
                goal.within());
    }

    private static CarePlan goals(CarePlan plan, Function<Goal, Goal> otherwise) {
        return with(plan, plan.goals().stream().map(otherwise).toList(), plan.preferences(), plan.activities());
    }

    private static CarePlan preferences(CarePlan plan, Function<Preference, Preference> otherwise) {
        return with(
                plan, plan.goals(), plan.preferences().stream().map(otherwise).toList(), plan.activities());
    }

    private static CarePlan without(CarePlan plan, Code activity) {
        return with(
                plan,
                plan.goals(),
                plan.preferences(),
                plan.activities().stream()
                        .filter(a -> !a.code().equals(activity))
                        .toList());
    }

    private static CarePlan with(
            CarePlan plan, List<Goal> goals, List<Preference> preferences, List<Activity> activities) {
        return new CarePlan(
                plan.protocol(),
                plan.protocolVersion(),
                goals,
                preferences,
                plan.pieces(),
                activities,
                plan.windows(),
                plan.deviations(),
                plan.decisions());
    }

    /** Whether somebody else may be told of it; the contact is none of theirs. */
    boolean isSeen(Access access, boolean teaser) {
        return part.filter(p -> p != Part.CONTACTS)
                .filter(p -> !teaser || p == Part.ACTIONS || p == Part.WARNINGS)
                .filter(p -> says.stream().allMatch(item -> access.sees(p, item)))
                .isPresent();
    }

    Chart on(Chart chart, Instant at) {
        Act act = Act.of(CommandId.of("hidden"), LEAD, Stamp.at(at));
        Chart after = chart;
        for (Event event : happens.apply(chart)) {
            after = after.evolve(act, event);
        }
        return after;
    }
}
