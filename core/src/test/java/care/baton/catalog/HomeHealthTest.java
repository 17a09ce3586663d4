package care.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.util.List;
import java.util.Map;

/** A discharge to home health as it is shipped. */
class HomeHealthTest extends Outlined {

    private static final Outline OUTLINE = Outline.of("""
            run      | pathway   | discharge-to-home-health
            run      | owner     | program-manager
            run      | records   | attending-clinician
            run      | decides   | attending-clinician
            run      | escalates | program-manager
            run      | closes    | attending-clinician
            run      | validates | case-manager
            run      | review    | program-manager
            run      | by        | 04-01 11:00
            run      | again     | 05-01 11:00
            run      | ladder    | provider
            run      | receiver  | rehabilitation-therapist
            ladder   | provider  | +0h program-manager 03-03 17:00 +24h case-manager 03-03 17:00
            stage    | shared-care | attending-clinician | i-pass | shared-record | access-lead | 04-01 11:00 | provider
            field    | open   | discharge-plan | attending-clinician | recorded | said | attending-clinician | 03-04 17:00
            field    | close  | shared-care-outcome | attending-clinician | recorded | said | attending-clinician | 04-01 11:00
            field    | close  | person-impact | attending-clinician | recorded | said | attending-clinician | 03-04 17:00
            duty     | share-diagnostic-findings | attending-clinician | 03-09 17:00 | provider
            proof    | share-diagnostic-findings-result | attending-clinician | recorded | said
            duty     | align-treatment-orders | attending-clinician | 03-09 17:00 | provider
            proof    | align-treatment-orders-result | attending-clinician | recorded | said
            duty     | close-referral-loop | attending-clinician | 03-09 17:00 | provider
            proof    | close-referral-loop-result | attending-clinician | recorded | said
            duty     | coordinate-therapy-schedule | rehabilitation-therapist | 03-09 17:00 | provider
            proof    | coordinate-therapy-schedule-result | rehabilitation-therapist | recorded | said
            duty     | document-functional-gains | rehabilitation-therapist | 03-09 17:00 | provider
            proof    | document-functional-gains-result | rehabilitation-therapist | recorded | said
            duty     | update-goals | rehabilitation-therapist | 03-09 17:00 | provider
            proof    | update-goals-result | rehabilitation-therapist | recorded | said
            duty     | confirm-pickup-time | equipment-vendor | 03-09 17:00 | provider
            proof    | confirm-pickup-time-result | equipment-vendor | recorded | said
            duty     | deliver-equipment | equipment-vendor | 03-09 17:00 | provider
            proof    | deliver-equipment-result | equipment-vendor | recorded | said
            duty     | report-service-completion | equipment-vendor | 03-09 17:00 | provider
            proof    | report-service-completion-result | equipment-vendor | recorded | said
            closure  | shared-care-outcome | attending-clinician | recorded | said
            topic    | treatment-orders | attending-clinician | orders-in-conflict
            topic    | therapy | rehabilitation-therapist | function-declining
            topic    | delivery | equipment-vendor | delivery-late
            topic    | support-plan | case-manager | plan-no-longer-fits
            topic    | service-recovery | program-manager | repeated-disruption
            """);

    HomeHealthTest() {
        super(SharedCare.homeHealth(), OUTLINE);
    }

    @RowTest
    @Rows({"OWN-58", "OWN-62"})
    void theRoleOwnsTheWorkThatTheRowNames(Row row) {
        Map<String, List<String>> duties = Map.of(
                "Share diagnostic findings, align treatment orders, close referral loops",
                        List.of("share-diagnostic-findings", "align-treatment-orders", "close-referral-loop"),
                "Coordinate therapy schedules, document functional gains, update goals",
                        List.of("coordinate-therapy-schedule", "document-functional-gains", "update-goals"));
        String role = row.statement().contains("rehab") ? "rehabilitation-therapist" : "attending-clinician";
        owns(role, duties.get(row.term()));
    }

    @RowTest
    @Rows("OWN-65")
    void theVendorOwnsItsWorkAndItsReportOfCompletionIsInTheLedger(Row row) {
        owns("equipment-vendor", List.of("confirm-pickup-time", "deliver-equipment", "report-service-completion"));
        Scene scene = opened().says("equipment-vendor", "report-service-completion-result");
        long before = scene.record().ledger().entries().size();
        scene.fulfils("equipment-vendor", "report-service-completion", "duty");
        assertThat(scene.record().ledger().entries().toList().stream()
                        .skip(before)
                        .map(entry -> entry.act().by().role().value() + " "
                                + entry.event().getClass().getSimpleName()))
                .contains("equipment-vendor ObligationDischarged");
    }
}
