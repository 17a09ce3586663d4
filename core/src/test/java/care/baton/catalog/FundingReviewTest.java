package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Code;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import org.junit.jupiter.api.Test;

/** The funding review of a complex pathway as it is shipped. */
class FundingReviewTest extends Outlined {

    private static final Outline OUTLINE = Outline.of("""
            run      | pathway   | complex-pathway-funding-review
            run      | owner     | program-manager
            run      | records   | program-manager
            run      | decides   | program-manager
            run      | escalates | program-manager
            run      | closes    | operations-lead
            run      | validates | case-manager
            run      | review    | access-lead
            run      | by        | 04-01 11:00
            run      | again     | 05-01 11:00
            run      | ladder    | funder
            run      | receiver  | operations-lead
            ladder   | provider  | +0h program-manager 03-03 17:00 +24h case-manager 03-03 17:00
            ladder   | funder    | +0h access-lead 03-03 17:00 +24h program-manager 03-03 17:00
            stage    | effort | program-manager | sbar | time-record | access-lead | 03-09 17:00 | provider
            field    | open   | pathway-under-review | program-manager | recorded | said | program-manager | 03-04 17:00
            field    | offer  | meeting-time | program-manager | recorded | none | program-manager | 03-09 17:00
            field    | offer  | transition-planning-activity | program-manager | recorded | none | program-manager | 03-09 17:00
            field    | offer  | case-manager-communication | program-manager | recorded | none | program-manager | 03-09 17:00
            field    | offer  | supervisor-preparation | program-manager | recorded | none | program-manager | 03-09 17:00
            field    | offer  | staff-briefing | program-manager | recorded | none | program-manager | 03-09 17:00
            field    | offer  | family-contact | program-manager | recorded | none | program-manager | 03-09 17:00
            field    | offer  | post-start-follow-up | program-manager | recorded | none | program-manager | 03-09 17:00
            field    | close  | person-impact | program-manager | recorded | said | program-manager | 03-04 17:00
            stage    | conclusion | operations-lead | sbar | funding-record | access-lead | 04-01 11:00 | funder
            field    | close  | person-impact | operations-lead | recorded | said | operations-lead | 03-04 17:00
            duty     | conclude-funding | authorization-team | 03-09 17:00 | funder
            proof    | funding-conclusion | authorization-team | confirmed | said
            duty     | decide-review | operations-lead | 04-01 11:00 | funder
            proof    | review-decision | operations-lead | confirmed | said
            after    | conclude-funding | authorization-team
            closure  | funding-conclusion | authorization-team | confirmed | said
            closure  | review-decision | operations-lead | confirmed | said
            evidence | quality-committee-minutes | program-manager
            evidence | meeting-logs | program-manager case-manager
            evidence | transition-plans | program-manager case-manager
            evidence | staff-preparation-records | program-manager
            evidence | communication-notes | program-manager case-manager
            evidence | rate-assumptions | authorization-team
            evidence | start-outcomes | program-manager
            evidence | incident-trends-after-service-begins | program-manager
            topic    | effort | program-manager | effort-unrecorded
            topic    | support-plan | case-manager | plan-disputed
            topic    | authorization | authorization-team | hours-not-enough
            topic    | commissioning | operations-lead | service-not-commissioned
            """);

    FundingReviewTest() {
        super(FundingReview.complexPathway(), OUTLINE);
    }

    @Test
    void theReviewGoesToTheCommissionerWithEveryHeadingAnsweredOrNotAtAll() {
        Scene scene = at(0);
        assertThat(told(scene.refusals("program-manager", offer(Scene.HANDOFF, "operations-lead", stage(0)))))
                .containsExactly(
                        "FIELD_MISSING meeting-time [program-manager]",
                        "FIELD_MISSING transition-planning-activity [program-manager]",
                        "FIELD_MISSING case-manager-communication [program-manager]",
                        "FIELD_MISSING supervisor-preparation [program-manager]",
                        "FIELD_MISSING staff-briefing [program-manager]",
                        "FIELD_MISSING family-contact [program-manager]",
                        "FIELD_MISSING post-start-follow-up [program-manager]");
        assertThat(complete(0)
                        .does("program-manager", new LeaveStage(RUN))
                        .record()
                        .chart()
                        .runs()
                        .get(RUN)
                        .orElseThrow()
                        .gap())
                .isTrue();
        assertThat(at(1).owed("stage", "conclusion").orElseThrow().holder().role())
                .isEqualTo(Code.of("operations-lead"));
    }

    @RowTest
    @Rows("EVI-23..EVI-30")
    void eachKindOfEvidenceHasASourceADateAndALocationAndIsCounted(Row row) {
        isFiledAndCounted(row);
    }
}
