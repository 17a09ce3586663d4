package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import care.baton.fhir.Limits;
import care.baton.party.HandoffId;
import care.baton.trace.Promise;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Twelve Tasks lie on one desk and three on another: each partner finds its own, by what it asks, page by page. */
class LookedForTest {

    private static final Ward WARD = new Ward();
    private static OwnServer server;
    private static IGenericClient ehr;

    @BeforeAll
    static void starts() throws Exception {
        server = new OwnServer(WARD, Limits.standard());
        ehr = server.ehr("care");
        for (int n = 1; n <= 12; n++) {
            WARD.offers(Ward.CARE, "n" + n);
            if (n <= 3) {
                WARD.offers(Ward.OTHER, "o" + n);
            }
            WARD.now = WARD.now.plusSeconds(60);
        }
        Task first = ehr.read().resource(Task.class).withId(id("n1")).execute();
        ehr.update().resource(first.setStatus(TaskStatus.RECEIVED)).execute();
        WARD.now = WARD.now.plusSeconds(60);
    }

    @AfterAll
    static void stops() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 12",
        "owner=Organization/care, 12",
        "owner=care, 12",
        "owner=Organization/other, 0",
        "requester=Organization/ward, 12",
        "requester=Organization/care, 0",
        "status=received, 1",
        "'status=received,requested', 12",
        "status=accepted, 0",
        "identifier=n3/offer-1, 1",
        "identifier=https://baton.care/fhir/NamingSystem/handoff|n3/offer-1, 1",
        "identifier=http://other.example|n3/offer-1, 0",
        "identifier=o3/offer-1, 0",
        "_lastUpdated=ge2026-03-02T15:10:00Z, 3",
        "_lastUpdated=lt2026-03-02T15:10:00Z, 9",
        "_lastUpdated=gt2026-03-02T15:11:00Z, 1",
        "_lastUpdated=ge2026-03-04, 0",
        "_lastUpdated=ge2026-03-02T15:10:00Z&status=requested, 2"
    })
    void isCounted(String asked, int total) {
        Bundle found = ehr.search()
                .byUrl("Task?" + asked.replace("|", "%7C") + "&_count=50")
                .returnBundle(Bundle.class)
                .execute();

        assertThat(found.getTotal()).isEqualTo(total);
        assertThat(found.getEntry()).hasSize(total);
    }

    @Test
    @Promise(39)
    void theOtherPartnerCountsItsOwn() {
        Bundle found = server.ehr("other")
                .search()
                .forResource(Task.class)
                .returnBundle(Bundle.class)
                .execute();

        assertThat(found.getTotal()).isEqualTo(3);
        assertThat(found.getEntry())
                .allSatisfy(
                        one -> assertThat(((Task) one.getResource()).getOwner().getReference())
                                .isEqualTo("Organization/other"));
    }

    @Test
    void pageByPageNothingIsPassedOverThoughOneChangesMeanwhile() {
        List<String> seen = new ArrayList<>();
        Bundle page = ehr.search()
                .forResource(Task.class)
                .count(5)
                .returnBundle(Bundle.class)
                .execute();
        seen.addAll(ids(page));
        Task changes = ehr.read().resource(Task.class).withId(seen.get(0)).execute();
        changes.addNote().setText("Rung twice");
        ehr.update().resource(changes).execute();
        while (page.getLink("next") != null) {
            page = ehr.loadPage().next(page).execute();
            seen.addAll(ids(page));
        }

        assertThat(seen).hasSize(13);
        assertThat(seen.stream().distinct()).hasSize(12);
        assertThat(seen.get(12)).isEqualTo(seen.get(0));
    }

    @Test
    void aPageIsNobodyElses() throws Exception {
        Bundle page = ehr.search()
                .forResource(Task.class)
                .count(5)
                .returnBundle(Bundle.class)
                .execute();
        String next = page.getLink("next").getUrl();

        assertThat(server.get(next).statusCode()).isEqualTo(401);
        assertThat(server.get(next, "Authorization", "Bearer other").body()).contains("\"total\":3");
    }

    @Test
    void theTotalAloneIsToldToWhoAsksForNoPage() {
        Bundle found =
                ehr.search().byUrl("Task?_count=0").returnBundle(Bundle.class).execute();

        assertThat(found.getTotal()).isEqualTo(12);
        assertThat(found.getEntry()).isEmpty();
        assertThat(found.getLink("next")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order-not-supported _sort=status",
                "order-not-supported _sort=-_lastUpdated",
                "order-not-supported _sort=canary",
                "modifier-not-supported status:not=requested",
                "modifier-not-supported status:canary=x",
                "modifier-not-supported owner:missing=true",
                "modifier-not-supported owner:Patient=care",
                "modifier-not-supported owner:identifier=care",
                "modifier-not-supported identifier:of-type=x",
                "modifier-not-supported _lastUpdated:missing=true",
                "modifier-not-supported _has:Provenance:target:agent=canary",
                "modifier-not-supported owner.name=care",
                "page-not-known _after=yesterday",
                "parameter-not-supported colour=canary",
                "parameter-not-supported _filter=canary",
                "parameter-not-supported _text=canary",
                "parameter-not-supported _content=canary",
                "parameter-not-supported _include=Task:focus",
                "parameter-not-supported _revinclude=Provenance:target",
                "parameter-not-supported patient=canary",
                "value-not-supported _lastUpdated=canary",
                "value-not-supported _lastUpdated=ne2026-01-01",
                "value-not-supported _lastUpdated=sa2026-01-01",
                "value-not-supported _lastUpdated=2026-13-41",
                "value-not-supported _lastUpdated=ge2026-01-01&_lastUpdated=ge2026-01-02",
                "value-not-supported _count=canary",
                "value-not-supported _count=-5",
                "value-not-supported _count=99999999999",
                "value-not-supported _summary=canary",
                "value-not-supported _id=http://canary.example%7Cx",
                "value-not-supported status=http://canary.example%7Crequested",
                "value-not-supported status=requested&status=received",
                "value-not-supported owner=Organization/care,Organization/other"
            })
    @Promise(39)
    void whatIsNotSearchedByIsSaidAndNothingOfWhatWasAsked(String row) throws Exception {
        String code = row.substring(0, row.indexOf(' '));
        HttpResponse<String> told =
                server.get("/Task?" + row.substring(code.length() + 1), "Authorization", "Bearer care");

        assertThat(told.statusCode()).isEqualTo(400);
        assertThat(told.body()).contains("\"" + code + "\"").doesNotContain("canary");
    }

    @Test
    void aFormThatIsSentIsLookedThroughAsAnAddressIs() throws Exception {
        String[] form = {"Authorization", "Bearer care", "Content-Type", "application/x-www-form-urlencoded"};

        assertThat(server.send("POST", "/Task/_search", "status=received", form).body())
                .contains("\"total\":1");
        HttpResponse<String> told = server.send("POST", "/Task/_search", "_filter=canary", form);
        assertThat(told.statusCode()).isEqualTo(400);
        assertThat(told.body()).contains("parameter-not-supported").doesNotContain("canary");
        HttpResponse<String> json =
                server.send("POST", "/Task/_search", "{}", form[0], form[1], form[2], "application/fhir+json");
        assertThat(json.statusCode()).isEqualTo(415);
        assertThat(json.body()).contains("form-only");
    }

    private static List<String> ids(Bundle page) {
        return page.getEntry().stream()
                .map(one -> one.getResource().getIdElement().getIdPart())
                .toList();
    }

    private static String id(String name) {
        return WARD.task(HandoffId.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_id", "identifier", "status", "_elements"})
    @Promise(33)
    void aHundredValuesOfOneNameAreLookedForAndNoMore(String name) throws Exception {
        for (int values : List.of(100, 101, 20_000)) {
            HttpResponse<String> told = server.send(
                    "POST",
                    "/Task/_search",
                    name + "=id" + ",id".repeat(values - 1),
                    "Authorization",
                    "Bearer care",
                    "Content-Type",
                    "application/x-www-form-urlencoded");

            assertThat(told.statusCode()).as(values + " values").isEqualTo(values > 100 ? 400 : 200);
        }
    }
}
