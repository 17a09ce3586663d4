package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.trace.Promise;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every pattern is written down in the code, none is made of data, and none takes long over a hostile text.
 * {@code -Dbaton.hostile=N} makes each text so long.
 */
@Promise(33)
class PatternsTest {

    private static final long MOST_NANOS = 50_000_000;
    private static final int LENGTH = Integer.getInteger("baton.hostile", 100_000);
    private static final int TRIES = 5;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final Pattern CALL = Pattern.compile(
            "(Pattern\\.compile|\\.matches|\\.replaceAll|\\.replaceFirst|\\.split)\\(\\s*(.{0,200})", Pattern.DOTALL);
    private static final String LITERAL = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final Pattern FIXED =
            Pattern.compile("(?s)(" + LITERAL + "|[A-Z][A-Za-z]*\\.[A-Z_]+|[A-Z_]+)(\\s*\\+\\s*(" + LITERAL
                    + "|[A-Z][A-Za-z]*\\.[A-Z_]+|[A-Z_]+))*\\s*[,)].*");
    private static final Pattern CONSTANT = Pattern.compile("static final String ([A-Z_]+) =\\s*(" + LITERAL + ");");

    /** What is cut into pieces without a limit is short before, or our own. */
    private static final List<String> SHORT = List.of(
            "Near.java .split", // a code
            "Capabilities.java .replaceAll", // a resource type of ours
            "Origin.java .split", // an address of at most 16,384 characters
            "LinkJson.java .split"); // names that we have stored

    private static Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        for (Path root : List.of(Path.of("src/main/java"), Path.of("../core/src/main/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> sources.put(file.getFileName().toString(), text(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replaceAll("(?m)^\\s*(/?\\*|//).*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How each pattern is used, and what it is; a call whose argument is worked out is one of something else. */
    private static Map<String, String> used(Map<String, String> sources, List<String> made) {
        Map<String, String> constants = new LinkedHashMap<>();
        sources.forEach((file, text) -> {
            Matcher constant = CONSTANT.matcher(text);
            while (constant.find()) {
                constants.put(constant.group(1), constant.group(2));
            }
        });
        Map<String, String> used = new TreeMap<>();
        sources.forEach((file, text) -> {
            Matcher call = CALL.matcher(text);
            while (call.find()) {
                Matcher fixed = FIXED.matcher(call.group(2));
                if (fixed.matches()) {
                    String argument = call.group(2).substring(0, fixed.end(3) > 0 ? fixed.end(3) : fixed.end(1));
                    Matcher most = Pattern.compile("\\s*, (-?[0-9]+)\\).*", Pattern.DOTALL)
                            .matcher(call.group(2).substring(argument.length()));
                    String limit = most.matches() ? most.group(1) : "0";
                    used.put(file + " " + call.group(1) + " " + limit + " " + argument, value(argument, constants));
                } else if (!call.group(2).matches("(?s)(\\)|[a-z]+ ->).*")) {
                    made.add(file + ": " + call.group(2).lines().findFirst().orElse(""));
                }
            }
        });
        return used;
    }

    private static String value(String argument, Map<String, String> constants) {
        StringBuilder out = new StringBuilder();
        Matcher part = Pattern.compile(LITERAL + "|[A-Za-z_.]+").matcher(argument);
        while (part.find()) {
            String one = part.group();
            String literal = one.startsWith("\"") ? one : constants.get(one.substring(one.lastIndexOf('.') + 1));
            assertThat(literal).as(argument).isNotNull();
            out.append(literal.substring(1, literal.length() - 1).translateEscapes());
        }
        return out.toString();
    }

    @Test
    void noPatternIsMadeOfData() {
        List<String> made = new ArrayList<>();

        assertThat(used(sources(), made)).hasSizeGreaterThan(20);
        assertThat(made).as("but for one that matches a query").containsExactly("Page.java: found))");
    }

    @Test
    void aPatternThatIsMadeOfDataIsFoundOut() {
        List<String> made = new ArrayList<>();
        used(Map.of("Bad.java", "boolean is(String a) { return name.matches(a + \".*\"); }"), made);
        used(Map.of("Worse.java", "Pattern.compile(prefix + SUFFIX)"), made);

        assertThat(made).hasSize(2);
    }

    @Test
    void aLongHostileTextTakesNoPatternLong() {
        List<String> hostile = Stream.of(
                        "a",
                        "0",
                        "A",
                        "-",
                        ".",
                        "/",
                        "\"",
                        " ",
                        ";",
                        "$",
                        "aA",
                        "Aa/",
                        "a-",
                        "0.",
                        "[0]",
                        "[",
                        "W/\"",
                        "offer-1-",
                        "/_history/",
                        "\n",
                        "\u00e9")
                .flatMap(one -> Stream.of(one, "A/" + one, "Offered, please answer by " + one)
                        .filter(text -> text.equals(one) || one.equals("0"))
                        .map(text -> text + one.repeat(LENGTH / one.length()) + "!"))
                .toList();
        used(sources(), new ArrayList<>()).forEach((use, pattern) -> {
            if (SHORT.stream().anyMatch(use::startsWith)) {
                return;
            }
            Pattern compiled = Pattern.compile(pattern);
            hostile.forEach(text -> assertThat(nanos(use, compiled, text))
                    .as(use + " over " + text.substring(0, 30))
                    .isLessThan(MOST_NANOS));
        });
    }

    /** Of the processor, the shortest of some: other work on the machine is no fault of the pattern's. */
    private static long nanos(String use, Pattern pattern, String text) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && least >= MOST_NANOS; i++) {
            long begin = CLOCK.getCurrentThreadCpuTime();
            if (use.contains(" .replace")) {
                pattern.matcher(text).replaceAll("");
            } else if (use.contains(" .split")) {
                assertThat(text.split(pattern.pattern(), Integer.parseInt(use.split(" ", 4)[2])))
                        .isNotEmpty();
            } else {
                pattern.matcher(text).matches();
            }
            least = Math.min(least, CLOCK.getCurrentThreadCpuTime() - begin);
        }
        return least;
    }
}
