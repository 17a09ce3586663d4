package care.baton.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run of one test: a line of a module's list of outcomes.
 *
 * @param test the class and method, joined by {@code #}
 * @param kind what ran
 * @param outcome how it ended
 * @param cited what it cites
 */
record TestRun(String test, Kind kind, Outcome outcome, Citations cited) {
    enum Kind {
        TEST,
        PROPERTY,
        INVOCATION,
        CONTAINER
    }

    enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    String testClass() {
        String name = test.substring(0, test.indexOf('#'));
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    String toLine() {
        return String.join(
                "\t",
                test,
                kind.name(),
                outcome.name(),
                String.join(",", cited.requirements()),
                cited.promises().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    static TestRun ofLine(String line) {
        String[] cells = line.split("\t", -1);
        return new TestRun(
                cells[0],
                Kind.valueOf(cells[1]),
                Outcome.valueOf(cells[2]),
                new Citations(
                        cells(cells[3], Function.identity()).collect(Collectors.toCollection(TreeSet::new)),
                        cells(cells[4], Integer::valueOf).collect(Collectors.toCollection(TreeSet::new))));
    }

    /** The runs that a module's forks wrote, or none when it has no tests. */
    static List<TestRun> readAll(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted()
                    .filter(file -> file.getFileName().toString().startsWith("outcomes"))
                    .flatMap(file -> lines(file).stream())
                    .map(TestRun::ofLine)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Stream<T> cells(String joined, Function<String, T> parse) {
        return Stream.of(joined.split(",")).filter(cell -> !cell.isEmpty()).map(parse);
    }
}
