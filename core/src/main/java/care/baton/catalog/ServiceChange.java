package care.baton.catalog;

import static care.baton.catalog.Needs.before;
import static care.baton.catalog.Needs.chosen;
import static care.baton.catalog.Needs.confirmed;
import static care.baton.catalog.Needs.done;
import static care.baton.catalog.Needs.holding;
import static care.baton.catalog.Needs.said;
import static care.baton.catalog.Parts.approval;
import static care.baton.catalog.Parts.filed;
import static care.baton.catalog.Parts.gate;
import static care.baton.catalog.Parts.notice;
import static care.baton.catalog.Parts.work;
import static care.baton.catalog.Referral.topic;
import static care.baton.catalog.Roles.on;

import care.baton.outcome.Code;
import care.baton.pathway.DecisionGuide;
import care.baton.pathway.Holds;
import care.baton.pathway.Label;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Notice;
import care.baton.pathway.Pathway;
import care.baton.pathway.ReviewPoint;
import care.baton.pathway.Side;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import care.baton.pathway.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change in somebody's support: recorded once, told to the case manager, its funding reviewed before the staffing is
 * changed; where it brings immediate risk, three leads hear of it the same day.
 */
public final class ServiceChange {

    /** The pathway's name. */
    public static final Code ID = Code.of("service-change");

    /** What makes a change significant: each is told to the case manager. */
    private static final List<String> TRIGGERS = List.of(
            "support-need",
            "staffing-intensity",
            "risk-profile",
            "medication-support",
            "mobility",
            "behavioral-support",
            "family-communication-requirements");

    /** What is told to the funder too. */
    private static final List<String> FUNDED = List.of("service-level", "funding");

    private static final FieldNeed TRIGGER = chosen(
            "change-trigger",
            Roles.PROGRAM_MANAGER,
            Stream.concat(TRIGGERS.stream(), FUNDED.stream()).toArray(String[]::new));
    private static final FieldNeed CAUSE =
            chosen("change-cause", Roles.PROGRAM_MANAGER, "health", "behavior", "family-circumstances");
    private static final FieldNeed IMPACT = said("person-impact", Roles.PROGRAM_MANAGER);
    private static final FieldNeed ACTION = said("provider-action", Roles.SUPERVISOR);
    private static final FieldNeed TOLD = said("case-manager-notification", Roles.PROGRAM_MANAGER);
    private static final FieldNeed FUNDING = confirmed("funding-review-status", Roles.AUTHORIZATION_TEAM);
    private static final FieldNeed PLAN = said("updated-support-plan", Roles.SUPERVISOR);
    private static final FieldNeed FOLLOW_UP = holding(new Holds.Deadline(), "follow-up-date", Roles.PROGRAM_MANAGER);

    private ServiceChange() {}

    /**
     * The definition, version 1.
     *
     * @return the pathway {@code service-change}
     */
    public static Pathway notification() {
        return Pathway.builder()
                .id(ID)
                .version(1)
                .title(new Label("Service change"))
                .owner(Roles.PROGRAM_MANAGER)
                .responsibilities(Parts.five(
                        Roles.PROGRAM_MANAGER,
                        Roles.SUPERVISOR,
                        Roles.EXECUTIVE_LEAD,
                        Roles.PROGRAM_MANAGER,
                        Roles.CASE_MANAGER))
                .handoff(Defaults.handoff(Ladders.IMMEDIATE_RISK, Defaults.SAME_DAY))
                .guide(guide())
                .review(new ReviewPoint(Roles.PROGRAM_MANAGER, Defaults.WEEK))
                .addRoles(
                        on(Side.PROVIDER, Roles.PROGRAM_MANAGER, "notify-case-manager"),
                        on(Side.PROVIDER, Roles.SUPERVISOR, "update-support-plan"),
                        on(Side.PROVIDER, Roles.SCHEDULER, "revise-staffing"),
                        on(Side.PROVIDER, Roles.EXECUTIVE_LEAD),
                        on(Side.REFERRER, Roles.CASE_MANAGER),
                        on(Side.REFERRER, Roles.CASE_MANAGER_SUPERVISOR),
                        on(Side.FUNDER, Roles.AUTHORIZATION_TEAM, "review-funding"),
                        on(Side.FUNDER, Roles.OPERATIONS_LEAD),
                        on(Side.FUNDER, Roles.ACCESS_LEAD))
                .addStages(response(), followUp())
                .addLadders(
                        Ladders.provider(Roles.CASE_MANAGER),
                        Ladders.funder(Roles.PROGRAM_MANAGER),
                        Ladders.immediateRisk())
                .addClosure(TRIGGER, IMPACT, ACTION, TOLD, FUNDING, PLAN, FOLLOW_UP)
                .addAllFlags(Parts.flags(guide()))
                .addAllNotices(notices())
                .addEvidence(
                        filed("change-notifications", Roles.PROGRAM_MANAGER),
                        filed("plan-updates", Roles.SUPERVISOR, Roles.CASE_MANAGER),
                        filed("staffing-revisions", Roles.SCHEDULER),
                        filed("case-manager-notes", Roles.CASE_MANAGER),
                        filed("funding-review-records", Roles.AUTHORIZATION_TEAM))
                .build();
    }

