package care.baton.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A vendor's own module stands on ours: compiled and started from the module path, with nothing on the class path. */
class ModularConsumerTest {

    private static final String HANDS_OVER = """
            package vendor;

            import care.baton.catalog.Referral;
            import care.baton.handoff.Handoff;
            import care.baton.party.HandoffId;

            public final class Main {
                public static void main(String... arguments) {
                    Handoff handoff = Handoff.of(HandoffId.of("handoff-1"));
                    System.out.print(Referral.ID + " " + handoff.equals(null));
                }
            }
            """;

    private static final String READS_AND_WRITES = """
            package vendor;

            import care.baton.catalog.Referral;
            import care.baton.json.Json;
            import care.baton.pathway.Pathway;

            public final class Main {
                public static void main(String... arguments) {
                    Pathway pathway = Referral.handoff();
                    Pathway again = Json.readDefinition(Pathway.class, Json.write(pathway)).orThrow();
                    System.out.print(again.equals(pathway));
                }
            }
            """;

    /** An event of the host's own and a definition of the host's own, with an enum and a record of its own inside. */
    private static final String ITS_OWN = """
            package vendor;

            import care.baton.evidence.Event;
            import care.baton.json.Json;
            import java.util.List;

            public final class Main {
                public enum Way { BY_PHONE }

                public record Called(Way way) implements Event {}

                public record Habit(String name, List<Called> calls) {}

                private Main() {}

                public static void main(String... arguments) {
                    List<Event> events = List.of(new Called(Way.BY_PHONE));
                    Json json = Json.of(List.of(Called.class));
                    System.out.print(json.readEvents(json.writeEvents(events)).orThrow().equals(events));

                    Habit habit = new Habit("calls", List.of(new Called(Way.BY_PHONE)));
                    String text = Json.write(habit);
                    System.out.print(" " + text + " ");
                    System.out.print(Json.readDefinition(Habit.class, text).orThrow().equals(habit));
                }
            }
            """;

    private static final List<String> WITH_JSON = List.of("care.baton.core", "com.fasterxml.jackson.core");

    @Test
    void aModuleThatRequiresOursNeedsNothingElseToBeCompiledAndRun(@TempDir Path directory) throws Exception {
        assertThat(consumer(directory, List.of("care.baton.core"), HANDS_OVER, List.of(Core.CLASSES)))
                .isEqualTo("referral-handoff false");
    }

    @Test
    void aModuleThatReadsAndWritesJsonRequiresTheCoreOfJacksonAndNothingMore(@TempDir Path directory) throws Exception {
        List<Path> path = List.of(Core.CLASSES, jackson());

        assertThat(consumer(directory, WITH_JSON, READS_AND_WRITES, path)).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exports vendor;", "exports vendor to care.baton.core;"})
    void aModulesOwnRecordsAreReadAndWrittenWhereItExportsThem(String exports, @TempDir Path directory)
            throws Exception {
        List<Path> path = List.of(Core.CLASSES, jackson());

        assertThat(consumer(
                        directory,
                        List.of("transitive care.baton.core", "com.fasterxml.jackson.core"),
                        exports,
                        ITS_OWN,
                        path))
                .isEqualTo("true {\"name\":\"calls\",\"calls\":[{\"way\":\"by-phone\"}]} true");
    }

    @Test
    void whereItDoesNotExportThemItIsToldSo(@TempDir Path directory) throws Exception {
        List<Path> path = List.of(Core.CLASSES, jackson());

        assertThat(consumer(directory, WITH_JSON, ITS_OWN, path))
                .contains(
                        "IllegalArgumentException: vendor.Main$Called: a public record is needed, in a package that its"
                                + " module vendor exports, at least to module care.baton.core");
    }

    @Test
    void withoutJacksonAModuleMissesItWhereItReadsOrWritesJsonAndNotBefore(@TempDir Path directory) throws Exception {
        assertThat(consumer(directory, List.of("care.baton.core"), READS_AND_WRITES, List.of(Core.CLASSES, jackson())))
                .contains("NoClassDefFoundError: com/fasterxml/jackson/core/")
                .containsPattern("at care\\.baton\\.core[^/]*/care\\.baton\\.json\\.");
    }

    /** Else whoever requires us would have to require them too. */
    @Test
    void whatIsPublicSpeaksOfThePlatformAndOfUsAlone() {
        Set<String> others = new TreeSet<>();
        for (JavaClass type : Core.classes()) {
            if (type.getModifiers().contains(JavaModifier.PUBLIC)) {
                spokenOf(type)
                        .map(JavaClass::getBaseComponentType)
                        .filter(one -> !one.isPrimitive() && !one.getName().matches("(java|care\\.baton)\\..+"))
                        .forEach(one -> others.add(type.getName() + " speaks of " + one.getName()));
            }
        }
        assertThat(others).isEmpty();
    }

    /** What it stands under, and the types of what may be seen of it. */
    private static Stream<JavaClass> spokenOf(JavaClass type) {
        Stream<JavaClass> seen = type.getMembers().stream()
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED))
                .flatMap(member -> member.getAllInvolvedRawTypes().stream());
        return Stream.concat(
                Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream()), seen);
    }

    /** What a program says when it is started, having been compiled under all lints. */
    private static String consumer(Path directory, List<String> required, String main, List<Path> path)
            throws IOException, InterruptedException {
        return consumer(directory, required, "", main, path);
    }

    private static String consumer(Path directory, List<String> required, String exports, String main, List<Path> path)
            throws IOException, InterruptedException {
        Path sources = Files.createDirectories(directory.resolve("vendor"));
        String requires = required.stream()
                .map(module -> "    requires " + module + ";\n")
                .collect(Collectors.joining());
        Path module = Files.writeString(
                directory.resolve("module-info.java"), "module vendor {\n" + requires + exports + "}\n");
        Path source = Files.writeString(sources.resolve("Main.java"), main);
        Path out = directory.resolve("classes");
        String beside = joined(path.stream());

        assertThat(Javac.says(out, List.of(module, source), "-p", beside)).isEmpty();
        return started(joined(Stream.concat(path.stream(), Stream.of(out))));
    }

    private static String started(String path) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-p",
                path,
                "-m",
                "vendor/vendor.Main"));
        ProcessBuilder alone = new ProcessBuilder(command).redirectErrorStream(true);
        alone.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = alone.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static String joined(Stream<Path> path) {
        return path.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jackson() throws URISyntaxException {
        return Path.of(JsonFactory.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
