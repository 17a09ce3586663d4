package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Code;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.trace.Requirement;
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
            field    | offer  | window-risks | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | close  | person-impact | supervisor | recorded | said | supervisor | 03-04 17:00
            gate     | offer  | need-change-evidence | supervisor | recorded | said
            gate     | offer  | provider-delay-ruled-out | program-manager | confirmed | said
            gate     | offer  | unclear-documentation-ruled-out | program-manager | confirmed | said
            stage    | decision | case-manager | sbar | authorization-record | access-lead | 03-09 17:00 | funder
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
    @Requirement({"TRN-05", "TRN-07"})
    void aRequestThatNamesNoWindowsOrNoRisksIsRefused() {
        for (String part : new String[] {"support-windows", "window-risks"}) {
            assertThat(told(complete(0)
                            .forgets(part)
                            .refusals("supervisor", offer(Scene.HANDOFF, "case-manager", stage(0)))))
                    .containsExactly("FIELD_MISSING " + part + " [supervisor]");
        }
        assertThat(complete(0).refusals("supervisor", offer(Scene.HANDOFF, "case-manager", stage(0))))
                .isEmpty();
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
    void theRequestPassesToTheCaseManagerOnlyByItsAcceptance() {
        Scene scene = complete(0).does("supervisor", new LeaveStage(RUN));
        assertThat(scene.record().chart().runs().get(RUN).orElseThrow().gap()).isTrue();
        assertThat(scene.lines("hand-over"))
                .containsExactly("hand-over decision: supervisor for program-manager by 03-03 17:00, " + route());
        assertThat(at(1).owed("stage", "decision").orElseThrow().holder().role())
                .isEqualTo(Code.of("case-manager"));
    }
}
