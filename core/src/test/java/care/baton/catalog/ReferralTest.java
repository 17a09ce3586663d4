package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.in;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.handoff.Content;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Sensitive;
import care.baton.record.PathwayRun;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The referral as it is shipped, run through the one door. What is expected comes from the table of requirements. */
class ReferralTest extends Shipped {

    /** What a lateness is heard by: offset, role, by when it acts, then the reminders. */
    private static final String DAILY = "then 03-03 09:00 and 03-09 09:00";

    static final String REFERRER = "+0h case-management-lead 03-03 17:00 +48h access-lead 03-03 17:00 " + DAILY;
    static final String PROVIDER = "+0h program-manager 03-03 17:00 +24h case-management-lead 03-03 17:00 " + DAILY;
    static final String FUNDER = "+0h access-lead 03-03 17:00 +24h case-management-lead 03-03 17:00 " + DAILY;

    ReferralTest() {
        super(Referral.handoff());
    }

    @Override
    Scene offerable() {
        return ReferralRoad.profiled(pathway);
    }

    @Override
    String sender() {
        return "case-manager";
    }

    @Override
    String receiver() {
        return "intake-manager";
    }

    @Override
    Content form() {
        return ReferralRoad.SBAR;
    }

    @Override
    String route() {
        return REFERRER;
    }

    @Override
    String escalates() {
        return "supervisor";
    }

    @Override
    String guidance() {
        return "clinical-guidance";
    }

    @Override
    List<String> toldOfAuthorization() {
        return List.of("case-manager", "intake-manager", "person");
    }

    @Override
    List<String> suppliedByReceiver() {
        return List.of(
                "support-summary",
                "person-impact",
                "assigned-follow-up-owner",
                "provider-response-category",
                "referral-result");
    }

    @Override
    Map<String, Scene> stages() {
        return new TreeMap<>(Map.of(
                "referral", ReferralRoad.offered(pathway),
                "preparation", ReferralRoad.prepared(pathway),
                "start", ReferralRoad.ready(pathway)));
    }

    @Override
    Map<String, List<String>> places() {
        return Map.of(
                "referral", List.of("referral", "sbar", "referral-record", "access-lead"),
                "preparation", List.of("preparation", "sbar", "provider-record", "access-lead"),
                "start", List.of("start", "sbar", "service-record", "access-lead"),
                "outcome", List.of("outcome", "sbar", "outcome-report", "access-lead"));
    }

    @Override
    List<Refusal> tries(Scene scene, String stage) {
        return stage.equals("start")
                ? scene.refusals("intake-manager", decision("proceed", "yes"))
                : scene.refusals(stage.equals("referral") ? "case-manager" : "intake-manager", new LeaveStage(RUN));
    }

    @Override
    Map<String, Scene> unattended() {
        return Map.of(
                "referral", Scene.of(pathway).system("case-manager", new OpenRun(RUN, Referral.ID, 1)),
                "preparation",
                        ReferralRoad.submitted(pathway)
                                .system("intake-manager", in(ReferralRoad.answer(new Answer.Accept()))),
                "start", ReferralRoad.prepared(pathway).system("intake-manager", new LeaveStage(RUN)),
                "outcome", ReferralRoad.started(pathway).system("intake-manager", new LeaveStage(RUN)));
    }

    @Override
    Map<String, Scene> everywhere() {
        Map<String, Scene> all = new TreeMap<>(stages());
        all.put("outcome", ReferralRoad.inOutcome(pathway));
        return all;
    }

    @Override
    List<String> everything() {
        return Asked.table(
                        PROFILE + START + "referral-result | - | recorded | said\nperson-impact | - | recorded | said")
                .stream()
                .map(Asked::field)
                .toList();
    }

