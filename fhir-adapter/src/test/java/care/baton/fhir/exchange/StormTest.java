package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.trace.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two hosts, each with its own store, one server, a third with a plain client; all that can happen between them.
 * {@code -Dbaton.storms=N} takes as many as are wanted, {@code -Dbaton.storm=SEED} that one alone.
 */
@Execution(ExecutionMode.CONCURRENT)
class StormTest {

    private static final int STORMS = Integer.getInteger("baton.storms", 15);
    private static final long ONE = Long.getLong("baton.storm", 0);

    /** Once with a third who only remarks, and once with one who also answers, cancels and reports for others. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Promise({5, 10, 11, 18, 22})
    void theyEndInAgreementOrNameTheConflict(boolean speaks) {
        SplittableRandom seeds = new SplittableRandom(20260302);
        TreeMap<String, Integer> ends = new TreeMap<>();
        int deaths = 0;
        int faults = 0;
        int conflicts = 0;
        int exchanges = 0;
        List<String> failed = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < STORMS; i++) {
            long seed = ONE == 0 ? seeds.nextLong() : ONE;
            try (Storm storm = new Storm(seed, speaks)) {
                storm.rages(90);
                storm.clears();
                storm.country.agrees();
                storm.tellsAllAgain();
                ends.merge(storm.country.says(storm.country.sender).replaceAll(".*: ", ""), 1, Integer::sum);
                deaths += storm.deaths;
                faults += storm.faults;
                conflicts += storm.country.server.conflicts;
                exchanges += storm.country.exchanges;
            } catch (AssertionError | RuntimeException wrong) {
                failed.add("storm " + seed + ": " + wrong.getMessage());
            }
        }
        System.out.printf(
                "storms %d: exchanges %d, faults %d, deaths %d, conflicts %d, ends %s, ms %d%n",
                STORMS, exchanges, faults, deaths, conflicts, ends, (System.nanoTime() - begin) / 1_000_000);
        assertThat(failed).isEmpty();
    }
}
