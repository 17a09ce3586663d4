package care.baton.trace;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.trace.TestRun.Kind;
import care.baton.trace.TestRun.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleCheckTest {
    @Test
    void anIdThatIsNotInTheTableOrIsTheHostsIsUnknown() {
        String hosts = Requirements.all().stream()
                .filter(row -> !row.isOurs())
                .findFirst()
                .orElseThrow()
                .id();
        ModuleCheck check = check(run("a.ATest#b", Kind.TEST, Outcome.PASSED, Set.of("HND-01", "HND-99", hosts), 45));

        assertThat(check.citedWrongly())
                .containsExactlyInAnyOrder(
                        "unknown requirement HND-99: a.ATest#b",
                        "unknown requirement " + hosts + ": a.ATest#b",
                        "unknown promise 45: a.ATest#b");
    }

    @Test
    void elevenAreTooManyForOneTestButNotForAnInvocation() {
        Set<String> eleven =
                Requirements.rows("HND-01..HND-11").stream().map(Row::id).collect(Collectors.toSet());

        assertThat(check(run("a.ATest#b", Kind.TEST, Outcome.PASSED, eleven, 1)).citedWrongly())
                .containsExactly("cites more than 10 requirements: a.ATest#b");
        assertThat(check(run("a.AProperties#b", Kind.PROPERTY, Outcome.PASSED, eleven, 1))
                        .citedWrongly())
                .containsExactly("cites more than 10 requirements: a.AProperties#b");
        assertThat(check(run("a.ATest#b", Kind.INVOCATION, Outcome.PASSED, eleven, 1))
                        .citedWrongly())
                .isEmpty();
    }

    @Test
    void onlyWhatPassedCountsTowardsTheFewest() {
        ModuleCheck check = check(
                run("a.ATest#b", Kind.TEST, Outcome.PASSED, Set.of(), 1),
                run("a.AProperties#c", Kind.PROPERTY, Outcome.PASSED, Set.of(), 1),
                run("a.ATest#d", Kind.TEST, Outcome.SKIPPED, Set.of(), 1));

        assertThat(check.tooFew(2, 1)).isEmpty();
        assertThat(check.tooFew(3, 2))
                .containsExactly("tests passed: 2, at least 3", "properties passed: 1, at least 2");
    }

    @Test
    void whatTheTestsJarRegistersInAHostsTestsIsNamed(@TempDir Path target) throws IOException {
        assertThat(ModuleCheck.listening(target)).isEmpty();

        try (JarOutputStream jar =
                new JarOutputStream(Files.newOutputStream(target.resolve("baton-core-1-tests.jar")))) {
            jar.putNextEntry(new JarEntry("care/baton/ATest.class"));
            jar.putNextEntry(new JarEntry("META-INF/services/a.Listener"));
        }

        assertThat(ModuleCheck.listening(target))
                .containsExactly("registered for whoever uses the tests jar: META-INF/services/a.Listener");
    }

    @Test
    void aClassOfPropertiesOfWhichNoneRanIsNamed() {
        ModuleCheck check = check(
                run("a.AProperties#b", Kind.PROPERTY, Outcome.PASSED, Set.of(), 1),
                run("a.BProperties$Inner#c", Kind.PROPERTY, Outcome.PASSED, Set.of(), 1));

        assertThat(check.neverRan(Set.of("a.AProperties", "a.BProperties", "a.CProperties")))
                .containsExactly("no property ran in a.CProperties");
    }

    @Test
    void whatWasSkippedIsNamed() {
        assertThat(check(run("a.ATest#b", Kind.CONTAINER, Outcome.SKIPPED, Set.of(), 1))
                        .skipped())
                .containsExactly("skipped: a.ATest#b");
    }

    @Test
    void runtimeDependenciesAreCounted() {
        String two = "one.jar" + File.pathSeparator + "two.jar";

        assertThat(ModuleCheck.tooManyDependencies("", 0)).isEmpty();
        assertThat(ModuleCheck.tooManyDependencies(two, 2)).isEmpty();
        assertThat(ModuleCheck.tooManyDependencies(two, 1)).containsExactly("runtime dependencies: 2, at most 1");
    }

    private static ModuleCheck check(TestRun... runs) {
        return new ModuleCheck(List.of(runs));
    }

    private static TestRun run(String test, Kind kind, Outcome outcome, Set<String> requirements, int promise) {
        return new TestRun(
                test, kind, outcome, new Citations(new TreeSet<>(requirements), new TreeSet<>(Set.of(promise))));
    }
}