    @Override
    Map<String, List<String>> steps() {
        String offer = "communication-preferences medication-needs risk-considerations support-routines"
                + " urgent-start-requirements";
        String accept = "communication-preferences medication-needs risk-considerations supervisor-approval"
                + " support-routines urgent-start-requirements";
        String start = "assigned-follow-up-owner authorization-status provider-response-category referral-profile"
                + " risk-information staffing-plan supervisor-approval support-summary";
        return Map.of(
                "referral", List.of(offer, accept, accept),
                "preparation", List.of(offer, accept, "supervisor-approval"),
                "start", List.of(offer, accept, start),
                "outcome", List.of(offer, accept, ""));
    }

    @Override
    Map<String, List<String>> guide() {
        return Map.of(
                "authorization", List.of("authorization-team", "hours-not-enough"),
                "service-risk", List.of("supervisor", "immediate-risk"),
                "staffing", List.of("scheduler", "no-staff-available"),
                "clinical-guidance", List.of("nurse-consultant", "health-declining"),
                "acceptance", List.of("intake-manager", "no-capacity"),
                "referral-content", List.of("case-manager", "information-missing"),
                "referral-outcome", List.of("case-management-lead", "outcome-at-risk"),
                "access", List.of("access-lead", "urgent-undecided"),
                "service-recovery", List.of("program-manager", "repeated-disruption"),
                "choice-of-provider", List.of("person", "choice-disputed"));
    }

    @Test
    @Requirement({"HND-16", "OWN-23", "OWN-55", "OWN-78"})
    void theCaseManagerOpensItAndItsOutcomeHasOneOwnerBesideTheStagesOwner() {
        Scene scene = Scene.of(pathway);

        assertThat(told(scene.refusals("supervisor", new OpenRun(RUN, Referral.ID, 1))))
                .containsExactly("ROLE_NOT_PERMITTED runs/run-1 [case-manager]");
        scene.opens("case-manager", Referral.ID);
        assertThat(scene.lines("stage", "outcome", "review", "take-up"))
                .containsExactly(
                        "outcome whole: case-management-lead for case-manager by 04-01 11:00, " + REFERRER,
                        "review access-lead: access-lead for case-management-lead by 04-01 11:00, " + REFERRER,
                        "stage referral: case-manager for case-management-lead by 03-04 17:00, " + REFERRER);
        scene.fulfils("access-lead", "review", "access-lead");
        assertThat(scene.lines("review"))
                .containsExactly(
                        "review access-lead: access-lead for case-management-lead by 05-01 11:00, " + REFERRER);
    }

    @RowTest
    @Rows("HND-28..HND-32")
    void aSubmissionWithoutTheFieldIsRefusedAndNoneKnownWillDo(Row row) {
        Scene scene = ReferralRoad.profiled(pathway).forgets(Named.in(row).value());

        assertThat(told(scene.refusals("case-manager", offer())))
                .containsExactly("FIELD_MISSING " + Named.in(row) + " [case-manager]");
        scene.does(
                "case-manager",
                new RecordFact(Named.in(row), Sensitive.none(), Code.of("file"), care.baton.evidence.Grade.RECORDED));
        assertThat(scene.refusals("case-manager", offer())).isEmpty();
    }

