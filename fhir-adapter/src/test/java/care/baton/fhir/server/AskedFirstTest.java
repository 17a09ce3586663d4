package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.Limits;
import care.baton.trace.Promise;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who calls is asked before anything else; nobody hears the words of a request again. */
class AskedFirstTest {

    private static OwnServer server;

    @BeforeAll
    static void starts() throws Exception {
        server = new OwnServer(new Ward(), Limits.standard());
    }

    @AfterAll
    static void stops() {
        server.close();
    }

    @Test
    @Promise(39)
    void whoIsNotKnownHearsNothingElseWhateverIsAsked() throws Exception {
        for (String asked : List.of(
                "/Task?_count=canary",
                "/Task?_lastUpdated=canary",
                "/canary",
                "/canary/1",
                "/ServiceRequest?canary=1")) {
            HttpResponse<String> told = server.get(asked);
            assertThat(told.statusCode()).as(asked).isEqualTo(401);
            assertThat(told.body()).as(asked).contains("caller-not-known").doesNotContain("canary", "Communication");
        }
    }

    @Test
    void aTypeThatTheServerDoesNotHaveIsNotThereForWhoIsKnown() throws Exception {
        HttpResponse<String> told = server.get("/canary", "Authorization", "Bearer care");

        assertThat(told.statusCode()).isEqualTo(404);
        assertThat(told.body()).contains("not-there").doesNotContain("canary", "Communication");
    }

    @Test
    void whatIsNotServedOfWhatOurTasksPointToIsSaidWithoutTheWordsOfWhoeverAsks() throws Exception {
        for (String asked : List.of("/ServiceRequest?code=canary", "/Communication/1/_history/canary")) {
            HttpResponse<String> told = server.get(asked, "Authorization", "Bearer care");
            assertThat(told.statusCode()).as(asked).isEqualTo(400);
            assertThat(told.body()).as(asked).contains("-not-supported").doesNotContain("canary");
        }
    }

    @Test
    void aFormThatCannotBeReadIsNoFaultOfTheServers() throws Exception {
        String form = "application/x-www-form-urlencoded";
        HttpResponse<String> nobody = server.send("POST", "/Task/_search", "_id=%zz", "Content-Type", form);
        HttpResponse<String> care =
                server.send("POST", "/Task/_search", "_id=%zz", "Content-Type", form, "Authorization", "Bearer care");

        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.body()).contains("caller-not-known");
        assertThat(care.statusCode()).isEqualTo(400);
        assertThat(care.body()).contains("request-not-supported");
    }

    @Test
    void whatTheServerCanDoIsToldToAnybody() throws Exception {
        assertThat(server.get("/metadata").statusCode()).isEqualTo(200);
        assertThat(server.send("OPTIONS", "/", "").statusCode()).isEqualTo(200);
    }
}
