package care.baton.catalog;

import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.outcome.Code;
import care.baton.pathway.Altered;
import care.baton.pathway.UnsoundPathwayException;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Behavioral health with social services as they are shipped. */
class BehavioralHealthTest extends Outlined {

    private static final Outline OUTLINE = Outline.of("""
            run      | pathway   | behavioral-health-and-social-services
            run      | owner     | program-manager
            run      | records   | social-worker
            run      | decides   | social-worker
            run      | escalates | program-manager
            run      | closes    | social-worker
            run      | validates | case-manager
            run      | review    | program-manager
            run      | by        | 04-01 11:00
            run      | again     | 05-01 11:00
            run      | ladder    | provider
            run      | receiver  | registered-nurse
            ladder   | provider  | +0h program-manager 03-03 17:00 +24h case-manager 03-03 17:00
            stage    | shared-care | social-worker | i-pass | shared-record | access-lead | 04-01 11:00 | provider
            field    | open   | need-screening | social-worker | recorded | said | social-worker | 03-04 17:00
            field    | close  | shared-care-outcome | social-worker | recorded | said | social-worker | 04-01 11:00
            field    | close  | person-impact | social-worker | recorded | said | social-worker | 03-04 17:00
            duty     | perform-assessment | registered-nurse | 03-09 17:00 | provider
            proof    | perform-assessment-result | registered-nurse | recorded | said
            duty     | educate-patient | registered-nurse | 03-09 17:00 | provider
            proof    | educate-patient-result | registered-nurse | recorded | said
            duty     | monitor-symptoms | registered-nurse | 03-09 17:00 | provider
            proof    | monitor-symptoms-result | registered-nurse | recorded | said
            duty     | address-housing-barrier | social-worker | 03-09 17:00 | provider
            proof    | address-housing-barrier-result | social-worker | recorded | said
            duty     | address-food-barrier | social-worker | 03-09 17:00 | provider
            proof    | address-food-barrier-result | social-worker | recorded | said
            duty     | address-financial-barrier | social-worker | 03-09 17:00 | provider
            proof    | address-financial-barrier-result | social-worker | recorded | said
            duty     | connect-to-community-resources | social-worker | 03-09 17:00 | provider
            proof    | connect-to-community-resources-result | social-worker | recorded | said
            duty     | provide-home-visit | community-health-worker | 03-09 17:00 | provider
            proof    | provide-home-visit-result | community-health-worker | recorded | said
            duty     | provide-language-support | community-health-worker | 03-09 17:00 | provider
            proof    | provide-language-support-result | community-health-worker | recorded | said
            duty     | provide-cultural-navigation | community-health-worker | 03-09 17:00 | provider
            proof    | provide-cultural-navigation-result | community-health-worker | recorded | said
            duty     | authorize-services | authorization-team | 03-09 17:00 | provider
            proof    | authorize-services-result | authorization-team | recorded | said
            duty     | supply-care-gap-data | authorization-team | 03-09 17:00 | provider
            proof    | supply-care-gap-data-result | authorization-team | recorded | said
            duty     | fund-incentive-program | authorization-team | 03-09 17:00 | provider
            proof    | fund-incentive-program-result | authorization-team | recorded | said
            closure  | shared-care-outcome | social-worker | recorded | said
            topic    | clinical-care | registered-nurse | health-declining
            topic    | social-needs | social-worker | need-unmet
            topic    | outreach | community-health-worker | person-not-reached
            topic    | authorization | authorization-team | hours-not-enough
            topic    | support-plan | case-manager | plan-no-longer-fits
            topic    | service-recovery | program-manager | repeated-disruption
            """);

    BehavioralHealthTest() {
        super(SharedCare.behavioralHealth(), OUTLINE);
    }

    @RowTest
    @Rows({"OWN-59", "OWN-61", "OWN-63"})
    void theRoleOwnsTheWorkThatTheRowNames(Row row) {
        Map<String, List<String>> duties = Map.of(
                "registered-nurse", List.of("perform-assessment", "educate-patient", "monitor-symptoms"),
                "social-worker",
                        List.of(
                                "address-housing-barrier",
                                "address-food-barrier",
                                "address-financial-barrier",
                                "connect-to-community-resources"),
                "community-health-worker",
                        List.of("provide-home-visit", "provide-language-support", "provide-cultural-navigation"));
        String role = Named.in(row).value();
        owns(role, duties.get(role));
    }

    @Test
    @Requirement("OWN-64")
    void authorizingServicesIsThePayersAndCanBeNobodyElses() {
        owns("authorization-team", List.of("authorize-services", "supply-care-gap-data", "fund-incentive-program"));
        for (String other : List.of("social-worker", "registered-nurse", "program-manager")) {
            assertThatThrownBy(() -> Altered.with(pathway, "stages/0/duties/10/role", Code.of(other)))
                    .isInstanceOf(UnsoundPathwayException.class)
                    .hasMessageContaining("DUTY_NOT_OF_ROLE")
                    .hasMessageContaining("WRONG_SIDE");
        }
    }

    @Test
    @Requirement("OWN-73")
    void nurseAndSocialWorkerDivideTheWorkAndNeitherEndsTheOthers() {
        Scene scene = opened().says("registered-nurse", "monitor-symptoms-result")
                .says("social-worker", "address-housing-barrier-result");
        assertThat(told(scene.refusals("social-worker", fulfil(scene, "monitor-symptoms"))))
                .containsExactly("ROLE_NOT_PERMITTED obligations/monitor-symptoms [registered-nurse]");
        assertThat(told(scene.refusals("registered-nurse", fulfil(scene, "address-housing-barrier"))))
                .containsExactly("ROLE_NOT_PERMITTED obligations/address-housing-barrier [social-worker]");
        assertThat(scene.refusals("registered-nurse", fulfil(scene, "monitor-symptoms")))
                .isEmpty();
    }

    private static Fulfil fulfil(Scene scene, String duty) {
        return new Fulfil(scene.owed(duty, "duty").orElseThrow().key());
    }
}
