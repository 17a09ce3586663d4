package care.baton.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README shows the program as it is compiled, and what it prints. */
class FirstUseTest {

    private static final Pattern BLOCKS =
            Pattern.compile("## First use\n.*?```java\n(.*?)```\n.*?```\n(.*?)```\n", Pattern.DOTALL);

    @Test
    void theReadmeShowsTheProgramAndWhatItPrints() throws IOException {
        Matcher readme = BLOCKS.matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(readme.find()).isTrue();

        assertThat(readme.group(1)).isEqualTo(program());
        assertThat(readme.group(2)).isEqualTo(printed());
    }

    private static String program() throws IOException {
        List<String> lines =
                Files.readAllLines(Path.of("src", "main", "java", "care", "baton", "examples", "FirstUse.java"));
        int from = lines.indexOf("        // <first-use>");
        int until = lines.indexOf("        // </first-use>");
        return lines.subList(from + 1, until).stream()
                .map(line -> line.isEmpty() ? line : line.substring(8))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String printed() {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            FirstUse.main();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
