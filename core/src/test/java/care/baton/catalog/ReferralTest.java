package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.in;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Input;
import care.baton.handoff.Priority;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.HandoffId;
import care.baton.party.Sensitive;
import care.baton.record.AlreadyAsked;
import care.baton.record.CoordinationRecord;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The referral as it is shipped, run through the one door. What is expected comes from the table of requirements. */
class ReferralTest extends ReferralNeeds {

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
        scene.does("case-manager", new RecordFact(Named.in(row), Sensitive.none(), Code.of("file"), Grade.RECORDED));
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
    @Requirement("HND-50")
    void aConsultationIsOfferedWithItsResultsAndWhereItIsAskedAlreadyThatIsKnown() {
        Scene scene = ReferralRoad.profiled(pathway);
        assertThat(told(scene.refusals("case-manager", in(offer(consultation())))))
                .containsExactly(
                        "FIELD_MISSING offer/ask/input/laboratory-results [case-manager]",
                        "FIELD_MISSING offer/ask/input/imaging-results [case-manager]");
        assertThat(told(scene.refusals(
                        "case-manager",
                        in(offer(consultation(
                                new Input(Code.of("laboratory-results"), Sensitive.of("in the chart")),
                                new Input(Code.of("imaging-results"), Sensitive.none())))))))
                .containsExactly("FIELD_MISSING offer/ask/input/imaging-results [case-manager]");
        Ask whole = consultation(
                new Input(Code.of("laboratory-results"), Sensitive.of("in the chart")),
                new Input(Code.of("imaging-results"), Sensitive.of("with the referral")));
        assertThat(scene.refusals("case-manager", in(offer(whole)))).isEmpty();

        HandoffId another = HandoffId.of("another");
        assertThat(AlreadyAsked.of(scene.record().chart(), whole, another)).isEmpty();
        scene.does("case-manager", in(offer(whole)));
        assertThat(AlreadyAsked.of(scene.record().chart(), whole, another))
                .containsExactly(new AlreadyAsked(Scene.HANDOFF, 1, RUN, Scene.seat("intake-manager"), false));
        assertThat(AlreadyAsked.of(scene.record().chart(), whole, Scene.HANDOFF))
                .isEmpty();
        assertThat(AlreadyAsked.of(scene.record().chart(), ASK, another)).isEmpty();
        Scene accepted = scene.fork().does("intake-manager", in(ReferralRoad.answer(whole, new Answer.Accept())));
        assertThat(AlreadyAsked.of(accepted.record().chart(), whole, another))
                .extracting(AlreadyAsked::accepted)
                .containsExactly(true);
        scene.does(
                "intake-manager",
                in(ReferralRoad.answer(whole, new Answer.Decline(Code.of("no-capacity"), Sensitive.none()))));
        assertThat(AlreadyAsked.of(scene.record().chart(), whole, another)).isEmpty();
    }

    private static Ask consultation(Input... input) {
        return new Ask(
                Code.of("specialist-consultation"),
                Scene.PARTICIPANT,
                Priority.ROUTINE,
                Sensitive.none(),
                Sensitive.none(),
                List.of(input),
                Optional.empty());
    }

    @Test
    @Requirement({"HND-17", "HND-45", "HND-52"})
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
    @Requirement("HND-46")
    void aStageThatNobodyHasTakenOverDoesNotBeginAndItsOwnersStepsAreRefused() {
        Scene scene = ReferralRoad.profiled(pathway)
                .says("case-manager", "person-impact")
                .does("case-manager", new LeaveStage(RUN));

        for (Scene waiting : List.of(scene, scene.fork().does("case-manager", offer()))) {
            assertThat(run(waiting).gap()).isTrue();
            assertThat(run(waiting).stage()).contains(Code.of("referral"));
            assertThat(run(waiting).owner()).contains(Scene.seat("case-manager").heldBy(Optional.empty()));
            assertThat(waiting.lines("stage", "take-up", "test-staffing", "hand-over"))
                    .containsExactly(
                            "hand-over preparation: case-manager for case-management-lead by 03-03 17:00, " + REFERRER);
            assertThat(told(waiting.refusals("intake-manager", new LeaveStage(RUN))))
                    .containsExactly("STEP_NOT_OPEN runs/run-1/stages/referral []");
            assertThat(waiting.refusals("intake-manager", in(new StartAction())))
                    .extracting(Refusal::code)
                    .contains(Reason.STEP_NOT_OPEN);
        }
        assertThat(told(scene.refusals("intake-manager", in(ReferralRoad.answer(new Answer.Accept())))))
                .containsExactly("OFFER_UNKNOWN answer []");
    }

