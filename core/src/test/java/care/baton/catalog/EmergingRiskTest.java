package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.Purpose;
import care.baton.disclosure.View;
import care.baton.disclosure.Viewer;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The review of an emerging risk as it is shipped. */
class EmergingRiskTest extends Outlined {

    private static final Outline OUTLINE = Outline.of("""
            run      | pathway   | emerging-risk-review
            run      | owner     | program-manager
            run      | records   | supervisor
            run      | decides   | supervisor
            run      | escalates | frontline-staff
            run      | closes    | supervisor
            run      | validates | case-manager
            run      | review    | program-manager
            run      | by        | 04-01 11:00
            run      | again     | 05-01 11:00
            run      | ladder    | provider
            run      | receiver  | nurse-consultant
            ladder   | provider  | +0h program-manager 03-03 17:00 +24h case-manager 03-03 17:00
            stage    | review | supervisor | i-pass | observation-record | access-lead | 03-04 17:00 | provider
            field    | open   | observed-change | frontline-staff supervisor | recorded | said | frontline-staff | 03-03 00:00
            field    | open   | baseline-comparison | supervisor | recorded | said | supervisor | 03-03 00:00
            field    | close  | case-manager-communication | supervisor case-manager | recorded | said | supervisor | 03-04 17:00
            field    | close  | pattern-identified | supervisor | recorded | none | supervisor | 03-04 17:00
            field    | close  | action-agreed | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | close  | action-owner | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | close  | person-impact | supervisor | recorded | said | supervisor | 03-04 17:00
            gate     | decide | staff-continuity | scheduler | recorded | said
            gate     | decide | clinical-advice | nurse-consultant | recorded | said
            gate     | decide | supervisor-review | supervisor | recorded | said
            approval | decide | escalation-review | supervisor | pattern-found
            duty     | check-staff-continuity | scheduler | 03-03 17:00 | provider
            proof    | staff-continuity | scheduler | recorded | said
            duty     | advise-on-health-review | nurse-consultant | 03-03 17:00 | provider
            proof    | clinical-advice | nurse-consultant | recorded | said
            duty     | review-risk | supervisor | 03-04 17:00 | provider
            proof    | supervisor-review | supervisor | recorded | said
            after    | check-staff-continuity | scheduler
            after    | advise-on-health-review | nurse-consultant
            stage    | outcome | supervisor | i-pass | review-record | access-lead | 04-01 11:00 | provider
            field    | close  | outcome-after-review | supervisor | recorded | said | supervisor | 04-01 11:00
            field    | close  | escalation-prevented | supervisor | recorded | said | supervisor | 04-01 11:00
            field    | close  | person-impact | supervisor | recorded | said | supervisor | 03-04 17:00
            closure  | observed-change | frontline-staff supervisor | recorded | said
            closure  | pattern-identified | supervisor | recorded | none
            closure  | action-agreed | supervisor | recorded | said
            closure  | action-owner | supervisor | recorded | said
            closure  | outcome-after-review | supervisor | recorded | said
            closure  | escalation-prevented | supervisor | recorded | said
            holds    | action-owner | a role
            holds    | pattern-identified | each linked to separate-notes family-feedback missed-routines staff-observations
            holds    | escalation-prevented | prevented not-prevented not-avoidable unknown
            topic    | risk-threshold | supervisor | pattern-found
            topic    | immediate-risk | supervisor | immediate-risk
            topic    | service-intensity | supervisor | intensity-too-low
            topic    | external-support | supervisor | support-missing
            topic    | observation | frontline-staff | observation-disputed
            topic    | capacity | scheduler | no-staff-available
            topic    | clinical-guidance | nurse-consultant | health-declining
            topic    | plan-change | case-manager | plan-no-longer-fits
            topic    | service-recovery | program-manager | repeated-disruption
            notice   | service-intensity | supervisor | case-manager | 03-03 17:00
            notice   | external-support | supervisor | case-manager | 03-03 17:00
            """);

    EmergingRiskTest() {
        super(EmergingRisk.review(), OUTLINE);
    }

    @RowTest
    @Rows("RSK-26..RSK-33")
    void theStageThatNeedsTheFieldIsNotPassedWithoutIt(Row row) {
        isAskedFor(row, Named.in(row).value());
        isNotLeftBlank(row, Named.in(row).value());
    }

    /** Of nobody named, and without what any fact says. */
    @Test
    @Requirement("OWN-22")
    void aLeaderSeesThePatternsThatWereFoundAndTheOpenActions() {
        Scene scene = opened();
        scene.does("frontline-staff", Scene.fact("observed-change", "words"));
        scene.does("supervisor", new RaiseFlag(Code.of("pattern-found")));
        Viewer leader = new Viewer(Scene.seat("program-manager"), Purpose.OPERATIONS);
        View view = scene.record().view(leader, scene.now(), scene.rules()).orElseThrow();

        assertThat(view.warnings()).containsExactly(Code.of("pattern-found"));
        assertThat(view.actions())
                .extracting(a -> a.kind().value())
                .contains("check-staff-continuity", "advise-on-health-review", "review-risk");
        assertThat(view.person()).isEmpty();
        assertThat(view.facts()).isEmpty();
    }

