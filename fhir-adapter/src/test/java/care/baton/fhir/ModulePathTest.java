package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import care.baton.json.Json;
import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A vendor's own module stands on the adapter: core and adapter on the module path, HAPI on the class path. */
@Execution(ExecutionMode.CONCURRENT)
class ModulePathTest {

    private static final String MODULE =
            "module vendor { requires care.baton.core; requires com.fasterxml.jackson.core; requires care.baton.fhir; }";

    private static final String READS = """
            package vendor;

            import care.baton.fhir.Limits;
            import care.baton.fhir.partner.PartnerProfile;
            import care.baton.fhir.partner.PartnerProfiles;
            import care.baton.fhir.task.TaskContext;
            import care.baton.fhir.task.TaskReader;
            import care.baton.json.Json;
            import java.nio.charset.StandardCharsets;

            public final class Main {
                public static void main(String... arguments) {
                    PartnerProfile profile = PartnerProfiles.plainR4();
                    PartnerProfile again = Json.readDefinition(PartnerProfile.class, Json.write(profile)).orThrow();
                    System.out.println(again.equals(profile));
                    byte[] task = "{'resourceType':'Task','owner':{'reference':'Organization/1'},'color':'blue'}"
                            .replace((char) 39, (char) 34).getBytes(StandardCharsets.UTF_8);
                    System.out.println(TaskReader.read(task, Limits.standard(), TaskContext.firstSeen(profile)));
                }
            }
            """;

    @Test
    void aProfileIsReadAndATaskIsCheckedWhereHapiIsOnTheClassPath(@TempDir Path directory) throws Exception {
        assertThat(vendor(directory, List.of()))
                .startsWith("true")
                .contains("unknown-element")
                .doesNotContain("parser-does-not-start", "Exception", "Error:");
    }

    @Test
    void whereHapiIsAModuleNothingIsThrownAndTheTaskSaysThatItsParserDoesNotStart(@TempDir Path directory)
            throws Exception {
        assertThat(vendor(directory, List.of(home(FhirContext.class))))
                .startsWith("true")
                .contains("NeedsAttention[ERROR parser-does-not-start")
                .doesNotContain("Exception", "Error:");
    }

    /** What a program says when it is started with this beside core and the adapter on the module path. */
    private static String vendor(Path directory, List<Path> more) throws Exception {
        Path module = Files.writeString(directory.resolve("module-info.java"), MODULE);
        Path main = Files.writeString(
                Files.createDirectories(directory.resolve("vendor")).resolve("Main.java"), READS);
        Path out = directory.resolve("classes");
        Path adapter = jar(home(R4.class), directory.resolve("adapter.jar"));
        String path = Stream.concat(Stream.of(out, adapter, home(Json.class), home(JsonFactory.class)), more.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        int compiled = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK")
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-p",
                        path,
                        "-d",
                        out.toString(),
                        module.toString(),
                        main.toString());
        assertThat(compiled).isZero();
        return said(path);
    }

    private static String said(String path) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
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

    /** The adapter as it is published: it is a module by what its jar says of itself. */
    private static Path jar(Path classes, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Automatic-Module-Name"), "care.baton.fhir");
        try (OutputStream bytes = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(bytes, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                if (!name.startsWith("META-INF/MANIFEST")) {
                    entries.putNextEntry(new JarEntry(name));
                    Files.copy(file, entries);
                }
            }
        }
        return jar;
    }

    private static Path home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
