package care.baton.examples.store;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Ledger;
import care.baton.party.CommandId;
import care.baton.trace.Requirement;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two host processes race on one record in one database. */
class TwoProcessesTest {

    private static final int EACH = 25;

    @TempDir
    private Path directory;

    @Test
    @Requirement({"OWN-28", "OWN-34"})
    void everyCommandOfBothIsAppliedExactlyOnce() throws Exception {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", directory.toString())
                .start();
        try {
            String url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./records;DB_CLOSE_DELAY=-1";
            H2Records records = new H2Records(H2Records.at(url));
            Writer.open(records);
            List<Process> writers = List.of(writer(url, "writer-0"), writer(url, "writer-1"));
            int conflicts = race(writers);

            List<String> expected = new ArrayList<>(List.of("opening"));
            for (int i = 0; i < 2 * EACH; i++) {
                expected.add("writer-" + i / EACH + "-" + i % EACH);
            }
            List<Entry> stored = records.load(Writer.ID);
            assertThat(stored.stream()
                            .filter(entry -> entry.command().isPresent())
                            .map(entry -> entry.act().command())
                            .map(CommandId::value))
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(Ledger.of(Writer.ID, stored).verify().isIntact()).isTrue();
            assertThat(records.links(Writer.ID)).hasSize(2 * EACH);
            assertThat(conflicts).isPositive();
        } finally {
            server.stop();
        }
    }

    private static Process writer(String url, String name) throws Exception {
        return Child.start(Writer.class, url, name, Integer.toString(EACH));
    }

    /** Both have loaded the same before either stores. */
    private static int race(List<Process> writers) throws Exception {
        List<BufferedReader> said = new ArrayList<>();
        for (Process writer : writers) {
            BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8);
            said.add(lines);
            assertThat(lines.readLine()).isEqualTo("loaded");
        }
        for (Process writer : writers) {
            writer.outputWriter(StandardCharsets.UTF_8).append("go\n").flush();
        }
        int conflicts = 0;
        for (int i = 0; i < writers.size(); i++) {
            String last = said.get(i).lines().reduce("", (before, line) -> line);
            assertThat(last).startsWith("conflicts ");
            assertThat(writers.get(i).waitFor()).isZero();
            conflicts += Integer.parseInt(last.substring("conflicts ".length()));
        }
        return conflicts;
    }
}
