package care.baton.record;

import static care.baton.record.HomeStart.HANDOFF;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.START;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.Ledger;
import care.baton.handoff.Arbiter;
import care.baton.handoff.HandoffEvent.OfferMade;
import care.baton.handoff.OfferKind;
import care.baton.obligation.Key;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.Route;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.RecordId;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a list can hold, whether or not any operation would have made it. */
final class Listed {

    private Listed() {}

    /** The next entry after so many, by a command of its own, as a ledger would number it. */
    static Entry entry(long before, Act act, Event event) {
        Entry one = Ledger.empty(RecordId.of("record-1"))
                .append(act, new AdvanceTime(), RecordWalk.salt(1), List.of(event))
                .orThrow()
                .events()
                .get(0);
        return new Entry(before + 1, act, event, List.of(), 0, one.salt(), one.command(), one.chain());
    }

    static Entry entry(long before, Instant at, Event event) {
        return entry(before, Act.of(CommandId.of("next-" + before), PLANNER, Stamp.at(at)), event);
    }

    /** Something owed since the start, heard of when it is due and every day from then on. */
    static ObligationOpened owed(Key key, Holder holder, Optional<Key> parent, Instant due) {
        return owed(key, holder, parent, START, due, due);
    }

    static ObligationOpened owed(Key key, Holder holder, Optional<Key> parent, Instant at, Instant due, Instant next) {
        return new ObligationOpened(
                key,
                parent,
                holder,
                PLANNER,
                at,
                due,
                next,
                Optional.empty(),
                Duration.ZERO,
                Route.reminder(HomeStart.hours(24)),
                List.of(),
                Optional.empty(),
                0);
    }

    static OfferMade offered(int number, OfferKind kind, Arbiter arbiter) {
        return new OfferMade(
                HANDOFF,
                number,
                kind,
                PLANNER,
                INTAKE,
                HomeStart.ask(),
                HomeStart.ask().digest(),
                Optional.empty(),
                arbiter);
    }
}
