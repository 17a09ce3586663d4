package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.disclosure.ContactSeen;
import care.baton.disclosure.HandoffSeen;
import care.baton.disclosure.PlanSeen;
import care.baton.disclosure.RisksSeen;
import care.baton.disclosure.View;
import care.baton.evidence.Fact;
import care.baton.evidence.Flag;
import care.baton.handoff.Ask;
import care.baton.handoff.Condition;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.note.Contact;
import care.baton.note.Item;
import care.baton.note.Logged;
import care.baton.note.Note;
import care.baton.note.Talk;
import care.baton.obligation.Obligation;
import care.baton.ownership.Member;
import care.baton.plan.Activity;
import care.baton.plan.CarePlan;
import care.baton.plan.Goal;
import care.baton.plan.Plan;
import care.baton.plan.Preference;
import care.baton.plan.Target;
import care.baton.risk.Baseline;
import care.baton.risk.Observation;
import care.baton.risk.Risks;
import care.baton.risk.Score;
import care.baton.risk.UnmetNeed;
import care.baton.trace.Promise;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attribute of what a record holds is either one that a view shows or one that it does not: none is forgotten. */
class ClassifiedTest {

    /** What a view is made from, and what of it no view shows. */
    record Classified(Class<?> type, List<String> shown, List<String> hidden) {
        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    static Stream<Classified> all() {
        return Stream.of(
                new Classified(
                        Chart.class,
                        List.of(
                                "person",
                                "team",
                                "evidence",
                                "obligations",
                                "notes",
                                "contacts",
                                "plans",
                                "risks",
                                "handoffs"),
                        List.of(
                                "consents",
                                "custodian",
                                "disclosures",
                                "foreseen",
                                "places",
                                "runs",
                                "visits",
                                "wholes")),
                new Classified(
                        Fact.class,
                        List.of("field", "version", "value", "grade", "at", "absent"),
                        List.of("author", "source", "standing")),
                new Classified(Flag.class, List.of("code"), List.of("version", "raised", "at")),
                new Classified(Item.class, List.of("name", "kind", "words"), List.of()),
                new Classified(
                        Member.class, List.of("seat", "kind"), List.of("duties", "acknowledged", "absences", "left")),
                new Classified(
                        Note.class,
                        List.of("change", "versions"),
                        List.of(
                                "closedAt",
                                "contradictions",
                                "outcomes",
                                "recipients",
                                "released",
                                "reviews",
                                "run",
                                "sent",
                                "untold")),
                new Classified(
                        Plan.class,
                        List.of("code", "versions", "active", "phase", "progress"),
                        List.of("cleared", "dischargedAt", "engagements", "huddles", "obstacles", "phases", "run")),
                new Classified(
                        CarePlan.class,
                        List.of("goals", "preferences", "activities"),
                        List.of("decisions", "deviations", "pieces", "protocol", "protocolVersion", "windows")),
                new Classified(
                        Goal.class,
                        List.of("code", "author", "words", "targets", "within"),
                        List.of("achievable", "doing", "owner", "serves")),
                new Classified(Preference.class, List.of("code", "kind", "words"), List.of("excludes")),
                new Classified(
                        Activity.class,
                        List.of("code", "kind", "subject", "purpose", "owner", "due"),
                        List.of("arrangement", "involves", "piece")),
                new Classified(Target.class, List.of("measure", "comparator", "value", "unit", "days"), List.of()),
                new Classified(
                        Risks.class, List.of("established", "observed", "scored", "named"), List.of("acuity", "found")),
                new Classified(Baseline.class, List.of("subject", "measured", "words"), List.of("source")),
                new Classified(
                        Observation.class,
                        List.of("subject", "source", "times", "measured", "words"),
                        List.of("baseline", "change", "effort", "low", "visit")),
                new Classified(Score.class, List.of("instrument", "value", "source", "date"), List.of()),
                new Classified(
                        UnmetNeed.class, List.of("need", "words", "at"), List.of("met", "number", "owner", "run")),
                new Classified(
                        Contact.class,
                        List.of("kind", "reason", "change", "services", "talk", "minutes"),
                        List.of("coordination", "followUp", "run", "support")),
                new Classified(Talk.class, List.of("parties", "channel", "reached", "words"), List.of("outside")),
                new Classified(Logged.class, List.of("contact", "by", "at"), List.of("inError", "judged", "number")),
                new Classified(
                        Negotiation.class,
                        List.of("id", "offers", "course"),
                        List.of("closesAt", "confirmed", "occurrence", "output", "setAside", "warm")),
                new Classified(
                        Offer.class,
                        List.of("kind", "sender", "to", "ask", "state", "intended"),
                        List.of("arbiter", "asked", "clarified", "content", "number", "rounds", "withdrawing")),
                new Classified(
                        Ask.class,
                        List.of("code", "description"),
                        List.of("finishBy", "focus", "input", "person", "priority")),
                new Classified(OfferState.Clarifying.class, List.of("open"), List.of("round")),
                new Classified(OfferState.Proposed.class, List.of("conditions", "agreed", "met"), List.of()),
                new Classified(OfferState.Accepted.class, List.of(), List.of("at")),
                new Classified(OfferState.Declined.class, List.of("reason"), List.of("at")),
                new Classified(OfferState.Withdrawn.class, List.of("reason"), List.of("at")),
                new Classified(Condition.class, List.of("text", "kind", "holder", "due"), List.of()),
                new Classified(
                        Obligation.class,
                        List.of("key", "tenure", "due"),
                        List.of(
                                "each",
                                "latest",
                                "least",
                                "missed",
                                "next",
                                "owedTo",
                                "parent",
                                "proof",
                                "proposed",
                                "raised",
                                "reminders",
                                "route",
                                "standing",
                                "stood",
                                "suspendedAt",
                                "suspensions",
                                "visits")));
    }

