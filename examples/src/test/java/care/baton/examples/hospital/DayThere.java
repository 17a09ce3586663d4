package care.baton.examples.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import care.baton.examples.day.DischargeDay;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.Task;
import org.opentest4j.TestAbortedException;

/** The whole main job over a server, in a process of its own. */
final class DayThere {

    private static final String SUMS = "the sum over the ";

    private final URI server;
    private final HospitalRecords records;

    DayThere(URI server, IGenericClient client) {
        this.server = server;
        this.records = new HospitalRecords(client);
    }

    /** It comes to its end, every step is taken, and its own report is sound. */
    void runs() throws Exception {
        if (records.find(Task.class, DischargeReferral.TASK).isPresent()) {
            throw new TestAbortedException("the main job was run on this server before, and runs on it once");
        }
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "hospital")), "day");
        File told = folder.resolve("told").toFile();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DischargeDay.class.getName(),
                        "--server",
                        server.toString(),
                        "--data",
                        folder.resolve("provider").toString())
                .redirectErrorStream(true)
                .redirectOutput(told)
                .start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(told.toPath());
        assertThat(process.exitValue()).as("see %s", told).isZero();
        assertThat(lines)
                .anyMatch(line -> line.matches("Ledger: \\d+ entries, intact, .*"))
                .anyMatch(line -> line.contains("Task: completed, Done and confirmed"))
                .anyMatch(line -> line.contains("ServiceRequest: completed"))
                .anyMatch(line -> line.contains("held by: nobody: it is done and confirmed"))
                .noneMatch(line -> line.contains("refused:"));
        assertThat(lines.stream()
                        .filter(line -> line.contains(SUMS))
                        .map(line -> line.substring(0, line.indexOf(SUMS)).strip())
                        .distinct())
                .as("what was waited for, by party and by cause")
                .hasSize(1);
    }
}
