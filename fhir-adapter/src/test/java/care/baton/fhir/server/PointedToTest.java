package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import care.baton.fhir.Limits;
import care.baton.fhir.Offers;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Sbar;
import care.baton.party.HandoffId;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Task names by an identifier alone, its receiver finds by that, and nobody else does. */
class PointedToTest {

    private static final Ward WARD = new Ward();
    private static final HandoffId HANDOFF = HandoffId.of("told");
    private static OwnServer server;
    private static IGenericClient ehr;

    @BeforeAll
    static void starts() throws Exception {
        server = new OwnServer(WARD, Limits.standard());
        ehr = server.ehr("care");
        WARD.offers(Ward.CARE, "told");
        WARD.says(HANDOFF, new WithdrawOffer(1, Ward.REASON));
        assertThat(WARD.says(
                        HANDOFF,
                        Offers.telling(
                                Ward.intake(Ward.CARE), WARD.offer("told").ask(), report())))
                .isEmpty();
    }

    @AfterAll
    static void stops() {
        server.close();
    }

    private static Sbar report() {
        return new Sbar(
                Sensitive.of("Home on Monday"),
                Sensitive.of("Lives alone"),
                Sensitive.of("Walks with a frame"),
                Sensitive.of("Visit twice a week"),
                Sensitive.none(),
                Sensitive.none());
    }

    /** As the Task has it. */
    private static Identifier named() {
        Task task = ehr.read().resource(Task.class).withId(WARD.task(HANDOFF)).execute();
        return ((Reference) task.getInputFirstRep().getValue()).getIdentifier();
    }

    private static Bundle asks(IGenericClient client) {
        Identifier named = named();
        return client.search()
                .forResource(Communication.class)
                .where(Communication.IDENTIFIER.exactly().systemAndIdentifier(named.getSystem(), named.getValue()))
                .returnBundle(Bundle.class)
                .execute();
    }

    @Test
    void theReportOfAnOfferIsFoundByItsIdentifier() {
        Bundle found = asks(ehr);

        assertThat(found.getTotal()).isEqualTo(1);
        Communication report = (Communication) found.getEntryFirstRep().getResource();
        assertThat(report.getPayload()).hasSize(4);
        assertThat(found.getEntryFirstRep().getFullUrl())
                .isEqualTo(
                        server.base + "/Communication/" + report.getIdElement().getIdPart());
    }

    @Test
    @Promise(39)
    void anotherPartnerFindsNothingByIt() {
        assertThat(asks(server.ehr("other")).getTotal()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "status=completed, parameter-not-supported",
        "identifier=x&subject=Patient/canary, parameter-not-supported",
        "identifier:not=canary, modifier-not-supported",
        "identifier=x&identifier=canary, value-not-supported",
        "'', request-not-supported"
    })
    void byNothingElseIsAnythingFound(String asked, String code) throws Exception {
        HttpResponse<String> told = server.get("/Communication?" + asked, "Authorization", "Bearer care");

        assertThat(told.statusCode()).isEqualTo(400);
        assertThat(told.body()).contains(code).doesNotContain("canary");
    }
}
