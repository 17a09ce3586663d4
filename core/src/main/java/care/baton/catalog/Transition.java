package care.baton.catalog;

import static care.baton.catalog.Needs.before;
import static care.baton.catalog.Needs.chosen;
import static care.baton.catalog.Needs.confirmed;
import static care.baton.catalog.Needs.personImpact;
import static care.baton.catalog.Needs.said;
import static care.baton.catalog.Parts.work;
import static care.baton.catalog.Referral.topic;
import static care.baton.catalog.Roles.on;

import care.baton.outcome.Code;
import care.baton.pathway.DecisionGuide;
import care.baton.pathway.Duty;
import care.baton.pathway.Label;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Pathway;
import care.baton.pathway.ReviewPoint;
import care.baton.pathway.Side;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import java.util.List;

/**
 * A transition from one setting to the next and the closing after it: a checklist in five parts, the receiving setting
 * ready, and the last handoff back to primary care.
 */
public final class Transition {

    /** The pathway's name. */
    public static final Code ID = Code.of("transition-and-closure");

    private static final FieldNeed SCHEDULED = said("follow-up-appointment-scheduled", Roles.REGISTERED_NURSE);
    private static final FieldNeed CONFIRMED =
            confirmed("follow-up-appointment-confirmed", Roles.PRIMARY_CARE_CLINICIAN);
    private static final FieldNeed LIST_GIVEN = said("medication-list-to-patient", Roles.REGISTERED_NURSE);
    private static final FieldNeed LIST_RECEIVED =
            confirmed("medication-list-to-receiving-clinician", Roles.PRIMARY_CARE_CLINICIAN);
    private static final FieldNeed TAUGHT = said("education-by-teach-back", Roles.REGISTERED_NURSE);
    private static final FieldNeed RED_FLAGS = said("red-flag-symptoms-reviewed", Roles.REGISTERED_NURSE);
    private static final FieldNeed METRICS = said("outcome-metrics", Roles.PRIMARY_CARE_CLINICIAN);

    private static final FieldNeed END =
            chosen("closure-outcome", Roles.PRIMARY_CARE_CLINICIAN, "discharge", "re-stratify");

    private Transition() {}

    /**
     * The definition, version 1.
     *
     * @return the pathway {@code transition-and-closure}
     */
    public static Pathway toPrimaryCare() {
        return Pathway.builder()
                .id(ID)
                .version(1)
                .title(new Label("Transition and closure"))
                .owner(Roles.CASE_MANAGER)
                .responsibilities(Parts.five(
                        Roles.REGISTERED_NURSE,
                        Roles.REGISTERED_NURSE,
                        Roles.CASE_MANAGER,
                        Roles.PRIMARY_CARE_CLINICIAN,
                        Roles.CASE_MANAGER))
                .handoff(Defaults.handoff(Ladders.TRANSITION))
                .guide(guide())
                .review(new ReviewPoint(Roles.CASE_MANAGER, Defaults.WEEK))
                .addRoles(
                        on(
                                Side.PROVIDER,
                                Roles.REGISTERED_NURSE,
                                "schedule-follow-up",
                                "give-medication-list",
                                "teach-back",
                                "review-red-flags"),
                        on(Side.CLINICAL, Roles.PRIMARY_CARE_CLINICIAN),
                        on(Side.REFERRER, Roles.CASE_MANAGER),
                        on(Side.FUNDER, Roles.ACCESS_LEAD))
                .addStages(transition(), closing())
                .addLadders(Ladders.transition())
                .addClosure(SCHEDULED, CONFIRMED, LIST_GIVEN, LIST_RECEIVED, TAUGHT, RED_FLAGS, METRICS, END)
                .addAllFlags(Parts.flags(guide()))
                .build();
    }

    private static DecisionGuide guide() {
        return new DecisionGuide(List.of(
                topic("readiness", Roles.REGISTERED_NURSE, "not-ready-to-leave", Side.PROVIDER),
                topic("clinical-guidance", Roles.PRIMARY_CARE_CLINICIAN, "health-declining", Side.CLINICAL),
                topic("support-plan", Roles.CASE_MANAGER, "plan-no-longer-fits", Side.REFERRER)));
    }

    /** The checklist; nothing moves before the receiving setting says that it is ready. */
    private static Stage transition() {
        return Parts.stage(
                "transition",
                Roles.REGISTERED_NURSE,
                Stage.IPASS,
                "discharge-packet",
                Defaults.THREE_BUSINESS_DAYS,
                Ladders.TRANSITION,
                List.of(
                        before(
                                Step.CLOSE,
                                confirmed("receiving-setting-readiness", Roles.PRIMARY_CARE_CLINICIAN),
                                Roles.REGISTERED_NURSE,
                                Defaults.NEXT_BUSINESS_DAY),
                        personImpact(Roles.REGISTERED_NURSE)),
                List.of(),
                List.of(
                        checked("schedule-follow-up", SCHEDULED, CONFIRMED),
                        checked("give-medication-list", LIST_GIVEN, LIST_RECEIVED),
                        checked("teach-back", TAUGHT),
                        checked("review-red-flags", RED_FLAGS)));
    }

    private static Duty checked(String kind, FieldNeed... proof) {
        return work(kind, Roles.REGISTERED_NURSE, Defaults.TWO_BUSINESS_DAYS, Ladders.TRANSITION, proof);
    }

    /** Primary care has taken over; the documentation closes with what came of it. */
    private static Stage closing() {
        return Parts.stage(
                "closure",
                Roles.PRIMARY_CARE_CLINICIAN,
                Stage.IPASS,
                "primary-care-record",
                Defaults.FOURTEEN_DAYS,
                Ladders.TRANSITION,
                List.of(
                        before(Step.CLOSE, END, Roles.PRIMARY_CARE_CLINICIAN, Defaults.FOURTEEN_DAYS),
                        before(Step.CLOSE, METRICS, Roles.PRIMARY_CARE_CLINICIAN, Defaults.FOURTEEN_DAYS),
                        personImpact(Roles.PRIMARY_CARE_CLINICIAN)),
                List.of(),
                List.of());
    }
}
