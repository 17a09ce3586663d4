package care.baton.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes how each test ended and what it cites, whatever engine ran it. Works only where the build names a directory
 * in the system property {@code baton.trace}.
 */
public final class OutcomeRecorder implements TestExecutionListener {
    private final @Nullable Path directory;
    private final List<TestRun> runs = new ArrayList<>();
    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private @Nullable TestPlan plan;

    /** A recorder for the directory that the build names. */
    public OutcomeRecorder() {
        this(Optional.ofNullable(System.getProperty("baton.trace")).map(Path::of));
    }

    OutcomeRecorder(Optional<Path> directory) {
        this.directory = directory.orElse(null);
    }

    List<TestRun> runs() {
        return List.copyOf(runs);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
    }

    @Override
    public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        String row = entry.getKeyValuePairs().get(RowReporter.KEY);
        if (row != null) {
            rows.computeIfAbsent(test.getUniqueId(), id -> new ArrayList<>()).add(row);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        record(test, TestRun.Outcome.SKIPPED);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        TestRun.Outcome outcome =
                switch (result.getStatus()) {
                    case SUCCESSFUL -> TestRun.Outcome.PASSED;
                    case FAILED -> TestRun.Outcome.FAILED;
                    case ABORTED -> TestRun.Outcome.SKIPPED;
                };
        if (test.isTest() || outcome != TestRun.Outcome.PASSED) {
            record(test, outcome);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        if (directory == null) {
            return;
        }
        String fork = System.getProperty("surefire.forkNumber", "1");
        try {
            Files.createDirectories(directory);
            Files.write(
                    directory.resolve("outcomes-" + fork + ".tsv"),
                    runs.stream().map(TestRun::toLine).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void record(TestIdentifier test, TestRun.Outcome outcome) {
        Optional<MethodSource> source = methodOf(test);
        String name = source.map(at -> at.getClassName() + "#" + at.getMethodName())
                .orElse(test.getLegacyReportingName() + "#");
        Citations cited = source.map(OutcomeRecorder::cited)
                .orElseGet(Citations::none)
                .and(rows.getOrDefault(test.getUniqueId(), List.of()));
        runs.add(new TestRun(name, kind(test), outcome, cited));
    }

    private static Citations cited(MethodSource source) {
        Method method = source.getJavaMethod();
        return Citations.of(source.getJavaClass(), method);
    }

    /** The method a test comes from: its own, or for an invocation or a dynamic test that of what made it. */
    private Optional<MethodSource> methodOf(TestIdentifier test) {
        TestPlan known = plan;
        Optional<TestIdentifier> at = Optional.of(test);
        while (at.isPresent()) {
            if (at.get().getSource().orElse(null) instanceof MethodSource source) {
                return Optional.of(source);
            }
            at = known == null ? Optional.empty() : at.flatMap(known::getParent);
        }
        return Optional.empty();
    }

    private static TestRun.Kind kind(TestIdentifier test) {
        if (!test.isTest()) {
            return TestRun.Kind.CONTAINER;
        }
        return switch (test.getUniqueIdObject().getLastSegment().getType()) {
            case "property" -> TestRun.Kind.PROPERTY;
            case "test-template-invocation", "dynamic-test" -> TestRun.Kind.INVOCATION;
            default -> TestRun.Kind.TEST;
        };
    }
}
