package care.baton.fhir.exchange;

import static care.baton.fhir.exchange.ScriptedServer.answer;
import static care.baton.fhir.exchange.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.Mapped;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a partner's server says that it can do is held against what we shall ask of it, before anything is sent. */
class ProbeTest {

    private static final PartnerProfile PLAIN = PartnerProfiles.plainR4();

    @Test
    void aServerThatCanDoAllOfItIsWithoutIssue() {
        assertThat(probe(PLAIN, whole()).issues()).isEmpty();
        assertThat(probe(PLAIN, whole()).value()).isPresent();
    }

    @Test
    void whatTheExchangeCannotGoWithoutIsAnErrorAndWhatItCanIsAWarning() {
        assertThat(told(PLAIN, without("Task", "interaction", "update")))
                .containsExactly("ERROR task-update-not-stated at CapabilityStatement.rest[0].resource[0].interaction");
        assertThat(told(PLAIN, without("Task", "interaction", "create")))
                .containsExactly(
                        "WARNING task-create-not-stated at CapabilityStatement.rest[0].resource[0].interaction");
        assertThat(told(PLAIN, without("Task", "interaction", "history-instance")))
                .containsExactly("WARNING task-history-instance-not-stated at"
                        + " CapabilityStatement.rest[0].resource[0].interaction");
        assertThat(told(PLAIN, without("Task", "searchParam", "owner")))
                .containsExactly(
                        "ERROR task-by-owner-not-stated at CapabilityStatement.rest[0].resource[0].searchParam");
        assertThat(told(PLAIN, without("Communication", "searchParam", "based-on")))
                .containsExactly("ERROR communication-by-based-on-not-stated at"
                        + " CapabilityStatement.rest[0].resource[2].searchParam");
    }

    @Test
    void aParameterThatIsStatedForAllResourcesCounts() {
        ObjectNode statement = without("Task", "searchParam", "_lastUpdated");
        assertThat(told(PLAIN, statement))
                .containsExactly("WARNING task-by-last-updated-not-stated at"
                        + " CapabilityStatement.rest[0].resource[0].searchParam");

        rest(statement).putArray("searchParam").addObject().put("name", "_lastUpdated");

        assertThat(told(PLAIN, statement)).isEmpty();
    }

    @Test
    void aResourceThatIsNotServedIsToldOnceAndAsWhatMattersMost() {
        ObjectNode statement = whole();
        ((ArrayNode) rest(statement).path("resource")).remove(1);

        assertThat(told(PLAIN, statement))
                .containsExactly("ERROR communication-request-not-served at CapabilityStatement.rest[0].resource");
    }

    @Test
    void whatThisPartnerIsNeverAskedIsNotMissed() {
        ObjectNode statement = whole();
        ((ArrayNode) rest(statement).path("resource")).remove(2);
        ((ArrayNode) rest(statement).path("resource")).remove(1);
        PartnerProfile provenance =
                PLAIN.toBuilder().channels(PLAIN.channels().withProvenance()).build();

        assertThat(told(PartnerProfiles.statusAndNotes(), statement)).isEmpty();
        assertThat(told(provenance, whole()))
                .containsExactly("WARNING provenance-not-served at CapabilityStatement.rest[0].resource");
    }

    @Test
    void whereAPartnerAsksToStopByATaskTheSearchByCodeIsMissed() {
        assertThat(told(PartnerProfiles.clinicalOrderWorkflow(), whole()))
                .containsExactly(
                        "WARNING task-by-code-not-stated at" + " CapabilityStatement.rest[0].resource[0].searchParam");
    }

    @Test
    void aServerThatKeepsNoVersionsOrDoesNotSaySoIsNamed() {
        ObjectNode none = whole();
        task(none).put("versioning", "no-version");
        ObjectNode silent = whole();
        task(silent).remove("versioning");
        ObjectNode twice = whole();
        task(twice).remove("conditionalCreate");
        String at = " at CapabilityStatement.rest[0].resource[0].";

        assertThat(told(PLAIN, none)).containsExactly("ERROR versioned-update-not-stated" + at + "versioning");
        assertThat(told(PLAIN, silent)).containsExactly("WARNING versioned-update-not-stated" + at + "versioning");
        assertThat(told(PLAIN, twice))
                .containsExactly("WARNING conditional-create-not-stated" + at + "conditionalCreate");
    }

