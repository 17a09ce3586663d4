package care.baton.catalog;

import care.baton.pathway.Need.ApprovalNeed;
import care.baton.pathway.Pathway;
import care.baton.pathway.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cells that nothing can meet on a pathway, each line with its reason. */
final class Unreachable {

    private final List<Pattern> patterns;
    private final Map<String, Boolean> known = new HashMap<>();

    private Unreachable(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * {@code {last}} stands for the last stage, {@code {running-on}} for those whose owner owns the next one as well,
     * {@code {unapproved}} for every place on a pathway that asks for no approval, and for none on another.
     */
    static Unreachable on(Pathway pathway) {
        List<Stage> stages = pathway.stages();
        String last = stages.get(stages.size() - 1).code().value();
        String runningOn = stages.stream()
                .filter(s -> pathway.after(s.code())
                        .filter(next -> next.owner().equals(s.owner()))
                        .isPresent())
                .map(s -> s.code().value())
                .collect(Collectors.joining("|", "none|", ""));
        boolean approves = pathway.needs().stream().anyMatch(ApprovalNeed.class::isInstance);
        return new Unreachable(lines().map(line -> line.substring(0, line.indexOf(" | ")))
                .map(line -> line.replace("{last}", last)
                        .replace("{running-on}", runningOn)
                        .replace("{unapproved}", approves ? "none" : "\\S+"))
                .map(Pattern::compile)
                .toList());
    }

    boolean is(String cell) {
        return known.computeIfAbsent(
                cell, c -> patterns.stream().anyMatch(p -> p.matcher(c).matches()));
    }

    private static Stream<String> lines() {
        try (InputStream lines = Unreachable.class.getResourceAsStream("unreachable.txt")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