    @Test
    @Requirement("HND-33")
    void aSubmissionWithNothingInTheProfileIsRefusedWithTheWholeList() {
        assertThat(told(ReferralRoad.opened(pathway).refusals("case-manager", offer())))
                .containsExactly(
                        "FIELD_MISSING support-routines [case-manager]",
                        "FIELD_MISSING risk-considerations [case-manager]",
                        "FIELD_MISSING medication-needs [case-manager]",
                        "FIELD_MISSING communication-preferences [case-manager]",
                        "FIELD_MISSING urgent-start-requirements [case-manager]");
    }

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
    @Requirement({"HND-17", "HND-45", "HND-46", "HND-52"})
    void aStageThatIsDoneAndNotReceivedIsAVisibleGapOfItsOwnerUntilTheNextAccepts() {
        Scene scene = ReferralRoad.submitted(pathway);

        assertThat(run(scene).gap()).isTrue();
        assertThat(scene.lines("stage", "hand-over"))
                .containsExactly(
                        "hand-over preparation: case-manager for case-management-lead by 03-03 17:00, " + REFERRER);
        scene.does("intake-manager", in(ReferralRoad.answer(new Answer.Accept())));
        assertThat(run(scene).gap()).isFalse();
        assertThat(scene.lines("stage", "hand-over"))
                .containsExactly(
                        "stage preparation: intake-manager for case-management-lead by 03-09 17:00, " + PROVIDER);
        assertThat(run(ReferralRoad.validated(pathway)).left())
                .containsExactly(Code.of("referral"), Code.of("preparation"), Code.of("start"), Code.of("outcome"));
    }

    @Test
    @Requirement({"OWN-37", "OWN-38", "OWN-29", "OWN-30", "OWN-31"})
    void fourDecisionsAreOpenAtOnceEachWithOneWhoOwesIt() {
        assertThat(ReferralRoad.inPreparation(pathway)
                        .lines(
                                "test-staffing",
                                "review-service-risk",
                                "record-clinical-guidance",
                                "decide-authorization"))
                .containsExactly(
                        "decide-authorization duty: authorization-team for intake-manager by 03-05 17:00, " + FUNDER,
                        "record-clinical-guidance duty: nurse-consultant for intake-manager by 03-04 17:00, "
                                + PROVIDER,
                        "review-service-risk duty: supervisor for intake-manager by 03-04 17:00, " + PROVIDER,
                        "test-staffing duty: scheduler for intake-manager by 03-04 17:00, " + PROVIDER);
    }

    @Test
    void aStageIsNotLeftWhileItsWorkIsOwed() {
        assertThat(told(ReferralRoad.inPreparation(pathway).refusals("intake-manager", new LeaveStage(RUN))))
                .containsExactly(
                        "FIELD_MISSING support-summary [intake-manager, case-manager]",
                        "FIELD_MISSING person-impact [intake-manager]",
                        "DUTY_NOT_DONE test-staffing [scheduler]",
                        "DUTY_NOT_DONE review-service-risk [supervisor]",
                        "DUTY_NOT_DONE record-clinical-guidance [nurse-consultant]",
                        "DUTY_NOT_DONE decide-authorization [authorization-team]");
    }

    private static final String PROFILE = """
            support-routines                | case-manager                | recorded  | none
            risk-considerations             | case-manager                | recorded  | none
            medication-needs                | case-manager                | recorded  | none
            communication-preferences       | case-manager                | recorded  | none
            urgent-start-requirements       | case-manager                | recorded  | none
            """;

