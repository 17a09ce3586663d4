package care.baton.record;

import java.util.SortedMap;
import java.util.TreeMap;

/** How often each cell was met: the stage that the run was in, what was asked, and what came of it. */
final class Cells {

    private final SortedMap<String, Long> hits = new TreeMap<>();
    private long applied;
    private long all;

    synchronized void count(RecordWalk walk) {
        for (RecordWalk.Step step : walk.steps()) {
            String outcome =
                    !step.outcome().isApplied() ? "refused" : step.entries().isEmpty() ? "nothing" : "applied";
            hits.merge(stage(step.before()) + " " + Dealer.name(step.command()) + " " + outcome, 1L, Long::sum);
            all++;
            applied += outcome.equals("applied") ? 1 : 0;
        }
    }

    private static String stage(CoordinationRecord record) {
        return record.chart()
                .runs()
                .get(HomeStart.RUN)
                .map(r -> !r.isOpen()
                        ? "closed"
                        : (r.gap() ? "after-" : "") + r.stage().orElseThrow())
                .orElse("none");
    }

    synchronized SortedMap<String, Long> hits() {
        return new TreeMap<>(hits);
    }

    synchronized long all() {
        return all;
    }

    /** The share of commands that were done, in percent. */
    synchronized long share() {
        return all == 0 ? 0 : 100 * applied / all;
    }
}
