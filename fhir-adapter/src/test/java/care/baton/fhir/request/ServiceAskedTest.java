package care.baton.fhir.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Mapped;
import care.baton.handoff.Ask;
import care.baton.handoff.Input;
import care.baton.handoff.Priority;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ServiceAskedTest {

    private static final Holder US = Holder.of(OrganizationId.of("Organization/us"), Code.of("nurse"));
    private static final Ask ASK = Ask.builder()
            .code(Code.of("home-care"))
            .person(PersonId.of("Patient/p1"))
            .priority(Priority.ROUTINE)
            .focus(Sensitive.none())
            .description(Sensitive.none())
            .addInput(new Input(Code.of("allergies"), Sensitive.of("none")))
            .build();

    private static ServiceAsked offered(int offer) {
        return new ServiceAsked(HandoffId.of("h"), offer, US, US, ASK);
    }

    private static void staysAsItIs(ServiceAsked asked, FhirJson stored, String issue) {
        Mapped<FhirJson> ended = asked.ended(stored, "completed");
        assertThat(ended.value()).isEmpty();
        assertThat(ended.issues()).extracting(i -> i.code().value()).containsExactly(issue);
    }

    @Test
    void eachOfferOfAHandoffHasARequestOfItsOwn() {
        assertThat(offered(2)
                        .request()
                        .element("identifier")
                        .path(0)
                        .path("value")
                        .asText())
                .isEqualTo("h/offer-2-request");
        assertThat(ServiceAsked.read(offered(2).request())).isEqualTo(new Mapped.Complete<>(offered(2)));
        staysAsItIs(offered(2), offered(1).request(), "written-by-another");
        assertThatThrownBy(() -> offered(0)).hasMessageStartingWith("offer");
    }

    @Test
    void whatIsOverIsNotEndedAgain() {
        for (String over : new String[] {"revoked", "completed", "entered-in-error"}) {
            staysAsItIs(offered(1), standing(over), "already-ended");
        }
        staysAsItIs(offered(1), standing("draft"), "request-not-active");
        assertThat(offered(1).ended(standing("on-hold"), "completed").value()).isPresent();
    }

    private static FhirJson standing(String status) {
        ObjectNode tree = offered(1).request().tree().put("status", status);
        return FhirJson.of(tree);
    }

    @Test
    void wordsAreShownWithWhatTheyAreAbout() {
        FhirJson request = offered(1).request();

        assertThat(request.element("supportingInfo").path(0).path("display").asText())
                .isEqualTo("allergies: none");
        assertThat(ServiceAsked.read(request).value().orElseThrow().ask().input())
                .isEqualTo(ASK.input());
    }
}
