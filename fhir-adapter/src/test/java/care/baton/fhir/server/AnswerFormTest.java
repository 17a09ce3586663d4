package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.Limits;
import care.baton.fhir.exchange.Response.Found;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody could be answered in is said before anything else, and in JSON. */
class AnswerFormTest {

    private static final Ward WARD = new Ward();
    private static OwnServer server;
    private static String id;

    @BeforeAll
    static void starts() throws Exception {
        server = new OwnServer(WARD, Limits.standard());
        id = WARD.offers(Ward.CARE, "form");
    }

    @AfterAll
    static void stops() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "care, '', text/turtle, 406, request-not-supported",
        "care, '', application/x-turtle, 406, request-not-supported",
        "care, ?_format=ttl, application/fhir+json, 406, request-not-supported",
        "nobody, '', text/turtle, 401, caller-not-known",
        "nobody, ?_format=ttl, application/fhir+json, 401, caller-not-known"
    })
    void inTurtleNothingIsAnswered(String caller, String asked, String accept, int status, String code)
            throws Exception {
        for (String path : new String[] {"/Task", "/Task/" + id, "/ServiceRequest/s1"}) {
            HttpResponse<String> told = server.get(path + asked, "Authorization", "Bearer " + caller, "Accept", accept);

            assertThat(told.statusCode()).as(path).isEqualTo(status);
            assertThat(told.body()).as(path).startsWith("{").contains(code);
        }
    }

    @Test
    void whatWouldBeAnsweredInTurtleIsNotStored() throws Exception {
        Found read = WARD.task(Ward.CARE, id);
        HttpResponse<String> told = server.put(
                "/Task/" + id,
                read.json().tree().put("status", "accepted").toString(),
                "Authorization",
                "Bearer care",
                "Content-Type",
                "application/fhir+json",
                "If-Match",
                "W/\"" + read.version() + "\"",
                "Accept",
                "text/turtle");

        assertThat(told.statusCode()).isEqualTo(406);
        assertThat(WARD.task(Ward.CARE, id)).isEqualTo(read);
        assertThat(WARD.holder("form")).contains(Ward.US);
    }

    @Test
    void inXmlItIsAnswered() throws Exception {
        HttpResponse<String> told =
                server.get("/Task/" + id, "Authorization", "Bearer care", "Accept", "application/fhir+xml");

        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body()).startsWith("<Task");
    }
}
