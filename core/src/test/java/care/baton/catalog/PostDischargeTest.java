package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The coordination after a discharge as it is shipped, run through the one door. */
class PostDischargeTest extends PostDischargeCast {

    @Test
    @Requirement({"HND-16", "OWN-16", "OWN-23"})
    void theSupervisorOpensItWithNoCoordinatorAndItsOutcomeBelongsToTheProgramManager() {
        Scene scene = DischargeRoad.known(pathway);
        assertThat(told(scene.refusals("scheduler", DischargeRoad.OPEN)))
                .containsExactly("ROLE_NOT_PERMITTED runs/run-1 [supervisor]");
        scene.does("supervisor", DischargeRoad.OPEN);
        assertThat(scene.lines("stage", "outcome", "review"))
                .containsExactly(
                        "outcome whole: program-manager for case-manager by 03-09 11:00, " + PROVIDER,
                        "review program-manager: program-manager for program-manager by 03-09 11:00, " + PROVIDER,
                        "stage discharge: supervisor for program-manager by 03-03 00:00, " + PROVIDER);
        scene.fulfils("program-manager", "review", "program-manager");
        assertThat(scene.lines("review"))
                .containsExactly(
                        "review program-manager: program-manager for program-manager by 03-16 11:00, " + PROVIDER);
        assertThat(told(Scene.of(pathway).refusals("supervisor", new OpenRun(RUN, PostDischarge.ID, 2))))
                .containsExactly("DEFINITION_UNKNOWN runs/run-1/version []");
    }

    @RowTest
    @Rows({"HND-01..HND-10"})
    void theStageThatNeedsTheFieldIsNotPassedWithoutIt(Row row) {
        String field = Named.in(row).value();
        List<Refusal> refusals;
        if (List.of("discharge-source", "participant-acuity").contains(field)) {
            refusals = DischargeRoad.known(pathway).forgets(field).refusals("supervisor", DischargeRoad.OPEN);
        } else if (field.equals("closure-evidence")) {
            assertThat(DischargeRoad.opened(pathway).record().chart().evidence().fact(Code.of(field)))
                    .isEmpty();
            refusals = DischargeRoad.validated(pathway).forgets(field).refusals("supervisor", new CloseRun(RUN));
        } else {
            Scene scene = THREADS.contains(field) ? DischargeRoad.planned(pathway) : DischargeRoad.found(pathway);
            refusals = scene.forgets(field).refusals("supervisor", ReferralTest.decision("proceed", "yes"));
        }
        // what was validated with it is to be validated again, which is said beside it
        assertThat(refusals)
                .filteredOn(refusal -> refusal.code() != Reason.OUTCOME_NOT_VALIDATED)
                .extracting(Refusal::code, Refusal::path)
                .containsExactly(tuple(Reason.FIELD_MISSING, field));
    }

    @Test
    @Requirement("HND-09")
    void aDeadlineLiesAheadOfWhenItWasWrittenDown() {
        Scene scene = DischargeRoad.opened(pathway);
        assertThat(told(scene.refusals("supervisor", Scene.fact("deadline", "tomorrow"))))
                .containsExactly("NOT_AN_INSTANT facts/deadline []");
        assertThat(told(scene.refusals("supervisor", Scene.fact("deadline", "2026-03-02T14:59:59Z"))))
                .containsExactly("DUE_IN_THE_PAST facts/deadline []");
        assertThat(scene.refusals("supervisor", Scene.fact("deadline", "2026-03-02T15:00:00Z")))
                .isEmpty();
    }

    @Test
    @Requirement("HND-08")
    void anActionHasExactlyOneOwner() {
        Scene scene = DischargeRoad.opened(pathway);
        for (String words : List.of("supervisor, scheduler", "everybody")) {
            assertThat(told(scene.refusals("supervisor", Scene.fact("action-owner", words))))
                    .containsExactly("NAME_UNKNOWN facts/action-owner []");
        }
        assertThat(scene.refusals("supervisor", Scene.fact("action-owner", "scheduler")))
                .isEmpty();
    }

    @Test
    @Requirement({"HND-01", "HND-02"})
    void whatItNeedsToOpen() {
        Asked.holds(
                Asked.table(OPENING), DischargeRoad.known(pathway), s -> s.refusals("supervisor", DischargeRoad.OPEN));
    }

