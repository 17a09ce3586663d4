package care.baton.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/exchanging.md shows the loop as it is compiled. */
class ExchangingPageTest {

    private static final Pattern SHOWN = Pattern.compile("```java\n(.*?)```\n", Pattern.DOTALL);

    @Test
    void thePageShowsTheLoopOfTheHostToCopy() throws IOException {
        List<String> shown = SHOWN.matcher(Files.readString(Path.of("..", "docs", "exchanging.md")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(shown)
                .containsExactly(
                        method("    public void send() {"),
                        method("    private List<Message> absorb(Response response) {"),
                        method("    public List<Found> poll() {"));
    }

    private static String method(String begins) throws IOException {
        List<String> lines =
                Files.readAllLines(Path.of("src", "main", "java", "care", "baton", "examples", "day", "HomeCare.java"));
        List<String> from = lines.subList(lines.indexOf(begins), lines.size());
        return from.subList(0, from.indexOf("    }") + 1).stream()
                .map(line -> line.substring(Math.min(4, line.length())))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
