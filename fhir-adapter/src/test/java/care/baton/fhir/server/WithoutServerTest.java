package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.RestfulServer;
import care.baton.fhir.R4;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever mounts nothing needs no server: all else loads without hapi-fhir-server and without a servlet container. */
class WithoutServerTest {

    /** What puts the desk into HAPI's server. */
    private static final Set<String> MOUNTED = Set.of(
            "Asking",
            "Callers",
            "Doorway",
            "Mounted",
            "Outcomes",
            "Page",
            "Page$Place",
            "ReadProvider",
            "TaskProvider");

    @Test
    void allButWhatMountsTheDeskLoadsAndNamesNothingOfTheServer() throws Exception {
        Set<String> needing = new TreeSet<>();
        int seen = 0;
        int parts = 0;
        try (URLClassLoader alone = alone()) {
            assertThatThrownBy(() -> alone.loadClass(RestfulServer.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
            for (String name : classes()) {
                try {
                    Class<?> type = Class.forName(name, true, alone);
                    parts += type.getDeclaredMethods().length
                            + type.getDeclaredFields().length
                            + type.getDeclaredConstructors().length;
                    seen++;
                } catch (LinkageError missing) {
                    needing.add(name);
                }
            }
            assertThat(Class.forName(TaskDesk.class.getName(), true, alone).getClassLoader())
                    .isSameAs(alone);
        }
        assertThat(seen).isGreaterThan(150);
        assertThat(parts).isGreaterThan(seen);
        assertThat(needing)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(MOUNTED).contains(name.substring(name.lastIndexOf('.') + 1)));
    }

    /** All that the tests run with, but for the server and what it is served by. */
    private static URLClassLoader alone() throws Exception {
        List<URL> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String file = Path.of(entry).getFileName().toString();
            boolean server = Stream.of("hapi-fhir-server", "jakarta.servlet", "jetty", "owasp")
                    .anyMatch(file::startsWith);
            if (!server) {
                path.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static List<String> classes() throws Exception {
        URI home = R4.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        Path root = Path.of(home);
        try (Stream<Path> files = Files.walk(root.resolve("care/baton/fhir"))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .map(name -> name.substring(0, name.length() - 6).replace(File.separatorChar, '.'))
                    .sorted()
                    .toList();
        }
    }
}
