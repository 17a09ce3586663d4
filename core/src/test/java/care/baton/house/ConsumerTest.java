package care.baton.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A vendor's strictest build accepts our class files: nothing of ours is on the class path but they. Our annotations
 * are for our own sources and are kept out of the class files of what bears them.
 */
class ConsumerTest {
    @Test
    void everyPublicTypeCanBeUsedUnderAllLintsWithNothingElseOnTheClassPath(@TempDir Path directory) throws Exception {
        String uses = publicTypes()
                .map(name -> "    Class<?> c" + name.replace('.', '_') + " = " + name + ".class;\n")
                .collect(Collectors.joining());

        assertThat(compile(directory, "package vendor;\n\nfinal class Consumer {\n" + uses + "}\n"))
                .isEmpty();
    }

    @Test
    void aVendorsMistakeWouldBeSeen(@TempDir Path directory) throws Exception {
        assertThat(compile(directory, "package vendor;\n\nfinal class Consumer {\n    java.util.List raw;\n}\n"))
                .contains("[rawtypes]");
    }

    private static Stream<String> publicTypes() {
        return Core.classes().stream()
                .filter(type -> type.isTopLevelClass()
                        && !type.isAnnotation()
                        && type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(type -> type.getName())
                .filter(name -> !name.startsWith("care.baton.json."))
                .sorted();
    }

    private static String compile(Path directory, String source) throws IOException {
        Path file = Files.writeString(
                Files.createDirectories(directory.resolve("vendor")).resolve("Consumer.java"), source);
        return Javac.says(directory, List.of(file), "-cp", Core.CLASSES.toString());
    }
}
