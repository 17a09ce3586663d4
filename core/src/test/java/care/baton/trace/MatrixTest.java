package care.baton.trace;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.trace.TestRun.Kind;
import care.baton.trace.TestRun.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixTest {
    private static final TestRun PASSED =
            run("a.HandoffTest#one", Outcome.PASSED, Set.of("HND-01", "HND-02"), Set.of(3));
    private static final TestRun FAILED = run("a.HandoffTest#two", Outcome.FAILED, Set.of("HND-02"), Set.of(4));
    private static final TestRun SKIPPED = run("a.HandoffTest#three", Outcome.SKIPPED, Set.of("HND-03"), Set.of());

    @Test
    void aRowIsShownWhenACitingTestPassedAndNoneFailed() {
        Matrix matrix = new Matrix(List.of(PASSED, FAILED, SKIPPED));

        assertThat(matrix.isShown("HND-01")).isTrue();
        assertThat(matrix.isShown("HND-02")).isFalse();
        assertThat(matrix.isShown("HND-03")).isFalse();
        assertThat(matrix.isShown("HND-04")).isFalse();
    }

    @Test
    void theSumsNameEachPieceOfWork() {
        Matrix matrix = new Matrix(List.of(PASSED, FAILED, SKIPPED));

        assertThat(matrix.requirementSum())
                .isEqualTo("requirements: 1 of 613 shown by passing tests (kernel 1 of 127, domain 0 of 263, "
                        + "review 0 of 184, interop 0 of 7, stories 0 of 32)");
        assertThat(matrix.promiseSum()).isEqualTo("promises: 1 of 44 cited by passing tests");
    }

    @Test
    void theMatrixNamesTheTestsOfEachRow() {
        Matrix matrix = new Matrix(List.of(PASSED, FAILED, SKIPPED));

        assertThat(matrix.requirementLines())
                .hasSize(614)
                .anyMatch(line -> line.startsWith("HND-01\t") && line.endsWith("\ta.HandoffTest#one\tshown"))
                .anyMatch(line -> line.endsWith("\ta.HandoffTest#one a.HandoffTest#two\tfailed"))
                .anyMatch(line -> line.startsWith("HND-04\t") && line.endsWith("\t\tnot shown"));
        assertThat(matrix.promiseLines()).contains("3\ta.HandoffTest#one\tshown", "5\t\tnot shown");
    }

    @Test
    void theModulesAreReadTogether(@TempDir Path directory) throws Exception {
        Path core = Files.createDirectories(directory.resolve("core"));
        Path adapter = Files.createDirectories(directory.resolve("adapter"));
        Files.write(core.resolve("outcomes-1.tsv"), List.of(PASSED.toLine()));
        Files.write(adapter.resolve("outcomes-1.tsv"), List.of(FAILED.toLine()));

        Matrix.write(directory, List.of(core, adapter, directory.resolve("examples")));

        assertThat(Files.readAllLines(directory.resolve("requirements-matrix.tsv")))
                .isEqualTo(new Matrix(List.of(PASSED, FAILED)).requirementLines());
        assertThat(Files.readAllLines(directory.resolve("promises-matrix.tsv")))
                .isEqualTo(new Matrix(List.of(PASSED, FAILED)).promiseLines());
    }

    private static TestRun run(String test, Outcome outcome, Set<String> requirements, Set<Integer> promises) {
        return new TestRun(
                test, Kind.TEST, outcome, new Citations(new TreeSet<>(requirements), new TreeSet<>(promises)));
    }
}
