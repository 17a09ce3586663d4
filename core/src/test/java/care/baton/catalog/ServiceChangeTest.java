package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The notification of a service change as it is shipped. */
class ServiceChangeTest extends Outlined {

    private static final Outline OUTLINE = Outline.of("""
            run      | pathway   | service-change
            run      | owner     | program-manager
            run      | records   | program-manager
            run      | decides   | supervisor
            run      | escalates | executive-lead
            run      | closes    | program-manager
            run      | validates | case-manager
            run      | review    | program-manager
            run      | by        | 03-09 11:00
            run      | again     | 03-16 11:00
            run      | ladder    | immediate-risk
            run      | receiver  | case-manager
            ladder   | provider  | +0h program-manager 03-03 17:00 +24h case-manager 03-03 17:00
            ladder   | funder    | +0h access-lead 03-03 17:00 +24h program-manager 03-03 17:00
            ladder   | immediate-risk | +0h case-manager-supervisor 03-03 17:00 +4h operations-lead 03-03 17:00
            stage    | response | program-manager | sbar | change-record | access-lead | 03-05 17:00 | provider
            field    | open   | change-trigger | program-manager | recorded | said | program-manager | 03-03 00:00
            field    | decide | change-cause | program-manager | recorded | said | program-manager | 03-03 17:00
            field    | decide | provider-action | supervisor | recorded | said | supervisor | 03-03 17:00
            field    | close  | follow-up-date | program-manager | recorded | said | program-manager | 03-05 17:00
            field    | close  | person-impact | program-manager | recorded | said | program-manager | 03-04 17:00
            approval | decide | urgent-review | executive-lead | immediate-risk
            duty     | notify-case-manager | program-manager | 03-03 17:00 | provider
            proof    | case-manager-notification | program-manager | recorded | said
            duty     | review-funding | authorization-team | 03-04 17:00 | funder
            proof    | funding-review-status | authorization-team | confirmed | said
            duty     | revise-staffing | scheduler | 03-05 17:00 | provider
            proof    | staffing-revision | scheduler | recorded | said
            after    | review-funding | authorization-team
            duty     | update-support-plan | supervisor | 03-05 17:00 | provider
            proof    | updated-support-plan | supervisor | recorded | said
            stage    | follow-up | program-manager | sbar | follow-up-record | access-lead | 03-16 11:00 | provider
            field    | close  | follow-up-outcome | supervisor | recorded | said | supervisor | 03-16 11:00
            field    | close  | person-impact | program-manager | recorded | said | program-manager | 03-04 17:00
            holds    | change-cause | health behavior family-circumstances
            holds    | follow-up-date | an instant ahead
            holds    | change-trigger | support-need staffing-intensity risk-profile medication-support mobility behavioral-support family-communication-requirements service-level funding
            closure  | change-trigger | program-manager | recorded | said
            closure  | person-impact | program-manager | recorded | said
            closure  | provider-action | supervisor | recorded | said
            closure  | case-manager-notification | program-manager | recorded | said
            closure  | funding-review-status | authorization-team | confirmed | said
            closure  | updated-support-plan | supervisor | recorded | said
            closure  | follow-up-date | program-manager | recorded | said
            evidence | change-notifications | program-manager
            evidence | plan-updates | supervisor case-manager
            evidence | staffing-revisions | scheduler
            evidence | case-manager-notes | case-manager
            evidence | funding-review-records | authorization-team
            topic    | support-need | program-manager | support-no-longer-fits
            topic    | staffing-intensity | program-manager | support-no-longer-fits
            topic    | risk-profile | program-manager | support-no-longer-fits
            topic    | medication-support | program-manager | support-no-longer-fits
            topic    | mobility | program-manager | support-no-longer-fits
            topic    | behavioral-support | program-manager | support-no-longer-fits
            topic    | family-communication-requirements | program-manager | support-no-longer-fits
            topic    | service-level | program-manager | support-no-longer-fits
            topic    | funding | program-manager | support-no-longer-fits
            topic    | immediate-risk | supervisor | immediate-risk
            topic    | staffing | scheduler | no-staff-available
            topic    | service-continuity | executive-lead | service-at-risk
            topic    | support-plan | case-manager | plan-disputed
            topic    | case-oversight | case-manager-supervisor | case-unattended
            topic    | authorization | authorization-team | hours-not-enough
            topic    | commissioning | operations-lead | service-not-commissioned
            notice   | support-need | program-manager | case-manager | 03-03 17:00
            notice   | staffing-intensity | program-manager | case-manager | 03-03 17:00
            notice   | risk-profile | program-manager | case-manager | 03-03 17:00
            notice   | medication-support | program-manager | case-manager | 03-03 17:00
            notice   | mobility | program-manager | case-manager | 03-03 17:00
            notice   | behavioral-support | program-manager | case-manager | 03-03 17:00
            notice   | family-communication-requirements | program-manager | case-manager | 03-03 17:00
            notice   | service-level | program-manager | case-manager authorization-team | 03-03 17:00
            notice   | funding | program-manager | case-manager authorization-team | 03-03 17:00
            notice   | immediate-risk | supervisor | executive-lead case-manager-supervisor operations-lead | 03-03 00:00
            """);

    ServiceChangeTest() {
        super(ServiceChange.notification(), OUTLINE);
    }

    @Override
    String confirmedBy() {
        return "03-03 00:00";
    }

    @RowTest
    @Rows("TRN-19..TRN-25")
    void aChangeThatIsSignificantIsOwedToTheCaseManager(Row row) {
        String trigger = Named.in(row).value();
        Scene scene = opened().does("program-manager", decision(trigger));
        assertThat(scene.lines("notify"))
                .containsExactly("notify " + trigger
                        + ":case-manager: program-manager for case-manager by 03-03 17:00, " + route());
    }

