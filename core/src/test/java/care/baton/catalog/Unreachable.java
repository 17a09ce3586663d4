package care.baton.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The cells that nothing can meet, each line with its reason. */
final class Unreachable {

    private static final List<Pattern> PATTERNS = patterns();

    private Unreachable() {}

    static boolean is(String cell) {
        return PATTERNS.stream().anyMatch(p -> p.matcher(cell).matches());
    }

    private static List<Pattern> patterns() {
        List<Pattern> patterns = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Unreachable.class.getResourceAsStream("unreachable.txt"), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().toList()) {
                patterns.add(Pattern.compile(line.substring(0, line.indexOf(" | "))));
            }
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
        return patterns;
    }
}
