package care.baton.catalog;

import static care.baton.catalog.Needs.before;
import static care.baton.catalog.Needs.confirmed;
import static care.baton.catalog.Needs.holding;
import static care.baton.catalog.Needs.orNone;
import static care.baton.catalog.Needs.personImpact;
import static care.baton.catalog.Needs.said;

import care.baton.outcome.Code;
import care.baton.pathway.Duty;
import care.baton.pathway.Field;
import care.baton.pathway.Gate;
import care.baton.pathway.Holds;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import care.baton.time.DueRule;
import java.util.List;

/** The stages of a referral, from the profile to the outcome. */
final class ReferralStages {

    private static final FieldNeed AUTHORIZATION = confirmed("authorization-status", Roles.AUTHORIZATION_TEAM);
    private static final FieldNeed SUMMARY = said("support-summary", Roles.INTAKE_MANAGER, Roles.CASE_MANAGER);
    private static final FieldNeed RISK = said("risk-information", Roles.SUPERVISOR);
    private static final FieldNeed STAFFING = said("staffing-plan", Roles.SCHEDULER);

    private ReferralStages() {}

    static List<Stage> all() {
        return List.of(referral(), preparation(), start(), outcome());
    }

    /** The case manager writes the profile and offers; nobody can take it over before its gate. */
    private static Stage referral() {
        return Stage.builder()
                .code(Code.of("referral"))
                .owner(Roles.CASE_MANAGER)
                .handoff(Code.of("sbar"))
                .evidence(Code.of("referral-record"))
                .due(Defaults.TWO_BUSINESS_DAYS)
                .attend(Defaults.ATTENDED)
                .ladder(Ladders.REFERRER)
                .reviewer(Roles.ACCESS_LEAD)
                .addFields(
                        profile("support-routines"),
                        profile("risk-considerations"),
                        profile("medication-needs"),
                        profile("communication-preferences"),
                        profile("urgent-start-requirements"),
                        personImpact(Roles.CASE_MANAGER))
                .addGates(new Gate(Code.of("acceptance"), Step.ACCEPT, List.of(Needs.supervisorApproval())))
                .build();
    }

    private static Field profile(String field) {
        return before(Step.OFFER, orNone(field, Roles.CASE_MANAGER), Roles.CASE_MANAGER, Defaults.NEXT_BUSINESS_DAY);
    }

    /** The provider has accepted: four decisions at once, none waiting for another. */
    private static Stage preparation() {
        return Stage.builder()
                .code(Code.of("preparation"))
                .owner(Roles.INTAKE_MANAGER)
                .handoff(Code.of("sbar"))
                .evidence(Code.of("provider-record"))
                .due(Defaults.FIVE_BUSINESS_DAYS)
                .attend(Defaults.ATTENDED)
                .ladder(Ladders.PROVIDER)
                .reviewer(Roles.ACCESS_LEAD)
                .addFields(
                        before(Step.CLOSE, SUMMARY, Roles.INTAKE_MANAGER, Defaults.TWO_BUSINESS_DAYS),
                        personImpact(Roles.INTAKE_MANAGER))
                .addGates(new Gate(Code.of("acceptance"), Step.ACCEPT, List.of(Needs.supervisorApproval())))
                .addDuties(
                        new Duty(
                                Code.of("test-staffing"),
                                Roles.SCHEDULER,
                                Defaults.TWO_BUSINESS_DAYS,
                                Ladders.STAFFING,
                                List.of(STAFFING)),
                        duty("review-service-risk", Roles.SUPERVISOR, Defaults.TWO_BUSINESS_DAYS, RISK),
                        duty(
                                "record-clinical-guidance",
                                Roles.NURSE_CONSULTANT,
                                Defaults.TWO_BUSINESS_DAYS,
                                said("clinical-guidance", Roles.NURSE_CONSULTANT)),
                        new Duty(
                                Code.of("decide-authorization"),
                                Roles.AUTHORIZATION_TEAM,
                                Defaults.THREE_BUSINESS_DAYS,
                                Ladders.FUNDER,
                                List.of(AUTHORIZATION)))
                .build();
    }

    private static Duty duty(String kind, Code role, DueRule due, FieldNeed proof) {
        return new Duty(Code.of(kind), role, due, Ladders.PROVIDER, List.of(proof));
    }

    /** No start of support without information, authorization and a safe staffing plan. */
    private static Stage start() {
        return Stage.builder()
                .code(Code.of("start"))
                .owner(Roles.INTAKE_MANAGER)
                .handoff(Code.of("sbar"))
                .evidence(Code.of("service-record"))
                .due(Defaults.TWO_BUSINESS_DAYS)
                .attend(Defaults.ATTENDED)
                .ladder(Ladders.PROVIDER)
                .reviewer(Roles.ACCESS_LEAD)
                .addFields(
                        toStart(said("referral-profile", Roles.CASE_MANAGER), Roles.CASE_MANAGER),
                        toStart(AUTHORIZATION, Roles.AUTHORIZATION_TEAM),
                        toStart(SUMMARY, Roles.INTAKE_MANAGER),
                        toStart(RISK, Roles.SUPERVISOR),
                        toStart(STAFFING, Roles.SCHEDULER),
                        toStart(
                                holding(new Holds.Role(), "assigned-follow-up-owner", Roles.INTAKE_MANAGER),
                                Roles.INTAKE_MANAGER),
                        personImpact(Roles.INTAKE_MANAGER))
                .addGates(new Gate(
                        Code.of("start"),
                        Step.DECIDE,
                        List.of(
                                said("provider-response-category", Roles.INTAKE_MANAGER, Roles.CASE_MANAGER),
                                Needs.supervisorApproval())))
                .build();
    }

    private static Field toStart(FieldNeed need, Code chaser) {
        return before(Step.DECIDE, need, chaser, Defaults.NEXT_BUSINESS_DAY);
    }

    /** The result goes back to the referrer. */
    private static Stage outcome() {
        return Stage.builder()
                .code(Code.of("outcome"))
                .owner(Roles.INTAKE_MANAGER)
                .handoff(Code.of("sbar"))
                .evidence(Code.of("outcome-report"))
                .due(Defaults.THIRTY_DAYS)
                .attend(Defaults.ATTENDED)
                .ladder(Ladders.PROVIDER)
                .reviewer(Roles.ACCESS_LEAD)
                .addFields(
                        before(
                                Step.CLOSE,
                                said("referral-result", Roles.INTAKE_MANAGER),
                                Roles.INTAKE_MANAGER,
                                Defaults.THIRTY_DAYS),
                        personImpact(Roles.INTAKE_MANAGER))
                .addDuties(duty(
                        "follow-up-visit",
                        Roles.SUPERVISOR,
                        Defaults.FOURTEEN_DAYS,
                        said("follow-up-outcome", Roles.SUPERVISOR)))
                .build();
    }
}
