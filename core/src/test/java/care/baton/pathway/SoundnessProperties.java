package care.baton.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.pathway.Graph.Node;
import care.baton.pathway.Graph.Work;
import care.baton.trace.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** A definition is taken exactly when it can be run: 20,000 graphs, or {@code -Dbaton.graphs=N}. */
class SoundnessProperties {

    private static final int SEEDS = 20;
    private static final int GRAPHS = Integer.getInteger("baton.graphs", 20_000);

    @Property(tries = SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise(35)
    void aDefinitionIsRefusedExactlyWhenWalkingItGetsStuckAndEachFaultHasItsPath(@ForAll long seed) {
        Random random = new Random(seed);
        int sound = 0;
        int graphs = Math.max(1, GRAPHS / SEEDS);
        for (int i = 0; i < graphs; i++) {
            Graph graph = graph(random);
            sound += WalkOracle.runs(graph) ? 1 : 0;
            takenExactlyWhenItRuns(graph);
        }
        assertThat(sound).as("of %s", graphs).isBetween(graphs / 10, graphs - graphs / 10);
    }

    private static void takenExactlyWhenItRuns(Graph graph) {
        boolean runs = WalkOracle.runs(graph);
        try {
            Pathway built = graph.build();
            assertThat(runs).as("built though it cannot run: %s", graph).isTrue();
            assertThat(built.stages()).hasSameSizeAs(graph.stages());
        } catch (UnsoundPathwayException refused) {
            assertThat(runs)
                    .as("refused though it runs: %s, %s", refused.getMessage(), graph)
                    .isFalse();
            assertThat(refused.faults())
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault.path())
                            .matches(
                                    "(version|stages|roles|duties|owner|closure|guide|review|handoff|ladders|responsibilities)"
                                            + "([/\\[].*)?"));
        }
    }

    /** Mostly sound in its names, so that what waits for what decides. */
    private static Graph graph(Random random) {
        int roles = 2 + random.nextInt(3);
        List<Side> sides = new ArrayList<>();
        for (int i = 0; i < roles; i++) {
            sides.add(i == 1 ? Side.FUNDER : Side.values()[random.nextInt(Side.values().length)]);
        }
        int name = 0;
        List<Node> stages = new ArrayList<>();
        int count = seldom(random) ? 0 : 1 + random.nextInt(3);
        int total = 1 + random.nextInt(6);
        for (int s = 0; s < count; s++) {
            List<Work> work = new ArrayList<>();
            for (int w = random.nextInt(4); w > 0; w--) {
                int role = seldom(random) ? roles : random.nextInt(roles);
                int supplier = seldom(random) ? random.nextInt(roles) : role;
                work.add(new Work(
                        seldom(random) ? 0 : name++,
                        role,
                        supplier,
                        numbers(random, random.nextInt(3) == 0 ? total : Math.max(1, name - 1))));
            }
            stages.add(new Node(
                    seldom(random) ? 0 : s,
                    seldom(random) ? roles : random.nextInt(roles),
                    seldom(random) ? random.nextInt(roles) : 1,
                    seldom(random) ? 1 : 0,
                    work,
                    Step.values()[random.nextInt(Step.values().length)],
                    random.nextBoolean() ? List.of() : numbers(random, Math.max(1, name)),
                    random.nextInt(4) == 0 ? random.nextInt(count) : -1));
        }
        return new Graph(
                seldom(random) ? 0 : 1,
                sides,
                stages,
                seldom(random) ? random.nextInt(roles + 1) : 1,
                seldom(random) ? Side.PROVIDER : Side.FUNDER,
                seldom(random) ? 1 : 0);
    }

    private static boolean seldom(Random random) {
        return random.nextInt(150) == 0;
    }

    private static List<Integer> numbers(Random random, int below) {
        List<Integer> numbers = new ArrayList<>();
        for (int n = random.nextInt(3); n > 0; n--) {
            int number = random.nextInt(below);
            if (!numbers.contains(number)) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