    @Test
    @Requirement({"HND-03", "HND-04", "HND-07"})
    void whatTheDischargeStageNeedsToProceedAndToEndAndWhoGoesAfterIt() {
        Scene scene = DischargeRoad.found(pathway);
        Asked.holds(Asked.table(FOUND), scene, s -> s.refusals("supervisor", ReferralTest.decision("proceed", "yes")));
        Asked.holds(Asked.table(FOUND + IMPACT), scene, s -> s.refusals("supervisor", new LeaveStage(RUN)));
        assertThat(told(scene.refusals("scheduler", ReferralTest.decision("proceed", "yes"))))
                .containsExactly("ROLE_NOT_PERMITTED decisions/proceed [supervisor]");
        Asked.table(FOUND + IMPACT).forEach(a -> scene.forgets(a.field()));
        assertThat(scene.lines("supply"))
                .containsExactly(
                        "supply action-owner: supervisor for supervisor by 03-03 00:00, " + PROVIDER,
                        "supply case-manager-contact: supervisor for supervisor by 03-03 00:00, " + PROVIDER,
                        "supply deadline: supervisor for supervisor by 03-03 00:00, " + PROVIDER,
                        "supply discharge-source: supervisor for supervisor by 03-03 00:00, " + PROVIDER,
                        "supply medication-change: nurse-consultant for supervisor by 03-03 00:00, " + PROVIDER,
                        "supply mobility-concern: supervisor for supervisor by 03-03 00:00, " + PROVIDER,
                        "supply participant-acuity: supervisor for supervisor by 03-03 00:00, " + PROVIDER,
                        "supply person-impact: supervisor for supervisor by 03-04 17:00, " + PROVIDER);
    }

    @Test
    @Requirement({"TRN-01", "TRN-09", "TRN-10", "TRN-11", "TRN-12", "OWN-38"})
    void fiveThreadsAreOpenAtOnceAndTheMedicationQuestionIsDueTheSameDay() {
        assertThat(DischargeRoad.inCoordination(pathway)
                        .lines(
                                "confirm-staff-availability",
                                "clarify-health-instructions",
                                "review-risk",
                                "confirm-authorized-hours",
                                "update-family",
                                "plan-stabilization",
                                "stage"))
                .containsExactly(
                        "clarify-health-instructions duty: nurse-consultant for supervisor by 03-03 00:00, "
                                + MEDICATION,
                        "confirm-authorized-hours duty: case-manager for supervisor by 03-04 17:00, " + FUNDER,
                        "confirm-staff-availability duty: scheduler for supervisor by 03-03 17:00, " + PROVIDER,
                        "plan-stabilization duty: supervisor for supervisor by 03-04 17:00, " + PROVIDER,
                        "review-risk duty: supervisor for supervisor by 03-03 17:00, " + PROVIDER,
                        "stage coordination: supervisor for program-manager by 03-05 17:00, " + PROVIDER,
                        "update-family duty: supervisor for supervisor by 03-03 17:00, " + PROVIDER);
    }

    @Test
    @Requirement({"TRN-13", "OWN-37"})
    void eachThreadWaitsForWhatItNeedsAndThePlanForAllOfThem() {
        Scene scene = DischargeRoad.inCoordination(pathway);
        Instant now = scene.now();
        Map<String, List<Code>> blocked = new TreeMap<>();
        scene.record().work().list(now).stream()
                .filter(i -> i.key().subject().equals("duty"))
                .forEach(i -> blocked.put(i.key().kind().value(), i.blockedBy()));
        assertThat(blocked)
                .isEqualTo(new TreeMap<>(Map.of(
                        "confirm-staff-availability", Needs.codes("staffing-readiness"),
                        "clarify-health-instructions", Needs.codes("clinical-advice"),
                        "review-risk", Needs.codes("risk-review", "clarify-health-instructions"),
                        "confirm-authorized-hours", Needs.codes("authorized-hours", "review-risk"),
                        "update-family", Needs.codes("family-update"),
                        "plan-stabilization",
                                Needs.codes(
                                        "stabilization-goal",
                                        "confirm-staff-availability",
                                        "clarify-health-instructions",
                                        "review-risk",
                                        "confirm-authorized-hours",
                                        "update-family"))));
        assertThat(told(scene.refusals(
                        "case-manager",
                        new Fulfil(scene.owed("confirm-authorized-hours", "duty")
                                .orElseThrow()
                                .key()))))
                .containsExactly(
                        "FIELD_MISSING authorized-hours [case-manager]", "DUTY_NOT_DONE review-risk [supervisor]");
    }

