package care.baton.pathway;

import care.baton.pathway.Graph.Node;
import care.baton.pathway.Graph.Work;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says whether a graph can be run by running it: stage after stage, doing whatever can be done, until nothing can. */
final class WalkOracle {

    private WalkOracle() {}

    static boolean runs(Graph graph) {
        return declared(graph) && walks(graph);
    }

    private static boolean declared(Graph graph) {
        int roles = graph.roles().size();
        Set<Integer> stages = new HashSet<>();
        Set<Integer> work = new HashSet<>();
        boolean good = graph.version() >= 1 && roles > 0 && !graph.stages().isEmpty();
        good &= graph.topicFlag() == 0 && graph.topicOwner() < roles && graph.topicSide() == Side.FUNDER;
        good = good && graph.roles().get(graph.topicOwner()) == Side.FUNDER;
        for (Node node : graph.stages()) {
            good = good && stages.add(node.name()) && node.owner() < roles && node.reviewer() < roles;
            good = good && graph.roles().get(node.reviewer()) == Side.FUNDER && node.ladder() == 0;
            for (Work w : node.work()) {
                good = good && work.add(w.name()) && w.role() < roles && w.supplier() < roles;
            }
        }
        return good;
    }

    private static boolean walks(Graph graph) {
        Set<Integer> done = new HashSet<>();
        Set<Integer> left = new HashSet<>();
        for (Node node : graph.stages()) {
            boolean opens = node.step() != Step.OPEN || named(graph, node.gate(), done);
            if (!opens || (node.past() >= 0 && !left.contains(node.past()))) {
                return false;
            }
            List<Work> waiting = new ArrayList<>(node.work());
            boolean moved = true;
            while (moved) {
                moved = false;
                for (Work w : List.copyOf(waiting)) {
                    if (named(graph, w.after(), done)) {
                        waiting.remove(w);
                        moved = done.add(w.name());
                    }
                }
            }
            if (!waiting.isEmpty() || !named(graph, node.gate(), done)) {
                return false;
            }
            left.add(node.name());
        }
        return true;
    }

    /** All of it is done, by the role that is said to do it. */
    private static boolean named(Graph graph, List<Integer> needed, Set<Integer> done) {
        return needed.stream()
                .allMatch(n -> done.contains(n)
                        && graph.stages().stream()
                                .flatMap(s -> s.work().stream())
                                .filter(w -> w.name() == n)
                                .allMatch(w -> w.role() == w.supplier()));
    }
}
