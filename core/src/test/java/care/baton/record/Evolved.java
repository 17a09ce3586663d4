package care.baton.record;

import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.START;

import care.baton.evidence.Event;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.time.Stamp;

/** A record's state after something has happened on it, whoever may have said it. */
final class Evolved {

    private Evolved() {}

    static Chart after(Chart before, Event... events) {
        Act act = Act.of(CommandId.of("c-1"), PLANNER, Stamp.at(START));
        Chart chart = before;
        for (Event event : events) {
            chart = chart.evolve(act, event);
        }
        return chart;
    }
}
