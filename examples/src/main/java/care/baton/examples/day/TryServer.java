package care.baton.examples.day;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.Mapped;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.MappingIssue.Severity;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.ServerTrial;
import care.baton.fhir.exchange.ServerTrial.Result;
import care.baton.fhir.exchange.ServerTrial.Tried;
import care.baton.fhir.exchange.Wire;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tries on a server of yours what the exchange relies on: one command, an address, a report. */
@Command(
        name = "try-server",
        mixinStandardHelpOptions = true,
        description =
                "Tries on a FHIR R4 server what the exchange relies on. It leaves one draft Task there, recorded in error:"
                        + " name a person and two organizations that are made for it.")
public final class TryServer implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--server", required = true, paramLabel = "URL", description = "the server's base address")
    private URI server = URI.create("http://127.0.0.1/");

    @Option(
            names = "--own",
            required = true,
            paramLabel = "REF",
            description = "our organization there, Organization/1")
    private String own = "";

    @Option(names = "--partner", required = true, paramLabel = "REF", description = "the partner's, Organization/2")
    private String partner = "";

    @Option(names = "--person", required = true, paramLabel = "REF", description = "a person there, Patient/3")
    private String person = "";

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "plain-r4",
            description = "the partner's profile, by the name of one that is shipped (default: ${DEFAULT-VALUE})")
    private String profile = "";

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Wire wire = new Wire(endpoint(), Limits.standard(), Duration.ofSeconds(30))) {
            Mapped<FhirJson> says = wire.probe();
            out.println("what the server says of itself: " + (says.issues().isEmpty() ? "all that is needed" : ""));
            says.issues().forEach(issue -> out.println("  " + line(issue)));
            List<Tried> tried = ServerTrial.of(
                    wire::perform, endpoint(), PersonId.of(person), "trial-" + UUID.randomUUID(), Instant.now());
            out.println("what it does:");
            tried.forEach(one -> out.println("  " + word(one.result()) + "  " + one.what()
                    + one.why().map(why -> " (" + why + ")").orElse("")));
            out.flush();
            return tried.stream().allMatch(one -> one.result() == Result.HELD) ? 0 : 1;
        }
    }

    private Endpoint endpoint() {
        try {
            return new Endpoint(
                    server,
                    shipped(),
                    Holder.of(OrganizationId.of(partner), Code.of("partner")),
                    Holder.of(OrganizationId.of("own"), Code.of("own")),
                    own);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private PartnerProfile shipped() {
        return PartnerProfiles.all().stream()
                .filter(one -> one.name().value().equals(profile))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--profile: one of "
                        + PartnerProfiles.all().stream()
                                .map(PartnerProfile::name)
                                .toList()));
    }

    private static String line(MappingIssue issue) {
        return (issue.severity() == Severity.ERROR ? "needed  " : "useful  ") + issue.code() + " at " + issue.path();
    }

    private static String word(Result result) {
        return switch (result) {
            case HELD -> "holds     ";
            case NOT_HELD -> "DOES NOT  ";
            case NOT_TRIED -> "not tried ";
        };
    }
}
