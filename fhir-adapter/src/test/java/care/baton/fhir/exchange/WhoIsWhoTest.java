package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.task.SeenIdentifier;
import care.baton.fhir.task.SeenReference;
import care.baton.fhir.task.SeenReference.Sameness;
import care.baton.fhir.task.SeenTask;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two references name the same only where they say so: half a number, or a number beside another address, does not. */
class WhoIsWhoTest {

    private static final String HOSPITAL = "http://hospital.example/mrn";
    private static final String PAYER = "http://payer.example/member";

    private final WhoIsWho who = new WhoIsWho(Two.receivers(PartnerProfiles.plainR4()));

    @Test
    void aNumberWithoutItsSystemMayBeTheNumberOfTheOther() {
        assertThat(who.compare(numbered(HOSPITAL, "4711"), numbered("", "4711")))
                .isEqualTo(Sameness.CANNOT_TELL);
        assertThat(who.compare(numbered("", "4711"), numbered(HOSPITAL, "4711")))
                .isEqualTo(Sameness.CANNOT_TELL);
        assertThat(who.compare(numbered("", "4711"), both("Patient/p1", HOSPITAL, "4711")))
                .isEqualTo(Sameness.CANNOT_TELL);
        assertThat(who.compare(both("Patient/p1", HOSPITAL, "4711"), numbered("", "4711")))
                .isEqualTo(Sameness.CANNOT_TELL);
    }

    @Test
    void anotherNumberOrTheNumberOfAnotherSystemIsAnother() {
        assertThat(who.compare(numbered(HOSPITAL, "4711"), numbered("", "4712")))
                .isEqualTo(Sameness.DIFFERENT);
        assertThat(who.compare(numbered("", "4711"), numbered("", "4712"))).isEqualTo(Sameness.DIFFERENT);
        assertThat(who.compare(numbered(HOSPITAL, "4711"), numbered(PAYER, "4711")))
                .isEqualTo(Sameness.DIFFERENT);
    }

    @Test
    void twoAddressesAreTwoWhateverNumberStandsBesideThem() {
        assertThat(who.compare(both("Patient/p1", HOSPITAL, "4711"), both("Patient/p2", "", "4711")))
                .isEqualTo(Sameness.DIFFERENT);
    }

    @Test
    void aNumberSaysNothingOfAnAddressThatHasNone() {
        assertThat(who.compare(numbered(HOSPITAL, "4711"), SeenReference.to("Patient/p1")))
                .isEqualTo(Sameness.CANNOT_TELL);
    }

    @Test
    void aPersonIsNamedByASubjectOrByMeetingSomebody() {
        assertThat(who.isAboutNobody(json("{'resourceType':'ServiceRequest','subject':{'reference':'Patient/p1'}}")))
                .isFalse();
        assertThat(who.isAboutNobody(json("{'resourceType':'Coverage','beneficiary':{'reference':'Patient/p1'}}")))
                .isFalse();
        assertThat(who.isAboutNobody(meeting("Patient/p1"))).isFalse();
        assertThat(who.isAboutNobody(meeting("http://server.example/fhir/Patient/p1")))
                .isFalse();
    }

    @Test
    void whoWorksThereIsNotWhomItIsAbout() {
        assertThat(who.isAboutNobody(meeting("Practitioner/d1"))).isTrue();
        assertThat(who.isAboutNobody(json("{'resourceType':'ServiceRequest'}"))).isTrue();
    }

    @Test
    void aTaskIsSoughtForAnotherOnlyWhereARecipientIsAnotherPerson() {
        assertThat(isSoughtForAnother("Patient/p2")).isTrue();
        assertThat(isSoughtForAnother("Patient/p1")).isFalse();
        assertThat(isSoughtForAnother("PractitionerRole/r1")).isFalse();
    }

    @Test
    void aNumberOfWhichWeSayNoSystemIsOursInAnySystem() {
        WhoIsWho numbers = of(OrganizationId.of("4711"), List.of());

        assertThat(numbers.isUs(numbered(PAYER, "4711"))).isTrue();
        assertThat(numbers.isUs(numbered(PAYER, "4712"))).isFalse();
        assertThat(numbers.isUs(both("Organization/other", PAYER, "4711"))).isFalse();
    }

    @Test
    void aNumberIsOursWhereItIsStatedAsOursAndNobodysWhereNoneIs() {
        WhoIsWho stated = of(OrganizationId.of("Organization/ours"), List.of(new SeenIdentifier(PAYER, "4711")));

        assertThat(stated.isUs(numbered(PAYER, "4711"))).isTrue();
        assertThat(stated.isUs(numbered(HOSPITAL, "4711"))).isFalse();
        assertThat(of(OrganizationId.of("Organization/ours"), List.of()).isUs(numbered(PAYER, "4711")))
                .isFalse();
    }

    private static WhoIsWho of(OrganizationId own, List<SeenIdentifier> numbers) {
        return new WhoIsWho(new Endpoint(
                URI.create(HonestServer.BASE),
                PartnerProfiles.plainR4(),
                Two.SENDER,
                Holder.of(own, Two.RECEIVER.role()),
                "Organization/ours",
                numbers));
    }

    private boolean isSoughtForAnother(String recipient) {
        FhirJson task =
                json("{'resourceType':'Task','restriction':{'recipient':[{'reference':'%s'}]}}".formatted(recipient));
        return who.isSoughtForAnother(SeenTask.of(task, Optional.empty()), SeenReference.to("Patient/p1"));
    }

    private static FhirJson meeting(String actor) {
        return json("{'resourceType':'Appointment','participant':[{'actor':{'reference':'%s'}}]}".formatted(actor));
    }

    private static SeenReference numbered(String system, String value) {
        return new SeenReference(Optional.empty(), Optional.of(new SeenIdentifier(system, value)));
    }

    private static SeenReference both(String address, String system, String value) {
        return new SeenReference(Optional.of(address), Optional.of(new SeenIdentifier(system, value)));
    }

    private static FhirJson json(String text) {
        return FhirJson.read(text.replace('\'', '"')).value().orElseThrow();
    }
}
