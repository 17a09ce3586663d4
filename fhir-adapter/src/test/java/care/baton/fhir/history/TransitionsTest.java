package care.baton.fhir.history;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.SharedCases;
import care.baton.fhir.partner.PartnerProfiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransitionsTest {

    @Test
    void aProvenanceOfAnotherSystemNamesItsSpeakersAndIsNoStepOfOurs() {
        for (Path file : SharedCases.of("Provenance")) {
            FhirJson read = FhirJson.read(SharedCases.bytes(file), Limits.standard())
                    .value()
                    .orElseThrow();

            assertThat(ToldStep.read(read).value()).isEmpty();
            assertThat(ToldStep.read(read).issues()).isNotEmpty();
            assertThat(Speakers.of(read, "1", "1")).isEmpty();
        }
    }

    @Test
    void aPartnerThatSaysNothingOfProvenanceIsSentNone() {
        assertThat(List.of(PartnerProfiles.plainR4(), PartnerProfiles.sdohClinicalCare(), PartnerProfiles.bser()))
                .noneMatch(profile -> profile.channels().provenance());
    }
}
