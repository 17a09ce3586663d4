package care.baton.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A fresh virtual machine: of which JDK, of which language, in which zone, how it writes text, how it numbers objects.
 *
 * @param jdk where its JDK lies
 * @param place its language and country
 * @param zone its zone
 * @param hashes one of five ways to number objects
 */
record Machine(Path jdk, Place place, String zone, int hashes) {

    /** A language, a country, and an encoding that cannot write everything. */
    enum Place {
        TURKEY("tr", "TR", "ISO-8859-9"),
        SAUDI_ARABIA("ar", "SA", "ISO-8859-6"),
        THAILAND("th", "TH", "UTF-8"),
        GERMANY("de", "DE", "US-ASCII"),
        UNITED_STATES("en", "US", "UTF-8");

        private final String language;
        private final String country;
        private final String encoding;

        Place(String language, String country, String encoding) {
            this.language = language;
            this.country = country;
            this.encoding = encoding;
        }
    }

    private static final List<String> ZONES =
            List.of("Europe/Istanbul", "Asia/Riyadh", "Asia/Bangkok", "Pacific/Apia", "America/St_Johns");

    /** Each place and each zone once; or, {@code -Dbaton.machines=all}, every place in every zone. */
    static List<Machine> of(Path jdk) {
        List<Machine> machines = new ArrayList<>();
        for (Place place : Place.values()) {
            for (int i = 0; i < ZONES.size(); i++) {
                if (i == place.ordinal() || "all".equals(System.getProperty("baton.machines"))) {
                    machines.add(new Machine(jdk, place, ZONES.get(i), i));
                }
            }
        }
        return machines;
    }

    static Path ours() {
        return Path.of(System.getProperty("java.home"));
    }

    /** The other of the two JDKs that we promise, if it lies beside the one that runs this. */
    static Optional<Path> other() throws IOException {
        String wanted = Runtime.version().feature() == 17 ? "25" : "17";
        Path beside = ours().toRealPath().getParent();
        try (Stream<Path> homes = Files.list(beside)) {
            return homes.filter(home -> version(home).startsWith(wanted + ".")
                            || version(home).equals(wanted))
                    .filter(home -> Files.isExecutable(java(home)))
                    .sorted()
                    .findFirst();
        }
    }

    Process run(Class<?> main, int many) throws IOException {
        List<String> command = List.of(
                java(jdk).toString(),
                "-Duser.language=" + place.language,
                "-Duser.country=" + place.country,
                "-Duser.extensions=" + (place == Place.SAUDI_ARABIA ? "u-nu-arab" : ""),
                "-Duser.timezone=" + zone,
                "-Dfile.encoding=" + place.encoding,
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=" + hashes,
                "-Xshare:off",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                Integer.toString(many));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path java(Path home) {
        return home.resolve("bin").resolve("java");
    }

    private static String version(Path home) {
        Properties release = new Properties();
        try (var text = Files.newBufferedReader(home.resolve("release"))) {
            release.load(text);
        } catch (IOException none) {
            return "";
        }
        return release.getProperty("JAVA_VERSION", "").replace("\"", "");
    }
}
