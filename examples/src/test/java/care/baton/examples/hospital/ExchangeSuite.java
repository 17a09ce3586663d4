package care.baton.examples.hospital;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.ServerTrial;
import care.baton.fhir.exchange.Wire;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.opentest4j.TestAbortedException;

/**
 * All that is tried on a server, the same for every server: what it says of itself, {@link ServerTrial}, {@link
 * AwkwardCases}, and the whole main job. It makes the persons and organizations that it needs, and leaves them there.
 */
final class ExchangeSuite {

    private enum Outcome {
        HOLDS("holds      "),
        DOES_NOT("DOES NOT   "),
        NOT_TRIED("not tried  ");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }
    }

    /** One thing that was tried. */
    private record Point(String what, Outcome outcome, String why) {

        String line() {
            return "  " + outcome.word + what + (why.isEmpty() ? "" : ": " + why);
        }
    }

    /** Tries one thing; it holds where nothing is thrown. */
    @FunctionalInterface
    interface Trial {
        void run() throws Exception;
    }

    private final URI server;
    private final IGenericClient client;
    private final List<Point> points = new ArrayList<>();
    private String name = "";

    private ExchangeSuite(URI server) {
        this.server = server;
        OneHospital.R4.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        OneHospital.R4.getRestfulClientFactory().setSocketTimeout(60_000);
        this.client = OneHospital.R4.newRestfulGenericClient(server.toString());
    }

    /** Tries everything, each by itself, so that one that does not hold keeps none of the others back. */
    static ExchangeSuite on(URI server) {
        ExchangeSuite suite = new ExchangeSuite(server);
        Endpoint endpoint = suite.endpoint();
        PersonId person = PersonId.of(suite.created(new Patient().setActive(false)));
        try (Wire wire = new Wire(endpoint, Limits.standard(), Duration.ofSeconds(60))) {
            suite.tries("says-all-that-is-needed", () -> suite.asks(wire));
            ServerTrial.of(wire::perform, endpoint, person, "trial-" + UUID.randomUUID(), Instant.now())
                    .forEach(suite::add);
            new AwkwardCases(endpoint, suite.client, person).all().forEach(suite::tries);
            new SentCases(endpoint, suite.client, person).all().forEach(suite::tries);
        }
        suite.tries("the-main-job", () -> new DayThere(server, suite.client).runs());
        return suite;
    }

    /** What does not hold, or could not be tried. */
    List<String> missing() {
        return points.stream()
                .filter(point -> point.outcome != Outcome.HOLDS)
                .map(Point::line)
                .toList();
    }

    /** The report, the line that sums it up last. */
    List<String> report() {
        List<String> lines = new ArrayList<>(points.stream().map(Point::line).toList());
        long held =
                points.stream().filter(point -> point.outcome == Outcome.HOLDS).count();
        lines.add("second server: " + held + " of " + points.size() + " held (" + name + ")");
        return lines;
    }

    private void asks(Wire wire) {
        FhirJson says = wire.probe().value().orElseThrow(() -> new AssertionError("it does not say what it does"));
        JsonNode software = says.element("software");
        name = software.path("name").asText("") + " " + software.path("version").asText("");
        List<Code> needed = wire.probe().issues().stream()
                .filter(issue -> issue.severity() == MappingIssue.Severity.ERROR)
                .map(MappingIssue::code)
                .toList();
        if (!needed.isEmpty()) {
            throw new AssertionError(needed);
        }
    }

    private void add(ServerTrial.Tried tried) {
        Outcome outcome =
                switch (tried.result()) {
                    case HELD -> Outcome.HOLDS;
                    case NOT_HELD -> Outcome.DOES_NOT;
                    case NOT_TRIED -> Outcome.NOT_TRIED;
                };
        points.add(new Point(
                tried.what().value(), outcome, tried.why().map(Code::value).orElse("")));
    }

    private void tries(String what, Trial trial) {
        try {
            trial.run();
            points.add(new Point(what, Outcome.HOLDS, ""));
        } catch (TestAbortedException why) {
            points.add(new Point(what, Outcome.NOT_TRIED, String.valueOf(why.getMessage())));
        } catch (AssertionError | Exception why) {
            points.add(new Point(
                    what, Outcome.DOES_NOT, String.valueOf(why.getMessage()).replaceAll("\\s+", " ")));
        }
    }

    /** Two organizations made for what is tried next. */
    private Endpoint endpoint() {
        return new Endpoint(
                server,
                PartnerProfiles.sdohClinicalCare(),
                Holder.of(OrganizationId.of(created(new Organization().setName("Trial, partner"))), Code.of("partner")),
                Holder.of(OrganizationId.of("own"), Code.of("own")),
                created(new Organization().setName("Trial, own")));
    }

    private String created(Resource resource) {
        return OneHospital.created(client, resource);
    }
}
