package care.baton.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which requirement and which promise is shown by which tests, over all modules. */
public final class Matrix {
    private static final List<String> PIECES = List.of("kernel", "domain", "review", "interop", "stories");

    private final Map<String, SortedSet<String>> citing = new LinkedHashMap<>();
    private final SortedSet<String> passed = new TreeSet<>();
    private final SortedSet<String> failed = new TreeSet<>();

    Matrix(List<TestRun> runs) {
        for (TestRun run : runs) {
            Stream.concat(
                            run.cited().requirements().stream(),
                            run.cited().promises().stream().map(String::valueOf))
                    .forEach(cited -> {
                        citing.computeIfAbsent(cited, id -> new TreeSet<>()).add(run.test());
                        switch (run.outcome()) {
                            case PASSED -> passed.add(cited);
                            case FAILED -> failed.add(cited);
                            case SKIPPED -> {}
                        }
                    });
        }
    }

    /**
     * Writes the matrix of all modules and prints its sums.
     *
     * @param args the directory to write to, then each module's directory of outcomes
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        List<Path> paths = Stream.of(args).map(Path::of).toList();
        Matrix matrix = write(paths.get(0), paths.subList(1, paths.size()));
        System.out.println(matrix.requirementSum());
        System.out.println(matrix.promiseSum());
    }

    static Matrix write(Path directory, List<Path> outcomes) throws IOException {
        Matrix matrix = new Matrix(outcomes.stream()
                .flatMap(from -> TestRun.readAll(from).stream())
                .toList());
        Files.createDirectories(directory);
        Files.write(directory.resolve("requirements-matrix.tsv"), matrix.requirementLines());
        Files.write(directory.resolve("promises-matrix.tsv"), matrix.promiseLines());
        return matrix;
    }

    boolean isShown(String cited) {
        return passed.contains(cited) && !failed.contains(cited);
    }

    String requirementSum() {
        List<Row> ours = Requirements.ours();
        String parts = PIECES.stream()
                .map(when -> share(when, ours.stream().filter(row -> row.when().equals(when))))
                .collect(Collectors.joining(", "));
        return share("requirements:", ours.stream()) + " shown by passing tests (" + parts + ")";
    }

    String promiseSum() {
        long shown = promises().filter(this::isShown).count();
        return "promises: " + shown + " of " + Promises.COUNT + " cited by passing tests";
    }

    List<String> requirementLines() {
        return Stream.concat(
                        Stream.of("id\tstatement\ttests\toutcome"),
                        Requirements.ours().stream()
                                .map(row -> row.id() + "\t" + row.statement() + "\t" + testsAndOutcome(row.id())))
                .toList();
    }

    List<String> promiseLines() {
        return Stream.concat(
                        Stream.of("promise\ttests\toutcome"),
                        promises().map(number -> number + "\t" + testsAndOutcome(number)))
                .toList();
    }

    private String testsAndOutcome(String cited) {
        String outcome = isShown(cited) ? "shown" : failed.contains(cited) ? "failed" : "not shown";
        return String.join(" ", citing.getOrDefault(cited, new TreeSet<>())) + "\t" + outcome;
    }

    private String share(String name, Stream<Row> rows) {
        List<Row> all = rows.toList();
        return name + " " + all.stream().filter(row -> isShown(row.id())).count() + " of " + all.size();
    }

    private static Stream<String> promises() {
        return IntStream.rangeClosed(1, Promises.COUNT).mapToObj(String::valueOf);
    }
}