    @Test
    @Requirement({"RSK-24", "RSK-25", "RSK-37"})
    void fiveRolesEachHaveTheirPart() {
        Scene scene = opened();
        assertThat(scene.lines("check-staff-continuity", "advise-on-health-review", "review-risk"))
                .extracting(line -> line.substring(0, line.indexOf(" for ")))
                .containsExactly(
                        "advise-on-health-review duty: nurse-consultant",
                        "check-staff-continuity duty: scheduler",
                        "review-risk duty: supervisor");
        Map<String, String> parts = Map.of(
                "observed-change", "frontline-staff",
                "supervisor-review", "supervisor",
                "staff-continuity", "scheduler",
                "clinical-advice", "nurse-consultant",
                "case-manager-communication", "case-manager");
        parts.forEach((field, role) -> {
            assertThat(scene.refusals(role, Scene.fact(field, "words")))
                    .as(field)
                    .isEmpty();
            assertThat(told(scene.refusals(OTHER, Scene.fact(field, "words"))))
                    .as(field)
                    .hasSize(1)
                    .allMatch(line -> line.startsWith("ROLE_NOT_PERMITTED facts/" + field) && line.contains(role));
        });
    }

    @Test
    @Requirement({"RSK-23", "OWN-18", "OWN-20"})
    void aPatternThatWasFoundAndAdviceProposeAndTheSupervisorAloneDecides() {
        Scene scene = complete(0).does(OTHER, new RaiseFlag(Code.of("pattern-found")));
        scene.says("nurse-consultant", "clinical-advice");
        assertThat(told(scene.refusals("supervisor", decision("proceed"))))
                .containsExactly("APPROVAL_MISSING escalation-review [supervisor]");
        for (String other : List.of("nurse-consultant", "scheduler", "frontline-staff", "case-manager")) {
            for (String decided : List.of("risk-threshold", "proceed")) {
                assertThat(told(scene.refusals(other, decision(decided))))
                        .contains("ROLE_NOT_PERMITTED decisions/" + decided + " [supervisor]");
            }
        }
        assertThat(scene.refusals("supervisor", decision("risk-threshold"))).isEmpty();
        approves(scene, "pattern-found");
        assertThat(scene.refusals("supervisor", decision("proceed"))).isEmpty();
    }

    @Test
    @Requirement({"OWN-17", "OWN-19", "OWN-21"})
    void frontlineRecordsTheSchedulerTestsCapacityAndTheCaseManagerReviewsThePlan() {
        Scene scene = opened();
        assertThat(scene.refusals("frontline-staff", Scene.fact("observed-change", "words")))
                .isEmpty();
        assertThat(scene.refusals("frontline-staff", decision("observation"))).isEmpty();
        assertThat(told(scene.refusals("frontline-staff", Scene.fact("staff-continuity", "words"))))
                .containsExactly("ROLE_NOT_PERMITTED facts/staff-continuity [scheduler]");
        assertThat(told(scene.refusals("supervisor", decision("capacity"))))
                .containsExactly("ROLE_NOT_PERMITTED decisions/capacity [scheduler]");
        assertThat(scene.refusals("scheduler", decision("capacity"))).isEmpty();
        assertThat(told(scene.refusals("supervisor", decision("plan-change"))))
                .containsExactly("ROLE_NOT_PERMITTED decisions/plan-change [case-manager]");
        assertThat(scene.refusals("case-manager", decision("plan-change"))).isEmpty();
    }

    @Test
    @Requirement("ESC-01")
    void staffEscalateImmediateRiskToTheSupervisor() {
        assertThat(opened().does("frontline-staff", new RaiseFlag(Code.of("immediate-risk")))
                        .lines("escalate"))
                .containsExactly("escalate immediate-risk: frontline-staff for supervisor by 03-03 17:00, " + route());
    }

    @Test
    @Requirement("ESC-05")
    void theCaseManagerIsContactedWhereIntensityOrExternalSupportMayNeedAdjustmentAndElseNot() {
        for (String topic : List.of("service-intensity", "external-support")) {
            assertThat(complete(0).does("supervisor", decision(topic)).lines("notify"))
                    .containsExactly("notify " + topic + ":case-manager: supervisor for case-manager by 03-03 17:00, "
                            + route());
        }
        assertThat(complete(0)
                        .does("supervisor", decision("risk-threshold"))
                        .does("supervisor", decision("proceed"))
                        .lines("notify"))
                .isEmpty();
    }

    @Test
    @Requirement("RSK-33")
    void theOutcomeIsThatAfterTheReviewAndNotOneFromBeforeIt() {
        Scene scene = complete(1).later(Duration.ofMinutes(1)).says("supervisor", "supervisor-review");
        assertThat(told(scene.refusals("supervisor", new LeaveStage(RUN))))
                .containsExactly("FIELD_MISSING outcome-after-review [supervisor]");
        scene.says("supervisor", "outcome-after-review").does("supervisor", new LeaveStage(RUN));

        Scene late = validated().later(Duration.ofMinutes(1)).says("supervisor", "supervisor-review");
        assertThat(told(late.refusals("supervisor", new CloseRun(RUN))))
                .contains("FIELD_MISSING outcome-after-review [supervisor]");
    }

    @RowTest
    @Rows("AUD-17..AUD-20")
    void theAuditOfAnEmergingRiskNamesTheProofThatIsMissing(Row row) {
        Map<String, String> proofs = Map.of(
                "identified the pattern", "pattern-identified",
                "assigned actions", "action-agreed",
                "reviewed outcomes", "outcome-after-review",
                "prevented avoidable escalation where possible", "escalation-prevented");
        String proof = proofs.get(row.term());
        isNamedByTheAudit(proof);
        assertThat(validated().forgets(proof).refusals("supervisor", new CloseRun(RUN)))
                .filteredOn(refusal -> refusal.code() != Reason.OUTCOME_NOT_VALIDATED)
                .extracting(Refusal::path)
                .containsExactly(proof);
    }
}
