package care.baton.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.pathway.Graph.Node;
import care.baton.pathway.Graph.Work;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a definition is refused for, and where it says so. */
class SoundnessTest {

    private static final List<Side> SIDES = List.of(Side.PROVIDER, Side.FUNDER, Side.REFERRER);

    @Test
    @Promise(35)
    void workThatWaitsForItselfIsNamedWithEveryPieceOfTheCircle() {
        assertThat(faults(graph(stage(0, work(0, 1), work(1, 2), work(2, 0), work(3, 2)))))
                .containsExactly(
                        "WAITS_FOR_ITSELF stages/0/duties/duty-0/proof",
                        "WAITS_FOR_ITSELF stages/0/duties/duty-1/proof",
                        "WAITS_FOR_ITSELF stages/0/duties/duty-2/proof");
    }

    @Test
    @Promise(35)
    void workThatWaitsForALaterStageOrForNothingKnownIsNeverDone() {
        assertThat(faults(graph(stage(0, work(0, 1), work(2, 9)), stage(1, work(1)))))
                .containsExactly(
                        "NEVER_SATISFIED stages/0/duties/duty-0/proof/duty-1",
                        "NEVER_SATISFIED stages/0/duties/duty-2/proof/duty-9");
    }

    @Test
    @Promise(35)
    void aStageThatMustBeLeftBeforeItselfHasNoExit() {
        Node stuck = new Node(0, 0, 1, 0, List.of(), Step.CLOSE, List.of(), 0);
        assertThat(faults(graph(stuck))).containsExactly("NEVER_SATISFIED stages/0/gates/gate/past");
    }

    @Test
    @Promise(35)
    void danglingNamesAreNamedAllAtOnce() {
        Node lost = new Node(0, 7, 8, 9, List.of(), Step.CLOSE, List.of(), -1);
        assertThat(faults(graph(lost)))
                .containsExactly(
                        "NAME_UNKNOWN stages/0/owner/role-7",
                        "NAME_UNKNOWN stages/0/reviewer/role-8",
                        "NAME_UNKNOWN stages/0/ladder/ladder-9");
    }

    @Test
    @Requirement("OWN-09")
    void authorizationIsDecidedOnTheFundersSideAlone() {
        assertThat(faults(new Graph(1, SIDES, List.of(stage(0)), 0, Side.PROVIDER, 0)))
                .containsExactly("WRONG_SIDE guide/authorization/side");
        assertThat(faults(new Graph(1, SIDES, List.of(stage(0)), 0, Side.FUNDER, 0)))
                .containsExactly("WRONG_SIDE guide/authorization/side");
        assertThat(graph(stage(0)).build().guide().topics()).hasSize(1);
    }

    @Test
    void aLongChainOfWorkIsReadWithoutEnd() {
        int length = 3_000;
        Node chain = stage(
                0,
                IntStream.range(0, length)
                        .mapToObj(n -> n == 0 ? work(0) : work(n, n - 1))
                        .toArray(Work[]::new));
        assertThat(graph(chain).build().stages()).hasSize(1);
    }

    @Test
    void itIsAMalformedValueAndNamesItsFaultsOnly() {
        assertThatThrownBy(() -> new Graph(0, SIDES, List.of(), 1, Side.FUNDER, 0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("VALUE_MALFORMED: The value cannot stand here: version. FIELD_MISSING: stages is missing.");
    }

    private static Graph graph(Node... stages) {
        return new Graph(1, SIDES, List.of(stages), 1, Side.FUNDER, 0);
    }

    private static Node stage(int name, Work... work) {
        return new Node(name, 0, 1, 0, List.of(work), Step.CLOSE, List.of(), -1);
    }

    private static Work work(int name, Integer... after) {
        return new Work(name, 0, 0, List.of(after));
    }

    private static List<String> faults(Graph graph) {
        try {
            graph.build();
            return List.of();
        } catch (UnsoundPathwayException refused) {
            return refused.faults().stream().map(f -> f.code() + " " + f.path()).toList();
        }
    }
}
