package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.fhir.partner.PartnerProfiles;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partner's server is one plain address, and two organizations meet there. */
class EndpointTest {

    @Test
    void aPlainAddressIsTakenAndTheRoleAlonePrinted() {
        for (String base : new String[] {"http://server.example/fhir", "https://server.example"}) {
            assertThat(endpoint(base, Two.SENDER, "Organization/12"))
                    .hasToString("Endpoint[" + Two.SENDER.role() + "]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://server.example/fhir",
                "server.example/fhir",
                "http:/fhir",
                "http://server.example/fhir?a=b",
                "http://server.example/fhir#a",
                "http://somebody@server.example/fhir"
            })
    void anyOtherAddressIsRefused(String base) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endpoint(base, Two.SENDER, "Organization/12"))
                .withMessageStartingWith("base");
    }

    @Test
    void ourselvesAreNoPartner() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endpoint("http://server.example/fhir", Two.RECEIVER, "Organization/12"))
                .withMessageStartingWith("partner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12", "Organization/", "Nothing/12", "http://server.example/fhir/Organization/12"})
    void weAreNamedThereByATypeAndAnId(String own) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endpoint("http://server.example/fhir", Two.SENDER, own))
                .withMessageStartingWith("ownReference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient/12", "Task/12", "Device/12"})
    void whatIsNoPartyToAHandoffIsNotWhatWeAreNamedThere(String own) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endpoint("http://server.example/fhir", Two.SENDER, own))
                .withMessage("ownReference: one of [Organization, Practitioner, PractitionerRole]");
    }

    @Test
    void thePartnersAddressIsNotOurs() {
        Holder partner = Holder.of(OrganizationId.of("Organization/12"), Two.SENDER.role());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> endpoint("http://server.example/fhir", partner, "Organization/12"))
                .withMessage("ownReference: another organization than the partner");
        assertThat(endpoint("http://server.example/fhir", partner, "PractitionerRole/12")
                        .ownReference())
                .isEqualTo("PractitionerRole/12");
    }

    private static Endpoint endpoint(String base, Holder partner, String own) {
        return new Endpoint(URI.create(base), PartnerProfiles.plainR4(), partner, Two.RECEIVER, own);
    }
}
