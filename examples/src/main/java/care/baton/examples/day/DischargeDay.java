package care.baton.examples.day;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import care.baton.catalog.PostDischarge;
import care.baton.catalog.Referral;
import care.baton.examples.hospital.HospitalProcess;
import care.baton.examples.hospital.HospitalStaff;
import care.baton.fhir.Limits;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.Exchange;
import care.baton.fhir.exchange.Wire;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.party.RecordId;
import care.baton.record.Rulebook;
import care.baton.time.ServiceCalendar;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job: one command runs the day of a discharge between a real FHIR server and a provider that embeds Baton. */
@Command(
        name = "discharge-day",
        mixinStandardHelpOptions = true,
        version = "Baton example 0.1.0",
        subcommands = TryServer.class,
        description = "Runs the day of a discharge between a hospital (a FHIR server in a process of its own)"
                + " and a home care provider that embeds Baton.")
public final class DischargeDay implements Callable<Integer> {

    private static final RecordId RECORD = RecordId.of("record-1");
    private static final Identifier PROVIDER = new Identifier()
            .setSystem("https://provider.example.org/fhir/identifier")
            .setValue("home-care-1");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where hospital and provider keep their files (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("target", "discharge-day");

    @Option(names = "--resume", description = "go on where a killed run stopped, on the same files")
    private boolean resume;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "use this FHIR R4 server as the hospital's instead of starting one")
    private @Nullable URI server;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /**
     * Runs the command.
     *
     * @param arguments the options; {@code --help} lists them
     */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new DischargeDay()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (!Folders.ready(data, resume)) {
            out.println("--data: not empty and not a folder of this command; name another");
            return CommandLine.ExitCode.USAGE;
        }
        try (HospitalProcess hospital = hospital()) {
            H2Shelf shelf = H2Shelf.open(data.toAbsolutePath().resolve("provider"));
            out.println("hospital ready: " + hospital.baseUrl());
            walk(URI.create(hospital.baseUrl()), shelf);
        }
        return 0;
    }

    private HospitalProcess hospital() throws IOException {
        if (server != null) {
            return HospitalProcess.at(server.toString());
        }
        out.print("starting the hospital's FHIR server ");
        HospitalProcess process = HospitalProcess.start(
                data.toAbsolutePath().resolve("hospital"), Duration.ofMinutes(3), waited -> out.print('.'));
        out.println();
        return process;
    }

    private void walk(URI base, H2Shelf shelf) {
        IGenericClient client = client(base);
        HospitalStaff staff = new HospitalStaff(client, PROVIDER, "Home care provider");
        Rulebook rules = new Rulebook(List.of(Referral.handoff(), PostDischarge.coordination()), calendar());
        DayClock clock = new DayClock(LocalDate.of(2026, 3, 6));
        shelf.take(RECORD).record().recordedAt().ifPresent(clock::notBefore);
        staff.admit();
        staff.refer(clock.now());
        String own = own(client);
        Endpoint endpoint =
                new Endpoint(base, PartnerProfiles.sdohClinicalCare(), People.CASE_MANAGER, People.INTAKE, own);
        try (Wire wire = new Wire(endpoint, Limits.standard(), Duration.ofMinutes(1))) {
            Told told = new Told(out);
            HomeCare provider =
                    new HomeCare(shelf, RECORD, rules, new Exchange(endpoint, rules), wire, clock::now, told::noticed);
            new Day(provider, staff, new ReferralContent(client, own), clock, told).walk();
            new Report(provider.record(), rules, clock.now(), staff, out).print();
        }
    }

    private static String own(IGenericClient client) {
        return client.search()
                .forResource(Organization.class)
                .where(Organization.IDENTIFIER.exactly().systemAndIdentifier(PROVIDER.getSystem(), PROVIDER.getValue()))
                .returnBundle(Bundle.class)
                .execute()
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .toUnqualifiedVersionless()
                .getValue();
    }

    private static IGenericClient client(URI base) {
        FhirContext context = FhirContext.forR4Cached();
        context.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        context.getRestfulClientFactory().setSocketTimeout(60_000);
        return context.newRestfulGenericClient(base.toString());
    }

    private static ServiceCalendar calendar() {
        return ServiceCalendar.builder()
                .zone(DayClock.ZONE)
                .opens(LocalTime.of(8, 0))
                .closes(LocalTime.of(17, 0))
                .addWorkingDays(
                        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
                .build();
    }
}
