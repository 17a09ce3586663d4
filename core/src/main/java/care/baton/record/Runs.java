package care.baton.record;

import care.baton.outcome.Code;
import care.baton.record.RecordEvent.DecisionTaken;
import care.baton.record.RecordEvent.HandoffPlaced;
import care.baton.record.RecordEvent.OutcomeValidated;
import care.baton.record.RecordEvent.RunClosed;
import care.baton.record.RecordEvent.RunMoved;
import care.baton.record.RecordEvent.RunOpened;
import care.baton.record.RecordEvent.StageEntered;
import care.baton.record.RecordEvent.StageLeft;
import java.util.Optional;

/** Which run an event concerns. */
final class Runs {

    private Runs() {}

    static Optional<Code> of(RecordEvent event) {
        if (event instanceof RunOpened e) {
            return Optional.of(e.run());
        }
        if (event instanceof RunMoved e) {
            return Optional.of(e.run());
        }
        if (event instanceof StageEntered e) {
            return Optional.of(e.run());
        }
        if (event instanceof StageLeft e) {
            return Optional.of(e.run());
        }
        if (event instanceof HandoffPlaced e) {
            return Optional.of(e.run());
        }
        if (event instanceof DecisionTaken e) {
            return Optional.of(e.run());
        }
        if (event instanceof OutcomeValidated e) {
            return Optional.of(e.run());
        }
        return event instanceof RunClosed e ? Optional.of(e.run()) : Optional.empty();
    }
}