    @Test
    void anotherReleaseAnotherFormatAndNoServerAreNamed() {
        ObjectNode other = whole().put("fhirVersion", "5.0.0");
        other.putArray("format").add("xml");
        rest(other).put("mode", "client");

        assertThat(told(PLAIN, other))
                .containsExactly(
                        "ERROR other-release at CapabilityStatement.fhirVersion",
                        "ERROR json-not-stated at CapabilityStatement.format",
                        "ERROR server-not-stated at CapabilityStatement.rest");
        assertThat(told(PLAIN, whole().put("fhirVersion", "4.0.1-ballot"))).hasSize(1);
        assertThat(told(PLAIN, whole().put("fhirVersion", "4.0"))).isEmpty();
    }

    @Test
    void noAnswerARefusalAndAnotherResourceAreToldApart() {
        assertThat(only(a -> new byte[0])).isEqualTo("no-answer");
        assertThat(only(a -> json(401, ""))).isEqualTo("refused");
        assertThat(only(a -> json(200, WireTest.TASK))).isEqualTo("other-resource");
        assertThat(only(a -> json(
                        200,
                        "{\"resourceType\":\"CapabilityStatement\",\"description\":\"" + "x".repeat(6_000_000)
                                + "\"}")))
                .isEqualTo("too-large");
        assertThat(only(a -> answer(200, "application/fhir+json", "not json at all")))
                .isEqualTo("other-resource");
    }

    private static String only(Function<ScriptedServer.Asked, byte[]> script) {
        try (ScriptedServer server = new ScriptedServer(script)) {
            Mapped<FhirJson> probed = probe(PLAIN, server);
            assertThat(probed.value()).isEmpty();
            assertThat(probed.issues()).hasSize(1);
            return probed.issues().get(0).code().value();
        }
    }

    private static List<String> told(PartnerProfile profile, ObjectNode statement) {
        return probe(profile, statement).issues().stream()
                .map(MappingIssue::toString)
                .toList();
    }

    private static Mapped<FhirJson> probe(PartnerProfile profile, ObjectNode statement) {
        try (ScriptedServer server = new ScriptedServer(a -> json(200, statement.toString()))) {
            Mapped<FhirJson> probed = probe(profile, server);
            assertThat(server.asked()).hasSize(1);
            assertThat(server.asked().get(0).line()).isEqualTo("GET /fhir/metadata HTTP/1.1");
            return probed;
        }
    }

    private static Mapped<FhirJson> probe(PartnerProfile profile, ScriptedServer server) {
        Endpoint endpoint = new Endpoint(
                URI.create(server.origin() + "/fhir"), profile, Two.SENDER, Two.RECEIVER, "Organization/receiver");
        try (Wire wire = new Wire(endpoint, Limits.standard(), Duration.ofSeconds(5), Optional::empty)) {
            return wire.probe();
        }
    }

    private static ObjectNode rest(ObjectNode statement) {
        return (ObjectNode) statement.path("rest").path(0);
    }

    private static ObjectNode task(ObjectNode statement) {
        return (ObjectNode) rest(statement).path("resource").path(0);
    }

    private static ObjectNode without(String type, String list, String what) {
        ObjectNode statement = whole();
        for (var resource : rest(statement).path("resource")) {
            if (resource.path("type").asText().equals(type)) {
                ArrayNode entries = (ArrayNode) resource.path(list);
                for (int i = entries.size() - 1; i >= 0; i--) {
                    if (entries.path(i)
                            .path("code")
                            .asText(entries.path(i).path("name").asText())
                            .equals(what)) {
                        entries.remove(i);
                    }
                }
            }
        }
        return statement;
    }

    private static ObjectNode whole() {
        ObjectNode statement = JsonNodeFactory.instance.objectNode().put("resourceType", "CapabilityStatement");
        statement
                .put("fhirVersion", "4.0.1")
                .putArray("format")
                .add("application/fhir+xml")
                .add("json");
        ArrayNode resources =
                statement.putArray("rest").addObject().put("mode", "server").putArray("resource");
        resource(resources, "Task", "owner", "requester", "identifier", "_lastUpdated")
                .put("versioning", "versioned-update")
                .put("conditionalCreate", true);
        resource(resources, "CommunicationRequest", "identifier");
        resource(resources, "Communication", "based-on");
        resource(resources, "ServiceRequest", "identifier");
        return statement;
    }

    private static ObjectNode resource(ArrayNode resources, String type, String... parameters) {
        ObjectNode resource = resources.addObject().put("type", type);
        ArrayNode interactions = resource.putArray("interaction");
        List.of("read", "create", "update", "history-instance", "search-type")
                .forEach(code -> interactions.addObject().put("code", code));
        ArrayNode search = resource.putArray("searchParam");
        List.of(parameters).forEach(name -> search.addObject().put("name", name));
        return resource;
    }
}
