package care.baton.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A vendor's strictest build: all lints, each an error. */
final class Javac {

    private Javac() {}

    /** What it says of some sources; nothing when it accepts them. */
    static String says(Path out, List<Path> sources, String... beside) throws IOException {
        JavaCompiler javac = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK");
        List<String> options = new ArrayList<>(
                List.of("--release", "17", "-Xlint:all", "-Werror", "-proc:none", "-d", out.toString()));
        options.addAll(List.of(beside));
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            boolean accepted = javac.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(accepted).as(said.toString()).isEqualTo(said.toString().isEmpty());
        }
        return said.toString();
    }
}
