package care.baton.catalog;

import static care.baton.catalog.Needs.before;
import static care.baton.catalog.Needs.personImpact;
import static care.baton.catalog.Needs.said;
import static care.baton.catalog.Parts.work;
import static care.baton.catalog.Referral.topic;
import static care.baton.catalog.Roles.on;

import care.baton.outcome.Code;
import care.baton.pathway.DecisionGuide;
import care.baton.pathway.Duty;
import care.baton.pathway.Field;
import care.baton.pathway.Label;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Pathway;
import care.baton.pathway.ReviewPoint;
import care.baton.pathway.RoleDescription;
import care.baton.pathway.Side;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import care.baton.pathway.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Care that several disciplines share around one person: each has work of its own, with its own proof, and one of them
 * leads. Four settings: a discharge to home health, behavioral health with social services, chronic disease in primary
 * care, and pediatric complex care.
 */
public final class SharedCare {

    /** The name of the discharge to home health. */
    public static final Code HOME_HEALTH = Code.of("discharge-to-home-health");
    /** The name of behavioral health with social services. */
    public static final Code BEHAVIORAL_HEALTH = Code.of("behavioral-health-and-social-services");
    /** The name of chronic disease in primary care. */
    public static final Code CHRONIC_DISEASE = Code.of("chronic-disease-in-primary-care");

    /** The name of pediatric complex care. */
    public static final Code PEDIATRIC = Code.of("pediatric-complex-care");

    private SharedCare() {}

    /**
     * A discharge to home health, version 1: the hospital's clinician, therapists and the equipment vendor.
     *
     * @return the pathway {@code discharge-to-home-health}
     */
    public static Pathway homeHealth() {
        return pathway(
                HOME_HEALTH,
                "Discharge to home health",
                Roles.ATTENDING_CLINICIAN,
                List.of("discharge-plan"),
                List.of(
                        topic("treatment-orders", Roles.ATTENDING_CLINICIAN, "orders-in-conflict", Side.CLINICAL),
                        topic("therapy", Roles.REHABILITATION_THERAPIST, "function-declining", Side.CLINICAL),
                        topic("delivery", Roles.EQUIPMENT_VENDOR, "delivery-late", Side.VENDOR)),
                on(
                        Side.CLINICAL,
                        Roles.ATTENDING_CLINICIAN,
                        "share-diagnostic-findings",
                        "align-treatment-orders",
                        "close-referral-loop"),
                on(
                        Side.CLINICAL,
                        Roles.REHABILITATION_THERAPIST,
                        "coordinate-therapy-schedule",
                        "document-functional-gains",
                        "update-goals"),
                on(
                        Side.VENDOR,
                        Roles.EQUIPMENT_VENDOR,
                        "confirm-pickup-time",
                        "deliver-equipment",
                        "report-service-completion"));
    }

    /**
     * Behavioral health with social services, version 1: nurse, social worker, community health worker and payer.
     *
     * @return the pathway {@code behavioral-health-and-social-services}
     */
    public static Pathway behavioralHealth() {
        return pathway(
                BEHAVIORAL_HEALTH,
                "Behavioral health and social services",
                Roles.SOCIAL_WORKER,
                List.of("need-screening"),
                List.of(
                        topic("clinical-care", Roles.REGISTERED_NURSE, "health-declining", Side.CLINICAL),
                        topic("social-needs", Roles.SOCIAL_WORKER, "need-unmet", Side.SOCIAL),
                        topic("outreach", Roles.COMMUNITY_HEALTH_WORKER, "person-not-reached", Side.SOCIAL),
                        topic("authorization", Roles.AUTHORIZATION_TEAM, "hours-not-enough", Side.FUNDER)),
                on(Side.CLINICAL, Roles.REGISTERED_NURSE, "perform-assessment", "educate-patient", "monitor-symptoms"),
                on(
                        Side.SOCIAL,
                        Roles.SOCIAL_WORKER,
                        "address-housing-barrier",
                        "address-food-barrier",
                        "address-financial-barrier",
                        "connect-to-community-resources"),
                on(
                        Side.SOCIAL,
                        Roles.COMMUNITY_HEALTH_WORKER,
                        "provide-home-visit",
                        "provide-language-support",
                        "provide-cultural-navigation"),
                on(
                        Side.FUNDER,
                        Roles.AUTHORIZATION_TEAM,
                        "authorize-services",
                        "supply-care-gap-data",
                        "fund-incentive-program"));
    }

