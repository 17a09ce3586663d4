package care.baton.record;

import care.baton.outcome.Code;
import care.baton.record.RecordEvent.HandoffPlaced;
import care.baton.record.RecordEvent.OutcomeValidated;
import care.baton.record.RecordEvent.RecordOpened;
import care.baton.record.RecordEvent.RunClosed;
import care.baton.record.RecordEvent.RunMoved;
import care.baton.record.RecordEvent.RunOpened;
import care.baton.record.RecordEvent.StageEntered;
import care.baton.record.RecordEvent.StageLeft;
import care.baton.record.RecordEvent.VisitReported;
import java.time.Instant;
import java.util.Optional;

/** Which event of the record itself can follow: a closed run never moves, and a stage begins where none is. */
final class PossibleRun {

    private PossibleRun() {}

    static boolean after(Chart before, RecordEvent event, Instant now) {
        if (event instanceof RecordOpened) {
            return false;
        }
        if (event instanceof RunOpened e) {
            return !before.runs().has(e.run()) && e.version() >= 1;
        }
        if (event instanceof VisitReported e) {
            return before.visits()
                    .get(e.visit().id())
                    .filter(known -> known.revision() >= e.visit().revision())
                    .isEmpty();
        }
        Optional<Code> named = Runs.of(event);
        Optional<PathwayRun> open = named.flatMap(before.runs()::get).filter(PathwayRun::isOpen);
        return named.isEmpty()
                || open.filter(run -> moves(before, run, event, now)).isPresent();
    }

    private static boolean moves(Chart before, PathwayRun run, RecordEvent event, Instant now) {
        if (event instanceof RunMoved e) {
            return e.version() >= 1
                    && e.version() != run.version()
                    && run.stage().isPresent();
        }
        if (event instanceof StageEntered e) {
            return !e.at().isAfter(now)
                    && !run.left().contains(e.stage())
                    && (run.stage().isEmpty() || run.gap());
        }
        if (event instanceof StageLeft e) {
            return !e.at().isAfter(now) && run.stage().equals(Optional.of(e.stage())) && !run.gap();
        }
        if (event instanceof HandoffPlaced e) {
            return !before.places().has(e.handoff())
                    && e.partOf().filter(whole -> !before.places().has(whole)).isEmpty();
        }
        if (event instanceof OutcomeValidated e) {
            return !e.at().isAfter(now)
                    && run.validatedBy()
                            .filter(by -> by.person().isPresent()
                                    && before.evidence().stand(run.validatedOn())
                                    && run.validatedOn().containsAll(e.covers()))
                            .isEmpty();
        }
        return !(event instanceof RunClosed e) || (!e.at().isAfter(now) && run.gap());
    }
}
