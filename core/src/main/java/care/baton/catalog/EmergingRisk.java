package care.baton.catalog;

import static care.baton.catalog.Needs.before;
import static care.baton.catalog.Needs.chosen;
import static care.baton.catalog.Needs.done;
import static care.baton.catalog.Needs.holding;
import static care.baton.catalog.Needs.personImpact;
import static care.baton.catalog.Needs.said;
import static care.baton.catalog.Parts.approval;
import static care.baton.catalog.Parts.gate;
import static care.baton.catalog.Parts.notice;
import static care.baton.catalog.Parts.work;
import static care.baton.catalog.Referral.topic;
import static care.baton.catalog.Roles.on;

import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.pathway.DecisionGuide;
import care.baton.pathway.Holds;
import care.baton.pathway.Label;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Pathway;
import care.baton.pathway.ReviewPoint;
import care.baton.pathway.Side;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import java.util.List;
import java.util.Optional;

/**
 * Small changes that may together mean a risk: staff write down what they see, the scheduler and a clinical partner
 * look into their parts, and the supervisor decides.
 */
public final class EmergingRisk {

    /** The pathway's name. */
    public static final Code ID = Code.of("emerging-risk-review");

    private static final FieldNeed CHANGE = said("observed-change", Roles.FRONTLINE_STAFF, Roles.SUPERVISOR);
    /** The changes that belong together, each with where it was seen; expressly none where they do not. */
    private static final FieldNeed PATTERN = new FieldNeed(
            Code.of("pattern-identified"),
            Roles.only(Roles.SUPERVISOR),
            Grade.RECORDED,
            true,
            Optional.of(new Holds.Linked(
                    Needs.codes("separate-notes", "family-feedback", "missed-routines", "staff-observations"))));

    private static final FieldNeed CONTINUITY = said("staff-continuity", Roles.SCHEDULER);
    private static final FieldNeed ADVICE = said("clinical-advice", Roles.NURSE_CONSULTANT);
    private static final FieldNeed REVIEW = said("supervisor-review", Roles.SUPERVISOR);
    private static final FieldNeed ACTION = said("action-agreed", Roles.SUPERVISOR);
    private static final FieldNeed OWNER = holding(new Holds.Role(), "action-owner", Roles.SUPERVISOR);
    private static final FieldNeed OUTCOME =
            holding(new Holds.After(Code.of("supervisor-review")), "outcome-after-review", Roles.SUPERVISOR);

    private static final FieldNeed PREVENTED =
            chosen("escalation-prevented", Roles.SUPERVISOR, "prevented", "not-prevented", "not-avoidable", "unknown");

    private EmergingRisk() {}

    /**
     * The definition, version 1.
     *
     * @return the pathway {@code emerging-risk-review}
     */
    public static Pathway review() {
        return Pathway.builder()
                .id(ID)
                .version(1)
                .title(new Label("Emerging-risk review"))
                .owner(Roles.PROGRAM_MANAGER)
                .responsibilities(Parts.five(
                        Roles.SUPERVISOR,
                        Roles.SUPERVISOR,
                        Roles.FRONTLINE_STAFF,
                        Roles.SUPERVISOR,
                        Roles.CASE_MANAGER))
                .handoff(Defaults.handoff(Ladders.PROVIDER))
                .guide(guide())
                .review(new ReviewPoint(Roles.PROGRAM_MANAGER, Defaults.THIRTY_DAYS))
                .addRoles(
                        on(Side.PROVIDER, Roles.FRONTLINE_STAFF),
                        on(Side.PROVIDER, Roles.SUPERVISOR, "review-risk"),
                        on(Side.PROVIDER, Roles.SCHEDULER, "check-staff-continuity"),
                        on(Side.PROVIDER, Roles.PROGRAM_MANAGER),
                        on(Side.CLINICAL, Roles.NURSE_CONSULTANT, "advise-on-health-review"),
                        on(Side.REFERRER, Roles.CASE_MANAGER),
                        on(Side.FUNDER, Roles.ACCESS_LEAD))
                .addStages(pattern(), outcome())
                .addLadders(Ladders.provider(Roles.CASE_MANAGER))
                .addClosure(CHANGE, PATTERN, ACTION, OWNER, OUTCOME, PREVENTED)
                .addAllFlags(Parts.flags(guide()))
                .addNotices(
                        notice("service-intensity", Roles.SUPERVISOR, Defaults.NEXT_BUSINESS_DAY, Roles.CASE_MANAGER),
                        notice("external-support", Roles.SUPERVISOR, Defaults.NEXT_BUSINESS_DAY, Roles.CASE_MANAGER))
                .build();
    }

