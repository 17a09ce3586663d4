package care.baton.catalog;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Pediatric complex care as it is shipped. */
class PediatricTest extends Outlined {

    private static final Outline OUTLINE = Outline.of("""
            run      | pathway   | pediatric-complex-care
            run      | owner     | program-manager
            run      | records   | primary-care-clinician
            run      | decides   | primary-care-clinician
            run      | escalates | program-manager
            run      | closes    | primary-care-clinician
            run      | validates | case-manager
            run      | review    | program-manager
            run      | by        | 04-01 11:00
            run      | again     | 05-01 11:00
            run      | ladder    | provider
            run      | receiver  | rehabilitation-therapist
            ladder   | provider  | +0h program-manager 03-03 17:00 +24h case-manager 03-03 17:00
            stage    | shared-care | primary-care-clinician | i-pass | shared-record | access-lead | 04-01 11:00 | provider
            field    | open   | emergency-plan | primary-care-clinician | recorded | said | primary-care-clinician | 03-04 17:00
            field    | close  | shared-care-outcome | primary-care-clinician | recorded | said | primary-care-clinician | 04-01 11:00
            field    | close  | person-impact | primary-care-clinician | recorded | said | primary-care-clinician | 03-04 17:00
            duty     | hold-monthly-round | primary-care-clinician | 03-09 17:00 | provider
            proof    | hold-monthly-round-result | primary-care-clinician | recorded | said
            duty     | update-emergency-plan | primary-care-clinician | 03-09 17:00 | provider
            proof    | update-emergency-plan-result | primary-care-clinician | recorded | said
            duty     | confirm-emergency-plan | school-nurse | 03-09 17:00 | provider
            proof    | confirm-emergency-plan-result | school-nurse | recorded | said
            duty     | report-school-concerns | school-nurse | 03-09 17:00 | provider
            proof    | report-school-concerns-result | school-nurse | recorded | said
            duty     | coordinate-therapy-schedule | rehabilitation-therapist | 03-09 17:00 | provider
            proof    | coordinate-therapy-schedule-result | rehabilitation-therapist | recorded | said
            duty     | update-goals | rehabilitation-therapist | 03-09 17:00 | provider
            proof    | update-goals-result | rehabilitation-therapist | recorded | said
            duty     | deliver-equipment | equipment-vendor | 03-09 17:00 | provider
            proof    | deliver-equipment-result | equipment-vendor | recorded | said
            duty     | share-goals | person | 03-09 17:00 | provider
            proof    | share-goals-result | person | recorded | said
            duty     | report-concerns | person | 03-09 17:00 | provider
            proof    | report-concerns-result | person | recorded | said
            closure  | shared-care-outcome | primary-care-clinician | recorded | said
            topic    | emergency-plan | primary-care-clinician | emergency-plan-outdated
            topic    | school-day | school-nurse | school-day-missed
            topic    | therapy | rehabilitation-therapist | function-declining
            topic    | delivery | equipment-vendor | delivery-late
            topic    | family-goals | person | family-exhausted
            topic    | support-plan | case-manager | plan-no-longer-fits
            topic    | service-recovery | program-manager | repeated-disruption
            """);

    PediatricTest() {
        super(SharedCare.pediatric(), OUTLINE);
    }

    @Test
    void schoolVendorAndFamilyEachOwnTheirPart() {
        owns("school-nurse", List.of("confirm-emergency-plan", "report-school-concerns"));
        owns("equipment-vendor", List.of("deliver-equipment"));
        owns("person", List.of("share-goals", "report-concerns"));
    }
}
