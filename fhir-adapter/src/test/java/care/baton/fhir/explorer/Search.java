package care.baton.fhir.explorer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Breadth first through every state of a set-up, looking at each. */
final class Search {

    /**
     * What came of it.
     *
     * @param states how many states were reached
     * @param worked how many steps of the production functions were worked out
     * @param whole whether there are no more
     * @param found the first law that was broken, and the shortest way to it
     */
    record Result(int states, int worked, boolean whole, Optional<String> found) {}

    private static final int LONGEST = 60;

    private final World world;
    private final Walk walk;
    private final Together together;
    private final Visited visited = new Visited();
    private String found;

    Search(SetUp setUp, Conduct conduct) {
        this.world = new World(setUp, conduct);
        this.walk = new Walk(world);
        this.together = new Together(world);
    }

    Result run(int most) {
        State start = world.start();
        visited.add(start, -1, 0);
        int at = 0;
        while (at < visited.size() && visited.size() < most && found == null) {
            int here = at;
            State state = visited.get(at);
            walk.from(state, (next, move, fault) -> look(here, next, move, fault));
            at++;
        }
        return new Result(visited.size(), world.worked(), at == visited.size(), Optional.ofNullable(found));
    }

    private void look(int from, State next, long move, String fault) {
        if (found != null) {
            return;
        }
        if (fault != null) {
            found = fault + path(from, move, List.of());
            return;
        }
        int index = visited.add(next, from, move);
        if (index < 0) {
            return;
        }
        String wrong = together.wrong(next);
        if (wrong != null) {
            found = wrong + path(from, move, List.of());
            return;
        }
        String end = together.end(next);
        if (end != null) {
            found = end + path(from, move, together.path(next));
        }
    }

    private String path(int from, long move, List<Long> after) {
        List<String> words = new ArrayList<>();
        words.add(walk.words(move));
        for (int i = from; i > 0; i = visited.parent(i)) {
            words.add(walk.words(visited.move(i)));
        }
        Collections.reverse(words);
        after.forEach(m -> words.add("then " + walk.words(m)));
        StringBuilder out = new StringBuilder();
        words.stream().limit(LONGEST).forEach(w -> out.append("\n  ").append(w));
        return out.toString();
    }
}
