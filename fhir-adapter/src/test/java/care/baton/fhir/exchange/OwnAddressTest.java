package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An address on the partner's own server is the same with and without the server's own. */
class OwnAddressTest extends TwoSites {

    private static final String BASE = "http://server.example/fhir/";

    private static void whole(ObjectNode task) {
        for (String element : new String[] {"for", "owner", "requester", "focus"}) {
            ObjectNode there = (ObjectNode) task.path(element);
            there.put("reference", BASE + there.path("reference").asText());
        }
    }

    @Test
    void anAcceptanceWithWholeAddressesIsOne() {
        with(PartnerProfiles.plainR4());
        offer();
        foreign(t -> {
            whole(t);
            t.put("status", "accepted");
        });
        sender.absorbs(server.page(), now);
        sender.settles(server, now);

        assertThat(holds(sender)).isFalse();
        assertThat(sender.issues).doesNotContain("accepted-with-other-content", "asked-changed", "person-changed");
    }

    @Test
    void wholeAddressesAreNoOtherContentForWhoIsAsked() {
        offer();
        foreign(OwnAddressTest::whole);
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
        answer(new Answer.Accept());
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("accepted");
        assertThat(task().path("for").path("reference").asText()).isEqualTo(BASE + "Patient/p1");
    }

    @Test
    void theSameServerSpeltOtherwiseIsTheSame() {
        for (String base : List.of("http://SERVER.example/fhir/", "http://server.example:80/fhir/")) {
            OwnAddressTest each = new OwnAddressTest();
            each.server.put("ServiceRequest", "s1", FhirJson.of(order()));
            assertThat(each.sender.says(asked("ServiceRequest/s1"), each.now)).isEmpty();
            each.sender.settles(each.server, each.now);
            each.foreign(t -> t.putObject("owner").put("reference", base + "Organization/receiver"));

            assertThat(each.receiver.exchange.offered(each.server.page(), each.receiver.links))
                    .as(base)
                    .hasSize(1);
        }
    }

    @Test
    @Promise(19)
    void anotherServersAddressIsAnother() {
        with(PartnerProfiles.plainR4());
        offer();
        foreign(t -> {
            t.put("status", "accepted");
            t.putObject("for").put("reference", "http://other.example/fhir/Patient/p1");
        });
        sender.absorbs(server.page(), now);
        sender.settles(server, now);

        assertThat(holds(sender)).isTrue();
    }
}
