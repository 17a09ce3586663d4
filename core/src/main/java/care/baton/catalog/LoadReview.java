package care.baton.catalog;

import static care.baton.catalog.Needs.before;
import static care.baton.catalog.Needs.happened;
import static care.baton.catalog.Needs.holding;
import static care.baton.catalog.Needs.personImpact;
import static care.baton.catalog.Needs.said;
import static care.baton.catalog.Referral.topic;
import static care.baton.catalog.Roles.on;

import care.baton.outcome.Code;
import care.baton.pathway.DecisionGuide;
import care.baton.pathway.Field;
import care.baton.pathway.Holds;
import care.baton.pathway.Label;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Pathway;
import care.baton.pathway.ReviewPoint;
import care.baton.pathway.Side;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import care.baton.time.DueRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * A look at how much coordination somebody's support takes, with no incident needed to begin it: after a medication
 * change, or because a need has changed.
 */
public final class LoadReview {

    /** The name of the review after a medication change. */
    public static final Code MEDICATION_CHANGE = Code.of("load-review-medication-change");
    /** The name of the review of a changed need. */
    public static final Code CHANGED_NEED = Code.of("load-review-changed-need");

    private LoadReview() {}

    /**
     * The review after a medication change, version 1.
     *
     * @return the pathway {@code load-review-medication-change}
     */
    public static Pathway medicationChange() {
        FieldNeed outcome = said("outcome-after-clarification", Roles.SUPERVISOR);
        return review(
                MEDICATION_CHANGE,
                "Load review: medication change",
                List.of(
                        stage(
                                "clarification",
                                "load-record",
                                Defaults.FIVE_BUSINESS_DAYS,
                                at(Step.OPEN, said("coordination-reason", Roles.SUPERVISOR)),
                                at(Step.DECIDE, happened("medication-change-date", Roles.SUPERVISOR)),
                                at(Step.DECIDE, said("staff-question", Roles.SUPERVISOR)),
                                at(Step.DECIDE, said("clinical-contact", Roles.SUPERVISOR, Roles.NURSE_CONSULTANT)),
                                at(
                                        Step.DECIDE,
                                        happened("clinical-contact-time", Roles.SUPERVISOR, Roles.NURSE_CONSULTANT)),
                                at(Step.CLOSE, said("supervisor-decision", Roles.SUPERVISOR)),
                                at(Step.CLOSE, said("case-manager-update", Roles.SUPERVISOR)),
                                at(Step.CLOSE, said("case-manager-update-recipient", Roles.SUPERVISOR)),
                                at(Step.CLOSE, happened("case-manager-update-time", Roles.SUPERVISOR))),
                        stage("outcome", "outcome-record", Defaults.THIRTY_DAYS, at(Step.CLOSE, outcome))),
                outcome);
    }

    /**
     * The review of a changed need, version 1.
     *
     * @return the pathway {@code load-review-changed-need}
     */
    public static Pathway changedNeed() {
        FieldNeed outcome = said("outcome-at-next-review", Roles.SUPERVISOR);
        return review(
                CHANGED_NEED,
                "Load review: changed need",
                List.of(
                        stage(
                                "need",
                                "load-record",
                                Defaults.FIVE_BUSINESS_DAYS,
                                at(Step.OPEN, said("coordination-trigger", Roles.SUPERVISOR)),
                                at(Step.OPEN, holding(new Holds.Deadline(), "next-review-date", Roles.SUPERVISOR)),
                                at(Step.DECIDE, said("task-affected", Roles.SUPERVISOR)),
                                at(Step.DECIDE, said("caregiver-concern", Roles.SUPERVISOR)),
                                at(Step.DECIDE, said("staff-observation", Roles.SUPERVISOR)),
                                at(Step.DECIDE, said("supervisor-review", Roles.SUPERVISOR)),
                                at(Step.CLOSE, said("case-manager-notification", Roles.SUPERVISOR, Roles.CASE_MANAGER)),
                                at(Step.CLOSE, said("proposed-action", Roles.SUPERVISOR))),
                        stage("next-review", "outcome-record", Defaults.THIRTY_DAYS, at(Step.CLOSE, outcome))),
                outcome);
    }

    private static Pathway review(Code id, String title, List<Stage> stages, FieldNeed outcome) {
        DecisionGuide guide = new DecisionGuide(List.of(
                topic("load", Roles.SUPERVISOR, "load-rising", Side.PROVIDER),
                topic("clinical-guidance", Roles.NURSE_CONSULTANT, "health-declining", Side.CLINICAL),
                topic("support-plan", Roles.CASE_MANAGER, "plan-no-longer-fits", Side.REFERRER),
                topic("service-recovery", Roles.PROGRAM_MANAGER, "repeated-disruption", Side.PROVIDER)));
        return Pathway.builder()
                .id(id)
                .version(1)
                .title(new Label(title))
                .owner(Roles.PROGRAM_MANAGER)
                .responsibilities(Parts.five(
                        Roles.SUPERVISOR,
                        Roles.SUPERVISOR,
                        Roles.PROGRAM_MANAGER,
                        Roles.SUPERVISOR,
                        Roles.CASE_MANAGER))
                .handoff(Defaults.handoff(Ladders.PROVIDER))
                .guide(guide)
                .review(new ReviewPoint(Roles.PROGRAM_MANAGER, Defaults.THIRTY_DAYS))
                .addRoles(
                        on(Side.PROVIDER, Roles.SUPERVISOR),
                        on(Side.PROVIDER, Roles.PROGRAM_MANAGER),
                        on(Side.CLINICAL, Roles.NURSE_CONSULTANT),
                        on(Side.REFERRER, Roles.CASE_MANAGER),
                        on(Side.FUNDER, Roles.ACCESS_LEAD))
                .addAllStages(stages)
                .addLadders(Ladders.provider(Roles.CASE_MANAGER))
                .addClosure(outcome)
                .addAllFlags(Parts.flags(guide))
                .build();
    }

    private static Stage stage(String code, String evidence, DueRule due, Field... fields) {
        return Parts.stage(
                code,
                Roles.SUPERVISOR,
                Stage.SBAR,
                evidence,
                due,
                Ladders.PROVIDER,
                Stream.concat(Stream.of(fields), Stream.of(personImpact(Roles.SUPERVISOR)))
                        .toList(),
                List.of(),
                List.of());
    }

    private static Field at(Step step, FieldNeed need) {
        return before(step, need, Roles.SUPERVISOR, Defaults.TWO_BUSINESS_DAYS);
    }
}
