package care.baton.examples.definition;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.examples.Page;
import care.baton.json.Json;
import care.baton.pathway.DefinitionMutants;
import care.baton.pathway.Pathway;
import care.baton.time.BusinessDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on definitions shows the text, the program and what it prints as they are. */
class WalkingAidTest {

    private static final String PAGE = "definitions.md";
    private static final Path HERE = Path.of("src", "main", "java", "care", "baton", "examples", "definition");
    private static final Path HOST = Path.of("src", "main", "java", "care", "baton", "examples", "Host.java");
    private static final Path TEXT =
            Path.of("src", "main", "resources", "care", "baton", "examples", "definition", "walking-aid.json");

    @Test
    void everyDefinitionOnThePageIsReadAndIsTheOneThatRuns() throws IOException {
        List<String> shown = Page.blocks(PAGE, "json");
        assertThat(shown).containsExactly(Files.readString(TEXT));
        Pathway read = Json.readDefinition(Pathway.class, shown.get(0)).orThrow();
        assertThat(Json.readDefinition(Pathway.class, Json.write(read)).orThrow())
                .isEqualTo(read);
    }

    @Test
    void theCodeOnThePageIsThatOfTheProgramAndOfThisTest() {
        List<String> parts = Stream.of("read", "refused", "next", "asks", "run", "move", "end", "owed", "reads")
                .map(part -> Page.part(part.equals("asks") ? HOST : HERE.resolve("WalkingAid.java"), part))
                .toList();
        String mutants = Page.part(
                Path.of("src", "test", "java", "care", "baton", "examples", "definition", "WalkingAidTest.java"),
                "mutants");
        assertThat(Page.blocks(PAGE, "java"))
                .containsExactlyElementsOf(
                        Stream.concat(parts.stream(), Stream.of(mutants)).toList());
    }

    @Test
    void whatItPrintsStandsOnThePage() {
        assertThat(String.join("", Page.blocks(PAGE, ""))).isEqualTo(Page.printed(WalkingAid::main));
    }

    @Test
    void everyPartThatTheDefinitionHasIsExplained() throws IOException {
        String page = Page.text(Path.of("..", "docs", PAGE));
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
}
