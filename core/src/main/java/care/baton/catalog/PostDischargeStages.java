package care.baton.catalog;

import static care.baton.catalog.Needs.before;
import static care.baton.catalog.Needs.confirmed;
import static care.baton.catalog.Needs.done;
import static care.baton.catalog.Needs.holding;
import static care.baton.catalog.Needs.orNone;
import static care.baton.catalog.Needs.personImpact;
import static care.baton.catalog.Needs.said;

import care.baton.outcome.Code;
import care.baton.pathway.Duty;
import care.baton.pathway.Field;
import care.baton.pathway.Gate;
import care.baton.pathway.Holds;
import care.baton.pathway.Need;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import care.baton.time.DueRule;
import java.util.List;

/** The stages after a discharge: what was found, what is done about it, and whether the person is stable. */
final class PostDischargeStages {

    private static final FieldNeed STAFFING = said("staffing-readiness", Roles.SCHEDULER);
    private static final FieldNeed ADVICE = said("clinical-advice", Roles.NURSE_CONSULTANT);

    private PostDischargeStages() {}

    static List<Stage> all() {
        return List.of(discharge(), coordination(), stabilization());
    }

    private static Gate acceptance() {
        return new Gate(Code.of("acceptance"), Step.ACCEPT, List.of(Needs.supervisorApproval()));
    }

    /** The discharge action record: source and acuity to open it, the rest before anything is decided. */
    private static Stage discharge() {
        return Stage.builder()
                .code(Code.of("discharge"))
                .owner(Roles.SUPERVISOR)
                .handoff(Code.of("i-pass"))
                .evidence(Code.of("discharge-summary"))
                .due(Defaults.SAME_DAY)
                .attend(Defaults.ATTENDED)
                .ladder(Ladders.PROVIDER)
                .reviewer(Roles.ACCESS_LEAD)
                .addFields(
                        found(Step.OPEN, said("discharge-source", Roles.SUPERVISOR), Roles.SUPERVISOR),
                        found(Step.OPEN, said("participant-acuity", Roles.SUPERVISOR), Roles.SUPERVISOR),
                        found(
                                Step.DECIDE,
                                orNone("medication-change", Roles.SUPERVISOR, Roles.NURSE_CONSULTANT),
                                Roles.NURSE_CONSULTANT),
                        found(Step.DECIDE, orNone("mobility-concern", Roles.SUPERVISOR), Roles.SUPERVISOR),
                        found(
                                Step.DECIDE,
                                said("case-manager-contact", Roles.SUPERVISOR, Roles.CASE_MANAGER),
                                Roles.SUPERVISOR),
                        found(
                                Step.DECIDE,
                                holding(new Holds.Role(), "action-owner", Roles.SUPERVISOR),
                                Roles.SUPERVISOR),
                        found(
                                Step.DECIDE,
                                holding(new Holds.Deadline(), "deadline", Roles.SUPERVISOR),
                                Roles.SUPERVISOR),
                        personImpact(Roles.SUPERVISOR))
                .addGates(acceptance())
                .build();
    }

    private static Field found(Step step, FieldNeed need, Code chaser) {
        return before(step, need, chaser, Defaults.SAME_DAY);
    }

    /** Five threads side by side, each waiting only for what it truly needs; the plan ties them to stability. */
    private static Stage coordination() {
        return Stage.builder()
                .code(Code.of("coordination"))
                .owner(Roles.SUPERVISOR)
                .handoff(Code.of("i-pass"))
                .evidence(Code.of("provider-record"))
                .due(Defaults.THREE_BUSINESS_DAYS)
                .attend(Defaults.ATTENDED)
                .ladder(Ladders.PROVIDER)
                .reviewer(Roles.ACCESS_LEAD)
                .addFields(personImpact(Roles.SUPERVISOR))
                .addGates(acceptance(), new Gate(Code.of("proceed"), Step.DECIDE, List.of(STAFFING, ADVICE)))
                .addDuties(
                        work("confirm-staff-availability", Roles.SCHEDULER, Defaults.NEXT_BUSINESS_DAY, STAFFING),
                        new Duty(
                                Code.of("clarify-health-instructions"),
                                Roles.NURSE_CONSULTANT,
                                Defaults.SAME_DAY,
                                Ladders.MEDICATION,
                                List.of(ADVICE)),
                        work(
                                "review-risk",
                                Roles.SUPERVISOR,
                                Defaults.NEXT_BUSINESS_DAY,
                                said("risk-review", Roles.SUPERVISOR),
                                done("clarify-health-instructions", Roles.NURSE_CONSULTANT)),
                        new Duty(
                                Code.of("confirm-authorized-hours"),
                                Roles.CASE_MANAGER,
                                Defaults.TWO_BUSINESS_DAYS,
                                Ladders.FUNDER,
                                List.of(
                                        confirmed("authorized-hours", Roles.CASE_MANAGER),
                                        done("review-risk", Roles.SUPERVISOR))),
                        work(
                                "update-family",
                                Roles.SUPERVISOR,
                                Defaults.NEXT_BUSINESS_DAY,
                                said("family-update", Roles.SUPERVISOR)),
                        work(
                                "plan-stabilization",
                                Roles.SUPERVISOR,
                                Defaults.TWO_BUSINESS_DAYS,
                                said("stabilization-goal", Roles.SUPERVISOR),
                                done("confirm-staff-availability", Roles.SCHEDULER),
                                done("clarify-health-instructions", Roles.NURSE_CONSULTANT),
                                done("review-risk", Roles.SUPERVISOR),
                                done("confirm-authorized-hours", Roles.CASE_MANAGER),
                                done("update-family", Roles.SUPERVISOR)))
                .build();
    }

    private static Duty work(String kind, Code role, DueRule due, Need... proof) {
        return new Duty(Code.of(kind), role, due, Ladders.PROVIDER, List.of(proof));
    }

    /** Whether the person became stable; closed with evidence, and not without. */
    private static Stage stabilization() {
        return Stage.builder()
                .code(Code.of("stabilization"))
                .owner(Roles.SUPERVISOR)
                .handoff(Code.of("i-pass"))
                .evidence(Code.of("service-record"))
                .due(Defaults.FOURTEEN_DAYS)
                .attend(Defaults.ATTENDED)
                .ladder(Ladders.PROVIDER)
                .reviewer(Roles.ACCESS_LEAD)
                .addFields(
                        before(
                                Step.CLOSE,
                                said("stabilization-outcome", Roles.SUPERVISOR),
                                Roles.SUPERVISOR,
                                Defaults.FOURTEEN_DAYS),
                        before(
                                Step.CLOSE,
                                said("closure-evidence", Roles.SUPERVISOR),
                                Roles.SUPERVISOR,
                                Defaults.FOURTEEN_DAYS),
                        personImpact(Roles.SUPERVISOR))
                .addGates(acceptance())
                .build();
    }
}
