package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenIdentifier;
import care.baton.fhir.task.SeenTask;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffEvent.DecisionOvertaken;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a Task is for and whom it asks, in whatever way it is said: nothing is taken for ours that may not be. */
class WhoseItIsTest extends TwoSites {

    private static final String NPI = "http://hl7.org/fhir/sid/us-npi";

    private void offers(Consumer<ObjectNode> change) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("resourceType", "ServiceRequest");
        server.put("ServiceRequest", "s1", FhirJson.of(request.put("status", "active")));
        assertThat(sender.says(asked("ServiceRequest/s1"), now)).isEmpty();
        sender.settles(server, now);
        foreign(change);
    }

    private List<String> doubts() {
        return receiver.exchange.doubtful(server.page(), receiver.links).stream()
                .flatMap(doubtful -> doubtful.issues().stream())
                .map(issue -> issue.code().value())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"display\":\"Third Home Care Inc.\"}",
                "{\"reference\":\"PractitionerRole/ours\"}",
                "{\"reference\":\"Practitioner/ours\"}"
            })
    void anOwnerThatMayBeAnybodyIsLookedAtByAPerson(String owner) {
        offers(task -> task.set(
                "owner",
                FhirJson.read("{\"resourceType\":\"Basic\",\"o\":" + owner + "}")
                        .value()
                        .orElseThrow()
                        .element("o")));

        assertThat(receiver.exchange.offered(server.page(), receiver.links)).isEmpty();
        assertThat(doubts()).containsExactly("owner-not-known");
    }

    private void knownAs(String npi) {
        Endpoint known = receiver.endpoint;
        receiver = new Site(
                new Endpoint(
                        known.base(),
                        known.profile(),
                        known.partner(),
                        known.own(),
                        known.ownReference(),
                        List.of(new SeenIdentifier(NPI, npi))),
                now);
    }

    /** Our number may stand beside anybody's address: nobody takes it for ours, and nobody passes it over. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://directory.example/fhir/Organization/77",
                "Organization/77",
                "urn:uuid:6a1f0b1e-0000-4000-8000-000000000000",
                "#us"
            })
    void ourNumberBesideAnotherAddressIsLookedAtByAPerson(String address) {
        offers(task -> task.putObject("owner")
                .put("reference", address)
                .putObject("identifier")
                .put("system", NPI)
                .put("value", "111"));
        knownAs("111");

        assertThat(receiver.exchange.offered(server.page(), receiver.links)).isEmpty();
        assertThat(doubts()).containsExactly("owner-not-known");
        knownAs("222");
        assertThat(doubts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://internal:8080/fhir/Organization/receiver",
                "https://server.example/fhir/Organization/receiver",
                "urn:uuid:6a1f0b1e-0000-4000-8000-000000000000"
            })
    void anAddressThatNobodyCanTellFromOursIsLookedAtByAPerson(String address) {
        offers(task -> task.putObject("owner").put("reference", address));

        assertThat(receiver.exchange.offered(server.page(), receiver.links)).isEmpty();
        assertThat(doubts()).containsExactly("owner-not-known");
    }

    @Test
    void anotherOrganizationByAddressAloneIsAnother() {
        for (String address : List.of("Organization/third", "https://directory.example/fhir/Organization/third")) {
            WhoseItIsTest each = new WhoseItIsTest();
            each.offers(task -> task.putObject("owner").put("reference", address));

            assertThat(each.doubts()).as(address).isEmpty();
        }
    }

    @Test
    void aRoleOfOurOrganizationThatTheTaskDescribesItselfIsOurs() {
        offers(task -> {
            ObjectNode role = task.putArray("contained")
                    .addObject()
                    .put("resourceType", "PractitionerRole")
                    .put("id", "nurse");
            role.putObject("organization").put("reference", "Organization/receiver");
            task.putObject("owner").put("reference", "#nurse");
        });

        assertThat(receiver.exchange.offered(server.page(), receiver.links)).hasSize(1);
        assertThat(doubts()).isEmpty();
    }

    @Test
    void aTaskThatIsSoughtForAnotherPersonIsNotTakenIn() {
        offers(task -> task.putObject("restriction")
                .putArray("recipient")
                .addObject()
                .put("reference", "Patient/somebody-else"));
        receiver.takes(server.page(), now);

        assertThat(receiver.refused).containsExactly(Refusal.of(Reason.OTHER_PERSON, "Task.for"));
    }

    @Test
    void aPersonWhomNobodyCanTellIsNamed() {
        offers(task -> task.putObject("for").putObject("identifier").put("value", "4711"));
        receiver.takes(server.page(), now);

        assertThat(receiver.issues).contains("person-not-checked");
    }

    @Test
    void aTaskOfWhichOnlyAPartCameIsNotTakenIn() {
        offers(task -> {});
        Response.Found found = server.tasks().get(0);
        ObjectNode part = found.json().tree();
        part.withObject("/meta").putArray("tag").addObject().put("code", "SUBSETTED");
        server.keep(new Response.Found("Task", found.id(), found.version(), FhirJson.of(part)));

        assertThat(receiver.exchange.offered(server.page(), receiver.links)).isEmpty();
        assertThat(doubts()).containsExactly("cut-short");
    }

    /** The Task says that we have it, and we have said that we do not: a gap, unless somebody looks at once. */
    @Test
    void whatSaysThatWeHoldItAfterWeHaveTakenOurYesBackIsLookedInto() {
        offer();
        answer(new Answer.Accept());
        foreign(task -> task.put("status", TaskStatus.ACCEPTED.code()).put("description", "Something else"));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(receiver.record.ledger().entries().toList())
                .anyMatch(entry -> entry.event() instanceof DecisionOvertaken);
        assertThat(receiver.offer().state()).isInstanceOf(OfferState.Awaiting.class);
        assertThat(receiver.record.chart().obligations().openOf("handoff-1", Kinds.LOOK_INTO).stream()
                        .map(o -> o.key().subject()))
                .contains("offer-1-accepted-in-our-name");
    }

    @Test
    void whatHasBegunInOurNameIsMarkedByOurYesAndStaysBegun() {
        offer();
        answer(new Answer.Accept());
        foreign(task -> task.put("status", "in-progress"));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("in-progress");
        assertThat(receiver.offer().state()).isInstanceOf(OfferState.Accepted.class);
        assertThat(OurMarks.command(SeenTask.of(server.tasks().get(0).json(), Optional.empty())))
                .endsWith("-accepted");
    }
}
