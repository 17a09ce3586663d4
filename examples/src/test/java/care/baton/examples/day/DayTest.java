package care.baton.examples.day;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import care.baton.catalog.Referral;
import care.baton.examples.hospital.HospitalStaff;
import care.baton.examples.hospital.OneHospital;
import care.baton.fhir.Limits;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.Exchange;
import care.baton.fhir.exchange.Wire;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.party.RecordId;
import care.baton.record.Rulebook;
import care.baton.time.ServiceCalendar;
import java.io.PrintStream;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

class DayTest {

    private static final Identifier PROVIDER = new Identifier()
            .setSystem("https://provider.example.org/fhir/identifier")
            .setValue("home-care-1");

    @Test
    void theReferralIsHandedOverServedConfirmedAndClosedOverARealServer() {
        IGenericClient client = OneHospital.client();
        HospitalStaff staff = new HospitalStaff(client, PROVIDER, "Home care provider");
        DayClock clock = new DayClock(LocalDate.of(2026, 3, 6));
        staff.admit();
        staff.refer(clock.now());
        String own = client.search()
                .forResource(Organization.class)
                .where(Organization.IDENTIFIER.exactly().systemAndIdentifier(PROVIDER.getSystem(), PROVIDER.getValue()))
                .returnBundle(Bundle.class)
                .execute()
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .toUnqualifiedVersionless()
                .getValue();
        ServiceCalendar calendar = new ServiceCalendar(
                DayClock.ZONE,
                List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                LocalTime.of(8, 0),
                LocalTime.of(17, 0),
                List.of());
        Rulebook rules = new Rulebook(List.of(Referral.handoff()), calendar);
        Endpoint endpoint = new Endpoint(
                URI.create(OneHospital.baseUrl()),
                PartnerProfiles.sdohClinicalCare(),
                People.CASE_MANAGER,
                People.INTAKE,
                own);
        try (Wire wire = new Wire(endpoint, Limits.standard(), Duration.ofSeconds(60))) {
            HomeCare provider = new HomeCare(
                    new MemoryShelf(), RecordId.of("record-1"), rules, new Exchange(endpoint, rules), wire, clock::now);
            new Day(
                            provider,
                            staff,
                            new ReferralContent(client, own),
                            clock,
                            new Told(new PrintStream(System.out, true)))
                    .walk();
            assertThat(provider.record()
                            .chart()
                            .runs()
                            .get(Day.RUN)
                            .orElseThrow()
                            .isOpen())
                    .isFalse();
        }
        assertThat(staff.task().getStatus()).isEqualTo(Task.TaskStatus.COMPLETED);
        assertThat(staff.request().getStatus()).isEqualTo(ServiceRequest.ServiceRequestStatus.COMPLETED);
    }
}
