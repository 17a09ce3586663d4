package care.baton.examples.definition;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.json.Json;
import care.baton.pathway.DefinitionMutants;
import care.baton.pathway.Pathway;
import care.baton.time.BusinessDays;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on definitions shows the text, the program and what it prints as they are. */
class WalkingAidTest {

    private static final Path PAGE = Path.of("..", "docs", "definitions.md");
    private static final Path HERE = Path.of("src", "main", "java", "care", "baton", "examples", "definition");
    private static final Path TEXT =
            Path.of("src", "main", "resources", "care", "baton", "examples", "definition", "walking-aid.json");

    @Test
    void everyDefinitionOnThePageIsReadAndIsTheOneThatRuns() throws IOException {
        List<String> shown = blocks("json");
        assertThat(shown).containsExactly(Files.readString(TEXT));
        Pathway read = Json.readDefinition(Pathway.class, shown.get(0)).orThrow();
        assertThat(Json.readDefinition(Pathway.class, Json.write(read)).orThrow())
                .isEqualTo(read);
    }

    @Test
    void theCodeOnThePageIsThatOfTheProgramAndOfThisTest() throws IOException {
        List<String> parts = Stream.of("read", "refused", "next", "asks", "run", "move", "end", "owed", "reads")
                .map(part -> part(HERE.resolve("WalkingAid.java"), part))
                .toList();
        String mutants = part(
                Path.of("src", "test", "java", "care", "baton", "examples", "definition", "WalkingAidTest.java"),
                "mutants");
        assertThat(blocks("java"))
                .containsExactlyElementsOf(
                        Stream.concat(parts.stream(), Stream.of(mutants)).toList());
    }

    @Test
    void whatItPrintsStandsOnThePage() throws IOException {
        assertThat(String.join("", blocks(""))).isEqualTo(printed());
    }

    @Test
    void everyPartThatTheDefinitionHasIsExplained() throws IOException {
        String page = Files.readString(PAGE);
        Pathway pathway =
                Json.readDefinition(Pathway.class, Files.readString(TEXT)).orThrow();
        Stream.of(pathway.getClass().getRecordComponents())
                .map(part -> part.getName())
                .filter(part -> !List.of("id", "version", "title").contains(part))
                .forEach(part -> assertThat(page).contains("| `" + part + "` |"));
    }

    @Test
    void aTestOfOneDatumNoticesThatDatum() throws IOException {
        Pathway pathway =
                Json.readDefinition(Pathway.class, Files.readString(TEXT)).orThrow();
        // <mutants>
        List<String> unnoticed = DefinitionMutants.survivors(
                pathway, p -> assertThat(p.handoff().respondWithin()).isEqualTo(new BusinessDays(1)));
        // </mutants>
        assertThat(unnoticed).isNotEmpty().noneMatch(path -> path.startsWith("/handoff/respondWithin"));
    }

    private static List<String> blocks(String kind) throws IOException {
        Matcher block = Pattern.compile("(?m)^```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(PAGE));
        return block.results()
                .filter(found -> found.group(1).equals(kind))
                .map(found -> found.group(2))
                .toList();
    }

    private static String part(Path file, String name) {
        List<String> lines = lines(file);
        int from = lines.stream().map(String::strip).toList().indexOf("// <" + name + ">");
        int until = lines.stream().map(String::strip).toList().indexOf("// </" + name + ">");
        int indent = lines.get(from).indexOf("//");
        return lines.subList(from + 1, until).stream()
                .map(line -> line.isEmpty() ? line : line.substring(indent))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unread) {
            throw new AssertionError(unread);
        }
    }

    private static String printed() {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            WalkingAid.main();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
