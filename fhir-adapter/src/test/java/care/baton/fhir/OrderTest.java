package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each package of the adapter knows only those that docs/architecture.md names before it. */
class OrderTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "care", "baton", "fhir");
    private static final Path PAGE = Path.of("..", "docs", "architecture.md");

    private static final Pattern LISTED = Pattern.compile("`\\.([a-z]+)`");
    private static final Pattern NAMED = Pattern.compile("care\\.baton\\.fhir\\.([a-z]+)\\.");

    @Test
    void thePageListsEveryPackageOnce() throws IOException {
        try (Stream<Path> entries = Files.list(SOURCES)) {
            assertThat(listed())
                    .containsExactlyInAnyOrderElementsOf(entries.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .toList());
        }
    }

    @Test
    void noArrowRunsAgainstTheOrder() throws IOException {
        List<String> order = listed();
        Set<String> against = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Path folder = SOURCES.relativize(file).getParent();
                int from = folder == null ? -1 : order.indexOf(folder.toString());
                named(file).filter(to -> order.indexOf(to) > from).forEach(to -> against.add(file + " uses " + to));
            }
        }
        assertThat(against).isEmpty();
    }

    /** The others that stand in a source, imported or not. */
    private static Stream<String> named(Path file) {
        try {
            return NAMED.matcher(Files.readString(file)).results().map(found -> found.group(1));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> listed() throws IOException {
        String line = Files.readAllLines(PAGE).stream()
                .filter(one -> one.startsWith("`fhir-adapter` stands on `core`"))
                .findFirst()
                .orElseThrow();
        List<String> names = new ArrayList<>();
        LISTED.matcher(line)
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(names::add);
        return names;
    }
}
