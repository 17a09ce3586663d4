package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.in;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each step of a referral needs, and who goes after it. */
abstract class ReferralNeeds extends ReferralCast {

    @Test
    @Requirement("HND-14")
    void everyFieldThatIsMissingHasOneWhoGoesAfterItByADeadline() {
        Scene scene = ReferralRoad.profiled(pathway).says("case-manager", "person-impact");
        assertThat(scene.lines("supply")).isEmpty();
        ReferralRoad.PROFILE.forEach(scene::forgets);
        scene.forgets("person-impact");
        assertThat(scene.lines("supply"))
                .containsExactly(
                        "supply communication-preferences: case-manager for case-manager by 03-03 17:00, " + REFERRER,
                        "supply medication-needs: case-manager for case-manager by 03-03 17:00, " + REFERRER,
                        "supply person-impact: case-manager for case-manager by 03-04 17:00, " + REFERRER,
                        "supply risk-considerations: case-manager for case-manager by 03-03 17:00, " + REFERRER,
                        "supply support-routines: case-manager for case-manager by 03-03 17:00, " + REFERRER,
                        "supply urgent-start-requirements: case-manager for case-manager by 03-03 17:00, " + REFERRER);
    }

    @Test
    @Requirement("HND-33")
    void whatTheOfferNeeds() {
        Asked.holds(Asked.table(PROFILE), ReferralRoad.profiled(pathway), s -> s.refusals("case-manager", offer()));
    }

    @Test
    void whatTheAcceptanceNeeds() {
        Asked.holds(
                Asked.table(PROFILE),
                ReferralRoad.offered(pathway),
                s -> s.refusals("intake-manager", in(ReferralRoad.answer(new Answer.Accept()))));
    }

    @Test
    @Requirement("HND-23")
    void whatTheCaseManagersStageNeedsToEnd() {
        Asked.holds(
                Asked.table(PROFILE + "person-impact | case-manager | recorded | said"),
                ReferralRoad.profiled(pathway).says("case-manager", "person-impact"),
                s -> s.refusals("case-manager", new LeaveStage(RUN)));
    }

    @Test
    void whatThePreparationNeedsToEnd() {
        Asked.holds(
                Asked.table("""
                        support-summary | intake-manager case-manager | recorded | said
                        person-impact   | intake-manager              | recorded | said
                        """),
                ReferralRoad.prepared(pathway),
                s -> s.refusals("intake-manager", new LeaveStage(RUN)));
    }

    @RowTest
    @Rows("GAT-13..GAT-18")
    void theStartWaitsFor(Row row) {
        Scene scene = ReferralRoad.ready(pathway);
        assertThat(scene.refusals("intake-manager", in(new StartAction()))).isEmpty();

        scene.forgets(Named.in(row).value());

        assertThat(scene.refusals("intake-manager", in(new StartAction())))
                .extracting(Refusal::code, Refusal::path)
                .containsExactly(tuple(Reason.FIELD_MISSING, Named.in(row).value()));
    }

    @Test
    @Requirement("GAT-19")
    void noStartWithoutInformationAuthorizationAndAStaffingPlanInWhicheverStageItIsTried() {
        Asked.holds(
                Asked.table(PROFILE + START),
                ReferralRoad.ready(pathway),
                s -> s.refusals("intake-manager", in(new StartAction())));
        assertThat(told(ReferralRoad.inPreparation(pathway).refusals("intake-manager", in(new StartAction()))))
                .contains(
                        "FIELD_MISSING risk-information [supervisor]",
                        "FIELD_MISSING authorization-status [authorization-team]",
                        "FIELD_MISSING staffing-plan [scheduler]");
    }

    @Test
    @Requirement("OWN-24")
    void theIntakeManagerDecidesThatTheStartProceedsAndNotBefore() {
        Scene scene = ReferralRoad.ready(pathway);
        TakeDecision proceed = decision("proceed", "yes");

        assertThat(told(scene.refusals("supervisor", proceed)))
                .containsExactly("ROLE_NOT_PERMITTED decisions/proceed [intake-manager]");
        Asked.holds(Asked.table(START), scene, s -> s.refusals("intake-manager", proceed));
    }

    @Test
    void whatTheStartNeedsToEndAndWhoGoesAfterIt() {
        Scene scene = ReferralRoad.started(pathway);
        Asked.holds(
                Asked.table(START + "person-impact | intake-manager | recorded | said"),
                scene,
                s -> s.refusals("intake-manager", new LeaveStage(RUN)));
        assertThat(scene.lines("stage"))
                .containsExactly("stage start: intake-manager for case-management-lead by 03-04 17:00, " + PROVIDER);
        Asked.table(START + "person-impact | intake-manager | recorded | said").forEach(a -> scene.forgets(a.field()));
        assertThat(scene.lines("supply"))
                .containsExactly(
                        "supply assigned-follow-up-owner: intake-manager for intake-manager by 03-03 17:00, "
                                + PROVIDER,
                        "supply authorization-status: authorization-team for intake-manager by 03-03 17:00, "
                                + PROVIDER,
                        "supply person-impact: intake-manager for intake-manager by 03-04 17:00, " + PROVIDER,
                        "supply referral-profile: case-manager for intake-manager by 03-03 17:00, " + PROVIDER,
                        "supply risk-information: supervisor for intake-manager by 03-03 17:00, " + PROVIDER,
                        "supply staffing-plan: scheduler for intake-manager by 03-03 17:00, " + PROVIDER,
                        "supply support-summary: intake-manager for intake-manager by 03-03 17:00, " + PROVIDER);
    }

    @Test
    void whoGoesAfterWhatThePreparationNeeds() {
        Scene scene = ReferralRoad.prepared(pathway).forgets("support-summary").forgets("person-impact");
        assertThat(scene.lines("supply"))
                .containsExactly(
                        "supply person-impact: intake-manager for intake-manager by 03-04 17:00, " + PROVIDER,
                        "supply support-summary: intake-manager for intake-manager by 03-04 17:00, " + PROVIDER);
    }

    @Test
    void theFourDecisionsAreDoneWithTheirProofAndNotWithout() {
        Scene scene = ReferralRoad.inPreparation(pathway)
                .says("scheduler", "staffing-plan")
                .says("supervisor", "risk-information")
                .says("nurse-consultant", "clinical-guidance")
                .says("authorization-team", "authorization-status");
        proof(scene, "scheduler", "test-staffing", "staffing-plan | scheduler | recorded | said");
        proof(scene, "supervisor", "review-service-risk", "risk-information | supervisor | recorded | said");
        proof(
                scene,
                "nurse-consultant",
                "record-clinical-guidance",
                "clinical-guidance | nurse-consultant | recorded | said");
        proof(
                scene,
                "authorization-team",
                "decide-authorization",
                "authorization-status | authorization-team | confirmed | said");
    }

    static void proof(Scene scene, String role, String duty, String table) {
        Asked.holds(
                Asked.table(table),
                scene,
                s -> s.refusals(
                        role, new Fulfil(s.owed(duty, "duty").orElseThrow().key())));
    }

    static TakeDecision decision(String topic, String decision) {
        return new TakeDecision(RUN, Code.of(topic), Code.of(decision), Sensitive.none(), Optional.empty());
    }

    static RecordCommand offer() {
        return in(ReferralRoad.offer(ReferralRoad.ASK, Optional.of(ReferralRoad.SBAR)));
    }
}
