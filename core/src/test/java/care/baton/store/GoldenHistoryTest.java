package care.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.party.Digest;
import care.baton.record.CoordinationRecord;
import care.baton.trace.Promise;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What was stored once is read, verified, replayed and written by every release and on every machine alike. */
@Promise(23)
class GoldenHistoryTest {

    private static final String STORED = Cast.resource(GoldenHistory.FILE);

    /** How many other histories each machine plays as well: {@code -Dbaton.histories=N}. */
    private static final int HISTORIES = Integer.getInteger("baton.histories", 1);

    private static final int AT_ONCE = 5;

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
        makeTheSameOfIt(Machine.of(Machine.ours()));
    }

    /** Skipped where there is no other JDK beside this one; a build with {@code CI=true} allows no skip. */
    @Test
    void fiveMachinesOfTheOtherJdkMakeTheSameOfIt() throws Exception {
        Optional<Path> other = Machine.other();
        Assumptions.assumeTrue(other.isPresent(), "JDK 17 and JDK 25 side by side");
        makeTheSameOfIt(Machine.of(other.orElseThrow()));
    }

    private static void makeTheSameOfIt(List<Machine> machines) throws Exception {
        String expected = Histories.told(HISTORIES);
        assertThat(expected).startsWith(STORED + STORED).doesNotContain("differs");
        for (int at = 0; at < machines.size(); at += AT_ONCE) {
            List<Process> running = new ArrayList<>();
            for (Machine machine : machines.subList(at, Math.min(at + AT_ONCE, machines.size()))) {
                running.add(machine.run(Histories.class, HISTORIES));
            }
            for (Process machine : running) {
                byte[] printed = machine.getInputStream().readAllBytes();
                assertThat(machine.waitFor()).isZero();
                assertThat(Digest.of(printed)).isEqualTo(Digest.of(expected.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }
}
