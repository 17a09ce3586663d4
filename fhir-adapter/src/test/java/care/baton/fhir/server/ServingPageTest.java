package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/serving.md shows what is compiled here, and names every code with which the desk itself turns an edit away. */
class ServingPageTest {

    private static final Path PAGE = Path.of("..", "docs", "serving.md");
    private static final Path TESTS = Path.of("src", "test", "java", "care", "baton", "fhir", "server");
    private static final Path SOURCES = Path.of("src", "main", "java", "care", "baton", "fhir", "server");
    private static final Pattern SHOWN = Pattern.compile("```java\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern CODES = Pattern.compile(
            "(?:MappingIssue\\.error|Turned\\.away|Outcomes\\.away|notSearched|unsupported|one)\\((?:[A-Za-z.]+, )?\"([a-z-]+)\"");

    @Test
    void thePageShowsWhatIsCompiled() throws IOException {
        List<String> shown = SHOWN.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(shown)
                .containsExactly(
                        part("InMemory.java", "records"),
                        part("InMemoryTest.java", "calling"),
                        part("OwnServer.java", "mounting"),
                        part("InMemoryTest.java", "laying"));
    }

    @Test
    void thePageNamesEveryCode() throws IOException {
        String page = Files.readString(PAGE);
        List<String> codes = new ArrayList<>();
        for (String file : List.of(
                "TaskDesk",
                "Document",
                "EditRules",
                "Outcomes",
                "Doorway",
                "TaskProvider",
                "Searches",
                "SendersWord",
                "Room",
                "Page")) {
            CODES.matcher(Files.readString(SOURCES.resolve(file + ".java")))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .forEach(codes::add);
        }

        assertThat(codes)
                .hasSizeGreaterThan(15)
                .allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
    }

    private static String part(String file, String name) throws IOException {
        List<String> lines = Files.readAllLines(TESTS.resolve(file));
        List<String> plain = lines.stream().map(String::strip).toList();
        int from = plain.indexOf("// <" + name + ">");
        int until = plain.indexOf("// </" + name + ">");
        int indent = lines.get(from).indexOf("//");
        return lines.subList(from + 1, until).stream()
                .map(line -> line.substring(Math.min(indent, line.length())))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
