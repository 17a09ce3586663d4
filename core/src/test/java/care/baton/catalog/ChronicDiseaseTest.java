package care.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.util.List;
import java.util.Map;

/** Chronic disease in primary care as it is shipped. */
class ChronicDiseaseTest extends Outlined {

    private static final Outline OUTLINE = Outline.of("""
            run      | pathway   | chronic-disease-in-primary-care
            run      | owner     | program-manager
            run      | records   | care-coordinator
            run      | decides   | care-coordinator
            run      | escalates | program-manager
            run      | closes    | care-coordinator
            run      | validates | case-manager
            run      | review    | program-manager
            run      | by        | 04-01 11:00
            run      | again     | 05-01 11:00
            run      | ladder    | provider
            run      | receiver  | pharmacist
            ladder   | provider  | +0h program-manager 03-03 17:00 +24h case-manager 03-03 17:00
            stage    | shared-care | care-coordinator | i-pass | shared-record | access-lead | 04-01 11:00 | provider
            field    | open   | medical-assessment | care-coordinator | recorded | said | care-coordinator | 03-04 17:00
            field    | open   | behavioral-assessment | care-coordinator | recorded | said | care-coordinator | 03-04 17:00
            field    | open   | social-assessment | care-coordinator | recorded | said | care-coordinator | 03-04 17:00
            field    | close  | shared-care-outcome | care-coordinator | recorded | said | care-coordinator | 04-01 11:00
            field    | close  | person-impact | care-coordinator | recorded | said | care-coordinator | 03-04 17:00
            duty     | assess-risk | care-coordinator | 03-09 17:00 | provider
            proof    | assess-risk-result | care-coordinator | recorded | said
            duty     | craft-smart-care-plan | care-coordinator | 03-09 17:00 | provider
            proof    | craft-smart-care-plan-result | care-coordinator | recorded | said
            duty     | arrange-referral-or-transportation | care-coordinator | 03-09 17:00 | provider
            proof    | arrange-referral-or-transportation-result | care-coordinator | recorded | said
            duty     | document-progress | care-coordinator | 03-09 17:00 | provider
            proof    | document-progress-result | care-coordinator | recorded | said
            duty     | alert-team | care-coordinator | 03-09 17:00 | provider
            proof    | alert-team-result | care-coordinator | recorded | said
            duty     | review-interactions | pharmacist | 03-09 17:00 | provider
            proof    | review-interactions-result | pharmacist | recorded | said
            duty     | synchronize-refills | pharmacist | 03-09 17:00 | provider
            proof    | synchronize-refills-result | pharmacist | recorded | said
            duty     | counsel-on-adherence | pharmacist | 03-09 17:00 | provider
            proof    | counsel-on-adherence-result | pharmacist | recorded | said
            duty     | share-goals | person | 03-09 17:00 | provider
            proof    | share-goals-result | person | recorded | said
            duty     | report-concerns | person | 03-09 17:00 | provider
            proof    | report-concerns-result | person | recorded | said
            duty     | follow-self-care-steps | person | 03-09 17:00 | provider
            proof    | follow-self-care-steps-result | person | recorded | said
            closure  | shared-care-outcome | care-coordinator | recorded | said
            topic    | care-plan | care-coordinator | goal-off-track
            topic    | medication | pharmacist | interaction-found
            topic    | self-care | person | self-care-failing
            topic    | support-plan | case-manager | plan-no-longer-fits
            topic    | service-recovery | program-manager | repeated-disruption
            """);

    ChronicDiseaseTest() {
        super(SharedCare.chronicDisease(), OUTLINE);
    }

    @RowTest
    @Rows({"OWN-60", "OWN-66", "OWN-68"})
    void theRoleOwnsTheWorkThatTheRowNames(Row row) {
        Map<String, List<String>> duties = Map.of(
                "OWN-60", List.of("review-interactions", "synchronize-refills", "counsel-on-adherence"),
                "OWN-66", List.of("share-goals", "report-concerns", "follow-self-care-steps"),
                "OWN-68",
                        List.of(
                                "assess-risk",
                                "craft-smart-care-plan",
                                "arrange-referral-or-transportation",
                                "document-progress",
                                "alert-team"));
        Map<String, String> roles = Map.of("OWN-60", "pharmacist", "OWN-66", "person", "OWN-68", "care-coordinator");
        owns(roles.get(row.id()), duties.get(row.id()));
    }

    @RowTest
    @Rows("PLN-11")
    void theIntakeHasThreeSectionsAndOpensWithNoneOfThemMissing(Row row) {
        Map<String, String> sections = Map.of(
                "medical", "medical-assessment",
                "behavioral", "behavioral-assessment",
                "social", "social-assessment");
        sections.forEach((named, field) -> {
            assertThat(row.term()).contains(named);
            isAskedFor(row, field);
        });
    }
}
