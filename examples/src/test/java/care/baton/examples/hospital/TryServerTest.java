package care.baton.examples.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import care.baton.examples.day.TryServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TryServerTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_server_that_does_what_the_exchange_relies_on_is_told_so_line_by_line() {
        IGenericClient client = OneHospital.client();
        String own = created(client, new Organization().setName("Trial, own"));
        String partner = created(client, new Organization().setName("Trial, partner"));
        String person = created(client, new Patient().setActive(false));

        int code = run("--server", OneHospital.baseUrl(), "--own", own, "--partner", partner, "--person", person);

        assertThat(lines())
                .containsExactly(
                        "what the server says of itself: all that is needed",
                        "what it does:",
                        "  holds       stored",
                        "  holds       kept-whole",
                        "  holds       stored-once",
                        "  holds       found-by-identifier",
                        "  holds       found-by-who-it-is-for",
                        "  holds       written-over-what-was-read",
                        "  holds       another-version-each-time",
                        "  holds       not-written-over-another-version",
                        "  holds       found-since",
                        "  holds       recorded-in-error");
        assertThat(code).isZero();
    }

    @Test
    void a_server_that_is_not_there_is_told_too() {
        int code = run(
                "--server",
                "http://127.0.0.1:1/fhir",
                "--own",
                "Organization/1",
                "--partner",
                "Organization/2",
                "--person",
                "Patient/3");

        assertThat(lines()).contains("  needed  no-answer at CapabilityStatement", "  DOES NOT    stored (no-answer)");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void what_is_wrong_with_an_option_is_named() {
        assertThat(run("--server", "http://127.0.0.1:1")).isEqualTo(2);
        assertThat(err.toString()).contains("--own", "--partner", "--person");
        assertThat(run(
                        "--server",
                        "http://127.0.0.1:1",
                        "--own",
                        "nobody",
                        "--partner",
                        "Organization/2",
                        "--person",
                        "Patient/3"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("ownReference: a type and an id");
    }

    private int run(String... arguments) {
        return new CommandLine(new TryServer())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private List<String> lines() {
        return Stream.of(out.toString().split("\\R")).toList();
    }

    private static String created(IGenericClient client, Resource resource) {
        return client.create()
                .resource(resource)
                .execute()
                .getId()
                .toUnqualifiedVersionless()
                .getValue();
    }
}
