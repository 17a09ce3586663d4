package care.baton.catalog;

import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Fact;
import care.baton.outcome.Code;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The load review after a medication change as it is shipped. */
class LoadReviewOfAMedicationChangeTest extends Outlined {

    private static final Outline OUTLINE = Outline.of("""
            run      | pathway   | load-review-medication-change
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
            stage    | clarification | supervisor | sbar | load-record | access-lead | 03-09 17:00 | provider
            field    | open   | coordination-reason | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | decide | medication-change-date | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | decide | staff-question | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | decide | clinical-contact | supervisor nurse-consultant | recorded | said | supervisor | 03-04 17:00
            field    | decide | clinical-contact-time | supervisor nurse-consultant | recorded | said | supervisor | 03-04 17:00
            field    | close  | supervisor-decision | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | close  | case-manager-update | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | close  | case-manager-update-recipient | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | close  | case-manager-update-time | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | close  | person-impact | supervisor | recorded | said | supervisor | 03-04 17:00
            stage    | outcome | supervisor | sbar | outcome-record | access-lead | 04-01 11:00 | provider
            field    | close  | outcome-after-clarification | supervisor | recorded | said | supervisor | 03-04 17:00
            field    | close  | person-impact | supervisor | recorded | said | supervisor | 03-04 17:00
            closure  | outcome-after-clarification | supervisor | recorded | said
            holds    | medication-change-date | an instant gone by
            holds    | clinical-contact-time | an instant gone by
            holds    | case-manager-update-time | an instant gone by
            topic    | load | supervisor | load-rising
            topic    | clinical-guidance | nurse-consultant | health-declining
            topic    | support-plan | case-manager | plan-no-longer-fits
            topic    | service-recovery | program-manager | repeated-disruption
            """);

    LoadReviewOfAMedicationChangeTest() {
        super(LoadReview.medicationChange(), OUTLINE);
    }

    @RowTest
    @Rows("LOD-24..LOD-30")
    void theStepThatNeedsTheFieldIsNotTakenWithoutAnyPartOfIt(Row row) {
        Map<String, List<String>> parts = Map.of(
                "clinical-contact", List.of("clinical-contact", "clinical-contact-time"),
                "case-manager-update",
                        List.of("case-manager-update", "case-manager-update-recipient", "case-manager-update-time"));
        String field = Named.in(row).value();
        parts.getOrDefault(field, List.of(field)).forEach(part -> isAskedFor(row, part));
    }

    @Test
    @Requirement("LOD-25")
    void theDateOfTheMedicationChangeIsNotAfterItsEntry() {
        Scene scene = opened();
        String now = scene.now().toString();
        String later = scene.now().plusNanos(1).toString();
        assertThat(scene.refusals("supervisor", Scene.fact("medication-change-date", now)))
                .isEmpty();
        assertThat(told(scene.refusals("supervisor", Scene.fact("medication-change-date", later))))
                .containsExactly("IN_THE_FUTURE facts/medication-change-date []");
        assertThat(told(scene.refusals("supervisor", Scene.fact("medication-change-date", "last week"))))
                .containsExactly("NOT_AN_INSTANT facts/medication-change-date []");
    }

    @Test
    @Requirement("LOD-25")
    void whatIsSaidBeforeTheRunIsOpenIsHeldAgainstItsDefinitionToo() {
        Scene scene = Scene.of(pathway);
        assertThat(told(scene.refusals("supervisor", Scene.fact("medication-change-date", "last week"))))
                .containsExactly("NOT_AN_INSTANT facts/medication-change-date []");
        assertThat(told(scene.refusals("person", Scene.fact("medication-change-date", "last week"))))
                .extracting(line -> line.substring(0, line.indexOf('[')))
                .containsExactly("ROLE_NOT_PERMITTED facts/medication-change-date ");
    }

    @Test
    @Requirement("LOD-28")
    void theSupervisorsDecisionSaysByWhomAndWhen() {
        Fact decision = complete(0)
                .record()
                .chart()
                .evidence()
                .fact(Code.of("supervisor-decision"))
                .orElseThrow();
        assertThat(decision.author()).isEqualTo(Scene.seat("supervisor"));
        assertThat(decision.at()).isEqualTo(Scene.MONDAY_10);
    }
}
