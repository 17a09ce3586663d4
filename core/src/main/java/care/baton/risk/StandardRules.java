package care.baton.risk;

import care.baton.note.ContactType;
import care.baton.outcome.Code;
import care.baton.risk.Trigger.Adds;
import care.baton.risk.Trigger.Each;
import care.baton.risk.Trigger.Reached;
import care.baton.risk.Trigger.Repeated;
import care.baton.time.BusinessDays;
import care.baton.time.DueRule;
import care.baton.time.SameDay;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules for risks that we ship: data only. */
final class StandardRules {

    private static final Code SUPERVISOR = Code.of("supervisor");
    private static final DueRule SAME_DAY = new SameDay();
    private static final DueRule NEXT_DAY = new BusinessDays(1);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(366);
    private static final Code LACE = Instrument.LACE.code();
    private static final Optional<Code> FOUND = Optional.of(Code.of("pattern-found"));

    /** What a pattern can be found to mean; the last is that there is nothing in it. */
    private static final List<Code> CONCLUSIONS = codes(
            "need-changed",
            "poor-workflow",
            "authorization-mismatch",
            "weak-clinical-handoff",
            "unclear-decision-boundaries",
            "caregiver-strain",
            "competency-gap",
            "rising-acuity",
            "no-concern");

    private static final List<Code> FAILURES = codes("missed-appointment", "medication-error", "readmission");

    private static final Code START = Code.of("start-safety");
    private static final List<Code> CHANGES = codes(
            "reduced-appetite",
            "increased-fatigue",
            "missed-community-activity",
            "seems-withdrawn",
            "caregiver-compensation",
            "missed-routine",
            "new-social-risk",
            "start-safety");

    private static final List<Code> TOPICS =
            codes("transfer-safety", "missed-routines", "caregiver-strain", "scheduling-recovery", "family-update");

    private static final List<Code> FIGURES =
            codes("authorized-hours", "scheduled-hours", "weight", "glucose", "test-result");

    private static final List<Code> TASKS = codes("transfer", "meal-preparation");

    static final RiskRules RULES = new RiskRules(
            List.of(Instrument.LACE, Instrument.PHQ_9, Instrument.PROMIS, Instrument.HCAHPS, Instrument.HCC),
            Stream.of(CHANGES, TOPICS, FIGURES, TASKS, FAILURES)
                    .flatMap(List::stream)
                    .toList(),
            FAILURES,
            CONCLUSIONS,
            Stream.of(changes(), coordination(), figures())
                    .flatMap(List::stream)
                    .toList(),
            new BusinessDays(2),
            Optional.of(Code.of("start-safety")));

    private StandardRules() {}

    /** What is seen with the person. */
    private static List<PatternRule> changes() {
        List<Code> changes = Stream.of(CHANGES, TOPICS.subList(0, 3), FAILURES)
                .flatMap(List::stream)
                .filter(c -> !c.equals(START))
                .toList();
        Counted small = new Counted(
                List.of(Source.NOTE, Source.FAMILY, Source.MISSED_ROUTINE, Source.STAFF), changes, List.of(), false);
        Counted clear = new Counted(small.sources(), List.of(), List.of(), true);
        Proposal review = new Proposal(
                codes("need-changed", "rising-acuity"),
                Code.of("escalation-review"),
                SUPERVISOR,
                SAME_DAY,
                List.of(),
                FOUND,
                Optional.empty());
        Duration fortnight = Duration.ofDays(14);
        return List.of(
                rule(
                        "changes-from-separate-sources",
                        small,
                        new Repeated(Adds.TIMES, false, 2, 1, 0, 0, List.of()),
                        fortnight,
                        Thresholds.same(2),
                        review),
                rule("clear-change", clear, new Each(), fortnight, Thresholds.same(1), review),
                rule(
                        "longer-tasks",
                        new Counted(List.of(Source.STAFF), TASKS, List.of(), false),
                        new Repeated(Adds.MINUTES, true, 1, 1, 1, 30, List.of()),
                        fortnight,
                        new Thresholds(120, 90, 60),
                        proposes("review-support-tasks", "need-changed", "rising-acuity")),
                rule(
                        "missed-appointments",
                        seen(FAILURES.get(0)),
                        Repeated.any(Adds.TIMES),
                        MONTH,
                        new Thresholds(3, 2, 2),
                        proposes("follow-up-on-appointments", "need-changed", "poor-workflow")),
                rule(
                        "new-social-risk",
                        seen(Code.of("new-social-risk")),
                        new Each(),
                        MONTH,
                        Thresholds.same(1),
                        proposes("look-into-social-risk", "need-changed")));
    }

