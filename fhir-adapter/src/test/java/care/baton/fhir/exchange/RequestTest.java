package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.partner.PartnerProfiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked of a partner's server. */
class RequestTest {

    private static final LinkKey KEY = LinkKey.task("secret", 1);
    private static final FhirJson BODY =
            FhirJson.read("{\"resourceType\":\"Task\"}").value().orElseThrow();

    @Test
    void itTellsItsKindAndNothingOfWhatIsInIt() {
        assertThat(new Request.Create(KEY, 1, BODY)).hasToString("Create");
        assertThat(new Request.Update(KEY, 1, "secret", "1", BODY)).hasToString("Update");
        assertThat(new Request.Read(KEY, 1, "secret")).hasToString("Read");
        assertThat(new Request.Find(KEY, 1)).hasToString("Find");
        assertThat(new Request.Poll(Optional.of("secret"))).hasToString("Poll");
        assertThat(new Request.Listen(List.of("secret"))).hasToString("Listen");
    }

    @Test
    void anEndpointTellsTheRoleOfThePartnerAndNoAddress() {
        assertThat(Two.senders(PartnerProfiles.plainR4())).hasToString("Endpoint[" + Two.RECEIVER.role() + "]");
    }

    @Test
    void aSearchGoesOnFromATimeThatIsNotTooFarAhead() {
        Duration day = Duration.ofDays(1);

        assertThat(from(Two.START.minus(day).toString())).isPresent();
        assertThat(from(Two.START.plus(day).toString())).isPresent();
        assertThat(from(Two.START.plus(day).plusSeconds(1).toString())).isEmpty();
    }

    private static Optional<String> from(String since) {
        return new Request.Poll(Optional.of(since), Two.START).from();
    }
}
