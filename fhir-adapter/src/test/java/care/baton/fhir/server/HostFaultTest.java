package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Salt;
import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.exchange.Absorbed;
import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.LinkJson;
import care.baton.party.OrganizationId;
import care.baton.trace.Promise;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that answers with nothing, or has stored what cannot be read: why is for its own log. */
class HostFaultTest {

    private final Ward ward = new Ward();
    private final String id = ward.offers(Ward.CARE, "h1", "");

    /** Answers as the ward does, but for one question, which it answers with nothing. */
    private record Silent(Ward ward, String question) implements Records {

        private <T> T unless(String asked, T answer) {
            return asked.equals(question) ? null : answer;
        }

        @Override
        public Optional<Folder> holding(OrganizationId partner, String type, String id) {
            return unless("holding", ward.holding(partner, type, id));
        }

        @Override
        public List<Link> standing(OrganizationId partner, String type, Query query) {
            return question.equals("link")
                    ? Collections.singletonList(null)
                    : unless("standing", ward.standing(partner, type, query));
        }

        @Override
        public boolean store(Folder before, Absorbed after) {
            return ward.store(before, after);
        }

        @Override
        public Instant now() {
            return unless("now", ward.now());
        }

        @Override
        public Salt salt() {
            return unless("salt", ward.salt());
        }
    }

    @Promise(39)
    @ParameterizedTest
    @ValueSource(strings = {"holding", "standing", "link", "now", "salt"})
    void aHostThatAnswersWithNothingIsNotExplainedToThePartner(String question) throws Exception {
        Silent silent = new Silent(ward, question);
        try (OwnServer server = new OwnServer(ward, OwnServer.callers(ward, Limits.standard()), silent)) {
            String[] care = {"Authorization", "Bearer care"};
            HttpResponse<String> told =
                    switch (question) {
                        case "holding" -> server.get("/Task/" + id, care);
                        case "salt" -> accepted(server);
                        default -> server.get("/Task", care);
                    };

            isNotExplained(told);
        }
    }

    @Promise(39)
    @Test
    void aHostThatDoesNotSayWhoCallsTellsNobodyAnything() throws Exception {
        try (OwnServer server = new OwnServer(ward, request -> null, ward)) {
            isNotExplained(server.get("/Task/" + id));
            isNotExplained(server.get("/Task"));
            isNotExplained(server.put("/Task/" + id, "{}", "Content-Type", "application/fhir+json"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Task", "ServiceRequest"})
    void whatIsStoredAndCannotBeReadIsNotCalledAbsent(String type) throws Exception {
        Folder folder = ward.folder("h1");
        Link link = folder.links().all().stream()
                .filter(one -> one.key().type().equals(type))
                .findFirst()
                .orElseThrow();
        Folder bent = new Folder(folder.record(), folder.links().with(bent(link)), folder.revision());
        InMemory records = new InMemory(Map.of(Ward.CARE, List.of(bent)));
        try (OwnServer server = new OwnServer(ward, OwnServer.callers(ward, Limits.standard()), records)) {
            isNotExplained(server.get("/" + type + "/" + link.id().orElseThrow(), "Authorization", "Bearer care"));
        }
    }

    /** As a store that has lost something gives it back. */
    private static Link bent(Link link) {
        String stored = LinkJson.write(link).replace("\\\"order\\\"", "[\\\"order\\\"]");
        return LinkJson.read(stored).value().orElseThrow();
    }

    private HttpResponse<String> accepted(OwnServer server) throws Exception {
        var task = ward.desk(Ward.CARE)
                .shown(ward.folder("h1").links(), "Task", id)
                .orElseThrow();
        return server.put(
                "/Task/" + id,
                FhirJson.of(task.json().tree().put("status", "accepted")).text(),
                "Authorization",
                "Bearer care",
                "Content-Type",
                "application/fhir+json",
                "If-Match",
                "W/\"" + task.version() + "\"");
    }

    private static void isNotExplained(HttpResponse<String> told) {
        assertThat(told.statusCode()).isEqualTo(500);
        assertThat(told.body()).contains("not-available").doesNotContain("care.baton", "HAPI", "null");
    }
}
