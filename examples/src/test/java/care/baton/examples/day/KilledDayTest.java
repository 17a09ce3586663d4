package care.baton.examples.day;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import care.baton.examples.hospital.HospitalProcess;
import care.baton.handoff.Kinds;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The main job over a real server in a process of its own, the provider's process killed again and again on the way. */
@Execution(ExecutionMode.CONCURRENT)
class KilledDayTest {

    private static final long SEED = 20260306;
    private static final List<Integer> LINES = List.of(4, 24, 47);

    @TempDir
    private Path folder;

    @Test
    @Promise(22)
    @Requirement({"TRN-08", "TRN-14", "INT-01"})
    void aDayThatIsKilledOnTheWayGoesOnWithoutLossOrDuplicate() throws Exception {
        try (HospitalProcess hospital =
                HospitalProcess.start(folder.resolve("hospital"), Duration.ofMinutes(3), waited -> {})) {
            SplittableRandom random = new SplittableRandom(SEED);
            for (int line : LINES) {
                run(hospital.baseUrl(), line, random.nextLong(200));
            }
            List<String> told = run(hospital.baseUrl(), Integer.MAX_VALUE, 0);

            assertThat(told).anyMatch(line -> line.contains("intact")).noneMatch(line -> line.contains("refused:"));
            assertThat(told)
                    .anyMatch(line -> line.contains("late: test-staffing, still held by scheduler"))
                    .anyMatch(line -> line.contains("heard by supervisor"));
            seenByTheHospital(client(hospital.baseUrl()));
            CoordinationRecord record = H2Shelf.open(
                            folder.resolve("provider").resolve("provider").toAbsolutePath())
                    .take(RecordId.of("record-1"))
                    .record();
            referredWith(record);
            keptByTheProvider(record);
        }
    }

    /** What the person went home with, as the referral carried it and the provider filed it. */
    private static void referredWith(CoordinationRecord record) {
        assertThat(known(record, "medication-needs")).contains("One tablet each evening with food");
        assertThat(known(record, "support-routines")).contains("Reduced mobility");
        assertThat(known(record, "risk-considerations"))
                .contains("Skin is intact. Turn every two hours", "The family caregiver is exhausted");
        assertThat(record.chart()
                        .handoffs()
                        .get(Day.HANDOFF)
                        .orElseThrow()
                        .current()
                        .orElseThrow()
                        .ask()
                        .input())
                .hasSize(4);
    }

    private static String known(CoordinationRecord record, String field) {
        return record.chart()
                .evidence()
                .fact(Code.of(field))
                .orElseThrow()
                .value()
                .text()
                .orElseThrow();
    }

    private void seenByTheHospital(IGenericClient client) {
        List<Task> tasks = all(client, Task.class);
        assertThat(tasks).hasSize(1);
        assertThat(tasks.get(0).getStatus()).isEqualTo(Task.TaskStatus.COMPLETED);
        assertThat(tasks.get(0).getBusinessStatus().getText()).isEqualTo("Done and confirmed");
        assertThat(tasks.get(0).getOutput()).hasSize(1);
        assertThat(all(client, CommunicationRequest.class)).hasSize(3);
        assertThat(all(client, Communication.class)).hasSize(5);
        assertThat(all(client, ServiceRequest.class))
                .extracting(ServiceRequest::getStatus)
                .containsExactly(ServiceRequest.ServiceRequestStatus.COMPLETED);
    }

    private static void keptByTheProvider(CoordinationRecord record) {
        assertThat(record.ledger().verify().isIntact()).isTrue();
        assertThat(record.chart().runs().get(Day.RUN).orElseThrow().isOpen()).isFalse();
        assertThat(record.chart()
                        .obligations()
                        .get(Key.of(Day.HANDOFF.value(), Kinds.ACTION, "whole"))
                        .orElseThrow()
                        .tenure()
                        .spells())
                .extracting(spell -> spell.holder().role())
                .containsExactly(People.CASE_MANAGER.role(), People.INTAKE.role());
    }

    /** Runs the day; kills it so many milliseconds after it has told so many lines. */
    private List<String> run(String server, int lines, long milliseconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DischargeDay.class.getName(),
                        "--server",
                        server,
                        "--data",
                        folder.resolve("provider").toString(),
                        "--resume")
                .redirectErrorStream(true)
                .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null && told.size() < lines; line = reader.readLine()) {
                told.add(line);
            }
            if (told.size() == lines) {
                process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
                process.destroyForcibly().waitFor();
            }
        }
        int exit = process.waitFor();
        if (lines == Integer.MAX_VALUE) {
            assertThat(exit).as("told: %s", told).isZero();
        }
        return told;
    }

    private static <T extends IBaseResource> List<T> all(IGenericClient client, Class<T> type) {
        return client.search().forResource(type).count(50).returnBundle(Bundle.class).execute().getEntry().stream()
                .map(entry -> type.cast(entry.getResource()))
                .toList();
    }

    private static IGenericClient client(String base) {
        FhirContext context = FhirContext.forR4Cached();
        context.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        return context.newRestfulGenericClient(base);
    }
}