    @Test
    @Requirement("OWN-37")
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
                        "test-staffing duty: scheduler for intake-manager by 03-04 17:00, " + STAFFING);
    }

    @Test
    @Requirement("HND-11")
    void beforeAnUrgentStartAllDecisionsHaveOneJointLatestTime() {
        Ask urgent = new Ask(
                Code.of("home-care"),
                Scene.PARTICIPANT,
                Priority.URGENT,
                Sensitive.none(),
                Sensitive.none(),
                List.of(),
                Optional.of(Scene.MONDAY_10.plus(Duration.ofHours(40))));
        Scene scene = ReferralRoad.profiled(pathway)
                .says("case-manager", "person-impact")
                .does("case-manager", in(ReferralRoad.offer(urgent, Optional.of(ReferralRoad.SBAR))))
                .does("case-manager", new LeaveStage(RUN))
                .does("intake-manager", in(ReferralRoad.answer(urgent, new Answer.Accept())));
        for (String work :
                List.of("test-staffing", "review-service-risk", "record-clinical-guidance", "decide-authorization")) {
            assertThat(Scene.local(scene.owed(work, "duty").orElseThrow().due()))
                    .isEqualTo("03-03 02:00");
        }
    }

    @Test
    void aStageIsNotLeftWhileItsWorkIsOwed() {
        assertThat(told(ReferralRoad.inPreparation(pathway).refusals("intake-manager", new LeaveStage(RUN))))
                .containsExactly(
                        "FIELD_MISSING support-summary [intake-manager, case-manager]",
                        "FIELD_BY_OTHER_ROLE person-impact [intake-manager]",
                        "DUTY_NOT_DONE test-staffing [scheduler]",
                        "DUTY_NOT_DONE review-service-risk [supervisor]",
                        "DUTY_NOT_DONE record-clinical-guidance [nurse-consultant]",
                        "DUTY_NOT_DONE decide-authorization [authorization-team]");
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
    @Requirement({"OWN-26", "OWN-27"})
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
                        "STAGE_NOT_LEFT runs/run-1/stages/outcome [intake-manager]");
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

    static RaiseFlag flag(String flag) {
        return new RaiseFlag(Code.of(flag));
    }

    @Test
    @Requirement("HND-44")
    void oneRecordSpansCaseManagerProviderAuthorizationTeamAndFamily() {
        CoordinationRecord record = ReferralRoad.prepared(pathway)
                .does(
                        "person",
                        new TakeDecision(
                                Scene.RUN,
                                Code.of("choice-of-provider"),
                                Code.of("chosen"),
                                Sensitive.none(),
                                Optional.empty()))
                .record();

        assertThat(record.ledger().entries())
                .extracting(entry -> entry.act().by().role().value())
                .contains("case-manager", "intake-manager", "authorization-team", "person");
        assertThat(record.ledger().entries().toList().stream()
                        .map(entry -> entry.act().by().organization())
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(record.ledger().verify().isIntact()).isTrue();
    }

    @Override
    Map<String, List<String>> evidence() {
        return Map.of(
                "referral-profiles", List.of("case-manager"),
                "provider-response-logs", List.of("intake-manager"),
                "clarification-requests", List.of("intake-manager"),
                "case-manager-replies", List.of("case-manager"),
                "authorization-records", List.of("authorization-team"),
                "start-date-outcomes", List.of("intake-manager"));
    }

    @RowTest
    @Rows("EVI-12..EVI-17")
    void eachKindOfEvidenceHasASourceADateAndALocationAndIsCounted(Row row) {
        isFiledAndCounted(row);
    }
}
