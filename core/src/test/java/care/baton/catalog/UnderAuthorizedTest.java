package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Under-authorized support as it is shipped. */
class UnderAuthorizedTest extends Outlined {

    private static final Outline OUTLINE = Outline.of("""
            run      | pathway   | under-authorized-support
            run      | owner     | program-manager
            run      | records   | supervisor
            run      | decides   | supervisor
            run      | escalates | program-manager
            run      | closes    | case-manager
            run      | validates | supervisor
            run      | review    | program-manager
            run      | by        | 04-01 11:00
            run      | again     | 05-01 11:00
            run      | ladder    | provider
            run      | receiver  | case-manager
            ladder   | provider  | +0h program-manager 03-03 17:00 +24h case-manager 03-03 17:00
            ladder   | funder    | +0h access-lead 03-03 17:00 +24h program-manager 03-03 17:00
            stage    | request | supervisor | sbar | load-record | access-lead | 03-09 17:00 | provider
            field    | open   | coordination-trigger | supervisor | recorded | said | supervisor | 03-03 00:00
            field    | offer  | support-windows | supervisor | recorded | said | supervisor | 03-04 17:00
            holds    | support-windows | each linked to transfer-safety missed-routines caregiver-strain medication-error falls
            field    | close  | person-impact | supervisor | recorded | said | supervisor | 03-04 17:00
            gate     | offer  | counted-activities | supervisor | recorded | said
            holds    | counted-activities | each linked to transfer-safety missed-routines caregiver-strain medication-error falls
            gate     | offer  | need-change-evidence | supervisor | recorded | said
            gate     | offer  | provider-delay-ruled-out | program-manager | confirmed | said
            gate     | offer  | unclear-documentation-ruled-out | program-manager | confirmed | said
            stage    | decision | case-manager | sbar | authorization-record | access-lead | 03-09 17:00 | funder
            field    | close  | authorized-until | authorization-team | confirmed | none | authorization-team | 03-05 17:00
            holds    | authorized-until | an instant ahead
            expiry   | authorized-until | reassess-authorization | case-manager | funder | authorization-reassessment | case-manager | recorded | said
            field    | close  | person-impact | case-manager | recorded | said | case-manager | 03-04 17:00
            duty     | decide-authorization | authorization-team | 03-05 17:00 | funder
            proof    | authorization-decision | authorization-team | confirmed | said
            stage    | outcome-review | case-manager | sbar | outcome-record | access-lead | 04-01 11:00 | provider
            field    | close  | authorization-outcome-review | case-manager | recorded | said | case-manager | 04-01 11:00
            field    | close  | person-impact | case-manager | recorded | said | case-manager | 03-04 17:00
            closure  | authorization-decision | authorization-team | confirmed | said
            closure  | authorization-outcome-review | case-manager | recorded | said
            topic    | support-need | supervisor | need-rising
            topic    | documentation | program-manager | documentation-unclear
            topic    | support-plan | case-manager | hours-disputed
            topic    | authorization | authorization-team | hours-not-enough
            """);

    UnderAuthorizedTest() {
        super(UnderAuthorized.reassessment(), OUTLINE);
    }

    @Test
    @Requirement("GAT-02")
    void noRequestGoesOutWithoutTheChangedNeedAndTheCheckThatNothingElseExplainsIt() {
        Scene scene = complete(0)
                .forgets("need-change-evidence")
                .forgets("provider-delay-ruled-out")
                .forgets("unclear-documentation-ruled-out");
        assertThat(told(scene.refusals("supervisor", offer(Scene.HANDOFF, "case-manager", stage(0)))))
                .containsExactly(
                        "FIELD_MISSING need-change-evidence [supervisor]",
                        "FIELD_MISSING provider-delay-ruled-out [program-manager]",
                        "FIELD_MISSING unclear-documentation-ruled-out [program-manager]");
    }

    @Test
    @Requirement("GAT-01")
    void noRequestGoesOutOnAFigureEachActivityThatCountsNamesTheCareRiskItBearsOn() {
        Scene scene = complete(0).forgets("counted-activities");
        for (String said :
                new String[] {"42", "42 calls", "pharmacy-call=medication-error, spouse-call", "visit=busy"}) {
            assertThat(told(scene.refusals("supervisor", Scene.fact("counted-activities", said))))
                    .as(said)
                    .containsExactly("NAME_UNKNOWN facts/counted-activities []");
        }
        assertThat(told(scene.refusals("supervisor", offer(Scene.HANDOFF, "case-manager", stage(0)))))
                .containsExactly("FIELD_MISSING counted-activities [supervisor]");
        scene.says("supervisor", "counted-activities", "pharmacy-call=medication-error, spouse-call=caregiver-strain");
        assertThat(scene.refusals("supervisor", offer(Scene.HANDOFF, "case-manager", stage(0))))
                .isEmpty();
    }

