package care.baton.examples.store;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Ledger;
import care.baton.party.CommandId;
import care.baton.record.CoordinationRecord;
import care.baton.record.WorkItem;
import care.baton.store.Cast;
import care.baton.trace.Promise;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A host process is killed from outside while it stores, and the next one while it opens what that left behind, again
 * and again, fifty times on one file and then on a new one: {@code -Dbaton.kills=N} times both.
 */
@Execution(ExecutionMode.CONCURRENT)
class KilledProcessTest {

    private static final int KILLS = Integer.getInteger("baton.kills", 5);
    private static final int ON_ONE_FILE = 50;

    @TempDir
    private Path directory;

    private final List<String> confirmed = new ArrayList<>();
    private String url = "";

    private void opens(String file) throws SQLException {
        url = "jdbc:h2:file:" + directory.resolve(file).toAbsolutePath() + ";FILE_LOCK=FS;WRITE_DELAY=0";
        Writer.open(new H2Records(H2Records.at(url)));
        confirmed.clear();
        confirmed.add("opening");
    }

    @Test
    @Promise(22)
    void whatWasConfirmedIsThereAndNothingIsHalfStored() throws Exception {
        SplittableRandom random = new SplittableRandom(22);
        for (int kill = 0; kill < KILLS; kill++) {
            if (kill % ON_ONE_FILE == 0) {
                opens("records-" + kill);
            }
            runAndKill("run-" + kill, random.nextInt(1, 6), random.nextLong(30_000_000));
            killAtOpening(random.nextLong(400_000_000));

            List<String> stored = lookAround();

            assertThat(stored).startsWith(confirmed.toArray(String[]::new));
            assertThat(stored).hasSizeBetween(confirmed.size(), confirmed.size() + 1);
            confirmed.clear();
            confirmed.addAll(stored);
        }
    }

    /** Kills it so many nanoseconds after it confirmed so many commands: somewhere within the next ones. */
    private void runAndKill(String name, int after, long nanoseconds) throws IOException, InterruptedException {
        Process writer = Child.start(Writer.class, url + ";DB_CLOSE_DELAY=-1", name, "1000");
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("opening");
            assertThat(lines.readLine()).isEqualTo("loaded");
            writer.outputWriter(StandardCharsets.UTF_8).append("go\n").flush();
            for (int stored = 0; stored < after; ) {
                stored += confirm(lines.readLine()) ? 1 : 0;
            }
            kill(writer, nanoseconds);
            lines.lines().forEach(this::confirm);
        }
    }

    /** So many nanoseconds after it began to open and to load: nothing is stored by it. */
    private void killAtOpening(long nanoseconds) throws IOException, InterruptedException {
        Process writer = Child.start(Writer.class, url + ";DB_CLOSE_DELAY=-1", "none", "1");
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("opening");
            kill(writer, nanoseconds);
            assertThat(lines.lines()).isSubsetOf("loaded");
        }
    }

    private static void kill(Process writer, long nanoseconds) throws InterruptedException {
        for (long from = System.nanoTime(); System.nanoTime() - from < nanoseconds; ) {
            Thread.onSpinWait();
        }
        writer.toHandle().destroyForcibly();
        writer.waitFor();
    }

    private boolean confirm(String line) {
        boolean stored = line.startsWith("stored ") && line.endsWith(";");
        if (stored) {
            confirmed.add(line.substring("stored ".length(), line.length() - 1));
        }
        return stored;
    }

    /** The commands that are stored, in order, once everything beside them was found to agree. */
    private List<String> lookAround() throws SQLException {
        DataSource source = H2Records.at(url);
        try (Connection open = source.getConnection()) {
            H2Records records = new H2Records(source);
            List<Entry> entries = records.load(Writer.ID);
            CoordinationRecord record = CoordinationRecord.replay(Writer.ID, entries);
            List<String> commands = entries.stream()
                    .filter(entry -> entry.command().isPresent())
                    .map(entry -> entry.act().command())
                    .map(CommandId::value)
                    .toList();

            assertThat(Ledger.of(Writer.ID, entries).verify().isIntact()).isTrue();
            assertThat(record.chart().runs().values()).hasSize(commands.size() - 1);
            assertThat(records.linked(Writer.ID).links()).hasSize(commands.size() - 1);
            assertThat(new H2Worklist(source).queue(Cast.MANAGER, 100_000))
                    .extracting(H2Worklist.Row::key)
                    .containsExactlyInAnyOrderElementsOf(record.work().list(Cast.START).stream()
                            .filter(item -> item.holder().sameRole(Cast.MANAGER))
                            .map(WorkItem::key)
                            .toList());
            assertThat(records.append(record, entries.size() + 1L, List.of())).isFalse();
            assertThat(records.append(record, entries.size(), List.of())).isTrue();
            open.createStatement().execute("shutdown");
            return commands;
        }
    }
}
