package care.baton.fhir.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.trace.Promise;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The production functions of every house, step by step, breadth first: messages are lost, doubled, late and out of
 * order, hosts stop between storing and sending, people change their minds, time runs out, and strangers write blindly.
 * What is under way, up to six messages, arrives in every order. With {@code -Dbaton.states=N} as many states are
 * looked at as are wanted: a million where nothing is said.
 */
@Promise({1, 2, 3, 4, 5, 6, 7, 8})
class ExplorerTest {

    private static final int STATES = Integer.getInteger("baton.states", 1_000_000);
    private static final int SMALL = Math.min(STATES, 6_000);
    private static final int OTHERS = Math.min(STATES, 3_000);
    private static final SortedSet<Integer> FOUND = new ConcurrentSkipListSet<>();

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aSenderAndTwoReceiversBreakNoPromiseInAnyOrderOfEvents() {
        long start = System.nanoTime();
        SetUp whole = SetUps.whole();
        Search.Result result = new Search(whole, new Conduct(Cast.rules(false))).run(STATES);
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        System.out.printf(
                "%nexplorer: %d states, %d steps of the production functions, %d s%n",
                result.states(), result.worked(), seconds);

        assertThat(result.found()).isEmpty();
        assertThat(result.whole() || result.states() >= STATES).isTrue();
    }

    static List<SetUp> setUps() {
        return SetUps.all().stream()
                .filter(s -> !s.name().equals(SetUps.whole().name()))
                .toList();
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("setUps")
    void noSetUpBreaksAPromise(SetUp setUp) {
        Search.Result result = new Search(setUp, new Conduct(Cast.rules(setUp.gated()))).run(OTHERS);

        assertThat(result.found()).isEmpty();
    }

    static List<Bug> bugs() {
        return Bugs.all();
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("bugs")
    void everySeededBugIsFound(Bug bug) {
        Search.Result result = bug.search(SMALL);

        assertThat(result.found()).as(bug.sentence()).isPresent();
        FOUND.add(bug.number());
    }

    @AfterAll
    static void sayHowManyWereFound() {
        System.out.printf("%nseeded bugs: %d of %d%n", FOUND.size(), bugs().size());
    }
}