    @Test
    @Requirement({"AUD-10", "AUD-12"})
    void everyActionServesTheOutcomeOfTheRun() {
        Scene scene = DischargeRoad.inCoordination(pathway);
        Key outcome = scene.owed("outcome", "whole").orElseThrow().key();
        for (Obligation action : scene.record().chart().obligations().open()) {
            Key served = action.key();
            Optional<Key> next = action.parent();
            while (next.isPresent()) {
                served = next.get();
                next = scene.record().chart().obligations().get(served).flatMap(Obligation::parent);
            }
            assertThat(served).isEqualTo(outcome);
        }
    }

    @Test
    void theThreadsAreDoneWithTheirProofAndNotWithout() {
        Scene scene = DischargeRoad.inCoordination(pathway)
                .says("scheduler", "staffing-readiness")
                .says("nurse-consultant", "clinical-advice")
                .says("supervisor", "risk-review")
                .says("case-manager", "authorized-hours")
                .says("supervisor", "family-update")
                .says("supervisor", "stabilization-goal");
        ReferralTest.proof(
                scene, "scheduler", "confirm-staff-availability", "staffing-readiness | scheduler | recorded | said");
        ReferralTest.proof(
                scene,
                "nurse-consultant",
                "clarify-health-instructions",
                "clinical-advice | nurse-consultant | recorded | said");
        ReferralTest.proof(scene, "supervisor", "review-risk", "risk-review | supervisor | recorded | said");
        ReferralTest.proof(
                scene,
                "case-manager",
                "confirm-authorized-hours",
                "authorized-hours | case-manager | confirmed | said");
        ReferralTest.proof(scene, "supervisor", "update-family", "family-update | supervisor | recorded | said");
        ReferralTest.proof(
                scene, "supervisor", "plan-stabilization", "stabilization-goal | supervisor | recorded | said");
    }

    @Test
    @Requirement({"HND-05", "HND-06"})
    void whatTheCoordinationNeedsToProceedAndToEnd() {
        Scene scene = DischargeRoad.planned(pathway);
        Asked.holds(
                Asked.table(THREADS), scene, s -> s.refusals("supervisor", ReferralTest.decision("proceed", "yes")));
        Asked.holds(Asked.table(THREADS + IMPACT), scene, s -> s.refusals("supervisor", new LeaveStage(RUN)));
        assertThat(scene.forgets("person-impact").lines("supply"))
                .containsExactly("supply person-impact: supervisor for supervisor by 03-04 17:00, " + PROVIDER);
    }

    @Test
    void whatTheStabilizationNeedsToEndAndWhoGoesAfterIt() {
        Scene scene = DischargeRoad.stable(pathway);
        Asked.holds(Asked.table(STABLE + IMPACT), scene, s -> s.refusals("supervisor", new LeaveStage(RUN)));
        assertThat(scene.lines("stage"))
                .containsExactly("stage stabilization: supervisor for program-manager by 03-16 11:00, " + PROVIDER);
        Asked.table(STABLE + IMPACT).forEach(a -> scene.forgets(a.field()));
        assertThat(scene.lines("supply"))
                .containsExactly(
                        "supply closure-evidence: supervisor for supervisor by 03-16 11:00, " + PROVIDER,
                        "supply person-impact: supervisor for supervisor by 03-04 17:00, " + PROVIDER,
                        "supply stabilization-outcome: supervisor for supervisor by 03-16 11:00, " + PROVIDER);
    }

    @Test
    @Requirement({"HND-10", "OWN-16", "OWN-26", "OWN-27"})
    void theSupervisorClosesItWithEvidenceOnceTheCaseManagerHasValidatedTheOutcome() {
        Scene scene = DischargeRoad.validated(pathway);
        assertThat(told(scene.refusals("case-manager", new CloseRun(RUN))))
                .contains("ROLE_NOT_PERMITTED runs/run-1 [supervisor]");
        Asked.holds(Asked.table(STABLE), scene, s -> s.refusals("supervisor", new CloseRun(RUN)));
        assertThat(scene.refusals("supervisor", new CloseRun(RUN))).isEmpty();
        assertThat(scene.record().chart().team().members())
                .noneMatch(m -> m.seat().role().value().contains("coordinator"));
        assertThat(told(DischargeRoad.stable(pathway).refusals("supervisor", new ValidateOutcome(RUN))))
                .containsExactly("ROLE_NOT_PERMITTED runs/run-1/outcome [case-manager]");
        assertThat(Closing.bySamePerson(scene, "supervisor", "case-manager"))
                .containsExactly("SAME_PERSON runs/run-1 [supervisor]");
    }
}