    @ParameterizedTest
    @MethodSource("all")
    @Promise(40)
    void everyAttributeIsShownOrHiddenBySomebodysDecision(Classified one) {
        SortedSet<String> decided = new TreeSet<>(one.shown());
        decided.addAll(one.hidden());

        assertThat(attributes(one.type())).isEqualTo(decided);
    }

    @ParameterizedTest
    @MethodSource("views")
    @Promise(40)
    void aViewHasNoAttributeThatNobodyListed(Classified one) {
        assertThat(attributes(one.type())).isEqualTo(new TreeSet<>(one.shown()));
    }

    static Stream<Classified> views() {
        return Stream.of(
                new Classified(
                        View.class,
                        List.of(
                                "actions",
                                "contacts",
                                "emergency",
                                "facts",
                                "handoffs",
                                "items",
                                "more",
                                "notes",
                                "notice",
                                "parties",
                                "person",
                                "plans",
                                "risks",
                                "warnings",
                                "withheld"),
                        List.of()),
                new Classified(
                        View.Known.class, List.of("field", "version", "value", "grade", "at", "absent"), List.of()),
                new Classified(View.Action.class, List.of("kind", "holder", "due", "own"), List.of()),
                new Classified(
                        ContactSeen.class,
                        List.of(
                                "kind",
                                "reason",
                                "change",
                                "services",
                                "by",
                                "parties",
                                "channel",
                                "reached",
                                "minutes",
                                "at",
                                "words"),
                        List.of()),
                new Classified(
                        HandoffSeen.OfferSeen.class,
                        List.of(
                                "asked",
                                "words",
                                "from",
                                "to",
                                "kind",
                                "shown",
                                "reason",
                                "due",
                                "course",
                                "questions",
                                "conditions"),
                        List.of()),
                new Classified(HandoffSeen.class, List.of("handoff", "offers"), List.of()),
                new Classified(
                        HandoffSeen.ConditionSeen.class, List.of("kind", "holder", "due", "state", "words"), List.of()),
                new Classified(
                        PlanSeen.class, List.of("plan", "phase", "goals", "preferences", "activities"), List.of()),
                new Classified(
                        PlanSeen.GoalSeen.class, List.of("code", "author", "words", "targets", "due"), List.of()),
                new Classified(PlanSeen.PreferenceSeen.class, List.of("code", "kind", "words"), List.of()),
                new Classified(
                        PlanSeen.ActivitySeen.class,
                        List.of("code", "kind", "subject", "purpose", "owner", "due", "state", "slot"),
                        List.of()),
                new Classified(RisksSeen.class, List.of("usual", "observations", "scores", "needs"), List.of()),
                new Classified(RisksSeen.Usual.class, List.of("subject", "measured", "words", "by", "at"), List.of()),
                new Classified(
                        RisksSeen.ObservationSeen.class,
                        List.of("subject", "source", "times", "measured", "words", "by", "at"),
                        List.of()),
                new Classified(RisksSeen.NeedSeen.class, List.of("need", "words", "at"), List.of()),
                new Classified(View.Party.class, List.of("seat", "kind"), List.of()),
                new Classified(View.Told.class, List.of("change", "items"), List.of()),
                new Classified(View.Withheld.class, List.of("part", "count"), List.of()));
    }

    /** The components of a record, or what a state is made of. */
    private static SortedSet<String> attributes(Class<?> type) {
        SortedSet<String> names = new TreeSet<>();
        if (type.isRecord()) {
            Arrays.stream(type.getRecordComponents()).forEach(c -> names.add(c.getName()));
        } else {
            Arrays.stream(type.getDeclaredMethods())
                    .filter(m -> Modifier.isAbstract(m.getModifiers()))
                    .map(Method::getName)
                    .forEach(names::add);
        }
        return names;
    }
}
