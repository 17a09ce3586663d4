package care.baton.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.pathway.Graph.Node;
import care.baton.pathway.Graph.Work;
import care.baton.trace.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** A definition is taken exactly when it can be run. */
class SoundnessProperties {

    @Property(tries = 20_000)
    @Promise(35)
    void aDefinitionIsRefusedExactlyWhenWalkingItGetsStuckAndEachFaultHasItsPath(@ForAll("graphs") Graph graph) {
        boolean runs = WalkOracle.runs(graph);
        Statistics.label("runs").collect(runs);
        try {
            Pathway built = graph.build();
            assertThat(runs).as("built though it cannot run").isTrue();
            assertThat(built.stages()).hasSameSizeAs(graph.stages());
        } catch (UnsoundPathwayException refused) {
            assertThat(runs)
                    .as("refused though it runs: " + refused.getMessage())
                    .isFalse();
            assertThat(refused.faults())
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault.path())
                            .matches(
                                    "(version|stages|roles|duties|owner|closure|guide|review|handoff|ladders|responsibilities)"
                                            + "([/\\[].*)?"));
        }
    }

    @Provide
    Arbitrary<Graph> graphs() {
        return Arbitraries.randomValue(SoundnessProperties::graph);
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
