package care.baton.fhir.explorer;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.Ledger;
import care.baton.evidence.Salt;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand;
import java.util.ArrayList;
import java.util.List;

/** Records that no operation of the library made: what a seeded bug leaves behind, replayed from its events. */
final class Forged {

    private Forged() {}

    static List<Entry> since(CoordinationRecord before, CoordinationRecord after) {
        List<Entry> all = after.ledger().entries().toList();
        return all.subList(before.ledger().size(), all.size());
    }

    /** The record before, with these events in the place of those that were made. */
    static CoordinationRecord instead(CoordinationRecord before, List<Entry> made, List<Event> events) {
        if (made.isEmpty() && events.isEmpty()) {
            return before;
        }
        Act act = made.isEmpty()
                ? before.ledger().entries().last().act()
                : made.get(made.size() - 1).act();
        return with(before, new Act(id(before, act), act.by(), act.stamp(), act.relayed()), events);
    }

    private static CommandId id(CoordinationRecord before, Act act) {
        return before.ledger().knows(act.command()) ? CommandId.of("forged-" + before.version()) : act.command();
    }

    static CoordinationRecord with(CoordinationRecord before, Act act, List<? extends Event> events) {
        Ledger ledger = before.ledger()
                .append(act, new RecordCommand.AdvanceTime(), Salt.of(new byte[32]), events)
                .orThrow()
                .state();
        return CoordinationRecord.replay(
                before.id(), new ArrayList<>(ledger.entries().toList()));
    }
}
