package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/exchanging.md says of every code that is named what a person does, and of no other. */
class ExchangingPageTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path SOURCES = Path.of("src", "main", "java", "care", "baton", "fhir");

    /** A code is words with hyphens between them; one of a single word is known by what it is passed to. */
    private static final Pattern NAMED = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)+)\""
            + "|(?:Code\\.of\\(|MappingIssue\\.[a-z]+\\(|holds\\(|after\\(|\\? \"no-answer\" : )\\s*\"([a-z]+)\"");

    private static final Pattern ON_THE_PAGE = Pattern.compile("`([a-z0-9]+(?:-[a-z0-9]+)*)`");

    /** What has the form of a code and is none that anybody is told: words of FHIR's and of HTTP's, and parts of names. */
    private static final Set<String> NONE = Set.of(
            // FHIR
            "awaiting-information",
            "backport-filter-criteria",
            "backport-payload-content",
            "backport-subscription",
            "based-on",
            "entered-in-error",
            "filler-order",
            "history-instance",
            "id-only",
            "in-progress",
            "instance-order",
            "lock-error",
            "no-store",
            "no-version",
            "notification-event",
            "on-hold",
            "original-order",
            "query-status",
            "reflex-order",
            "rest-hook",
            "too-costly",
            "versioned-update",
            // HTTP, a thread
            "baton-wire-deadline",
            "no-cache",
            // what a write wants, and the parts of a message, an answer and a link
            "abort-asked",
            "action",
            "assessment",
            "background",
            "contingency",
            "create",
            "description",
            "falling-short",
            "finish-by",
            "i-pass",
            "illness-severity",
            "next-step",
            "parameters",
            "patient-summary",
            "question",
            "read",
            "recommendation",
            "red-flags",
            "respond-by",
            "sbar",
            "service",
            "situation");

    /** What the record asks a person to look into by itself. */
    private static final Set<String> OF_THE_RECORD = Set.of("whole-ended");

    @Test
    void thePageHasEveryCodeThatTheSourcesCanName() throws IOException {
        Set<String> missing = new TreeSet<>(named("exchange", "task", "server", "request", "communication"));
        missing.removeAll(NONE);
        missing.removeAll(told("exchanging.md", 0));
        missing.removeAll(told("serving.md", 1));

        assertThat(missing).isEmpty();
    }

    @Test
    void thePageHasNoCodeThatNoSourceNames() throws IOException {
        Set<String> all = named("");
        Set<String> strange = told("exchanging.md", 0);
        strange.removeAll(all);
        strange.removeAll(OF_THE_RECORD);

        assertThat(strange).isEmpty();
        assertThat(all).containsAll(NONE);
        assertThat(told("exchanging.md", 0)).hasSizeGreaterThan(150).doesNotContainAnyElementsOf(NONE);
    }

    /** The codes in one cell of the rows that say something of a code. */
    private static Set<String> told(String page, int cell) throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String line : Files.readAllLines(DOCS.resolve(page))) {
            String[] cells = line.split("\\|");
            if (line.startsWith("| ") && cells.length == 4) {
                ON_THE_PAGE.matcher(cells[cell + 1]).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        codes.removeAll(List.of("plan", "take", "absorb"));
        return codes;
    }

    private static Set<String> named(String... folders) {
        Set<String> codes = new TreeSet<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> NAMED.matcher(text(file))
                                .results()
                                .forEach(found -> codes.add(found.group(1) == null ? found.group(2) : found.group(1))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return codes;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