    /** What coordination takes. */
    private static List<PatternRule> coordination() {
        return List.of(
                rule(
                        "rising-contacts",
                        new Counted(List.of(Source.CONTACT), TOPICS.subList(0, 3), List.of(), false),
                        new Repeated(Adds.TIMES, true, 1, 3, 1, 1, codes("scheduled-hours")),
                        MONTH,
                        Thresholds.same(3),
                        proposes("review-service-plan", "need-changed", "poor-workflow")),
                rule(
                        "load-up-with-stable-hours",
                        Counted.ofContacts(),
                        new Repeated(Adds.MINUTES, false, 1, 1, 1, 60, codes("authorized-hours")),
                        MONTH,
                        new Thresholds(180, 120, 60),
                        proposes("review-authorization", "need-changed", "poor-workflow", "authorization-mismatch")),
                rule(
                        "supervisor-time-with-stable-schedule",
                        Counted.ofContacts(ContactType.SUPERVISOR_REVIEW),
                        new Repeated(Adds.MINUTES, false, 1, 1, 1, 30, codes("scheduled-hours")),
                        MONTH,
                        new Thresholds(120, 90, 60),
                        proposes("review-service-plan", "need-changed", "poor-workflow")),
                contacts(
                        "medication-coordination",
                        ContactType.MEDICATION_QUESTION,
                        proposes("improve-clinical-handoff", "weak-clinical-handoff")),
                contacts(
                        "case-manager-contacts",
                        ContactType.CASE_MANAGER,
                        proposes("clarify-decision-boundaries", "unclear-decision-boundaries")),
                contacts(
                        "family-coordination",
                        ContactType.FAMILY_CALL,
                        proposes("check-on-caregiver", "caregiver-strain")),
                contacts(
                        "supervisor-contacts",
                        ContactType.SUPERVISOR_REVIEW,
                        proposes("review-staff-and-acuity", "competency-gap", "rising-acuity")),
                rule(
                        "routine-topics",
                        Counted.about(Code.of("scheduling-recovery"), Code.of("family-update")),
                        new Repeated(Adds.TIMES, true, 1, 1, 0, 0, List.of()),
                        MONTH,
                        new Thresholds(4, 3, 3),
                        telling(proposes("tell-case-manager", "need-changed", "poor-workflow"), "case-manager")));
    }

    /** What is measured and scored. */
    private static List<PatternRule> figures() {
        Proposal referral = new Proposal(
                codes("rising-acuity"),
                Code.of("refer-to-care-management"),
                SUPERVISOR,
                NEXT_DAY,
                List.of(),
                Optional.empty(),
                Optional.of(Code.of("care-management")));
        return List.of(
                rule(
                        "readmission-risk",
                        Counted.about(LACE),
                        new Reached(LACE, false, false),
                        MONTH,
                        Thresholds.same(10),
                        referral),
                rule(
                        "weight-gain",
                        Counted.about(Code.of("weight")),
                        new Reached(Code.of("g"), true, false),
                        MONTH,
                        new Thresholds(3_000, 2_000, 1_000),
                        telling(proposes("check-weight", "rising-acuity"), "nurse-consultant")),
                rule(
                        "glucose-off-track",
                        Counted.about(Code.of("glucose")),
                        new Reached(Code.of("mg-per-dl"), false, false),
                        MONTH,
                        new Thresholds(300, 250, 200),
                        telling(proposes("check-glucose", "rising-acuity"), "nurse-consultant", "case-manager")),
                rule(
                        "new-result",
                        seen(Code.of("test-result")),
                        new Each(),
                        YEAR,
                        Thresholds.same(1),
                        telling(proposes("look-at-result", "need-changed"), "primary-care-clinician")));
    }

    /** Those that were seen or read: a call about one is not another. */
    private static Counted seen(Code subject) {
        return new Counted(
                List.of(Source.NOTE, Source.FAMILY, Source.MISSED_ROUTINE, Source.STAFF, Source.METRIC),
                List.of(subject),
                List.of(),
                false);
    }

    private static PatternRule contacts(String code, ContactType kind, Proposal proposal) {
        return rule(code, Counted.ofContacts(kind), Repeated.any(Adds.TIMES), MONTH, new Thresholds(5, 4, 3), proposal);
    }

    private static PatternRule rule(
            String code, Counted counted, Trigger trigger, Duration window, Thresholds from, Proposal proposal) {
        return new PatternRule(Code.of(code), counted, trigger, window, from, proposal);
    }

    private static Proposal proposes(String action, String... hypotheses) {
        return new Proposal(
                codes(hypotheses),
                Code.of(action),
                SUPERVISOR,
                NEXT_DAY,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Proposal telling(Proposal plain, String... roles) {
        return new Proposal(
                plain.hypotheses(),
                plain.action(),
                plain.reviewer(),
                plain.within(),
                codes(roles),
                plain.flag(),
                plain.drafts());
    }

    private static List<Code> codes(String... words) {
        return Stream.of(words).map(Code::of).toList();
    }
}