    @Test
    @Requirement({"TRN-05", "TRN-07"})
    void aRequestThatNamesNoWindowsOrNoRisksIsRefused() {
        Scene scene = complete(0).forgets("support-windows");
        assertThat(told(scene.refusals("supervisor", offer(Scene.HANDOFF, "case-manager", stage(0)))))
                .containsExactly("FIELD_MISSING support-windows [supervisor]");
        for (String words : List.of("more hours", "mornings", "mornings=", "mornings=more-hours")) {
            assertThat(told(scene.refusals("supervisor", Scene.fact("support-windows", words))))
                    .containsExactly("NAME_UNKNOWN facts/support-windows []");
        }
        scene.says("supervisor", "support-windows", "morning-transfers=falls, appointment-preparation=missed-routines");
        assertThat(scene.refusals("supervisor", offer(Scene.HANDOFF, "case-manager", stage(0))))
                .isEmpty();
        assertThat(complete(0).refusals("supervisor", offer(Scene.HANDOFF, "case-manager", stage(0))))
                .isEmpty();
    }

    @Test
    @Requirement("FND-02")
    void aTemporaryAuthorizationHasAnEndAndWhenThatComesSomebodyActs() {
        Scene scene = at(1);
        assertThat(told(scene.refusals("case-manager", new LeaveStage(RUN))))
                .contains("FIELD_MISSING authorized-until [authorization-team]");
        scene.says("authorization-team", "authorized-until", "2026-03-31T22:00:00Z");
        assertThat(scene.lines("reassess-authorization"))
                .containsExactly("reassess-authorization authorized-until: case-manager for program-manager"
                        + " by 03-31 18:00, " + outline.route("funder"));
        scene.later(Duration.ofDays(29)).does(OTHER, new AdvanceTime());
        assertThat(heard(scene)).isEmpty();
        scene.later(Duration.ofDays(1)).does(OTHER, new AdvanceTime());
        assertThat(heard(scene)).singleElement().asString().contains(": access-lead for ");
        assertThat(told(validated()
                        .says("authorization-team", "authorized-until", "2026-12-01T00:00:00Z")
                        .refusals("case-manager", new CloseRun(RUN))))
                .containsExactly("STILL_OWED runs/run-1/reassess-authorization/authorized-until [case-manager]");
    }

    private static List<String> heard(Scene scene) {
        return scene.lines("escalation").stream()
                .filter(line -> line.startsWith("escalation reassess-authorization:"))
                .toList();
    }

    @Test
    void anAuthorizationWithoutAnEndBringsNothingToReassess() {
        Scene scene = at(1).does(
                        "authorization-team",
                        new RecordFact(
                                Code.of("authorized-until"), Sensitive.none(), Code.of("file"), Grade.CONFIRMED));
        assertThat(told(scene.refusals("case-manager", new LeaveStage(RUN))))
                .doesNotContain("FIELD_MISSING authorized-until [authorization-team]");
        assertThat(scene.lines("reassess-authorization")).isEmpty();
    }

    @Test
    @Requirement("AUD-09")
    void noChangeOfAnAuthorizationIsClosedWithoutTheReviewOfWhatCameOfIt() {
        Scene scene = complete(2).forgets("authorization-outcome-review");
        assertThat(told(scene.refusals("case-manager", new LeaveStage(RUN))))
                .containsExactly("FIELD_MISSING authorization-outcome-review [case-manager]");
        assertThat(told(validated()
                        .forgets("authorization-outcome-review")
                        .refusals("case-manager", new CloseRun(RUN))))
                .contains("FIELD_MISSING authorization-outcome-review [case-manager]");
    }

    @Test
    @Requirement("AUD-09")
    void aChangeAfterTheReviewIsReviewedAnew() {
        Scene scene = complete(2).later(Duration.ofMinutes(1)).says("authorization-team", "authorization-decision");
        assertThat(told(scene.refusals("case-manager", new LeaveStage(RUN))))
                .containsExactly("FIELD_MISSING authorization-outcome-review [case-manager]");
        assertThat(scene.lines("supply"))
                .singleElement()
                .asString()
                .startsWith("supply authorization-outcome-review: case-manager");
        scene.says("case-manager", "authorization-outcome-review").does("case-manager", new LeaveStage(RUN));

        Scene late = validated().later(Duration.ofMinutes(1)).says("authorization-team", "authorization-decision");
        assertThat(told(late.refusals("case-manager", new CloseRun(RUN))))
                .contains("FIELD_MISSING authorization-outcome-review [case-manager]");
    }

    @Test
    void theRequestPassesToTheCaseManagerOnlyByItsAcceptance() {
        Scene scene = complete(0).does("supervisor", new LeaveStage(RUN));
        assertThat(scene.record().chart().runs().get(RUN).orElseThrow().gap()).isTrue();
        assertThat(scene.lines("hand-over"))
                .containsExactly("hand-over decision: supervisor for program-manager by 03-03 17:00, " + route());
        assertThat(at(1).owed("stage", "decision").orElseThrow().holder().role())
                .isEqualTo(Code.of("case-manager"));
    }
}