    private static final String START = """
            referral-profile                | case-manager                | recorded  | said
            authorization-status            | authorization-team          | confirmed | said
            support-summary                 | intake-manager case-manager | recorded  | said
            risk-information                | supervisor                  | recorded  | said
            staffing-plan                   | scheduler                   | recorded  | said
            assigned-follow-up-owner        | intake-manager              | recorded  | said
            provider-response-category      | intake-manager case-manager | recorded  | said
            """;

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
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        Reason.FIELD_MISSING, Named.in(row).value()));
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
                        role,
                        new care.baton.record.RecordCommand.Fulfil(
                                s.owed(duty, "duty").orElseThrow().key())));
    }

    @Test
    @Requirement("HND-47")
    void itIsNotClosedUntilTheResultIsBackWithTheReferrer() {
        Scene scene = ReferralRoad.inOutcome(pathway);
        assertThat(scene.lines("stage", "follow-up-visit"))
                .containsExactly(
                        "follow-up-visit duty: supervisor for intake-manager by 03-16 11:00, " + PROVIDER,
                        "stage outcome: intake-manager for case-management-lead by 04-01 11:00, " + PROVIDER);
        Scene visited = scene.fork().says("supervisor", "follow-up-outcome");
        proof(visited, "supervisor", "follow-up-visit", "follow-up-outcome | supervisor | recorded | said");

        Scene done = scene.fork()
                .says("intake-manager", "referral-result")
                .does("intake-manager", in(new CompleteAction(List.of())));
        assertThat(told(done.refusals("case-manager", in(new ValidateCompletion()))))
                .containsExactly("RESULT_MISSING completion/output [intake-manager]");
        assertThat(told(done.refusals("case-management-lead", new CloseRun(RUN))))
                .contains("STILL_OWED runs/run-1/action [intake-manager]");

        Scene back = ReferralRoad.reported(pathway);
        Asked.holds(Asked.table("""
                        referral-result | intake-manager | recorded | said
                        person-impact   | intake-manager | recorded | said
                        """), back, s -> s.refusals("intake-manager", new LeaveStage(RUN)));
        back.forgets("referral-result").forgets("person-impact");
        assertThat(back.lines("supply"))
                .containsExactly(
                        "supply person-impact: intake-manager for intake-manager by 03-04 17:00, " + PROVIDER,
                        "supply referral-result: intake-manager for intake-manager by 04-01 12:00, " + PROVIDER);
    }

    @Test
    @Requirement({"OWN-26", "OWN-27", "OWN-33"})
    void theLeadClosesItOnceAnotherPersonHasValidatedTheOutcome() {
        Scene scene = ReferralRoad.validated(pathway);
        assertThat(told(scene.refusals("case-manager", new CloseRun(RUN))))
                .contains("ROLE_NOT_PERMITTED runs/run-1 [case-management-lead]");
        Asked.holds(Asked.table("""
                        referral-result | intake-manager | recorded  | said
                        outcome         | case-manager   | confirmed | said
                        """), scene, s -> s.refusals("case-management-lead", new CloseRun(RUN)));
        assertThat(scene.refusals("case-management-lead", new CloseRun(RUN))).isEmpty();
        assertThat(told(ReferralRoad.reported(pathway).refusals("case-management-lead", new CloseRun(RUN))))
                .contains(
                        "OUTCOME_NOT_VALIDATED runs/run-1/outcome [case-manager]",
                        "STAGE_NOT_LEFT runs/run-1/stages/outcome []");
        assertThat(told(scene.refusals("intake-manager", new ValidateOutcome(RUN))))
                .containsExactly("ROLE_NOT_PERMITTED runs/run-1/outcome [case-manager]");
        assertThat(Closing.bySamePerson(scene, "case-management-lead", "case-manager"))
                .containsExactly("SAME_PERSON runs/run-1 [case-management-lead]");
    }

    @Test
    void aFollowUpOwnerIsOneRoleOfThePathway() {
        Scene scene = ReferralRoad.inStart(pathway);
        for (String words : List.of("supervisor and scheduler", "somebody", "supervisor,scheduler")) {
            assertThat(told(scene.refusals("intake-manager", Scene.fact("assigned-follow-up-owner", words))))
                    .containsExactly("NAME_UNKNOWN facts/assigned-follow-up-owner []");
        }
        assertThat(scene.refusals("intake-manager", Scene.fact("assigned-follow-up-owner", "supervisor")))
                .isEmpty();
    }

    private static PathwayRun run(Scene scene) {
        return scene.record().chart().runs().get(RUN).orElseThrow();
    }

    static TakeDecision decision(String topic, String decision) {
        return new TakeDecision(RUN, Code.of(topic), Code.of(decision), Sensitive.none(), Optional.empty());
    }

    private static care.baton.record.RecordCommand offer() {
        return in(ReferralRoad.offer(ReferralRoad.ASK, Optional.of(ReferralRoad.SBAR)));
    }

    static RaiseFlag flag(String flag) {
        return new RaiseFlag(Code.of(flag));
    }
}
