package care.baton.handoff;

import care.baton.evidence.Event;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import java.util.List;
import java.util.Optional;

/**
 * One step of a walk: what somebody asked for, and what came of it.
 *
 * @param before the handoff before
 * @param command what was asked for; empty when only time passed
 * @param act who asked and when
 * @param practice how handoffs are run
 * @param outcome the answer
 */
record Step(
        Handoff before,
        Optional<HandoffCommand> command,
        Act act,
        Practice practice,
        Outcome<Handoff, Recorded> outcome) {

    static Step of(Handoff before, HandoffCommand command, Act act, Practice practice) {
        return new Step(before, Optional.of(command), act, practice, before.decide(command, act, practice));
    }

    static Step ofTime(Handoff before, Act act, Practice practice) {
        return new Step(before, Optional.empty(), act, practice, before.advance(act, practice.calendar()));
    }

    Handoff after() {
        return outcome.fold(done -> done.state(), no -> before);
    }

    List<Recorded> recorded() {
        return outcome.fold(done -> done.events(), no -> List.of());
    }

    List<Event> events() {
        return recorded().stream().map(Recorded::event).toList();
    }

    /** The same in which time had first been let pass up to then: what the command alone changes starts here. */
    Handoff due() {
        return before.advance(act, practice.calendar()).fold(done -> done.state(), no -> before);
    }
}
