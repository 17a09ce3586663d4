package care.baton.catalog;

import static care.baton.catalog.Needs.before;
import static care.baton.catalog.Needs.confirmed;
import static care.baton.catalog.Needs.done;
import static care.baton.catalog.Needs.personImpact;
import static care.baton.catalog.Needs.said;
import static care.baton.catalog.Parts.work;
import static care.baton.catalog.Referral.topic;
import static care.baton.catalog.Roles.on;

import care.baton.outcome.Code;
import care.baton.pathway.DecisionGuide;
import care.baton.pathway.Label;
import care.baton.pathway.Pathway;
import care.baton.pathway.ReviewPoint;
import care.baton.pathway.Side;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import java.util.List;

/**
 * A medication change, dealt with on the day it is known: the supervisor confirms the instruction, updates the visit
 * guidance, tells the assigned staff and the case manager, and checks the next two visits.
 */
public final class MedicationChange {

    /** The pathway's name. */
    public static final Code ID = Code.of("medication-change");

    private MedicationChange() {}

    /**
     * The definition, version 1.
     *
     * @return the pathway {@code medication-change}
     */
    public static Pathway sameDay() {
        return Pathway.builder()
                .id(ID)
                .version(1)
                .title(new Label("Medication change"))
                .owner(Roles.PROGRAM_MANAGER)
                .responsibilities(Parts.five(
                        Roles.SUPERVISOR,
                        Roles.SUPERVISOR,
                        Roles.PROGRAM_MANAGER,
                        Roles.SUPERVISOR,
                        Roles.CASE_MANAGER))
                .handoff(Defaults.handoff(Ladders.PROVIDER))
                .guide(guide())
                .review(new ReviewPoint(Roles.PROGRAM_MANAGER, Defaults.WEEK))
                .addRoles(
                        on(
                                Side.PROVIDER,
                                Roles.SUPERVISOR,
                                "confirm-instruction",
                                "update-visit-guidance",
                                "notify-assigned-staff",
                                "update-case-manager",
                                "check-first-visit",
                                "check-second-visit"),
                        on(Side.PROVIDER, Roles.PROGRAM_MANAGER),
                        on(Side.CLINICAL, Roles.NURSE_CONSULTANT),
                        on(Side.REFERRER, Roles.CASE_MANAGER),
                        on(Side.FUNDER, Roles.ACCESS_LEAD))
                .addStages(change(), visits())
                .addLadders(Ladders.provider(Roles.CASE_MANAGER), Ladders.medication())
                .addClosure(
                        said("first-visit-check", Roles.SUPERVISOR),
                        said("second-visit-check", Roles.SUPERVISOR),
                        said("medication-outcome", Roles.SUPERVISOR))
                .addAllFlags(Parts.flags(guide(), "medication-uncertainty", "incomplete-care-instructions"))
                .build();
    }

    private static DecisionGuide guide() {
        return new DecisionGuide(List.of(
                topic("visit-guidance", Roles.SUPERVISOR, "guidance-not-followed", Side.PROVIDER),
                topic("clinical-guidance", Roles.NURSE_CONSULTANT, "health-declining", Side.CLINICAL),
                topic("support-plan", Roles.CASE_MANAGER, "plan-no-longer-fits", Side.REFERRER),
                topic("service-recovery", Roles.PROGRAM_MANAGER, "repeated-disruption", Side.PROVIDER)));
    }

    /** Four steps on one day: the guidance waits for the confirmed instruction, the staff for the guidance. */
    private static Stage change() {
        return Parts.stage(
                "change",
                Roles.SUPERVISOR,
                Stage.IPASS,
                "medication-record",
                Defaults.SAME_DAY,
                Ladders.MEDICATION,
                List.of(
                        before(
                                Step.OPEN,
                                said("medication-change", Roles.SUPERVISOR, Roles.NURSE_CONSULTANT),
                                Roles.SUPERVISOR,
                                Defaults.SAME_DAY),
                        personImpact(Roles.SUPERVISOR)),
                List.of(Parts.gate(
                        "acceptance",
                        Step.ACCEPT,
                        Parts.approval(
                                "supervisor-approval",
                                Roles.SUPERVISOR,
                                "medication-uncertainty",
                                "incomplete-care-instructions"))),
                List.of(
                        work(
                                "confirm-instruction",
                                Roles.SUPERVISOR,
                                Defaults.SAME_DAY,
                                Ladders.MEDICATION,
                                confirmed("instruction", Roles.SUPERVISOR)),
                        work(
                                "update-visit-guidance",
                                Roles.SUPERVISOR,
                                Defaults.SAME_DAY,
                                Ladders.MEDICATION,
                                said("visit-guidance", Roles.SUPERVISOR),
                                done("confirm-instruction", Roles.SUPERVISOR)),
                        work(
                                "notify-assigned-staff",
                                Roles.SUPERVISOR,
                                Defaults.SAME_DAY,
                                Ladders.MEDICATION,
                                said("staff-notified", Roles.SUPERVISOR),
                                done("update-visit-guidance", Roles.SUPERVISOR)),
                        work(
                                "update-case-manager",
                                Roles.SUPERVISOR,
                                Defaults.SAME_DAY,
                                Ladders.PROVIDER,
                                said("case-manager-update", Roles.SUPERVISOR),
                                done("confirm-instruction", Roles.SUPERVISOR))));
    }

    /** The next two visits are checked, each before the one that follows it. */
    private static Stage visits() {
        return Parts.stage(
                "visits",
                Roles.SUPERVISOR,
                Stage.IPASS,
                "visit-record",
                Defaults.FOURTEEN_DAYS,
                Ladders.PROVIDER,
                List.of(personImpact(Roles.SUPERVISOR)),
                List.of(),
                List.of(
                        work(
                                "check-first-visit",
                                Roles.SUPERVISOR,
                                Defaults.BEFORE_SECOND_VISIT,
                                Ladders.PROVIDER,
                                said("first-visit-check", Roles.SUPERVISOR)),
                        work(
                                "check-second-visit",
                                Roles.SUPERVISOR,
                                Defaults.BEFORE_THIRD_VISIT,
                                Ladders.PROVIDER,
                                said("second-visit-check", Roles.SUPERVISOR),
                                done("check-first-visit", Roles.SUPERVISOR))));
    }
}
