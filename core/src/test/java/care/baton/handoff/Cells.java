package care.baton.handoff;

import java.util.SortedMap;
import java.util.TreeMap;

/** How often each cell was met: how things stood, what was asked, and whether it was done. */
final class Cells {

    private final SortedMap<String, Long> hits = new TreeMap<>();
    private long applied;
    private long all;

    synchronized void count(Walk walk) {
        for (Step step : walk.steps()) {
            if (step.command().isEmpty()) {
                continue;
            }
            String outcome =
                    !step.outcome().isApplied() ? "refused" : step.recorded().isEmpty() ? "nothing" : "applied";
            hits.merge(stage(step.before()) + " " + asked(step.command().get()) + " " + outcome, 1L, Long::sum);
            all++;
            applied += outcome.equals("applied") ? 1 : 0;
        }
    }

    private static String stage(Handoff handoff) {
        Negotiation talks = handoff.negotiation();
        if (talks.course() != Course.OFFERING) {
            return talks.course().name();
        }
        return talks.current()
                .map(o -> (o.kind() == OfferKind.FIRM ? "" : "INVITED-")
                        + o.state().getClass().getSimpleName())
                .orElse("NEW");
    }

    private static String asked(HandoffCommand command) {
        return command instanceof HandoffCommand.AnswerOffer a
                ? a.answer().getClass().getSimpleName()
                : command.getClass().getSimpleName();
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
