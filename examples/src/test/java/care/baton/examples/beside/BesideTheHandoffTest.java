package care.baton.examples.beside;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.examples.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on what goes on beside a handoff shows the program and what it prints as they are. */
class BesideTheHandoffTest {

    private static final String PAGE = "beside.md";
    private static final Path SOURCE =
            Path.of("src", "main", "java", "care", "baton", "examples", "beside", "BesideTheHandoff.java");

    @Test
    void theCodeOnThePageIsThatOfTheProgram() {
        List<String> parts = Stream.of("opens", "note", "consent", "contact", "risk", "plan", "shown", "asks")
                .map(part -> Page.part(SOURCE, part))
                .toList();
        assertThat(Page.blocks(PAGE, "java")).containsExactlyElementsOf(parts);
    }

    @Test
    void whatItPrintsStandsOnThePage() {
        assertThat(String.join("", Page.blocks(PAGE, ""))).isEqualTo(Page.printed(BesideTheHandoff::main));
    }
}
