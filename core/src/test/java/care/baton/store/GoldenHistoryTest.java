package care.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.party.Digest;
import care.baton.record.CoordinationRecord;
import care.baton.trace.Promise;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was stored once is read, verified, replayed and written by every release and on every machine alike. */
@Promise(23)
class GoldenHistoryTest {

    private static final String STORED = Cast.resource(GoldenHistory.FILE);

    @Test
    void whatWasStoredReplaysToTheSameStateAndTheSameBytes() {
        CoordinationRecord record = GoldenHistory.record(STORED);

        assertThat(GoldenHistory.replayed(STORED)).isEqualTo(STORED);
        assertThat(record.ledger().verify().isIntact()).isTrue();
        assertThat(record.chart().runs().values()).singleElement().matches(run -> !run.isOpen());
    }

    @Test
    void theSameCommandsLeadToTheSameStateAndTheSameBytes() {
        assertThat(GoldenHistory.record()).isEqualTo(GoldenHistory.record(STORED));
        assertThat(GoldenHistory.played()).isEqualTo(STORED);
    }

    @Test
    void fiveFreshMachinesOfOtherLanguagesZonesAndHashesMakeTheSameOfIt() throws Exception {
        List<Process> machines = List.of(
                machine("tr", "TR", "Europe/Istanbul", "ISO-8859-9", 0),
                machine("ar", "SA", "Asia/Riyadh", "ISO-8859-6", 1),
                machine("th", "TH", "Asia/Bangkok", "UTF-8", 2),
                machine("de", "DE", "Pacific/Apia", "US-ASCII", 3),
                machine("en", "US", "America/St_Johns", "UTF-8", 4));
        byte[] expected = (STORED + STORED).getBytes(StandardCharsets.UTF_8);

        for (Process machine : machines) {
            byte[] printed = machine.getInputStream().readAllBytes();
            assertThat(machine.waitFor()).isZero();
            assertThat(Digest.of(printed)).isEqualTo(Digest.of(expected));
        }
    }

    /** Its own salt for the order of immutable sets, and its own way to number objects. */
    private static Process machine(String language, String country, String zone, String encoding, int hashes)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-Duser.extensions=" + (language.equals("ar") ? "u-nu-arab" : ""),
                "-Duser.timezone=" + zone,
                "-Dfile.encoding=" + encoding,
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=" + hashes,
                "-Xshare:off",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                GoldenHistory.class.getName()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