    private static DecisionGuide guide() {
        return new DecisionGuide(List.of(
                topic("risk-threshold", Roles.SUPERVISOR, "pattern-found", Side.PROVIDER),
                topic("immediate-risk", Roles.SUPERVISOR, "immediate-risk", Side.PROVIDER),
                topic("service-intensity", Roles.SUPERVISOR, "intensity-too-low", Side.PROVIDER),
                topic("external-support", Roles.SUPERVISOR, "support-missing", Side.PROVIDER),
                topic("observation", Roles.FRONTLINE_STAFF, "observation-disputed", Side.PROVIDER),
                topic("capacity", Roles.SCHEDULER, "no-staff-available", Side.PROVIDER),
                topic("clinical-guidance", Roles.NURSE_CONSULTANT, "health-declining", Side.CLINICAL),
                topic("plan-change", Roles.CASE_MANAGER, "plan-no-longer-fits", Side.REFERRER),
                topic("service-recovery", Roles.PROGRAM_MANAGER, "repeated-disruption", Side.PROVIDER)));
    }

    /** Five parts of one picture; a pattern that was found waits for the supervisor's escalation review. */
    private static Stage pattern() {
        return Parts.stage(
                "review",
                Roles.SUPERVISOR,
                Stage.IPASS,
                "observation-record",
                Defaults.TWO_BUSINESS_DAYS,
                Ladders.PROVIDER,
                List.of(
                        before(Step.OPEN, CHANGE, Roles.FRONTLINE_STAFF, Defaults.SAME_DAY),
                        before(
                                Step.OPEN,
                                said("baseline-comparison", Roles.SUPERVISOR),
                                Roles.SUPERVISOR,
                                Defaults.SAME_DAY),
                        before(
                                Step.CLOSE,
                                said("case-manager-communication", Roles.SUPERVISOR, Roles.CASE_MANAGER),
                                Roles.SUPERVISOR,
                                Defaults.TWO_BUSINESS_DAYS),
                        before(Step.CLOSE, PATTERN, Roles.SUPERVISOR, Defaults.TWO_BUSINESS_DAYS),
                        before(Step.CLOSE, ACTION, Roles.SUPERVISOR, Defaults.TWO_BUSINESS_DAYS),
                        before(Step.CLOSE, OWNER, Roles.SUPERVISOR, Defaults.TWO_BUSINESS_DAYS),
                        personImpact(Roles.SUPERVISOR)),
                List.of(gate(
                        "proceed",
                        Step.DECIDE,
                        CONTINUITY,
                        ADVICE,
                        REVIEW,
                        approval("escalation-review", Roles.SUPERVISOR, "pattern-found"))),
                List.of(
                        work(
                                "check-staff-continuity",
                                Roles.SCHEDULER,
                                Defaults.NEXT_BUSINESS_DAY,
                                Ladders.PROVIDER,
                                CONTINUITY),
                        work(
                                "advise-on-health-review",
                                Roles.NURSE_CONSULTANT,
                                Defaults.NEXT_BUSINESS_DAY,
                                Ladders.PROVIDER,
                                ADVICE),
                        work(
                                "review-risk",
                                Roles.SUPERVISOR,
                                Defaults.TWO_BUSINESS_DAYS,
                                Ladders.PROVIDER,
                                REVIEW,
                                done("check-staff-continuity", Roles.SCHEDULER),
                                done("advise-on-health-review", Roles.NURSE_CONSULTANT))));
    }

    /** What the review changed for the person. */
    private static Stage outcome() {
        return Parts.stage(
                "outcome",
                Roles.SUPERVISOR,
                Stage.IPASS,
                "review-record",
                Defaults.THIRTY_DAYS,
                Ladders.PROVIDER,
                List.of(
                        before(Step.CLOSE, OUTCOME, Roles.SUPERVISOR, Defaults.THIRTY_DAYS),
                        before(Step.CLOSE, PREVENTED, Roles.SUPERVISOR, Defaults.THIRTY_DAYS),
                        personImpact(Roles.SUPERVISOR)),
                List.of(),
                List.of());
    }
}
