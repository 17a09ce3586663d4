package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.record.RecordCommand.CloseRun;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import org.junit.jupiter.api.Test;

/** The load review of a changed need as it is shipped. */
class LoadReviewOfAChangedNeedTest extends Outlined {

    private static final Outline OUTLINE = Outline.of("""
            run      | pathway   | load-review-changed-need
            run      | owner     | program-manager
            run      | records   | supervisor
            run      | decides   | supervisor
            run      | escalates | program-manager
            run      | closes    | supervisor
            run      | validates | case-manager
            run      | review    | program-manager
            run      | by        | 04-01 11:00
            run      | again     | 05-01 11:00
            run      | ladder    | provider
            run      | receiver  | nurse-consultant
            ladder   | provider  | +0h program-manager 03-03 17:00 +24h case-manager 03-03 17:00
            stage    | need | supervisor | sbar | load-record | access-lead | 03-09 17:00 | provider
            field    | open   | coordination-trigger | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | open   | next-review-date | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | decide | task-affected | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | decide | caregiver-concern | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | decide | staff-observation | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | decide | supervisor-review | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | close  | case-manager-notification | supervisor case-manager | recorded | said | supervisor | 03-04 17:00
            field    | close  | proposed-action | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | close  | person-impact | supervisor | recorded | said | supervisor | 03-04 17:00
            stage    | next-review | supervisor | sbar | outcome-record | access-lead | 04-01 11:00 | provider
            field    | close  | outcome-at-next-review | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | close  | person-impact | supervisor | recorded | said | supervisor | 03-04 17:00
            closure  | outcome-at-next-review | supervisor | recorded | said
            holds    | next-review-date | an instant ahead
            topic    | load | supervisor | load-rising
            topic    | clinical-guidance | nurse-consultant | health-declining
            topic    | support-plan | case-manager | plan-no-longer-fits
            topic    | service-recovery | program-manager | repeated-disruption
            """);

    LoadReviewOfAChangedNeedTest() {
        super(LoadReview.changedNeed(), OUTLINE);
    }

    @RowTest
    @Rows("LOD-35..LOD-42")
    void theStepThatNeedsTheFieldIsNotTakenWithoutIt(Row row) {
        isAskedFor(row, Named.in(row).value());
    }

    @Test
    @Requirement("LOD-42")
    void theDateOfTheNextReviewIsSetWhenItOpensAndItDoesNotCloseWithoutTheOutcomeThere() {
        assertThat(told(known().forgets("next-review-date").refusals("supervisor", open())))
                .containsExactly("FIELD_MISSING next-review-date [supervisor]");
        assertThat(told(validated().forgets("outcome-at-next-review").refusals("supervisor", new CloseRun(RUN))))
                .contains("FIELD_MISSING outcome-at-next-review [supervisor]");
    }
}
