package care.baton.fhir.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import care.baton.fhir.exchange.ServerTarget;
import care.baton.trace.Promise;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The kept corpus: whatever was once worth keeping is read as everything that it could be taken for. */
class CorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final Map<String, Consumer<byte[]>> TARGETS = Map.of(
            "StoredTarget", StoredTarget::fuzzerTestOneInput,
            "DefinitionTarget", DefinitionTarget::fuzzerTestOneInput,
            "TaskTarget", TaskTarget::fuzzerTestOneInput,
            "ServerTarget", ServerTarget::fuzzerTestOneInput);

    static Stream<Arguments> kept() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            assertThat(all).hasSizeGreaterThan(20);
            return TARGETS.keySet().stream()
                    .sorted()
                    .flatMap(target -> all.stream()
                            .map(file ->
                                    Arguments.of(target, CORPUS.relativize(file).toString())));
        }
    }

    @Promise(29)
    @ParameterizedTest
    @MethodSource("kept")
    void whateverItIsItIsReadOrRefusedAndNeverGoesOnWithoutEnd(String target, String file) {
        byte[] bytes = bytes(CORPUS.resolve(file));

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> Objects.requireNonNull(TARGETS.get(target)).accept(bytes));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
