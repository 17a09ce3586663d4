package care.baton.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** The core as it was compiled. */
final class Core {
    static final Path CLASSES = Path.of("target", "classes");
    static final Path SOURCES = Path.of("src", "main", "java");

    private static final JavaClasses IMPORTED = new ClassFileImporter().importPath(CLASSES);

    private Core() {}

    static JavaClasses classes() {
        return IMPORTED;
    }
}
