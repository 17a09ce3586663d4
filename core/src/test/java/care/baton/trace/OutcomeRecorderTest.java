package care.baton.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class OutcomeRecorderTest {
    @Test
    void eachTestIsRecordedWithWhatItsMethodAndItsClassCite() {
        assertThat(lines(Worked.class))
                .containsExactlyInAnyOrder(
                        "plain\tTEST\tPASSED\tGAT-01,HND-01\t3",
                        "broken\tTEST\tFAILED\tGAT-01,HND-02\t3",
                        "off\tTEST\tSKIPPED\tGAT-01,HND-03\t3",
                        "twice\tINVOCATION\tPASSED\tGAT-01,HND-04\t3",
                        "twice\tINVOCATION\tPASSED\tGAT-01,HND-04\t3");
    }

    @Test
    void aRowCountsOnlyForItsOwnInvocation() {
        assertThat(lines(ByRow.class))
                .containsExactlyInAnyOrder(
                        "holds\tINVOCATION\tPASSED\tHND-01\t",
                        "holds\tINVOCATION\tFAILED\tHND-02\t",
                        "holds\tINVOCATION\tPASSED\tHND-03\t");
    }

    @Test
    void aPropertyIsRecordedAsOne() {
        assertThat(lines(Drawn.class))
                .containsExactlyInAnyOrder(
                        "everyNumberIsItself\tPROPERTY\tPASSED\tOWN-01\t14",
                        "noNumberIsItself\tPROPERTY\tFAILED\tOWN-02\t");
    }

    @Test
    void whatWasWrittenIsReadBack(@TempDir Path directory) {
        List<TestRun> runs = run(Worked.class, Optional.of(directory));

        assertThat(TestRun.readAll(directory)).isEqualTo(runs).hasSize(5);
    }

    private static List<String> lines(Class<?> testClass) {
        return run(testClass, Optional.empty()).stream()
                .map(run -> run.toLine().substring(testClass.getName().length() + 1))
                .toList();
    }

    private static List<TestRun> run(Class<?> testClass, Optional<Path> directory) {
        OutcomeRecorder recorder = new OutcomeRecorder(directory);
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(alone)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(testClass))
                                .build(),
                        recorder);
        return recorder.runs();
    }

    @Requirement("GAT-01")
    @Promise(3)
    static class Worked {
        @Test
        @Requirement("HND-01")
        void plain() {}

        @Test
        @Requirement("HND-02")
        void broken() {
            fail();
        }

        @Test
        @Disabled("to be seen as skipped")
        @Requirement("HND-03")
        void off() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @Requirement("HND-04")
        void twice(int number) {
            assertNotEquals(0, number);
        }
    }

    static class ByRow {
        @RowTest
        @Rows("HND-01..HND-03")
        void holds(Row row) {
            assertNotEquals("HND-02", row.id());
        }
    }

    static class Drawn {
        @Property(tries = 5)
        @Requirement("OWN-01")
        @Promise(14)
        boolean everyNumberIsItself(@ForAll int number) {
            return Integer.valueOf(number).equals(number);
        }

        @Property(tries = 5)
        @Requirement("OWN-02")
        boolean noNumberIsItself(@ForAll int number) {
            return !Integer.valueOf(number).equals(number);
        }
    }
}