    /** As soon as it is said, whether before the run or on it, and no more than once while it is to be told. */
    @RowTest
    @Rows("TRN-19..TRN-25")
    void aChangeThatIsNamedIsOwedToTheCaseManagerBeforeAnythingIsDecided(Row row) {
        String trigger = Named.in(row).value();
        Scene known = known().says("program-manager", "change-trigger", trigger).does("program-manager", open());
        String owed =
                "notify " + trigger + ":case-manager: program-manager for case-manager by 03-03 17:00, " + route();
        assertThat(known.lines("notify")).containsExactly(owed);

        Scene running = opened().says("program-manager", "change-trigger", "funding");
        running.says("program-manager", "change-trigger", trigger);
        running.says("program-manager", "change-trigger", trigger);
        assertThat(running.lines("notify")).contains(owed).hasSize(3);
        running.fulfils("program-manager", "notify", trigger + ":case-manager");
        assertThat(running.says("program-manager", "change-trigger", trigger).lines("notify"))
                .doesNotContain(owed);
    }

    @Test
    @Requirement({"TRN-18", "TRN-26"})
    void theProgramManagerRecordsItAndTwoAreToldWhenFundingOrServiceLevelIsTouched() {
        assertThat(told(known().refusals("supervisor", open())))
                .containsExactly("ROLE_NOT_PERMITTED runs/run-1 [program-manager]");
        for (String touched : List.of("funding", "service-level")) {
            for (Scene scene : List.of(
                    opened().does("program-manager", decision(touched)),
                    opened().says("program-manager", "change-trigger", touched))) {
                assertThat(scene.lines("notify"))
                        .extracting(line -> line.substring(0, line.indexOf(" by ")))
                        .containsExactly(
                                "notify " + touched + ":authorization-team: program-manager for authorization-team",
                                "notify " + touched + ":case-manager: program-manager for case-manager");
            }
        }
    }

    @Test
    @Requirement("TRN-28")
    void theCauseOfAChangeIsHealthBehaviorOrFamilyCircumstancesAndNothingElse() {
        for (String cause : List.of("health", "behavior", "family-circumstances")) {
            Scene scene = complete(0).does("program-manager", Scene.fact("change-cause", cause));
            assertThat(scene.refusals("supervisor", decision("proceed"))).isEmpty();
        }
        List<Refusal> refusals = opened().refusals("program-manager", Scene.fact("change-cause", "weather"));
        assertThat(told(refusals)).containsExactly("NAME_UNKNOWN facts/change-cause []");
        assertThat(refusals.get(0).names())
                .containsExactly(Code.of("health"), Code.of("behavior"), Code.of("family-circumstances"));
        assertThat(told(complete(0).forgets("change-cause").refusals("supervisor", decision("proceed"))))
                .containsExactly("FIELD_MISSING change-cause [program-manager]");
    }

    @Test
    @Requirement("TRN-17")
    void theStaffingIsNotRevisedBeforeTheFundingIsReviewed() {
        Scene scene = opened().says("scheduler", "staffing-revision");
        Fulfil revise =
                new Fulfil(scene.owed("revise-staffing", "duty").orElseThrow().key());
        assertThat(told(scene.refusals("scheduler", revise)))
                .containsExactly("DUTY_NOT_DONE review-funding [authorization-team]");
        scene.says("authorization-team", "funding-review-status")
                .fulfils("authorization-team", "review-funding", "duty");
        assertThat(scene.refusals("scheduler", revise)).isEmpty();
    }

    @Test
    @Requirement("ESC-07")
    void immediateRiskIsToldToExactlyThreeLeadsOnTheSameDayAndWaitsForTheUrgentReview() {
        Scene scene = complete(0).does(OTHER, new RaiseFlag(Code.of("immediate-risk")));
        assertThat(scene.lines("escalate"))
                .containsExactly("escalate immediate-risk: executive-lead for supervisor by 03-03 00:00, " + route());
        assertThat(scene.lines("notify"))
                .extracting(line -> line.substring(0, line.indexOf(", ")))
                .containsExactly(
                        "notify immediate-risk:case-manager-supervisor: supervisor for case-manager-supervisor"
                                + " by 03-03 00:00",
                        "notify immediate-risk:executive-lead: supervisor for executive-lead by 03-03 00:00",
                        "notify immediate-risk:operations-lead: supervisor for operations-lead by 03-03 00:00");
        assertThat(told(scene.refusals("supervisor", decision("proceed"))))
                .containsExactly("APPROVAL_MISSING urgent-review [executive-lead]");
        approves(scene, "immediate-risk");
        assertThat(scene.refusals("supervisor", decision("proceed"))).isEmpty();

        scene.does(OTHER, new RaiseFlag(Code.of("immediate-risk")));
        assertThat(scene.lines("notify")).as("told once").hasSize(3);
    }

    @RowTest
    @Rows("EVI-18..EVI-22")
    void eachKindOfEvidenceHasASourceADateAndALocationAndIsCounted(Row row) {
        isFiledAndCounted(row);
    }

    @RowTest
    @Rows("AUD-21..AUD-27")
    void whatTheAuditOfAServiceChangeAsksForIsThereBeforeItClosesAndIsNamedWhenAbsent(Row row) {
        String field = Named.in(row).value();
        isNamedByTheAudit(field);
        Scene scene = validated().forgets(field);
        assertThat(scene.refusals("program-manager", new CloseRun(RUN)))
                .filteredOn(refusal -> refusal.code() != Reason.OUTCOME_NOT_VALIDATED)
                .extracting(Refusal::path)
                .containsExactly(field);
    }
}
