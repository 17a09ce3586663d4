package care.baton.examples.store;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Ledger;
import care.baton.party.CommandId;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two host processes race on one record in one database. */
class TwoProcessesTest {

    private static final int EACH = 25;

    @TempDir
    private Path directory;

    private Server server = new Server();
    private String url = "";
    private H2Records records = h2("jdbc:h2:mem:unused");

    @BeforeEach
    void opened() throws SQLException {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", directory.toString())
                .start();
        url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./records;DB_CLOSE_DELAY=-1";
        records = h2(url);
        Writer.open(records);
    }

    @AfterEach
    void stopped() {
        server.stop();
    }

    @Test
    @Requirement({"OWN-28", "OWN-34"})
    void everyCommandOfBothIsAppliedExactlyOnce() throws Exception {
        int conflicts = race(List.of(start(Writer.class, "writer-0"), start(Writer.class, "writer-1")));

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
        assertThat(records.linked(Writer.ID).links()).hasSize(2 * EACH);
        assertThat(conflicts).isPositive();
    }

    /** No entry is stored: only the revision of the links shows that somebody else was first. */
    @Test
    @Promise({11, 22})
    @Requirement("OWN-34")
    void noRequestThatOneHasNotedIsLostToTheOther() throws Exception {
        int conflicts = race(List.of(start(Linker.class, "linker-0"), start(Linker.class, "linker-1")));

        assertThat(records.linked(Writer.ID)).isEqualTo(new H2Records.Linked(List.of(Linker.link(2 * EACH)), 2 * EACH));
        assertThat(conflicts).isPositive();
    }

    private static H2Records h2(String url) {
        try {
            return new H2Records(H2Records.at(url));
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Process start(Class<?> host, String name) throws IOException {
        return Child.start(host, url, name, Integer.toString(EACH));
    }

    /** Both have loaded the same before either stores. */
    private static int race(List<Process> writers) throws Exception {
        List<BufferedReader> said = new ArrayList<>();
        for (Process writer : writers) {
            BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8);
            said.add(lines);
            assertThat(lines.readLine()).isEqualTo("opening");
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
