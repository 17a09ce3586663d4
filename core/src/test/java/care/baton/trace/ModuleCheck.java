package care.baton.trace;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold of one module's tests after they ran: that they ran, that none was skipped, that they cite truly. */
public final class ModuleCheck {
    private static final int MOST_CITED = 10;

    private final List<TestRun> runs;

    ModuleCheck(List<TestRun> runs) {
        this.runs = List.copyOf(runs);
    }

    /**
     * Checks one module.
     *
     * @param args the module's build directory, the fewest tests and the fewest properties that must pass, and the most
     *     runtime dependencies
     * @throws IOException if the outcomes cannot be read
     * @throws IllegalStateException if anything does not hold; the message names all of it
     */
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[0]);
        ModuleCheck check = new ModuleCheck(TestRun.readAll(target.resolve("trace")));
        List<String> faults = new ArrayList<>();
        faults.addAll(check.citedWrongly());
        faults.addAll(check.tooFew(Integer.parseInt(args[1]), Integer.parseInt(args[2])));
        faults.addAll(check.neverRan(propertyClasses(target.resolve("test-classes"))));
        faults.addAll(listening(target));
        if ("true".equals(System.getenv("CI"))) {
            faults.addAll(check.skipped());
        }
        faults.addAll(tooManyDependencies(
                Files.readString(target.resolve("runtime-classpath")).strip(), Integer.parseInt(args[3])));
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.stream().collect(Collectors.joining("\n  ", "\n  ", "\n")));
        }
    }

    List<String> citedWrongly() {
        Set<String> faults = new TreeSet<>();
        for (TestRun run : runs) {
            run.cited().requirements().stream()
                    .filter(id -> Requirements.find(id).filter(Row::isOurs).isEmpty())
                    .forEach(id -> faults.add("unknown requirement " + id + ": " + run.test()));
            run.cited().promises().stream()
                    .filter(number -> number < 1 || number > Promises.COUNT)
                    .forEach(number -> faults.add("unknown promise " + number + ": " + run.test()));
            if (run.kind() != TestRun.Kind.INVOCATION
                    && run.cited().requirements().size() > MOST_CITED) {
                faults.add("cites more than " + MOST_CITED + " requirements: " + run.test());
            }
        }
        return List.copyOf(faults);
    }

    List<String> tooFew(long tests, long properties) {
        List<TestRun> passed = runs.stream()
                .filter(run -> run.outcome() == TestRun.Outcome.PASSED)
                .toList();
        long ranProperties = passed.stream()
                .filter(run -> run.kind() == TestRun.Kind.PROPERTY)
                .count();
        List<String> faults = new ArrayList<>();
        if (passed.size() < tests) {
            faults.add("tests passed: " + passed.size() + ", at least " + tests);
        }
        if (ranProperties < properties) {
            faults.add("properties passed: " + ranProperties + ", at least " + properties);
        }
        return faults;
    }

    List<String> neverRan(Set<String> propertyClasses) {
        Set<String> missing = new TreeSet<>(propertyClasses);
        runs.stream()
                .filter(run -> run.kind() == TestRun.Kind.PROPERTY)
                .map(TestRun::testClass)
                .forEach(missing::remove);
        return missing.stream().map(name -> "no property ran in " + name).toList();
    }

    List<String> skipped() {
        return runs.stream()
                .filter(run -> run.outcome() == TestRun.Outcome.SKIPPED)
                .map(run -> "skipped: " + run.test())
                .distinct()
                .toList();
    }

    static List<String> tooManyDependencies(String classpath, int most) {
        long count = Stream.of(classpath.split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .count();
        return count <= most ? List.of() : List.of("runtime dependencies: " + count + ", at most " + most);
    }

    /** What a jar of tests would register in the tests of whoever depends on it. */
    static List<String> listening(Path target) throws IOException {
        List<String> faults = new ArrayList<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "*-tests.jar")) {
            for (Path jar : jars) {
                try (JarFile opened = new JarFile(jar.toFile())) {
                    opened.stream()
                            .map(JarEntry::getName)
                            .filter(name -> name.matches("META-INF/services/.+|junit-platform\\.properties"))
                            .forEach(name -> faults.add("registered for whoever uses the tests jar: " + name));
                }
            }
        }
        return faults;
    }

    private static Set<String> propertyClasses(Path testClasses) throws IOException {
        if (!Files.isDirectory(testClasses)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(testClasses)) {
            return files.map(file -> testClasses.relativize(file).toString())
                    .filter(name -> name.endsWith("Properties.class") && name.indexOf('$') < 0)
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