    private static DecisionGuide guide() {
        Stream<Topic> changes = Stream.concat(TRIGGERS.stream(), FUNDED.stream())
                .map(change -> topic(change, Roles.PROGRAM_MANAGER, "support-no-longer-fits", Side.PROVIDER));
        Stream<Topic> others = Stream.of(
                topic("immediate-risk", Roles.SUPERVISOR, "immediate-risk", Side.PROVIDER),
                topic("staffing", Roles.SCHEDULER, "no-staff-available", Side.PROVIDER),
                topic("service-continuity", Roles.EXECUTIVE_LEAD, "service-at-risk", Side.PROVIDER),
                topic("support-plan", Roles.CASE_MANAGER, "plan-disputed", Side.REFERRER),
                topic("case-oversight", Roles.CASE_MANAGER_SUPERVISOR, "case-unattended", Side.REFERRER),
                topic("authorization", Roles.AUTHORIZATION_TEAM, "hours-not-enough", Side.FUNDER),
                topic("commissioning", Roles.OPERATIONS_LEAD, "service-not-commissioned", Side.FUNDER));
        return new DecisionGuide(Stream.concat(changes, others).toList());
    }

    /** Who is told: the case manager of each change, the funder too where it is touched, three leads of immediate risk. */
    private static List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        TRIGGERS.forEach(change ->
                notices.add(notice(change, Roles.PROGRAM_MANAGER, Defaults.NEXT_BUSINESS_DAY, Roles.CASE_MANAGER)
                        .onWord(TRIGGER.item())));
        for (String touched : FUNDED) {
            notices.add(notice(
                            touched,
                            Roles.PROGRAM_MANAGER,
                            Defaults.NEXT_BUSINESS_DAY,
                            Roles.CASE_MANAGER,
                            Roles.AUTHORIZATION_TEAM)
                    .onWord(TRIGGER.item()));
        }
        Code risk = Code.of("immediate-risk");
        notices.add(new Notice(
                        risk,
                        Roles.SUPERVISOR,
                        List.of(Roles.EXECUTIVE_LEAD, Roles.CASE_MANAGER_SUPERVISOR, Roles.OPERATIONS_LEAD),
                        Defaults.SAME_DAY)
                .onWarning(risk));
        return notices;
    }

    /** What is done about the change; the staffing waits for the funding review. */
    private static Stage response() {
        return Parts.stage(
                "response",
                Roles.PROGRAM_MANAGER,
                Stage.SBAR,
                "change-record",
                Defaults.THREE_BUSINESS_DAYS,
                Ladders.PROVIDER,
                List.of(
                        before(Step.OPEN, TRIGGER, Roles.PROGRAM_MANAGER, Defaults.SAME_DAY),
                        before(Step.DECIDE, CAUSE, Roles.PROGRAM_MANAGER, Defaults.NEXT_BUSINESS_DAY),
                        before(Step.DECIDE, ACTION, Roles.SUPERVISOR, Defaults.NEXT_BUSINESS_DAY),
                        before(Step.CLOSE, FOLLOW_UP, Roles.PROGRAM_MANAGER, Defaults.THREE_BUSINESS_DAYS),
                        before(Step.CLOSE, IMPACT, Roles.PROGRAM_MANAGER, Defaults.TWO_BUSINESS_DAYS)),
                List.of(gate(
                        "urgent-review",
                        Step.DECIDE,
                        approval("urgent-review", Roles.EXECUTIVE_LEAD, "immediate-risk"))),
                List.of(
                        work(
                                "notify-case-manager",
                                Roles.PROGRAM_MANAGER,
                                Defaults.NEXT_BUSINESS_DAY,
                                Ladders.PROVIDER,
                                TOLD),
                        work(
                                "review-funding",
                                Roles.AUTHORIZATION_TEAM,
                                Defaults.TWO_BUSINESS_DAYS,
                                Ladders.FUNDER,
                                FUNDING),
                        work(
                                "revise-staffing",
                                Roles.SCHEDULER,
                                Defaults.THREE_BUSINESS_DAYS,
                                Ladders.PROVIDER,
                                said("staffing-revision", Roles.SCHEDULER),
                                done("review-funding", Roles.AUTHORIZATION_TEAM)),
                        work(
                                "update-support-plan",
                                Roles.SUPERVISOR,
                                Defaults.THREE_BUSINESS_DAYS,
                                Ladders.PROVIDER,
                                PLAN)));
    }

    /** What came of it. */
    private static Stage followUp() {
        return Parts.stage(
                "follow-up",
                Roles.PROGRAM_MANAGER,
                Stage.SBAR,
                "follow-up-record",
                Defaults.FOURTEEN_DAYS,
                Ladders.PROVIDER,
                List.of(
                        before(
                                Step.CLOSE,
                                said("follow-up-outcome", Roles.SUPERVISOR),
                                Roles.SUPERVISOR,
                                Defaults.FOURTEEN_DAYS),
                        before(Step.CLOSE, IMPACT, Roles.PROGRAM_MANAGER, Defaults.TWO_BUSINESS_DAYS)),
                List.of(),
                List.of());
    }
}
