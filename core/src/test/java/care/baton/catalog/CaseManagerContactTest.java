package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A contact with the case manager as it is shipped. */
class CaseManagerContactTest extends Outlined {

    private static final Outline OUTLINE = Outline.of("""
            run      | pathway   | case-manager-contact
            run      | owner     | program-manager
            run      | records   | supervisor
            run      | decides   | supervisor
            run      | escalates | program-manager
            run      | closes    | supervisor
            run      | validates | program-manager
            run      | review    | program-manager
            run      | by        | 04-01 11:00
            run      | again     | 05-01 11:00
            run      | ladder    | provider
            run      | receiver  | case-manager
            ladder   | provider  | +0h program-manager 03-03 17:00 +24h case-manager 03-03 17:00
            stage    | contact | supervisor | sbar | contact-log | access-lead | 03-04 17:00 | provider
            field    | open   | case-manager-contact-reason | supervisor | recorded | said | supervisor | 03-03 00:00
            field    | offer  | provider-decision-needed | supervisor | recorded | said | supervisor | 03-03 17:00
            field    | offer  | internal-review-completed | supervisor | confirmed | said | supervisor | 03-03 17:00
            field    | close  | outcome-affected | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | close  | action-agreed | supervisor case-manager | recorded | none | supervisor | 03-04 17:00
            field    | close  | follow-up-owner | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | close  | plan-change | case-manager | recorded | none | case-manager | 03-09 17:00
            field    | close  | person-impact | supervisor | recorded | said | supervisor | 03-04 17:00
            approval | offer  | supervisor-review | supervisor | risk-escalation service-intensity family-concern clinical-input potential-care-plan-change
            closure  | case-manager-contact-reason | supervisor | recorded | said
            closure  | provider-decision-needed | supervisor | recorded | said
            closure  | internal-review-completed | supervisor | confirmed | said
            closure  | outcome-affected | supervisor | recorded | said
            closure  | action-agreed | supervisor case-manager | recorded | none
            closure  | follow-up-owner | supervisor | recorded | said
            closure  | plan-change | case-manager | recorded | none
            holds    | follow-up-owner | a role
            topic    | communication | supervisor | contact-repeated
            topic    | service-recovery | program-manager | repeated-disruption
            topic    | support-plan | case-manager | plan-no-longer-fits
            """);

    CaseManagerContactTest() {
        super(CaseManagerContact.reviewed(), OUTLINE);
    }

    @RowTest
    @Rows({"AUD-02", "AUD-03", "AUD-05", "AUD-06"})
    void theAuditOfAContactNamesWhatIsAbsent(Row row) {
        String field = row.term().replace(' ', '-');
        assertThat(validated().forgets(field).refusals("supervisor", new CloseRun(RUN)))
                .filteredOn(refusal -> refusal.code() != Reason.OUTCOME_NOT_VALIDATED)
                .extracting(Refusal::path)
                .containsExactly(field);
        isAskedFor(row, field);
        isNamedByTheAudit(field);
    }

    @Test
    @Requirement({"AUD-06", "AUD-16"})
    void thatNothingWasAgreedOrChangedIsSaidExpressly() {
        Scene scene = complete(0).forgets("action-agreed").forgets("plan-change");
        assertThat(told(scene.refusals("supervisor", new LeaveStage(RUN))))
                .containsExactly(
                        "FIELD_MISSING action-agreed [supervisor, case-manager]",
                        "FIELD_MISSING plan-change [case-manager]");
        for (String field : List.of("action-agreed", "plan-change")) {
            scene.does(
                    "case-manager", new RecordFact(Code.of(field), Sensitive.none(), Code.of("file"), Grade.RECORDED));
        }
        assertThat(scene.refusals("supervisor", new LeaveStage(RUN))).isEmpty();
    }

    @Test
    @Requirement("AUD-04")
    void nothingGoesToTheCaseManagerBeforeItWasReviewedInside() {
        assertThat(told(complete(0)
                        .forgets("internal-review-completed")
                        .refusals("supervisor", offer(Scene.HANDOFF, "case-manager", stage(0)))))
                .containsExactly("FIELD_MISSING internal-review-completed [supervisor]");
        assertThat(complete(0).refusals("supervisor", offer(Scene.HANDOFF, "case-manager", stage(0))))
                .isEmpty();
    }

    @Test
    @Requirement("AUD-07")
    void exactlyOneRoleFollowsItUp() {
        Scene scene = complete(0).forgets("follow-up-owner");
        assertThat(told(scene.refusals("supervisor", new LeaveStage(RUN))))
                .containsExactly("FIELD_MISSING follow-up-owner [supervisor]");
        for (String words : List.of("supervisor and case-manager", "everybody")) {
            assertThat(told(scene.refusals("supervisor", Scene.fact("follow-up-owner", words))))
                    .containsExactly("NAME_UNKNOWN facts/follow-up-owner []");
        }
        assertThat(scene.refusals("supervisor", Scene.fact("follow-up-owner", "case-manager")))
                .isEmpty();
    }

    @RowTest
    @Rows("GAT-07..GAT-11")
    void whatTouchesItIsNotSentBeforeTheSupervisorsReview(Row row) {
        String concern =
                row.id().equals("GAT-07") ? "risk-escalation" : Named.in(row).value();
        Scene scene = complete(0).does(OTHER, new RaiseFlag(Code.of(concern)));
        assertThat(told(scene.refusals("supervisor", offer(Scene.HANDOFF, "case-manager", stage(0)))))
                .containsExactly("APPROVAL_MISSING supervisor-review [supervisor]");
        approves(scene, concern);
        assertThat(scene.refusals("supervisor", offer(Scene.HANDOFF, "case-manager", stage(0))))
                .isEmpty();
    }
}