    /**
     * Chronic disease in primary care, version 1: care coordinator, pharmacist, and the person with work of their own.
     *
     * @return the pathway {@code chronic-disease-in-primary-care}
     */
    public static Pathway chronicDisease() {
        return pathway(
                CHRONIC_DISEASE,
                "Chronic disease in primary care",
                Roles.CARE_COORDINATOR,
                List.of("medical-assessment", "behavioral-assessment", "social-assessment"),
                List.of(
                        topic("care-plan", Roles.CARE_COORDINATOR, "goal-off-track", Side.CLINICAL),
                        topic("medication", Roles.PHARMACIST, "interaction-found", Side.CLINICAL),
                        topic("self-care", Roles.PERSON, "self-care-failing", Side.PERSON)),
                on(
                        Side.CLINICAL,
                        Roles.CARE_COORDINATOR,
                        "assess-risk",
                        "craft-smart-care-plan",
                        "arrange-referral-or-transportation",
                        "document-progress",
                        "alert-team"),
                on(
                        Side.CLINICAL,
                        Roles.PHARMACIST,
                        "review-interactions",
                        "synchronize-refills",
                        "counsel-on-adherence"),
                on(Side.PERSON, Roles.PERSON, "share-goals", "report-concerns", "follow-self-care-steps"));
    }

    /**
     * Pediatric complex care, version 1: primary care leads, with the school, therapists, the vendor and the family.
     *
     * @return the pathway {@code pediatric-complex-care}
     */
    public static Pathway pediatric() {
        return pathway(
                PEDIATRIC,
                "Pediatric complex care",
                Roles.PRIMARY_CARE_CLINICIAN,
                List.of("emergency-plan"),
                List.of(
                        topic("emergency-plan", Roles.PRIMARY_CARE_CLINICIAN, "emergency-plan-outdated", Side.CLINICAL),
                        topic("school-day", Roles.SCHOOL_NURSE, "school-day-missed", Side.SOCIAL),
                        topic("therapy", Roles.REHABILITATION_THERAPIST, "function-declining", Side.CLINICAL),
                        topic("delivery", Roles.EQUIPMENT_VENDOR, "delivery-late", Side.VENDOR),
                        topic("family-goals", Roles.PERSON, "family-exhausted", Side.PERSON)),
                on(Side.CLINICAL, Roles.PRIMARY_CARE_CLINICIAN, "hold-monthly-round", "update-emergency-plan"),
                on(Side.SOCIAL, Roles.SCHOOL_NURSE, "confirm-emergency-plan", "report-school-concerns"),
                on(Side.CLINICAL, Roles.REHABILITATION_THERAPIST, "coordinate-therapy-schedule", "update-goals"),
                on(Side.VENDOR, Roles.EQUIPMENT_VENDOR, "deliver-equipment"),
                on(Side.PERSON, Roles.PERSON, "share-goals", "report-concerns"));
    }

    /** Each role's work is open at once and proven by its own result; the one who leads opens, decides and closes. */
    private static Pathway pathway(
            Code id, String title, Code leads, List<String> intake, List<Topic> topics, RoleDescription... roles) {
        DecisionGuide guide = new DecisionGuide(Stream.concat(
                        topics.stream(),
                        Stream.of(
                                topic("support-plan", Roles.CASE_MANAGER, "plan-no-longer-fits", Side.REFERRER),
                                topic("service-recovery", Roles.PROGRAM_MANAGER, "repeated-disruption", Side.PROVIDER)))
                .toList());
        FieldNeed outcome = said("shared-care-outcome", leads);
        List<Field> asked = new ArrayList<>();
        intake.forEach(field -> asked.add(before(Step.OPEN, said(field, leads), leads, Defaults.TWO_BUSINESS_DAYS)));
        asked.add(before(Step.CLOSE, outcome, leads, Defaults.THIRTY_DAYS));
        asked.add(personImpact(leads));
        return Pathway.builder()
                .id(id)
                .version(1)
                .title(new Label(title))
                .owner(Roles.PROGRAM_MANAGER)
                .responsibilities(Parts.five(leads, leads, Roles.PROGRAM_MANAGER, leads, Roles.CASE_MANAGER))
                .handoff(Defaults.handoff(Ladders.PROVIDER))
                .guide(guide)
                .review(new ReviewPoint(Roles.PROGRAM_MANAGER, Defaults.THIRTY_DAYS))
                .addRoles(roles)
                .addRoles(
                        on(Side.PROVIDER, Roles.PROGRAM_MANAGER),
                        on(Side.REFERRER, Roles.CASE_MANAGER),
                        on(Side.FUNDER, Roles.ACCESS_LEAD))
                .addStages(Parts.stage(
                        "shared-care",
                        leads,
                        Stage.IPASS,
                        "shared-record",
                        Defaults.THIRTY_DAYS,
                        Ladders.PROVIDER,
                        asked,
                        List.of(),
                        Stream.of(roles)
                                .flatMap(role -> role.duties().stream().map(duty -> shared(duty.value(), role.code())))
                                .toList()))
                .addLadders(Ladders.provider(Roles.CASE_MANAGER))
                .addClosure(outcome)
                .addAllFlags(Parts.flags(guide))
                .build();
    }

    private static Duty shared(String kind, Code role) {
        return work(kind, role, Defaults.FIVE_BUSINESS_DAYS, Ladders.PROVIDER, said(kind + "-result", role));
    }
}
