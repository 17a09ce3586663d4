package care.baton.fhir.task;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.SharedCases;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published Task at hand, against an expectation that was written by reading it. */
class RealTasksTest {

    private static final Map<String, PartnerProfile> PROFILES = PartnerProfiles.all().stream()
            .collect(Collectors.toMap(profile -> profile.name().value(), profile -> profile));

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    record Row(String file, String profile, String verdict, String what, String issues, String reason) {

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Row> rows() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RealTasksTest.class.getResourceAsStream("/real-tasks.tsv")),
                StandardCharsets.UTF_8))) {
            return reader
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(c -> new Row(c[0], c[1], c[2], c[3], c[4], c[5]))
                    .toList()
                    .stream();
        }
    }

    @Test
    void everyTaskHasAReviewedExpectation() throws IOException {
        List<String> files =
                SharedCases.of("Task").stream().map(SharedCases::name).toList();

        assertThat(rows().map(Row::file)).containsExactlyInAnyOrderElementsOf(files);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isReadAsExpected(Row row) {
        SharedCases.of("Task");
        TaskReading reading = read(row);

        assertThat(reading.getClass().getSimpleName()).as("%s", reading).isEqualTo(row.verdict());
        assertThat(what(reading)).isEqualTo(row.what());
        assertThat(codes(reading)).isEqualTo(row.issues());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isKeptWhole(Row row) throws IOException {
        SharedCases.of("Task");
        byte[] bytes = SharedCases.bytes(row.file());
        TaskReading reading = read(row);
        FhirJson json = reading.task().orElseThrow().json();

        assertThat(reading.raw().bytes()).isEqualTo(bytes);
        assertThat(MAPPER.readTree(json.text())).isEqualTo(MAPPER.readTree(bytes));
    }

    private static TaskReading read(Row row) {
        return TaskReader.read(
                SharedCases.bytes(row.file()),
                Limits.standard(),
                TaskContext.firstSeen(Objects.requireNonNull(PROFILES.get(row.profile()))));
    }

    private static String what(TaskReading reading) {
        if (reading instanceof TaskReading.KnownMove known) {
            return known.move().name();
        }
        return reading instanceof TaskReading.NotACareHandoff other
                ? other.work() + other.move().map(move -> " " + move).orElse("")
                : "-";
    }

    /** All but the remark that no published example carries a version. */
    private static String codes(TaskReading reading) {
        TreeSet<String> codes = new TreeSet<>();
        for (MappingIssue issue : reading.issues()) {
            codes.add(issue.code().value());
        }
        codes.remove("version-missing");
        return codes.isEmpty() ? "-" : String.join(",", codes);
    }
}
