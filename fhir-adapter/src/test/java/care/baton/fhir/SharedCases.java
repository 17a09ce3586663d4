package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real resources that lie beside a clone; where they are absent, tests that need them are skipped, except in CI. */
public final class SharedCases {

    private static final Path CASES =
            Path.of("").toAbsolutePath().resolve("../../shared/fhir/cases").normalize();

    private SharedCases() {}

    /** The files of these resource types, by name. */
    public static List<Path> of(String... types) {
        if (!Files.isDirectory(CASES)) {
            assertThat(System.getenv("CI")).as("real resources are absent").isNotEqualTo("true");
            assumeTrue(false, "real resources are absent");
        }
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> Stream.of(types)
                            .anyMatch(type -> file.getFileName().toString().startsWith(type + "-")
                                    && file.getFileName().toString().endsWith(".json")))
                    .sorted()
                    .toList();
        } catch (IOException no) {
            throw new UncheckedIOException(no);
        }
    }

    /** A file's name as the tables spell it. */
    public static String name(Path file) {
        return CASES.relativize(file).toString().replace('\\', '/');
    }

    /** A file's bytes. */
    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException no) {
            throw new UncheckedIOException(no);
        }
    }

    /** The bytes of a file the tables name. */
    public static byte[] bytes(String name) {
        return bytes(CASES.resolve(name));
    }
}
